import { type Denial, type DenyingPolicy, denyingPolicies } from '../denial.ts';

/**
 * Returns what the text of an error says of why AWS denied a request: one denial for each sentence of AWS's form. The
 * text comes from outside: a part that has not the form of a principal, an action, an ARN or an encoded message is left
 * out, and nothing else of it is returned.
 * Sources: IAM User Guide, "Troubleshoot access denied error messages"; AWS STS API Reference,
 * DecodeAuthorizationMessage.
 */
export function parseDenials(text: string): readonly Denial[] {
  const encodedMessage = /Encoded authorization failure message:\s*([\w+/=-]{20,8192})/.exec(
    text,
  )?.[1];
  const [before = '', ...sentences] = text
    .slice(0, mostCharacters)
    .split(opening, mostSentences + 1);
  const denials = sentences.flatMap((rest, at) =>
    parseSentence(at === 0 ? before : (sentences[at - 1] ?? ''), rest),
  );
  if (encodedMessage === undefined) return denials;
  return (denials.length === 0 ? [unexplained] : denials).map((one) => ({
    ...one,
    encodedMessage,
  }));
}

const mostCharacters = 64 * 1024;
const mostSentences = 32;
const opening = /\bis not authorized to perform\b:?/;

const unexplained: Denial = {
  principal: null,
  action: null,
  resources: [],
  deniedBy: null,
  isExplicit: false,
  policy: null,
  encodedMessage: null,
};

function parseSentence(before: string, rest: string): readonly Denial[] {
  const action = /^\s+([a-z0-9-]{1,64}:[a-z0-9]{1,128})(?![\w:*-])/i.exec(rest);
  if (action === null) return [];
  const { resources, after } = readResources(rest.slice(action[0].length));
  return [
    {
      ...unexplained,
      principal: readPrincipal(before),
      action: action[1] ?? null,
      resources,
      ...readReason(after),
    },
  ];
}

// Source: IAM User Guide, "IAM identifiers"; AWS STS, "AssumedRoleUser" and "FederatedUser".
function readPrincipal(before: string): string | null {
  const last = /(\S{1,1024})\s*$/.exec(before.slice(-1100))?.[1] ?? '';
  return /^arn:[a-z0-9-]+:(?:iam|sts)::\d{12}:(?:root|(?:user|role|assumed-role|federated-user)\/[\w+=,.@/-]+)$/.test(
    last,
  )
    ? last
    : null;
}

/** What stands behind the resources where they were read to their end: an unquoted name may hold spaces. */
const ending = /^\s*(?:$|[.;(]|because\b|with\b|due to\b|Encoded\b|Go to\b|as\b|Service:)/i;

function readResources(text: string): {
  readonly resources: readonly string[];
  readonly after: string;
} {
  const start = /^\s+on\s+(?:the\s+following\s+)?resources?:?\s+\[?/i.exec(text);
  if (start === null) return { resources: [], after: text };
  let after = text.slice(start[0].length);
  const named: string[] = [];
  for (;;) {
    const item = /^(?:"([^"]{1,2048})"|([^\s",\]]{1,2048}))\]?(?:,\s*|\s+and\s+)?/.exec(after);
    if (item === null) break;
    named.push(item[1] ?? (item[2] ?? '').replace(/[.;)]+$/, ''));
    after = after.slice(item[0].length);
    if (!/(?:,|and)\s*$/.test(item[0])) break;
  }
  const isWhole = ending.test(after) && named.every(isResource);
  return { resources: isWhole ? [...new Set(named)].sort() : [], after };
}

function isResource(text: string): boolean {
  return (
    text === '*' || /^arn:[a-z0-9-]+:[a-z0-9-]+:[a-z0-9-]*:(?:\d{12}|aws)?:\P{Cc}+$/u.test(text)
  );
}

type Reason = Pick<Denial, 'deniedBy' | 'isExplicit' | 'policy'>;

function readReason(text: string): Reason {
  const explicit =
    /\ban explicit deny(?:\s+in\s+(?:an?|the)\s+([a-z0-9 -]{1,40}?(?:policy|boundary)\b)(?::\s*(\S+))?)?/i.exec(
      text,
    );
  if (explicit !== null) {
    const [, kind = '', policy = ''] = explicit;
    return { deniedBy: kindOf(kind), isExplicit: true, policy: policyArn(policy) };
  }
  if (/\bS3 Block Public Access\b/.test(text))
    return { deniedBy: 'S3 Block Public Access', isExplicit: true, policy: null };
  const implicit = /\bbecause\s+no\s+([a-z0-9 -]{1,40}?(?:policy|boundary))\s+allows\b/i.exec(text);
  // What KMS says of a key in another account, or in none.
  const isResourcePolicy = /\bno\s+resource-based\s+policies\s+allow\b/i.test(text);
  const kind = implicit?.[1] ?? (isResourcePolicy ? 'resource-based policy' : '');
  return { deniedBy: kindOf(kind), isExplicit: false, policy: null };
}

function kindOf(text: string): DenyingPolicy | null {
  const kind = text
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .replace(/^(identity|resource) policy$/, '$1-based policy');
  return denyingPolicies.find((one) => one.toLowerCase() === kind) ?? null;
}

// Source: IAM User Guide, "IAM identifiers"; AWS Organizations, "Policy" resource type.
function policyArn(text: string): string | null {
  const arn = text.replace(/[.;,)]+$/, '');
  return /^arn:[a-z0-9-]+:(?:iam|organizations)::(?:\d{12}|aws):policy\/[\w+=,.@/-]{1,512}$/.test(
    arn,
  )
    ? arn
    : null;
}
