/**
 * Services whose requests look exactly like those of another, by service id: signing name, host, path and operation are
 * the same, in whole or for some operations, so a request is recorded under the other one, which has the same IAM prefix.
 */
export const shadowedServices: Readonly<Record<string, string>> = {
  'cloudwatch-events': 'eventbridge',
  docdb: 'rds',
  greengrass: 'greengrassv2',
  neptune: 'rds',
  signer: 'signer-data',
  wisdom: 'qconnect',
};
