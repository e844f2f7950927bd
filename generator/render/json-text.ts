/**
 * Returns JSON with every character that IAM does not take in a policy document written as an escape: control
 * characters, and all beyond Latin-1. Readers of JSON see the same texts.
 * Source: IAM API Reference, CreatePolicy, `PolicyDocument`.
 */
export function escapeJson(json: string): string {
  return json.replaceAll(
    /[\u007f-\u009f\u0100-\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Returns a text as a JSON string, quotes included, in that way. */
export function quoteJson(text: string): string {
  return escapeJson(JSON.stringify(text));
}
