import { createHash } from 'node:crypto';
import { maskAccessKey } from '../access-key.ts';
import { reduceTimestreamQuery } from './reduce-timestream-query.ts';
import { reduceS3Location } from './s3-location.ts';

/**
 * Takes out of a parameter's value the part that decides permissions; undefined where it has none. The value itself is
 * payload, and is never recorded.
 */
export type Reducer = (value: string) => string | undefined;

/** The reducers that a place in the catalog can name, after ` | `. */
const reducers: Readonly<Record<string, Reducer>> = {
  // Source: AWS STS API Reference, Credentials, `AccessKeyId`.
  accessKey: (value) => (/^\w{16,128}$/.test(value) ? maskAccessKey(value) : undefined),
  // Source: AWS AppSync Events Developer Guide, "Publish via HTTP": `default/channel`, with or without a slash before it.
  channelNamespace: (value) => /^\/?([A-Za-z0-9-]+)(?:\/|$)/.exec(value)?.[1],
  // Tells ids and tokens apart without keeping them, however long they are.
  digest: (value) => createHash('sha256').update(value).digest('base64url').slice(0, 22),
  // Source: Amazon S3 User Guide, "How to perform conditional deletes": `*` asks only that the object is there.
  entityTag: (value) => (value.trim() === '*' ? undefined : 'ETag'),
  // Source: RFC 5322, section 3.4: an address, or a name and the address in angle brackets.
  mailAddress: (value) => /^(?:[^<>]*<)?([^\s<>@",;]+@[A-Za-z0-9.-]+)>?$/.exec(value.trim())?.[1],
  // Source: Amazon EC2 User Guide, "Resource IDs"; AWS Systems Manager User Guide, "Working with managed nodes".
  nodeId: (value) => (/^m?i-[0-9a-f]+$/.test(value) ? value : undefined),
  partiql: reducePartiql,
  // Source: Amazon DynamoDB API Reference, GetShardIterator of DynamoDB Streams: `STREAM_ARN|1|…`.
  streamArn: (value) => /^(arn:[^:]+:dynamodb:[^|\s]+)\|/.exec(value)?.[1],
  // Source: Amazon SNS API Reference, Unsubscribe: the ARN of a subscription is that of its topic, and an id.
  topicArn: (value) => /^(arn:[^:]+:sns:[^:]*:[^:]*:[^:]+):[^:]+$/.exec(value)?.[1],
  roleArn: (value) => (/^arn:[^:\s]+:iam::\d+:role\/\S+$/.test(value) ? value : undefined),
  roleArns: reduceRoles,
  s3Location: reduceS3Location,
  // Any other URL may be a presigned one, which holds a signature.
  s3Uri: (value) => (/^s3:\/\/[^\s?#]+$/.test(value) ? value : undefined),
  timestreamQuery: reduceTimestreamQuery,
};

/** Returns the reducer of this name. A name that is not known takes everything away, so that no payload is recorded. */
export function findReducer(name: string): Reducer {
  return Object.hasOwn(reducers, name) ? (reducers[name] ?? (() => undefined)) : () => undefined;
}

/**
 * Returns the ARNs of roles that a document names, each once, with a space between them. One that goes on with a variable
 * of the document is none.
 * Source: IAM API Reference, CreateRole: the characters of a role's name and path.
 */
function reduceRoles(document: string): string | undefined {
  const found = document.matchAll(
    /arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]+(?![\w+=,.@/${-])/g,
  );
  const roles = [...new Set([...found].map(([arn]) => arn))];
  return roles.length === 0 ? undefined : roles.join(' ');
}

/**
 * Returns verb, table and index of a PartiQL statement: `Select Music`, `Select Music AlbumIndex`.
 * Source: Amazon DynamoDB Developer Guide, "PartiQL statements for DynamoDB" (select, insert, update, delete; EXISTS
 * reads the table that it selects from).
 */
function reducePartiql(statement: string): string | undefined {
  const match = statementForm.exec(statement.slice(0, longestStatement));
  if (match === null) return undefined;
  const [, select, insert, update, remove, ...names] = match;
  const verb =
    (select && 'Select') ?? (insert && 'Insert') ?? (update && 'Update') ?? (remove && 'Delete');
  const [quoted, bare, quotedIndex, bareIndex] = names;
  const index = quotedIndex ?? bareIndex;
  return [verb, quoted ?? bare, ...(index === undefined ? [] : [index])].join(' ');
}

/** Source: Amazon DynamoDB API Reference, ExecuteStatement, `Statement`. */
const longestStatement = 8_192;

// A name in double quotes (a table's may be its ARN), or one that needs none.
const nameForm = '(?:"([A-Za-z0-9_.:/-]+)"|([A-Za-z0-9_-]+))';
const statementForm = new RegExp(
  String.raw`^\s*(?:(?:EXISTS\s*\(\s*)?(SELECT)\b.*?\bFROM|(INSERT)\s+INTO|(UPDATE)|(DELETE)\s+FROM)\s+` +
    `${nameForm}(?:\\s*\\.\\s*${nameForm})?`,
  'is',
);
