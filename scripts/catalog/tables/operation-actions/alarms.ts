import type { OperationRows } from '../join-operation-rows.ts';

/** Composite alarms are shown to nobody whose permission is for single alarms. */
const shown = (action: string) => {
  const composite = [
    'isCompositeAlarm(AlarmTypes[])',
    ...(action === 'cloudwatch:DescribeAlarms'
      ? ['ChildrenOfAlarmName', 'ParentsOfAlarmName']
      : []),
  ];
  return [
    { action, unless: composite },
    {
      action,
      when: composite,
      types: [],
      because: 'composite alarms are shown only to a permission for every resource',
    },
  ];
};

/**
 * Operations on composite alarms, which a permission for one alarm does not allow though the action has that resource
 * type.
 * Source: Amazon CloudWatch API Reference, PutCompositeAlarm, DescribeAlarms and DescribeAlarmHistory.
 */
export const alarmOperations: OperationRows = {
  cloudwatch: {
    DescribeAlarmHistory: shown('cloudwatch:DescribeAlarmHistory'),
    DescribeAlarms: shown('cloudwatch:DescribeAlarms'),
    PutCompositeAlarm: [
      {
        action: 'cloudwatch:PutCompositeAlarm',
        types: [],
        because: 'composite alarms are made only by a permission for every resource',
      },
    ],
  },
};
