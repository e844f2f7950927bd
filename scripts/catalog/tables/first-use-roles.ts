const of = (principal: string, ...operations: readonly string[]) =>
  Object.fromEntries(operations.map((operation) => [operation, principal]));

/**
 * The service whose service-linked role an operation makes the first time that it is called in an account: by service
 * id and operation. Later calls need no permission for it, and nothing on the wire tells a first call from a later one.
 * Source: column "Dependent actions" of the service's page in the Service Authorization Reference, and "Using
 * service-linked roles" in its guide, which names the service.
 */
export const firstUseRoles: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  accessanalyzer: of('access-analyzer.amazonaws.com', 'CreateAnalyzer'),
  'auto-scaling': of('autoscaling.amazonaws.com', 'CreateAutoScalingGroup'),
  cloudtrail: of(
    'cloudtrail.amazonaws.com',
    'CreateEventDataStore',
    'CreateTrail',
    'UpdateEventDataStore',
    'UpdateTrail',
  ),
  'config-service': of(
    'config-conforms.amazonaws.com',
    'PutConformancePack',
    'PutOrganizationConformancePack',
  ),
  ec2: {
    ...of('spot.amazonaws.com', 'RequestSpotInstances'),
    ...of('spotfleet.amazonaws.com', 'RequestSpotFleet'),
    ...of('ec2fleet.amazonaws.com', 'CreateFleet'),
    ...of('ipam.amazonaws.com', 'CreateIpam', 'EnableIpamOrganizationAdminAccount'),
  },
  ecr: of('replication.ecr.amazonaws.com', 'PutReplicationConfiguration'),
  ecs: of('ecs.amazonaws.com', 'CreateCluster', 'CreateService'),
  eks: {
    ...of('eks.amazonaws.com', 'CreateCluster'),
    ...of('eks-fargate.amazonaws.com', 'CreateFargateProfile'),
    ...of('eks-nodegroup.amazonaws.com', 'CreateNodegroup'),
  },
  'elastic-load-balancing': of('elasticloadbalancing.amazonaws.com', 'CreateLoadBalancer'),
  'elastic-load-balancing-v2': of('elasticloadbalancing.amazonaws.com', 'CreateLoadBalancer'),
  elasticache: of('elasticache.amazonaws.com', 'CreateCacheCluster', 'CreateReplicationGroup'),
  fis: of('fis.amazonaws.com', 'StartExperiment'),
  grafana: of('grafana.amazonaws.com', 'CreateWorkspace', 'UpdateWorkspace'),
  guardduty: of('guardduty.amazonaws.com', 'CreateDetector'),
  imagebuilder: of(
    'imagebuilder.amazonaws.com',
    'CreateImage',
    'CreateImagePipeline',
    'StartImagePipelineExecution',
    'UpdateImagePipeline',
  ),
  kafka: of('kafka.amazonaws.com', 'CreateCluster', 'CreateClusterV2'),
  kafkaconnect: of('kafkaconnect.amazonaws.com', 'CreateConnector'),
  memorydb: of('memorydb.amazonaws.com', 'CreateCluster'),
  mq: of('mq.amazonaws.com', 'CreateBroker'),
  'network-firewall': of('network-firewall.amazonaws.com', 'CreateFirewall'),
  networkmanager: of('networkmanager.amazonaws.com', 'CreateGlobalNetwork'),
  opensearch: of('opensearchservice.amazonaws.com', 'CreateDomain'),
  organizations: of('organizations.amazonaws.com', 'AcceptHandshake', 'CreateOrganization'),
  osis: of('osis.amazonaws.com', 'CreatePipeline'),
  ram: of('ram.amazonaws.com', 'EnableSharingWithAwsOrganization'),
  rds: of('rds.amazonaws.com', 'CreateDBCluster', 'CreateDBInstance'),
  redshift: of('redshift.amazonaws.com', 'CreateCluster'),
  securityhub: of('securityhub.amazonaws.com', 'EnableSecurityHub'),
  'vpc-lattice': of(
    'vpc-lattice.amazonaws.com',
    'CreateService',
    'CreateServiceNetwork',
    'CreateTargetGroup',
  ),
  wafv2: of('wafv2.amazonaws.com', 'PutLoggingConfiguration'),
};
