import { cbor } from '@smithy/core/cbor';
import { collectValues } from './collect-values.ts';
import { parseJson } from './parse-json.ts';
import { readXmlBody } from './xml-body.ts';

/** AWS's own code of an error and its text, as far as the answer has them. */
export interface WireError {
  readonly code: string | null;
  readonly message: string | null;
}

/**
 * Reads an error in each protocol's own shape: a header or `code` of REST-JSON, `__type` of JSON and CBOR, `Code` of XML:
 * of S3 (`Error`), of query services (`ErrorResponse`), of EC2 (`Response`). `body` may have lost its end.
 * Source: Smithy 2.0, "Operation error serialization" of each protocol.
 */
export function readError(headers: ReadonlyMap<string, string>, body: Uint8Array): WireError {
  const { code, message } = readBody(headers.get('content-type') ?? '', body);
  const header = headers.get('x-amzn-errortype') ?? headers.get('x-amzn-error-type');
  return { code: toCode(header ?? code), message: message ?? null };
}

interface RawError {
  readonly code?: string | undefined;
  readonly message?: string | undefined;
}

function readBody(contentType: string, body: Uint8Array): RawError {
  if (contentType.includes('cbor')) return readFields(parseCbor(body));
  const text = new TextDecoder().decode(body).trimStart();
  if (text.startsWith('<')) return readXml(body, text);
  return readFields(parseJson(text, false) ?? parseJson(text, true));
}

const codeFields = ['__type', 'code', 'Code', 'Error.Code', 'error.code'];
const messageFields = ['message', 'Message', 'errorMessage', 'Error.Message', 'error.message'];

function readFields(root: unknown): RawError {
  const first = (wires: readonly string[]) =>
    wires.flatMap((wire) => collectValues(root, wire)).find((value) => value !== '');
  return { code: first(codeFields), message: first(messageFields) };
}

const xmlParents = ['', 'Error.', 'Errors.Error.'];

function readXml(body: Uint8Array, text: string): RawError {
  const wires = xmlParents.flatMap((parent) => [`${parent}Code`, `${parent}Message`]);
  const values = readXmlBody(body, true, wires).byWire;
  const first = (name: string) =>
    xmlParents.map((parent) => values.get(parent + name)?.[0]).find((value) => value !== undefined);
  // What is no well-formed XML still says its code: an HTML page around it, or a service of its own ways.
  const anywhere = /<Code>\s*([^<\s]{1,200})\s*<\/Code>/.exec(text)?.[1];
  return { code: first('Code')?.trim() ?? anywhere, message: first('Message') };
}

function parseCbor(body: Uint8Array): unknown {
  try {
    return cbor.deserialize(body);
  } catch {
    return undefined;
  }
}

/** Returns an error's code by itself, FooError of `aws.protocoltests#FooError:http://…`; null where it is none. */
export function toCode(text: string | undefined): string | null {
  const name = text?.replace(/:.*$/s, '').replace(/^.*#/s, '');
  return name !== undefined && /^[A-Za-z][\w.-]{0,120}$/.test(name) ? name : null;
}
