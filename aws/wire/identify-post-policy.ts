import { isAwsHost } from '../partition.ts';
import { type CredentialScope, parseCredential, version2Scope } from './credential-scope.ts';
import type { Identification } from './identification.ts';
import { scanJsonBody } from './json-body.ts';
import { readParameters } from './read-parameters.ts';
import type { WireRequest } from './request.ts';
import type { RequestParts } from './request-parts.ts';
import { findS3Bucket } from './s3-bucket.ts';
import { parseS3Host } from './s3-host.ts';

/**
 * Tells whether a request may be an upload to S3 by an HTML form, whose signature stands in a field of the form. At a
 * custom endpoint, whose host says nothing, only that field tells it from a form of the program's own.
 */
export function mayBePostPolicy({ method, host, headers }: WireRequest): boolean {
  const isMultipart = headers.get('content-type')?.startsWith('multipart/form-data') === true;
  return method === 'POST' && isMultipart && (isS3Host(host) || !isAwsHost(host));
}

/**
 * Identifies an upload by form: who signed its policy needs `s3:PutObject` on the key that the form names.
 * Source: Amazon S3 API Reference, "Browser-based uploads using POST", with either version of the signature.
 */
export function identifyPostPolicy({ request, target, catalog }: RequestParts, body: Uint8Array) {
  const fields = readFields(body);
  const scope = findFormScope(fields, request.host);
  const entry = catalog.findService('s3')?.operations.PutObject;
  const key = fields.get('key')?.replace('${filename}', fields.get('file') ?? '');
  const bucket = findS3Bucket(request.host, scope) ?? target.path.split('/')[1] ?? '';
  const isUpload = scope !== undefined || isS3Host(request.host);
  if (entry === undefined || key === undefined || !isUpload) {
    const reason = 'the form of an upload to S3 names no key';
    return { identification: { kind: 'unidentified', target: null, reason } as const, scope };
  }
  const labels = new Map([
    ['Bucket', bucket],
    ['Key', key],
  ]);
  const sources = { labels, query: new Map(), headers: new Map(), scanBody: scanJsonBody };
  const identification: Identification = {
    kind: 'identified',
    service: 's3',
    operation: 'PutObject',
    entry,
    readParameters: () => readParameters(entry, sources, new Uint8Array(), false),
  };
  return { identification, scope };
}

function isS3Host(host: string): boolean {
  return parseS3Host(host) !== undefined;
}

function findFormScope(
  fields: ReadonlyMap<string, string>,
  host: string,
): CredentialScope | undefined {
  const accessKeyId = fields.get('awsaccesskeyid');
  if (accessKeyId !== undefined && fields.has('signature')) return version2Scope(accessKeyId, host);
  return parseCredential(fields.get('x-amz-credential'), false, undefined);
}

/** S3 takes 20 KB besides the file. Source: Amazon S3 API Reference, "POST Object", `MaxPostPreDataLengthExceeded`. */
const mostBytes = 64 * 1024;
const mostParts = 200;

// Names in lower case: S3 compares them without case. The file comes last, and its name stands for its contents: what
// it holds may look like fields.
function readFields(body: Uint8Array): ReadonlyMap<string, string> {
  const form = new TextDecoder().decode(body.subarray(0, mostBytes));
  const boundary = /^(?:\r\n)?(--[^\r\n]+)/.exec(form)?.[1];
  const fields = new Map<string, string>();
  if (boundary === undefined) return fields;
  for (const part of form.split(boundary, mostParts)) {
    const headEnd = part.indexOf('\r\n\r\n');
    const [, name, fileName] = partName.exec(part.slice(0, Math.max(0, headEnd))) ?? [];
    if (name === undefined) continue;
    fields.set(name.toLowerCase(), fileName ?? part.slice(headEnd + 4).replace(/\r\n$/, ''));
    if (fileName !== undefined) break;
  }
  return fields;
}

const partName = /[\s;]name="([^"]+)"(?:;\s*filename="([^"]*)")?/i;
