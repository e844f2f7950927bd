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
  amp: of('scraper.aps.amazonaws.com', 'CreateScraper'),
  appintegrations: of(
    'app-integrations.amazonaws.com',
    'CreateApplication',
    'CreateDataIntegration',
    'CreateEventIntegration',
  ),
  'application-discovery-service': of(
    'continuousexport.discovery.amazonaws.com',
    'StartContinuousExport',
  ),
  'arc-zonal-shift': of(
    'practice-run.arc-zonal-shift.amazonaws.com',
    'CreatePracticeRunConfiguration',
    'UpdatePracticeRunConfiguration',
    'UpdateZonalAutoshiftConfiguration',
  ),
  'auto-scaling': of('autoscaling.amazonaws.com', 'CreateAutoScalingGroup'),
  cloud9: of('cloud9.amazonaws.com', 'CreateEnvironmentEC2'),
  'cloudhsm-v2': of('cloudhsm.amazonaws.com', 'CreateCluster'),
  cloudtrail: {
    ...of(
      'cloudtrail.amazonaws.com',
      'CreateEventDataStore',
      'CreateTrail',
      'RegisterOrganizationDelegatedAdmin',
      'UpdateEventDataStore',
      'UpdateTrail',
    ),
    ...of('context.cloudtrail.amazonaws.com', 'PutEventConfiguration'),
  },
  'codeguru-reviewer': of('codeguru-reviewer.amazonaws.com', 'AssociateRepository'),
  'config-service': {
    ...of('config-conforms.amazonaws.com', 'PutConformancePack', 'PutOrganizationConformancePack'),
    ...of('config-multiaccountsetup.amazonaws.com', 'PutOrganizationConfigRule'),
  },
  connect: of('connect.amazonaws.com', 'CreateInstance', 'ReplicateInstance'),
  'customer-profiles': of('profile.amazonaws.com', 'CreateDomain', 'UpdateDomain'),
  dax: of('dax.amazonaws.com', 'CreateCluster'),
  'docdb-elastic': of(
    'docdb-elastic.amazonaws.com',
    'CreateCluster',
    'CreateClusterSnapshot',
    'RestoreClusterFromSnapshot',
  ),
  drs: of('drs.amazonaws.com', 'InitializeService'),
  ec2: {
    ...of('spot.amazonaws.com', 'RequestSpotInstances'),
    ...of('spotfleet.amazonaws.com', 'RequestSpotFleet'),
    ...of('ec2fleet.amazonaws.com', 'CreateFleet'),
    ...of(
      'ipam.amazonaws.com',
      'CreateIpam',
      'CreateIpamResourceDiscovery',
      'EnableIpamOrganizationAdminAccount',
    ),
    ...of(
      'reachabilityanalyzer.networkinsights.amazonaws.com',
      'EnableReachabilityAnalyzerOrganizationSharing',
    ),
  },
  ecr: {
    ...of('pullthroughcache.ecr.amazonaws.com', 'CreatePullThroughCacheRule'),
    ...of('replication.ecr.amazonaws.com', 'PutReplicationConfiguration'),
  },
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
    'ImportDiskImage',
    'ImportVmImage',
    'StartImagePipelineExecution',
    'UpdateImagePipeline',
  ),
  kafka: of(
    'kafka.amazonaws.com',
    'CreateCluster',
    'CreateClusterV2',
    'CreateReplicator',
    'CreateVpcConnection',
  ),
  kafkaconnect: of('kafkaconnect.amazonaws.com', 'CreateConnector'),
  kms: {
    ...of('cks.kms.amazonaws.com', 'CreateCustomKeyStore'),
    ...of('mrk.kms.amazonaws.com', 'ReplicateKey'),
  },
  lambda: of('lambda.amazonaws.com', 'CreateCapacityProvider'),
  lightsail: of('lightsail.amazonaws.com', 'ExportSnapshot'),
  memorydb: of('memorydb.amazonaws.com', 'CreateCluster'),
  mgn: of('mgn.amazonaws.com', 'InitializeService'),
  mq: of('mq.amazonaws.com', 'CreateBroker'),
  mwaa: of('airflow.amazonaws.com', 'CreateEnvironment'),
  'network-firewall': of(
    'network-firewall.amazonaws.com',
    'CreateFirewall',
    'CreateTLSInspectionConfiguration',
    'CreateVpcEndpointAssociation',
  ),
  networkmanager: of('networkmanager.amazonaws.com', 'CreateGlobalNetwork'),
  opensearch: of('opensearchservice.amazonaws.com', 'CreateDomain'),
  organizations: of('organizations.amazonaws.com', 'AcceptHandshake', 'CreateOrganization'),
  osis: of('osis.amazonaws.com', 'CreatePipeline'),
  ram: of('ram.amazonaws.com', 'EnableSharingWithAwsOrganization'),
  rds: {
    ...of('rds.amazonaws.com', 'CreateDBCluster', 'CreateDBInstance'),
    ...of('custom.rds.amazonaws.com', 'CreateCustomDBEngineVersion'),
  },
  redshift: of('redshift.amazonaws.com', 'CreateCluster'),
  rum: of('rum.amazonaws.com', 'CreateAppMonitor', 'UpdateAppMonitor'),
  sagemaker: of('sagemaker.amazonaws.com', 'CreateDomain'),
  securityhub: of('securityhub.amazonaws.com', 'EnableSecurityHub'),
  securitylake: of('securitylake.amazonaws.com', 'CreateDataLake'),
  'service-catalog-appregistry': of(
    'servicecatalog-appregistry.amazonaws.com',
    'CreateApplication',
    'UpdateApplication',
  ),
  shield: of('shield.amazonaws.com', 'EnableApplicationLayerAutomaticResponse'),
  'ssm-incidents': of('ssm-incidents.amazonaws.com', 'CreateReplicationSet'),
  'sso-admin': of('sso.amazonaws.com', 'CreateInstance'),
  'vpc-lattice': of(
    'vpc-lattice.amazonaws.com',
    'CreateService',
    'CreateServiceNetwork',
    'CreateTargetGroup',
  ),
  waf: of('waf.amazonaws.com', 'PutLoggingConfiguration'),
  'waf-regional': of('waf-regional.amazonaws.com', 'PutLoggingConfiguration'),
  wafv2: of('wafv2.amazonaws.com', 'PutLoggingConfiguration'),
};
