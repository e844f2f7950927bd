import type { OperationRows } from '../join-operation-rows.ts';
import type { OperationRow } from '../operation-actions/row.ts';

const eksCluster = 'Orchestrator.Eks.ClusterArn';
const because = 'lets HyperPod into the cluster of EKS, in the name of the caller';

const onEks: OperationRow = [
  ...['eks:CreateAccessEntry', 'eks:DescribeCluster'].map((action) => ({
    action,
    when: [eksCluster],
    types: ['cluster'],
    bind: { ClusterName: eksCluster },
    because,
  })),
  ...['eks:AssociateAccessPolicy', 'eks:DeleteAccessEntry', 'eks:DescribeAccessEntry'].map(
    (action) => ({
      action,
      when: [eksCluster],
      types: ['access-entry'],
      bind: { ClusterName: `eksCluster(${eksCluster})` },
      because,
    }),
  ),
];

const ownImage = (image: string): OperationRow => [
  ...['ec2:DescribeImages', 'ec2:DescribeSnapshots'].map((action) => ({
    action,
    when: [image],
    types: [],
    because: `looks up the image in \`${image}\``,
  })),
  {
    action: 'ec2:ModifyImageAttribute',
    when: [image],
    types: ['image'],
    bind: { ImageId: image },
    because: `shares the image in \`${image}\` with HyperPod`,
  },
  {
    action: 'ec2:ModifySnapshotAttribute',
    when: [image],
    types: ['snapshot'],
    because: `shares the snapshots of the image in \`${image}\` with HyperPod`,
  },
];

const volume = (action: string): OperationRow => [
  {
    action,
    types: ['instance', 'volume'],
    bind: { VolumeId: 'VolumeId' },
    because: 'takes the volume in the name of the caller',
  },
  {
    action: 'ec2:DescribeVolumes',
    types: [],
    because: 'looks up the volume in `VolumeId`',
  },
  {
    action: 'eks:DescribeCluster',
    types: ['cluster'],
    bind: {},
    because: 'looks up the cluster of EKS, which the request does not name',
  },
];

/**
 * What else clusters of SageMaker HyperPod need, and the plans that they run on.
 * Source: "Actions defined by Amazon SageMaker", column "Dependent actions", Service Authorization Reference.
 */
export const hyperPodActions: OperationRows = {
  sagemaker: {
    AttachClusterNodeVolume: volume('ec2:AttachVolume'),
    CreateCluster: [...onEks, ...ownImage('InstanceGroups[].ImageId')],
    CreateTrainingPlan: [
      {
        action: 'sagemaker:CreateReservedCapacity',
        types: ['reserved-capacity'],
        because: 'reserves the capacity of the plan',
      },
    ],
    DetachClusterNodeVolume: volume('ec2:DetachVolume'),
    UpdateCluster: [...onEks, ...ownImage('InstanceGroups[].ImageId')],
    UpdateClusterSoftware: ownImage('ImageId'),
  },
};
