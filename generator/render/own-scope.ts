import type { Home } from '../find-home.ts';

/** A part of an ARN that a format can name instead of spelling it out. */
export type OwnPart = 'partition' | 'region' | 'account';

/** A text taken apart: what stands there literally, and what is the recorder's own. */
export type Piece = string | { readonly own: OwnPart };

/**
 * Returns a resource with its partition, region and account as references where they are the recorder's own. Only the
 * ARN's own fields are looked at: a name that happens to hold the account id stays the name that it is.
 */
export function piecesOfResource(resource: string, home: Home): readonly Piece[] {
  const [, partition = '', service = '', region = '', account = '', rest] =
    /^arn:([^:]*):([^:]*):([^:]*):([^:]*):(.*)$/s.exec(resource) ?? [];
  if (rest === undefined) return [resource];
  return join([
    'arn:',
    own('partition', partition, home),
    `:${service}:`,
    own('region', region, home),
    ':',
    own('account', account, home),
    `:${rest}`,
  ]);
}

const regionKeys = new Set(['aws:requestedregion', 'ec2:region']);
const accountKeys = new Set(['aws:resourceaccount', 'aws:principalaccount', 'aws:sourceaccount']);

/** Returns a condition's value in the same way: ARNs, and the values of keys that hold a region or an account. */
export function piecesOfValue(key: string, value: string, home: Home): readonly Piece[] {
  const name = key.toLowerCase();
  if (regionKeys.has(name)) return [own('region', value, home)];
  if (accountKeys.has(name) || name.endsWith(':resourceaccount')) {
    return [own('account', value, home)];
  }
  return name === 'kms:viaservice' ? piecesOfHost(value, home) : piecesOfResource(value, home);
}

/** Tells which references a list of texts needs. */
export function ownPartsOf(texts: Iterable<readonly Piece[]>): ReadonlySet<OwnPart> {
  const parts = new Set<OwnPart>();
  for (const pieces of texts) {
    for (const piece of pieces) if (typeof piece !== 'string') parts.add(piece.own);
  }
  return parts;
}

/** Returns the reference that a text consists of; undefined where there is anything else in it. */
export function soleReference(pieces: readonly Piece[]): OwnPart | undefined {
  const [first] = pieces;
  return pieces.length === 1 && typeof first === 'object' ? first.own : undefined;
}

/** Returns a text in a format's own way of writing: literals escaped, references named. */
export function writePieces(
  pieces: readonly Piece[],
  escapeLiteral: (text: string) => string,
  reference: (part: OwnPart) => string,
): string {
  return pieces
    .map((piece) => (typeof piece === 'string' ? escapeLiteral(piece) : reference(piece.own)))
    .join('');
}

/** `s3.eu-west-1.amazonaws.com` */
function piecesOfHost(value: string, home: Home): readonly Piece[] {
  const [, service = '', region = '', suffix] = /^([^.]+\.)([^.]+)(\..+)$/s.exec(value) ?? [];
  return suffix === undefined ? [value] : join([service, own('region', region, home), suffix]);
}

function own(part: OwnPart, value: string, home: Home): Piece {
  return value !== '' && value === home[part] ? { own: part } : value;
}

function join(pieces: readonly Piece[]): readonly Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (typeof piece === 'string' && typeof last === 'string')
      joined[joined.length - 1] = last + piece;
    else joined.push(piece);
  }
  return joined;
}
