import { collectValues } from './collect-values.ts';
import { parseJson } from './parse-json.ts';
import { toCode, type WireError } from './read-error.ts';
import { readXmlBody } from './xml-body.ts';

/**
 * Tells whether a successful answer of this operation can hold errors: of single entries, as the answers of batches do,
 * or of the whole, where S3 begins its answer before the work is done.
 * Sources: the response elements in each operation's API reference; Amazon S3 API Reference, CopyObject, UploadPartCopy,
 * CompleteMultipartUpload ("200 OK" with an embedded error).
 */
export function canHoldErrors(operation: string): boolean {
  return /^Batch|Batch$/.test(operation) || others.has(operation);
}

const others: ReadonlySet<string> = new Set([
  'CompleteMultipartUpload',
  'CopyObject',
  'DeleteObjects',
  'PutEvents',
  'PutPartnerEvents',
  'PutRecords',
  'UploadPartCopy',
]);

/** Returns the errors that the beginning of such an answer holds, without those that have no code. */
export function readEntryErrors(operation: string, body: Uint8Array): readonly WireError[] {
  const text = new TextDecoder().decode(body);
  // Nearly all answers hold none, and looking is cheaper than parsing.
  if (!/code/i.test(text)) return [];
  return text.trimStart().startsWith('<') ? xmlErrors(operation, body) : jsonErrors(text);
}

/** A list of the answer whose entries are errors, or may be. */
function jsonErrors(text: string): readonly WireError[] {
  const root = parseJson(text, true);
  if (typeof root !== 'object' || root === null) return [];
  return Object.values(root)
    .flatMap((list: unknown) => (Array.isArray(list) ? list : []))
    .flatMap((entry: unknown) => errorOf(entry) ?? []);
}

const parents = ['', 'Error.', 'error.', 'ErrorDetail.'];
const codeNames = ['ErrorCode', 'errorCode', 'Code', 'code', 'FailureCode', 'failureCode'];
const messageNames = ['ErrorMessage', 'errorMessage', 'Message', 'message'];

function errorOf(entry: unknown): WireError | undefined {
  const first = (names: readonly string[]) =>
    parents
      .flatMap((parent) => names.flatMap((name) => collectValues(entry, parent + name)))
      .find((value) => value !== '');
  const code = toCode(first(codeNames));
  return code === null ? undefined : { code, message: first(messageNames) ?? null };
}

// Codes and messages are lists of their own: a message counts only where each code has one.
function xmlErrors(operation: string, body: Uint8Array): readonly WireError[] {
  const places = [
    'Error.',
    ...['BatchResultErrorEntry', 'Failed.member', 'Errors.member'].map(
      (list) => `${operation}Result.${list}.`,
    ),
  ];
  const names = places.flatMap((place) => [`${place}Code`, `${place}Message`]);
  const values = readXmlBody(body, true, names).byWire;
  return places.flatMap((place) => {
    const codes = values.get(`${place}Code`) ?? [];
    const messages = values.get(`${place}Message`) ?? [];
    const isPaired = codes.length === messages.length;
    return codes.map((code, at) => ({
      code: toCode(code),
      message: isPaired ? (messages[at] ?? null) : null,
    }));
  });
}
