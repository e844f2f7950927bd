/** What the values of a condition key look like. */
export interface ValueForm {
  readonly expression: RegExp;
  /** In the words of a hint: `write …`. */
  readonly expected: string;
}

const account: ValueForm = { expression: /^\d{12}$/, expected: 'an account of twelve digits' };
const organization: ValueForm = {
  expression: /^o-[a-z0-9]{10,32}$/,
  expected: 'the id of an organization: `o-a1b2c3d4e5`',
};
const servicePrincipal: ValueForm = {
  expression: /^[a-z0-9-]+(\.[a-z0-9-]+)+$/,
  expected: 'a service principal: `lambda.amazonaws.com`',
};
const network: ValueForm = {
  expression: /^vpc-([0-9a-f]{8}|[0-9a-f]{17})$/,
  expected: 'the id of a VPC: `vpc-` and 8 or 17 digits',
};

/**
 * Values of other forms are in no request. Keys in lower case.
 * Sources: IAM User Guide, "AWS global condition context keys", "IAM policy validation check reference", "Available keys
 * for IAM"; AWS KMS Developer Guide, kms:ViaService; AWS Organizations API Reference, Organization.
 */
export const valueForms: Readonly<Record<string, ValueForm>> = {
  'aws:principalaccount': account,
  'aws:resourceaccount': account,
  'aws:sourceaccount': account,
  'aws:vpceaccount': account,
  'kms:calleraccount': account,
  's3:resourceaccount': account,
  'aws:principalorgid': organization,
  'aws:resourceorgid': organization,
  'aws:sourceorgid': organization,
  'aws:vpceorgid': organization,
  'aws:calledvia': servicePrincipal,
  'aws:calledviafirst': servicePrincipal,
  'aws:calledvialast': servicePrincipal,
  'aws:principalservicename': servicePrincipal,
  'iam:awsservicename': servicePrincipal,
  'iam:passedtoservice': servicePrincipal,
  'aws:sourcevpc': network,
  'aws:ec2instancesourcevpc': network,
  'aws:sourcevpce': {
    expression: /^vpce-([0-9a-f]{8}|[0-9a-f]{17})$/,
    expected: 'the id of an endpoint: `vpce-` and 8 or 17 digits',
  },
  'aws:requestedregion': {
    expression: /^[a-z]{2,4}(-[a-z]+)+-\d$/,
    expected: 'a region: `eu-west-1`',
  },
  'kms:viaservice': {
    expression: /^[a-z0-9-]+\.[a-z0-9-]+\.amazonaws\.(com|com\.cn|eu)$/,
    expected: 'a service with its region: `s3.eu-west-1.amazonaws.com`',
  },
};
