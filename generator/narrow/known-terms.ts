import { regionCode } from './place-names.ts';

/**
 * Terms with digits in them that names are made of, and that a text drawn at random would be taken for: algorithms,
 * formats, protocols, machines, hosts. Sources: RFC 8032 (ed25519), SEC 2 (secp256k1, prime256v1), the PKCS
 * series, the AWS CDK's default qualifier, the sizes of EC2's instances.
 */
const terms = [
  'ed25519|curve25519|x25519|secp\\d{3}[kr]1|prime\\d{3}v1|pbkdf2|krb5|pkcs\\d{1,2}|x509|hnb659fds',
  'ipv[46]|oauth[12]|saml2|http[23]|base(?:32|58|64)|utf(?:8|16|32)|sha(?:1|224|256|384|512)|aes(?:128|192|256)',
  'h26[3-6]|mp[34]|log4j2?|slf4j|neo4j|x86|x64|i[3-6]86|amd64|arm64|armv\\d(?:hf|l)|aarch64|p2p|[bcgmr]2[bcm]|e2e|k8s|i18n|l10n|a11y',
  '(?:\\d{1,3}x?|nano|micro|small|medium)large|v\\d(?:p\\d)?(?:alpha|beta)\\d|ec2|24x7|7x24',
  // Hosts: `prod2db1`, `web3app12`.
  '(?:web|app|api|db|svc|node|host|rack|az|dc|eu|us|ap|prod|prd|stage|stg|dev|qa|uat|tst)\\d{1,3}(?!\\d)',
  // The hash or the UUID that the CDK puts behind a name: the same in every deployment.
  '(?<=[a-z]{3})(?=[a-f]*\\d)(?:[0-9a-f]{8}|[0-9a-f]{32})$',
];

const anyTerm = new RegExp(`${terms.join('|')}|${regionCode}`, 'gi');

/** Returns what is left of a token without the terms that names are made of, in parts. */
export function withoutKnownTerms(token: string): readonly string[] {
  return token.split(anyTerm).filter((part) => part !== '');
}
