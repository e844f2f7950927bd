import type { StandInService } from './answer.ts';
import {
  answerJson,
  type JsonObject,
  jsonOperation,
  readJson,
  refuseJson,
  textMember,
} from './json-protocol.ts';
import { StandInError } from './stand-in-error.ts';

interface StoredParameter {
  readonly name: string;
  readonly type: string;
  readonly value: string;
  readonly version: number;
  readonly modified: number;
}

/** Returns Systems Manager's parameter store. */
export function makeSsm(): StandInService {
  const parameters = new Map<string, StoredParameter>();

  function put(input: JsonObject): JsonObject {
    const name = textMember(input, 'Name');
    const before = parameters.get(name);
    if (before !== undefined && input.Overwrite !== true) {
      throw new StandInError('ParameterAlreadyExists', 'The parameter already exists.');
    }
    const version = (before?.version ?? 0) + 1;
    const type = typeof input.Type === 'string' ? input.Type : (before?.type ?? 'String');
    const value = textMember(input, 'Value');
    parameters.set(name, { name, type, value, version, modified: Date.now() / 1000 });
    return { Version: version, Tier: 'Standard' };
  }

  function get(input: JsonObject, region: string, account: string): JsonObject {
    const parameter = parameters.get(textMember(input, 'Name'));
    if (parameter === undefined) throw new StandInError('ParameterNotFound', 'No such parameter.');
    return { Parameter: describe(parameter, region, account) };
  }

  function getByPath(input: JsonObject, region: string, account: string): JsonObject {
    const path = textMember(input, 'Path').replace(/\/?$/, '/');
    const isBelow = ({ name }: StoredParameter) =>
      name.startsWith(path) && (input.Recursive === true || !name.slice(path.length).includes('/'));
    const found = [...parameters.values()].filter(isBelow);
    return { Parameters: found.map((parameter) => describe(parameter, region, account)) };
  }

  return {
    name: 'ssm',
    identify: (request) => operations.find((name) => name === jsonOperation(request)),
    answer(operation, { request, caller: { region, account } }) {
      const input = readJson(request);
      if (operation === 'PutParameter') return answerJson(put(input), '1.1');
      const read = operation === 'GetParameter' ? get : getByPath;
      return answerJson(read(input, region, account), '1.1');
    },
    refuse: (error) => refuseJson(error, '1.1'),
  };
}

const operations = ['PutParameter', 'GetParameter', 'GetParametersByPath'];

function describe(parameter: StoredParameter, region: string, account: string): JsonObject {
  const { name, type, value, version, modified } = parameter;
  return {
    ARN: `arn:aws:ssm:${region}:${account}:parameter/${name.replace(/^\//, '')}`,
    DataType: 'text',
    LastModifiedDate: modified,
    Name: name,
    Type: type,
    Value: value,
    Version: version,
  };
}
