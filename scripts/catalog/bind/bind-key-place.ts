/**
 * Completes what fills the ARN of a KMS key: where the parameter holds the ARN of an alias, the key is in the account and
 * the Region of that ARN.
 * Source: AWS KMS Developer Guide, "Key identifiers", alias ARN.
 */
export function bindKeyPlace(
  template: string,
  bind: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const named = /^kmsKey\((?:.*, )?([^,]+)\)$/.exec(bind.KeyId ?? '')?.[1];
  if (named === undefined || !template.includes(':kms:') || named.startsWith('answer.'))
    return bind;
  return { Account: `aliasAccount(${named})`, Region: `aliasRegion(${named})`, ...bind };
}
