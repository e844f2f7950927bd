/** How the ARN of an EC2 resource is written, as far as its id tells. */
export type Ec2IdForm = 'regional' | 'no account' | 'no region' | 'named' | 'unknown';

/** The types in ARNs by the prefix of their ids. */
const typesByPrefix: Readonly<Record<string, string>> = {
  acl: 'network-acl',
  aki: 'image',
  ami: 'image',
  ari: 'image',
  cgw: 'customer-gateway',
  cr: 'capacity-reservation',
  crf: 'capacity-reservation-fleet',
  'cvpn-endpoint': 'client-vpn-endpoint',
  dopt: 'dhcp-options',
  eice: 'instance-connect-endpoint',
  eigw: 'egress-only-internet-gateway',
  eipalloc: 'elastic-ip',
  eni: 'network-interface',
  fl: 'vpc-flow-log',
  fleet: 'fleet',
  h: 'dedicated-host',
  i: 'instance',
  igw: 'internet-gateway',
  ipam: 'ipam',
  'ipam-pool': 'ipam-pool',
  'ipam-res-disco': 'ipam-resource-discovery',
  'ipam-scope': 'ipam-scope',
  key: 'key-pair',
  lt: 'launch-template',
  nat: 'natgateway',
  pcx: 'vpc-peering-connection',
  pg: 'placement-group',
  pl: 'prefix-list',
  rtb: 'route-table',
  sfr: 'spot-fleet-request',
  sg: 'security-group',
  sgr: 'security-group-rule',
  sir: 'spot-instances-request',
  snap: 'snapshot',
  subnet: 'subnet',
  tgw: 'transit-gateway',
  'tgw-attach': 'transit-gateway-attachment',
  'tgw-rtb': 'transit-gateway-route-table',
  vgw: 'vpn-gateway',
  vol: 'volume',
  vpc: 'vpc',
  vpce: 'vpc-endpoint',
  'vpce-svc': 'vpc-endpoint-service',
  vpn: 'vpn-connection',
};

const named = new Set(['key-pair', 'placement-group']);

/**
 * Returns what follows the account in the ARN of the resource that an id names, where its ARN has this form: type and
 * id, the type alone where ARNs hold a name instead, the id alone where its prefix is unknown.
 * Sources: Amazon EC2 User Guide, "Resource IDs"; "Resource types defined by Amazon EC2", Service Authorization Reference.
 */
export function findEc2Resource(id: string, form: Ec2IdForm): string | undefined {
  const [, prefix = ''] = /^(.+)-[0-9a-f]+$/.exec(id) ?? [];
  const type = Object.hasOwn(typesByPrefix, prefix) ? typesByPrefix[prefix] : undefined;
  if (type === undefined) return form === 'unknown' ? id : undefined;
  if (formOf(type) !== form) return undefined;
  return form === 'named' ? type : `${type}/${id}`;
}

function formOf(type: string): Ec2IdForm {
  return named.has(type) ? 'named' : ec2FormOf(type);
}

/** Returns which fields the ARNs of a type have. Source: as above. */
export function ec2FormOf(type: string): Exclude<Ec2IdForm, 'named' | 'unknown'> {
  if (type === 'image' || type === 'snapshot') return 'no account';
  return type.startsWith('ipam') ? 'no region' : 'regional';
}
