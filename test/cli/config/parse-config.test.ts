import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../../cli/config/parse-config.ts';
import { LeastgrantError } from '../../../errors.ts';

/** Returns what is said of a configuration that is refused: the message and the hint. */
function complaintOf(text: string): readonly [string, string | undefined] {
  try {
    parseConfig(text, 'leastgrant.config.json');
  } catch (error) {
    if (error instanceof LeastgrantError && error.code === 'E_INPUT') {
      return [error.message.replace('`leastgrant.config.json`', 'FILE'), error.hint];
    }
    throw error;
  }
  throw new Error('the configuration was accepted');
}

describe('parseConfig', () => {
  it('takes everything that the page of the configuration names', () => {
    const config = {
      $schema: './node_modules/leastgrant/leastgrant.schema.json',
      scope: 'exact',
      patterns: ['arn:aws:s3:::uploads/${user}/*'],
      any: ['region'],
      thresholds: { counters: 3, paths: 9 },
      conditions: 'all',
      includeHidden: true,
      caller: { 'aws:username': 'jane', 'aws:PrincipalTag/team': 'red' },
      ignore: [{ service: 'sts', operation: 'Get*', resource: '*', reason: 'only the tests ask' }],
      policies: {
        'shop-app': {
          sessions: ['app', 'app-ci'],
          files: { json: 'policies/app.json', terraform: '../infra/app.tf' },
          target: 'role',
          identity: 'Deploy',
          scope: 'type',
          ignore: [{ resource: 'arn:aws:s3:::debug/*', reason: 'a tool of developers' }],
        },
      },
    };
    expect(parseConfig(`\ufeff${JSON.stringify(config)}`, 'c')).toEqual(config);
    expect(parseConfig('{}', 'c')).toEqual({});
  });

  it.each([
    ['', 'FILE is empty', 'write JSON'],
    ['[]', 'FILE is no JSON object', 'write JSON'],
    ['scope: exact', 'FILE is no JSON object', 'write JSON'],
    ['{"scope": "exact",}', 'FILE is no JSON: ', 'a comma too many'],
    [
      '{"scope":"exact","scope":"type"}',
      'FILE at line 1, column 18: the same key stands twice',
      'the last alone',
    ],
    [
      '{"scop":"exact"}',
      'FILE: the key `scop` is not known',
      'did you mean `scope`? allowed are `$schema`, ',
    ],
    ['{"__proto__":1}', 'FILE: the key `__proto__` is not known', 'allowed are'],
    [
      '{"scope":"exakt"}',
      'FILE at `scope`: `exakt` is not known',
      'did you mean `exact`? allowed are `exact`, `pattern`, `type`',
    ],
    ['{"scope":["exact"]}', 'FILE at `scope`: a list stands where text belongs', 'allowed are'],
    [
      '{"patterns":"arn:aws:s3:::b"}',
      'FILE at `patterns`: text stands where a list belongs',
      'a list',
    ],
    [
      '{"patterns":["arn:aws:s3:::a","b"]}',
      'FILE at `patterns[1]`: `b` is not allowed',
      'a whole ARN',
    ],
    ['{"any":["region","region"]}', 'FILE at `any[1]`: `"region"` stands there twice', 'once'],
    [
      '{"thresholds":{"paths":1}}',
      'FILE at `thresholds.paths`: 1 is not allowed',
      'a whole number from 2 to',
    ],
    [
      '{"thresholds":{"paths":"5"}}',
      'FILE at `thresholds.paths`: text stands where a number belongs',
      'a whole number',
    ],
    [
      '{"includeHidden":"yes"}',
      'FILE at `includeHidden`: text stands where a boolean belongs',
      '`true` or `false`',
    ],
    [
      '{"thresholds":{"path":5}}',
      'FILE at `thresholds`: the key `path` is not known',
      'did you mean `paths`?',
    ],
    [
      '{"caller":{"username":"jane"}}',
      'FILE at `caller`: the key `username` is not allowed',
      '`aws:username`',
    ],
    [
      '{"caller":{"aws:username":""}}',
      'FILE at `caller["aws:username"]`: `` is not allowed',
      'the value',
    ],
    [
      '{"ignore":[{"service":"sts"}]}',
      'FILE at `ignore[0]`: `reason` is missing',
      'needed are `reason`',
    ],
    [
      '{"ignore":[{"reason":"x"}]}',
      'FILE at `ignore[0]`: none of `service`, `operation`, `resource` is there',
      'one of',
    ],
    [
      '{"ignore":[{"service":"s3","reason":" "}]}',
      'FILE at `ignore[0].reason`: ` ` is not allowed',
      'why',
    ],
    [
      '{"ignore":[{"service":"S3","reason":"x"}]}',
      'FILE at `ignore[0].service`: `S3` is not allowed',
      'leastgrant calls',
    ],
    [
      '{"policies":{"a b":{}}}',
      'FILE at `policies`: the key `a b` is not allowed',
      'letters, digits',
    ],
    [
      '{"policies":{"app":{}}}',
      'FILE at `policies.app`: `sessions` is missing',
      'needed are `sessions`, `files`',
    ],
    [
      '{"policies":{"a.b":{"sessions":[],"files":{}}}}',
      'FILE at `policies["a.b"].sessions`: the list is empty',
      'at least 1',
    ],
    [
      '{"policies":{"app":{"sessions":["../x"],"files":{}}}}',
      'FILE at `policies.app.sessions[0]`: `../x` is not allowed',
      'a session',
    ],
    [
      '{"policies":{"app":{"sessions":["x"],"files":{}}}}',
      'FILE at `policies.app.files`: none of `json`, ',
      'one of `json`',
    ],
    [
      '{"policies":{"app":{"sessions":["x"],"files":{"tf":"a.tf"}}}}',
      'FILE at `policies.app.files`: the key `tf` is not known',
      '`terraform`',
    ],
    [
      '{"policies":{"app":{"sessions":["x"],"files":{"json":"/etc/x"}}}}',
      'FILE at `policies.app.files.json`: `/etc/x` is not allowed',
      'a path below',
    ],
    [
      '{"policies":{"app":{"sessions":["x"],"files":{"json":"C:/x"}}}}',
      'FILE at `policies.app.files.json`',
      'a path below',
    ],
    [
      '{"policies":{"app":{"sessions":["x"],"files":{"json":"a\\\\b"}}}}',
      'FILE at `policies.app.files.json`',
      'a path below',
    ],
    [
      '{"policies":{"app":{"sessions":["x"],"files":{"json":"folder/"}}}}',
      'FILE at `policies.app.files.json`',
      'a path below',
    ],
  ])('refuses %s', (text, message, allowed) => {
    const [said, hint] = complaintOf(text);
    expect(said).toContain(message);
    expect(hint).toContain(allowed);
  });
});
