import type { OperationRows } from '../join-operation-rows.ts';
import type { GrantRow } from './row.ts';

const onDistribution = (action: string, parameter: string): GrantRow => ({
  action: `cloudfront:${action}`,
  when: [parameter],
  types: ['distribution'],
  bind: { DistributionId: parameter },
});

/**
 * Operations of CloudFront that read or change a distribution beside their own work.
 * Source: the table "API operations defined by Amazon CloudFront" of its page in the Service Authorization Reference;
 * CloudFront API Reference, CopyDistribution and UpdateDistributionWithStagingConfig.
 */
export const cloudfrontOperations: OperationRows = {
  cloudfront: {
    AssociateAlias: [
      onDistribution('AssociateAlias', 'TargetDistributionId'),
      onDistribution('UpdateDistribution', 'TargetDistributionId'),
    ],
    CopyDistribution: [
      onDistribution('CopyDistribution', 'PrimaryDistributionId'),
      { action: 'cloudfront:CreateDistribution' },
      onDistribution('GetDistribution', 'PrimaryDistributionId'),
    ],
    ListConflictingAliases: [
      { action: 'cloudfront:ListConflictingAliases' },
      onDistribution('GetDistribution', 'DistributionId'),
    ],
    UpdateDistributionWithStagingConfig: [
      onDistribution('GetDistribution', 'Id'),
      onDistribution('GetDistribution', 'StagingDistributionId'),
      onDistribution('UpdateDistribution', 'Id'),
    ],
    UpdateDomainAssociation: [
      { action: 'cloudfront:UpdateDomainAssociation' },
      onDistribution('UpdateDistribution', 'TargetResource.DistributionId'),
      {
        action: 'cloudfront:UpdateDistributionTenant',
        when: ['TargetResource.DistributionTenantId'],
        bind: { Id: 'TargetResource.DistributionTenantId' },
      },
    ],
  },
};
