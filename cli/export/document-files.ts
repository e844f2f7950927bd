import { renderJsonMin, renderJsonPolicies } from '../../generator/render/json.ts';
import type { PolicyFormat } from '../../generator/render/render-policies.ts';
import { type PolicyTarget, policyLimits } from '../../generator/split/policy-limits.ts';
import { sizeOfDocument } from '../../generator/split/policy-size.ts';
import type { PolicyDocument } from '../../iam/policy.ts';
import { asObject, elementsOf } from '../../iam/policy-document/json-value.ts';
import { parseExported } from './same-meaning.ts';

/** Tells whether IAM takes the files of a format as they are, so that each document needs one of its own. */
export function hasFileForEach(format: PolicyFormat): boolean {
  return format === 'json' || format === 'json-min';
}

/** Returns the path of one of several documents: `policies/app.json` becomes `policies/app-2.json`. */
export function numberedPath(path: string, number: number): string {
  return path.replace(/(\.[^./\\]+)?$/, (extension) => `-${number}${extension}`);
}

/**
 * Tells whether texts are the documents of one policy that was split: each is as leastgrant writes it, and together they
 * are too large for one policy of the target.
 */
export function areSplitDocuments(texts: readonly string[], target: PolicyTarget): boolean {
  if (texts.length < 2) return false;
  const documents = texts.map(findOwnDocument);
  let size = 0;
  for (const document of documents) {
    if (document === undefined) return false;
    size += sizeOfDocument(document);
  }
  return size > policyLimits[target].document;
}

/** Returns the policy in a text that leastgrant has written and nobody has changed; undefined for any other text. */
export function findOwnDocument(text: string): PolicyDocument | undefined {
  const value = parseExported('json', text);
  if (!isOwnForm(value)) return undefined;
  const lines = text.replaceAll('\r\n', '\n');
  return renderJsonPolicies([value]) === lines || renderJsonMin([value]) === lines
    ? value
    : undefined;
}

function isOwnForm(value: unknown): value is PolicyDocument {
  const document = asObject(value);
  if (document?.Version !== '2012-10-17' || !Array.isArray(document.Statement)) return false;
  return elementsOf(document.Statement).every((one) => {
    const { Sid, Effect, Action, Resource } = asObject(one) ?? {};
    return typeof Sid === 'string' && Effect === 'Allow' && [Action, Resource].every(isTexts);
  });
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
