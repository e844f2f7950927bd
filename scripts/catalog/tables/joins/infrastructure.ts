import { type JoinTable, takenBy } from './join.ts';

const shift = { id: 'zonalShiftId', tells: { Resource: ['answer.resourceIdentifier'] } };
const ofDirectory = { DirectoryId: ['DirectoryId'] };
const ofFileSystem = { FileSystemId: ['FileSystemId'] };
const ofMountTarget = { FileSystemId: ['answer.fileSystemId'] };
const membership = { GroupId: ['GroupId'], UserId: ['MemberId.UserId'] };
const aliasTarget = { id: 'AliasName', tells: { KeyId: ['TargetKeyId'] } };
const madeAccessPoint = { AccessPointArn: ['answer.accessPointArn'] };

/** Services of networks, storage, directories and keys. */
export const infrastructureJoins: JoinTable = {
  'arc-zonal-shift': [
    {
      kind: 'zonal shift',
      told: {
        CancelPracticeRun: shift,
        CancelZonalShift: shift,
        ListZonalShifts: {
          id: 'answer.items[resourceIdentifier].zonalShiftId',
          tells: { Resource: ['answer.items[zonalShiftId].resourceIdentifier'] },
          isByItem: true,
        },
        StartPracticeRun: { ...shift, id: 'answer.zonalShiftId' },
        StartZonalShift: { ...shift, id: 'answer.zonalShiftId' },
        UpdateZonalShift: shift,
      },
      taken: takenBy('zonalShiftId', 'CancelPracticeRun', 'CancelZonalShift', 'UpdateZonalShift'),
      fills: { 'ALB.arn': 'joined.Resource', 'NLB.arn': 'joined.Resource' },
      source: 'Zonal shift API Reference for Amazon Application Recovery Controller, ZonalShift',
    },
  ],
  'auto-scaling': [
    {
      kind: 'instance',
      told: {
        DescribeAutoScalingInstances: {
          id: 'answer.AutoScalingInstances.member[AutoScalingGroupName].InstanceId',
          tells: { Group: ['answer.AutoScalingInstances.member[InstanceId].AutoScalingGroupName'] },
          isByItem: true,
        },
        TerminateInstanceInAutoScalingGroup: {
          id: 'InstanceId',
          tells: { Group: ['answer.Activity.AutoScalingGroupName'] },
        },
      },
      taken: takenBy('InstanceId', 'SetInstanceHealth', 'TerminateInstanceInAutoScalingGroup'),
      fills: { GroupFriendlyName: 'joined.Group' },
      source: 'Amazon EC2 Auto Scaling API Reference, AutoScalingInstanceDetails, Activity',
    },
  ],
  'directory-service': [
    {
      kind: 'snapshot',
      told: {
        CreateSnapshot: { id: 'answer.SnapshotId', tells: ofDirectory },
        DescribeSnapshots: {
          id: 'answer.Snapshots[DirectoryId].SnapshotId',
          tells: { DirectoryId: ['answer.Snapshots[SnapshotId].DirectoryId'] },
          isByItem: true,
        },
      },
      taken: takenBy('SnapshotId', 'DeleteSnapshot', 'RestoreFromSnapshot'),
      fills: { DirectoryId: 'joined.DirectoryId' },
      source: 'AWS Directory Service API Reference, CreateSnapshot, Snapshot',
    },
    {
      kind: 'trust',
      told: {
        CreateTrust: { id: 'answer.TrustId', tells: ofDirectory },
        DescribeTrusts: {
          id: 'answer.Trusts[DirectoryId].TrustId',
          tells: { DirectoryId: ['answer.Trusts[TrustId].DirectoryId'] },
          isByItem: true,
        },
      },
      taken: takenBy('TrustId', 'DeleteTrust', 'UpdateTrust', 'VerifyTrust'),
      fills: { DirectoryId: 'joined.DirectoryId' },
      source: 'AWS Directory Service API Reference, CreateTrust, Trust',
    },
  ],
  ec2: [
    {
      kind: 'network interface attachment',
      told: {
        AttachNetworkInterface: {
          id: 'answer.attachmentId',
          tells: { InstanceId: ['InstanceId'], NetworkInterfaceId: ['NetworkInterfaceId'] },
        },
      },
      taken: { DetachNetworkInterface: 'AttachmentId' },
      fills: {
        'instance.InstanceId': 'joined.InstanceId',
        'network-interface.NetworkInterfaceId': 'joined.NetworkInterfaceId',
      },
      source: 'Amazon EC2 API Reference, AttachNetworkInterface, DetachNetworkInterface',
    },
    {
      kind: 'instance profile association',
      told: {
        AssociateIamInstanceProfile: {
          id: 'answer.iamInstanceProfileAssociation.associationId',
          tells: { InstanceId: ['InstanceId'] },
        },
        DescribeIamInstanceProfileAssociations: {
          id: 'answer.iamInstanceProfileAssociationSet.item[instanceId].associationId',
          tells: {
            InstanceId: ['answer.iamInstanceProfileAssociationSet.item[associationId].instanceId'],
          },
          isByItem: true,
        },
      },
      taken: takenBy(
        'AssociationId',
        'DisassociateIamInstanceProfile',
        'ReplaceIamInstanceProfileAssociation',
      ),
      fills: { 'instance.InstanceId': 'joined.InstanceId' },
      source:
        'Amazon EC2 API Reference, AssociateIamInstanceProfile, IamInstanceProfileAssociation',
    },
    {
      kind: 'subnet block association',
      told: {
        AssociateSubnetCidrBlock: {
          id: 'answer.ipv6CidrBlockAssociation.associationId',
          tells: { SubnetId: ['SubnetId'] },
        },
      },
      taken: { DisassociateSubnetCidrBlock: 'AssociationId' },
      fills: { 'subnet.SubnetId': 'joined.SubnetId' },
      source: 'Amazon EC2 API Reference, AssociateSubnetCidrBlock, DisassociateSubnetCidrBlock',
    },
    {
      kind: 'traffic mirror filter rule',
      told: {
        CreateTrafficMirrorFilterRule: {
          id: 'answer.trafficMirrorFilterRule.trafficMirrorFilterRuleId',
          tells: { TrafficMirrorFilterId: ['TrafficMirrorFilterId'] },
        },
      },
      taken: takenBy(
        'TrafficMirrorFilterRuleId',
        'DeleteTrafficMirrorFilterRule',
        'ModifyTrafficMirrorFilterRule',
      ),
      fills: { TrafficMirrorFilterId: 'joined.TrafficMirrorFilterId' },
      source: 'Amazon EC2 API Reference, CreateTrafficMirrorFilterRule',
    },
  ],
  efs: [
    {
      kind: 'mount target',
      told: {
        CreateMountTarget: { id: 'answer.MountTargetId', tells: ofFileSystem },
        DescribeMountTargets: {
          id: 'answer.MountTargets[FileSystemId].MountTargetId',
          tells: { FileSystemId: ['answer.MountTargets[MountTargetId].FileSystemId'] },
          isByItem: true,
        },
      },
      taken: takenBy(
        'MountTargetId',
        'DeleteMountTarget',
        'DescribeMountTargetSecurityGroups',
        'DescribeMountTargets',
        'ModifyMountTargetSecurityGroups',
      ),
      fills: { 'file-system.FileSystemId': 'joined.FileSystemId' },
      source: 'Amazon EFS API Reference, CreateMountTarget, MountTargetDescription',
    },
  ],
  emr: [
    {
      kind: 'persistent application UI',
      told: {
        CreatePersistentAppUI: {
          id: 'answer.PersistentAppUIId',
          tells: { TargetArn: ['TargetResourceArn'] },
        },
      },
      taken: takenBy(
        'PersistentAppUIId',
        'DescribePersistentAppUI',
        'GetPersistentAppUIPresignedURL',
      ),
      fills: { 'cluster.arn': 'joined.TargetArn' },
      source: 'Amazon EMR API Reference, CreatePersistentAppUI',
    },
  ],
  identitystore: [
    {
      kind: 'group membership',
      told: {
        CreateGroupMembership: { id: 'answer.MembershipId', tells: membership },
        DescribeGroupMembership: {
          id: 'MembershipId',
          tells: { GroupId: ['answer.GroupId'], UserId: ['answer.MemberId.UserId'] },
        },
        GetGroupMembershipId: { id: 'answer.MembershipId', tells: membership },
      },
      taken: takenBy('MembershipId', 'DeleteGroupMembership', 'DescribeGroupMembership'),
      fills: { 'Group.GroupId': 'joined.GroupId', 'User.UserId': 'joined.UserId' },
      source: 'Identity Store API Reference, CreateGroupMembership, GroupMembership',
    },
  ],
  kms: [
    {
      kind: 'alias',
      told: {
        CreateAlias: aliasTarget,
        ListAliases: {
          id: 'answer.Aliases[TargetKeyId].AliasName',
          tells: { KeyId: ['answer.Aliases[AliasName].TargetKeyId'] },
          isByItem: true,
        },
        UpdateAlias: aliasTarget,
      },
      taken: { DeleteAlias: 'AliasName' },
      fills: { 'key.KeyId': 'joined.KeyId' },
      source: 'AWS KMS API Reference, DeleteAlias, AliasListEntry',
    },
  ],
  s3files: [
    {
      kind: 'mount target',
      told: {
        CreateMountTarget: { id: 'answer.mountTargetId', tells: ofMountTarget },
        GetMountTarget: { id: 'mountTargetId', tells: ofMountTarget },
        UpdateMountTarget: { id: 'mountTargetId', tells: ofMountTarget },
      },
      taken: takenBy('mountTargetId', 'DeleteMountTarget', 'GetMountTarget', 'UpdateMountTarget'),
      fills: { 'file-system.FileSystemId': 'joined.FileSystemId' },
      source: 'Amazon S3 Files API Reference, CreateMountTarget, GetMountTarget',
    },
    {
      kind: 'access point',
      told: {
        CreateAccessPoint: { id: 'answer.accessPointId', tells: madeAccessPoint },
        GetAccessPoint: { id: 'accessPointId', tells: madeAccessPoint },
      },
      taken: takenBy('accessPointId', 'DeleteAccessPoint', 'GetAccessPoint'),
      fills: { 'access-point.arn': 'joined.AccessPointArn' },
      source: 'Amazon S3 Files API Reference, CreateAccessPoint, GetAccessPoint',
    },
  ],
  ssm: [
    {
      kind: 'maintenance window execution',
      told: {
        DescribeMaintenanceWindowExecutions: {
          id: 'answer.WindowExecutions[].WindowExecutionId',
          tells: { WindowId: ['WindowId'] },
        },
      },
      taken: { CancelMaintenanceWindowExecution: 'WindowExecutionId' },
      fills: { 'maintenancewindow.ResourceId': 'joined.WindowId' },
      source: 'AWS Systems Manager API Reference, DescribeMaintenanceWindowExecutions',
    },
  ],
};
