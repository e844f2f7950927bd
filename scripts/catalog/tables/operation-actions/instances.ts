import type { GrantRow, OperationRow } from './row.ts';

const on = (type: string, rest: Omit<GrantRow, 'action' | 'types'> = {}): GrantRow => ({
  action: 'ec2:RunInstances',
  types: [type],
  ...rest,
});

const networkInterfaces = 'NetworkInterfaces[]';
const reservation =
  'CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationId';
const license = 'LicenseSpecifications[].LicenseConfigurationArn';

/**
 * Launching instances is checked on each resource that takes part: some always, the others when the request names one.
 * Source: Amazon EC2 User Guide, "Example policies to control access: RunInstances", and the resource types of
 * RunInstances in the Service Authorization Reference.
 */
export const instanceOperations: Readonly<Record<string, Readonly<Record<string, OperationRow>>>> =
  {
    ec2: {
      RunInstances: [
        on('image', { bind: { ImageId: 'imageId(ImageId)' } }),
        on('instance', {
          bind: {},
          offered: { StringEquals: { 'ec2:InstanceType': ['{InstanceType}'] } },
        }),
        on('network-interface', {
          bind: { NetworkInterfaceId: `${networkInterfaces}.NetworkInterfaceId` },
        }),
        on('security-group', {
          unless: [`${networkInterfaces}.Groups[]`],
          bind: { SecurityGroupId: 'SecurityGroupIds[]' },
        }),
        on('security-group', {
          when: [`${networkInterfaces}.Groups[]`],
          bind: { SecurityGroupId: `${networkInterfaces}.Groups[]` },
        }),
        on('subnet', {
          unless: [`${networkInterfaces}.SubnetId`],
          bind: { SubnetId: 'SubnetId' },
        }),
        on('subnet', {
          when: [`${networkInterfaces}.SubnetId`],
          bind: { SubnetId: `${networkInterfaces}.SubnetId` },
        }),
        on('volume', { bind: {} }),
        on('capacity-reservation', {
          when: [reservation],
          bind: { CapacityReservationId: reservation },
        }),
        on('key-pair', { when: ['KeyName'], bind: { KeyPairName: 'KeyName' } }),
        on('launch-template', {
          when: ['LaunchTemplate.LaunchTemplateId', 'LaunchTemplate.LaunchTemplateName'],
          bind: { LaunchTemplateId: 'LaunchTemplate.LaunchTemplateId' },
        }),
        on('license-configuration', {
          when: [license],
          bind: { LicenseConfigurationId: license },
        }),
        on('placement-group', {
          when: ['Placement.GroupName'],
          bind: { PlacementGroupName: 'Placement.GroupName' },
        }),
        on('snapshot', {
          when: ['BlockDeviceMappings[].Ebs.SnapshotId'],
          bind: { SnapshotId: 'BlockDeviceMappings[].Ebs.SnapshotId' },
        }),
        on('spot-instances-request', { when: ['InstanceMarketOptions.MarketType'], bind: {} }),
      ],
    },
  };
