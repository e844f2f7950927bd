/**
 * IAM service prefixes that neither signing name nor endpoint prefix of the service says, by service id.
 * Source: the service's page in the Service Authorization Reference ("service prefix: …").
 */
export const iamPrefixes: Readonly<Record<string, string>> = {
  apigatewaymanagementapi: 'execute-api',
  'api-gateway': 'apigateway',
  apigatewayv2: 'apigateway',
  cloudcontrol: 'cloudformation',
  'cloudwatch-events': 'events',
  connectparticipant: 'execute-api',
  docdb: 'rds',
  'iot-data-plane': 'iot',
  'iot-events-data': 'iotevents',
  'iot-jobs-data-plane': 'iotjobsdata',
  iotsecuretunneling: 'iot',
  keyspaces: 'cassandra',
  mturk: 'mechanicalturk',
  neptune: 'rds',
  'resource-groups-tagging-api': 'tag',
};
