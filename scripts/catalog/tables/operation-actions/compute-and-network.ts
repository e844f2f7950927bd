import type { OperationRows } from '../join-operation-rows.ts';
import { type OperationRow, one } from './row.ts';

// A batch of Deadline Cloud is checked as the single calls.
const deadlineJob = (action: string, list: string): OperationRow => [
  {
    action: `deadline:${action}`,
    bind: {
      FarmId: `${list}[].farmId`,
      QueueId: `${list}[].queueId`,
      JobId: `${list}[].jobId`,
    },
  },
];

// Each vehicle is checked with the manifests that it names.
const vehicles = (action: string): OperationRow => [
  { action, types: ['vehicle'], bind: { VehicleId: 'vehicles[].vehicleName' } },
  ...['decoderManifestArn', 'modelManifestArn'].map((member) => ({
    action,
    when: [`vehicles[].${member}`],
    template: '${Arn}',
    bind: { Arn: `vehicles[].${member}` },
  })),
];

/**
 * Services of machines, containers and networks.
 * Source, unless a row says another: the table "API operations" of the service's page in the Service Authorization
 * Reference.
 */
export const computeAndNetworkOperations: OperationRows = {
  deadline: {
    BatchGetJob: deadlineJob('GetJob', 'identifiers'),
    BatchGetSession: deadlineJob('GetSession', 'identifiers'),
    BatchGetSessionAction: deadlineJob('GetSessionAction', 'identifiers'),
    BatchGetStep: deadlineJob('GetStep', 'identifiers'),
    BatchGetTask: deadlineJob('GetTask', 'identifiers'),
    BatchGetWorker: [
      {
        action: 'deadline:GetWorker',
        bind: {
          FarmId: 'identifiers[].farmId',
          FleetId: 'identifiers[].fleetId',
          WorkerId: 'identifiers[].workerId',
        },
      },
    ],
    BatchUpdateJob: deadlineJob('UpdateJob', 'jobs'),
    BatchUpdateTask: deadlineJob('UpdateTask', 'tasks'),
  },
  // Source: Amazon ECR API Reference, ListImageReferrers. The table's other actions are for pull through caches alone.
  ecr: { ListImageReferrers: one('ecr:BatchGetImage') },
  iotfleetwise: {
    BatchCreateVehicle: vehicles('iotfleetwise:CreateVehicle'),
    BatchUpdateVehicle: vehicles('iotfleetwise:UpdateVehicle'),
  },
  // Source: AWS IoT Developer Guide, "Start and monitor command executions": the command and the device.
  'iot-jobs-data-plane': {
    StartCommandExecution: [
      { action: 'iot:StartCommandExecution', types: ['command'] },
      {
        action: 'iot:StartCommandExecution',
        template: '${Arn}',
        bind: { Arn: 'targetArn' },
      },
    ],
  },
  'vpc-lattice': {
    BatchUpdateRule: [
      {
        action: 'vpc-lattice:UpdateRule',
        bind: {
          ServiceId: 'serviceIdentifier',
          ListenerId: 'listenerIdentifier',
          RuleId: 'rules[].ruleIdentifier',
        },
      },
    ],
  },
  // The page lists no other action that changes a network's own properties.
  wickr: { UpdateNetwork: one('wickr:UpdateNetworkDetails') },
};
