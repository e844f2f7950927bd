import type { ResourceForm } from './resource-form.ts';

/** Tells whether a variable holds a path: folders between slashes, whose last part may be a file. */
export function isPath({ type, values }: ResourceForm, variable: number): boolean {
  return isObjectKey(type.variables[variable]) || (values[variable] ?? '').includes('/');
}

/** Tells whether a variable is the key of an S3 object: its folders and its extension mean something. */
export function isObjectKey(variable: string | undefined): boolean {
  return variable === 'ObjectName';
}

/** Tells whether a variable is the name of an S3 bucket, which no account goes with: it is unique among all of them. */
export function isBucket({ head, type }: ResourceForm, variable: number): boolean {
  return head.endsWith('::') && type.service === 's3' && type.variables[variable] === 'BucketName';
}

/** Returns where a file's extension begins; the text's length where it has none. `.csv.gz` and `.tar.gz` are one. */
export function extensionStart(file: string): number {
  const dot = file.lastIndexOf('.');
  if (dot < 1 || !isExtension(file.slice(dot + 1))) return file.length;
  const before = file.lastIndexOf('.', dot - 1);
  const isPacked = packed.has(file.slice(dot + 1));
  return isPacked && before > 0 && isExtension(file.slice(before + 1, dot)) ? before : dot;
}

function isExtension(text: string): boolean {
  return /^[A-Za-z0-9]{1,8}$/.test(text) && /[A-Za-z]/.test(text);
}

/** Extensions that come after another one. */
const packed = new Set('gz bz2 zst xz br lz4 snappy enc gpg sig map'.split(' '));
