/**
 * IAM service prefixes that neither signing name nor endpoint prefix of the service says, by service id; the first that
 * has an action of the operation's name is taken.
 * Source: the service's page in the Service Authorization Reference ("service prefix: …").
 */
export const iamPrefixes: Readonly<Record<string, readonly string[]>> = {
  apigatewaymanagementapi: ['execute-api'],
  'api-gateway': ['apigateway'],
  apigatewayv2: ['apigateway'],
  cloudcontrol: ['cloudformation'],
  'cloudwatch-events': ['events'],
  docdb: ['rds'],
  'iot-data-plane': ['iot'],
  'iot-events-data': ['iotevents'],
  // Commands are actions of AWS IoT itself.
  'iot-jobs-data-plane': ['iotjobsdata', 'iot'],
  iotsecuretunneling: ['iot'],
  keyspaces: ['cassandra'],
  mturk: ['mechanicalturk'],
  neptune: ['rds'],
  'partnercentral-account': ['partnercentral'],
  'partnercentral-benefits': ['partnercentral'],
  'partnercentral-channel': ['partnercentral'],
  'partnercentral-selling': ['partnercentral'],
  'resource-groups-tagging-api': ['tag'],
  's3tables-iceberg': ['s3tables'],
};
