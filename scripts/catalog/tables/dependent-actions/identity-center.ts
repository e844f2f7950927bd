import type { OperationRows } from '../join-operation-rows.ts';
import type { OperationRow } from '../operation-actions/row.ts';

const because = 'keeps an application of its own in IAM Identity Center, in the name of the caller';

const onApplication = (...names: readonly string[]): OperationRow =>
  names.map((name) => ({ action: `sso:${name}`, because }));

const created = onApplication(
  'CreateApplication',
  'PutApplicationAccessScope',
  'PutApplicationAuthenticationMethod',
  'PutApplicationGrant',
);

/**
 * What else operations need that work with IAM Identity Center.
 * Source: the columns "Dependent actions" of "Actions defined by Amazon Redshift" and "… by Amazon Managed Grafana", Service
 * Authorization Reference.
 */
export const identityCenterActions: OperationRows = {
  grafana: {
    CreateWorkspace: [
      ...[
        'CreateManagedApplicationInstance',
        'DescribeRegisteredRegions',
        'GetSharedSsoConfiguration',
      ].map((name) => ({
        action: `sso:${name}`,
        when: ['isAwsSso(authenticationProviders[])'],
        types: [],
        because,
      })),
      {
        action: 'organizations:DescribeOrganization',
        when: ['isOrganization(accountAccessType)'],
        types: [],
        because: 'looks up the organization whose accounts it reads',
      },
    ],
  },
  redshift: {
    CreateQev2IdcApplication: created,
    CreateRedshiftIdcApplication: created,
    DeleteQev2IdcApplication: onApplication('DeleteApplication'),
    DeleteRedshiftIdcApplication: onApplication('DeleteApplication'),
    DescribeRedshiftIdcApplications: onApplication(
      'GetApplicationGrant',
      'ListApplicationAccessScopes',
    ),
    ModifyQev2IdcApplication: onApplication('UpdateApplication'),
    ModifyRedshiftIdcApplication: onApplication(
      'DeleteApplicationAccessScope',
      'DeleteApplicationGrant',
      'GetApplicationGrant',
      'ListApplicationAccessScopes',
      'PutApplicationAccessScope',
      'PutApplicationGrant',
      'UpdateApplication',
    ),
  },
};
