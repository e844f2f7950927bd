import type { PolicyDocument } from '../../iam/policy.ts';

/**
 * Tells whether all texts of a document are in Unicode's composed form, NFC. Terraform brings every string of its
 * language into it, and an object key that a Mac has written would become another one.
 * Source: Terraform's `cty` types, "String": normalized with NFC.
 */
export function isComposed(document: PolicyDocument): boolean {
  const text = JSON.stringify(document);
  return text === text.normalize('NFC');
}
