import type { OperationRows } from '../join-operation-rows.ts';
import { type OperationRow, one } from './row.ts';

// Source: Pricing Calculator API Reference: each batch operation is authorized as the single one.
const single = (operation: string): readonly [string, OperationRow] => [
  operation,
  one(`bcm-pricing-calculator:${operation.replace(/^Batch/, '')}`),
];

/** Billing, taxes and the catalog of AWS Marketplace. */
export const billingOperations: OperationRows = {
  'bcm-pricing-calculator': Object.fromEntries(
    [
      'BatchCreateBillScenarioCommitmentModification',
      'BatchCreateBillScenarioUsageModification',
      'BatchCreateWorkloadEstimateUsage',
      'BatchDeleteBillScenarioCommitmentModification',
      'BatchDeleteBillScenarioUsageModification',
      'BatchDeleteWorkloadEstimateUsage',
      'BatchUpdateBillScenarioCommitmentModification',
      'BatchUpdateBillScenarioUsageModification',
      'BatchUpdateWorkloadEstimateUsage',
    ].map(single),
  ),
  // Source: AWS Marketplace Catalog API Reference, BatchDescribeEntities: the same action as DescribeEntity.
  'marketplace-catalog': {
    BatchDescribeEntities: [
      {
        action: 'aws-marketplace:DescribeEntity',
        bind: {
          Catalog: 'EntityRequestList[].Catalog',
          ResourceId: 'EntityRequestList[].EntityId',
        },
      },
    ],
  },
  // Source: Tax Settings API Reference, "The IAM action is …" of each operation.
  taxsettings: {
    BatchGetTaxExemptions: one('tax:GetExemptions'),
    GetTaxExemptionTypes: one('tax:GetExemptions'),
    ListTaxExemptions: one('tax:GetExemptions'),
    PutTaxExemption: one('tax:UpdateExemptions'),
  },
};
