import type { Caller, StandInService } from './answer.ts';
import {
  answerJson,
  isJsonObject,
  type Json,
  type JsonObject,
  jsonOperation,
  objectMember,
  readJson,
  refuseJson,
  textMember,
} from './json-protocol.ts';
import { matchKeyCondition } from './key-condition.ts';
import { StandInError } from './stand-in-error.ts';

interface Table {
  /** The table's own description, as CreateTable gave it. */
  readonly input: JsonObject;
  readonly keyNames: readonly string[];
  /** Items by their key attributes as JSON. */
  readonly items: Map<string, JsonObject>;
}

type Handler = (input: JsonObject, caller: Caller) => JsonObject;

/** Returns DynamoDB: tables with items, and queries by key conditions joined with AND. */
export function makeDynamodb(): StandInService {
  const tables = new Map<string, Table>();

  function tableOf(input: JsonObject): Table {
    const name = tableName(input);
    const table = tables.get(name);
    if (table !== undefined) return table;
    throw new StandInError(
      'ResourceNotFoundException',
      `Requested resource not found: Table: ${name} not found`,
    );
  }

  const handlers: Readonly<Record<string, Handler>> = {
    CreateTable(input, caller) {
      const name = tableName(input);
      if (tables.has(name)) {
        throw new StandInError('ResourceInUseException', `Table already exists: ${name}`);
      }
      const table = { input, keyNames: keyNamesOf(input), items: new Map() };
      tables.set(name, table);
      return { TableDescription: describe(name, table, caller) };
    },
    DescribeTable: (input, caller) => ({
      Table: describe(tableName(input), tableOf(input), caller),
    }),
    PutItem(input) {
      const table = tableOf(input);
      const item = objectMember(input, 'Item');
      table.items.set(keyOf(table, item), item);
      return {};
    },
    GetItem(input) {
      const table = tableOf(input);
      return { Item: table.items.get(keyOf(table, objectMember(input, 'Key'))) };
    },
    Query(input) {
      const items = [...tableOf(input).items.values()].filter((item) =>
        matchKeyCondition(input, item),
      );
      return { Items: items, Count: items.length, ScannedCount: items.length };
    },
  };

  return {
    name: 'dynamodb',
    identify(request) {
      const name = jsonOperation(request);
      return name !== undefined && Object.hasOwn(handlers, name) ? name : undefined;
    },
    answer: (operation, { request, caller }) =>
      answerJson(handlers[operation]?.(readJson(request), caller) ?? {}, '1.0'),
    refuse: (error) => refuseJson(error, '1.0'),
  };
}

/** A table may be named by its ARN. */
function tableName(input: JsonObject): string {
  return textMember(input, 'TableName').replace(/^arn:.*:table\//, '');
}

function keyNamesOf(input: JsonObject): string[] {
  const schema: Json = input.KeySchema ?? [];
  if (!Array.isArray(schema)) throw new StandInError('ValidationException', 'KeySchema is no list');
  return schema.filter(isJsonObject).map((element) => textMember(element, 'AttributeName'));
}

function keyOf(table: Table, attributes: JsonObject): string {
  return JSON.stringify(table.keyNames.map((name) => objectMember(attributes, name)));
}

function describe(name: string, table: Table, { region, account }: Caller): JsonObject {
  const { AttributeDefinitions, KeySchema, GlobalSecondaryIndexes } = table.input;
  return {
    TableName: name,
    TableArn: `arn:aws:dynamodb:${region}:${account}:table/${name}`,
    TableStatus: 'ACTIVE',
    ItemCount: table.items.size,
    AttributeDefinitions,
    KeySchema,
    GlobalSecondaryIndexes,
  };
}
