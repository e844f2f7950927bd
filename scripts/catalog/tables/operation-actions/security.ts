import type { OperationRows } from '../join-operation-rows.ts';
import { one } from './row.ts';

/** Services of audit and authorization. */
export const securityOperations: OperationRows = {
  // Source: AWS CloudTrail API Reference, ListInsightsMetricData.
  cloudtrail: {
    ListInsightsMetricData: [
      { action: 'cloudtrail:LookupEvents' },
      { action: 'cloudtrail:ListInsightsData', when: ['TrailName'] },
    ],
  },
  // Source: Service Authorization Reference, Amazon Detective: the action's name is singular.
  detective: { ListOrganizationAdminAccounts: one('detective:ListOrganizationAdminAccount') },
  // Source: AWS Security Hub API Reference, each operation's own sentence.
  securityhub: {
    BatchUpdateFindingsV2: one('securityhub:BatchUpdateFindings'),
    GetFindingStatisticsV2: one('securityhub:GetAdhocInsightResults'),
    GetFindingsV2: one('securityhub:GetFindings'),
    // Source: Service Authorization Reference, AWS Security Hub, "Permission-only actions".
    RegisterConnectorV2: one('securityhub:ConnectorRegistrationsV2'),
  },
  // Source: Amazon Verified Permissions API Reference, BatchGetPolicy.
  verifiedpermissions: {
    BatchGetPolicy: [
      {
        action: 'verifiedpermissions:GetPolicy',
        bind: { PolicyStoreId: 'requests[].policyStoreId' },
      },
    ],
  },
};
