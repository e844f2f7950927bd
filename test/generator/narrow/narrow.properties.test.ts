import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasWildcard } from '../../../generator/covering-patterns.ts';
import { type GeneratedPolicy, generatePolicy } from '../../../generator/generate-policy.ts';
import { createMask } from '../../../generator/narrow/create-mask.ts';
import type { NarrowScope } from '../../../generator/narrow/narrow-settings.ts';
import { countsAsRunValue } from '../../../generator/narrow/run-value.ts';
import { renderJson } from '../../../generator/render/json.ts';
import type { Permission } from '../../../iam/permission.ts';
import type { PolicyStatement } from '../../../iam/policy.ts';
import { evaluatePolicy } from '../../oracle/evaluate-policy.ts';
import { permission } from '../permission-cases.ts';
import { resourceTypesOfCatalog } from './resource-types-of-catalog.ts';
import { runIds } from './run-ids.ts';

// As from a recording: the types of the services that were called.
const resourceTypes = resourceTypesOfCatalog([
  's3',
  'dynamodb',
  'ssm',
  'cloudwatch-logs',
  'kms',
  'sqs',
  'sns',
  'lambda',
]);

function generate(
  permissions: readonly Permission[],
  scope: NarrowScope = 'pattern',
): GeneratedPolicy {
  return generatePolicy(permissions, { scope, resourceTypes });
}

function policyOf(permissions: readonly Permission[], scope?: NarrowScope): string {
  return renderJson(generate(permissions, scope).document);
}

const word = fc.constantFrom(
  'orders',
  'users',
  'mail',
  'shop',
  'a',
  'web',
  'test',
  'v1',
  'v2',
  'x7k2p',
  '9qw1m',
);
const number = fc.oneof(fc.nat(20).map(String), fc.nat(10 ** 13).map(String));
const id = fc.oneof(
  fc.uuid(),
  fc.stringMatching(/^[0-9a-f]{8,40}$/),
  fc
    .date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
  number,
);
const part = fc.oneof({ weight: 3, arbitrary: word }, { weight: 2, arbitrary: id });
const name = fc
  .tuple(fc.array(part, { minLength: 1, maxLength: 3 }), fc.constantFrom('-', '_', '.'))
  .map(([parts, separator]) => parts.join(separator));
const path = fc
  .tuple(
    fc.array(name, { minLength: 1, maxLength: 4 }),
    fc.constantFrom('', '.csv', '.tar.gz', '.${*}'),
  )
  .map(([parts, extension]) => parts.join('/') + extension);
const place = fc.constantFrom(
  'eu-west-1:123456789012',
  'us-east-1:123456789012',
  'eu-west-1:210987654321',
);

const anyAccess = fc.oneof(
  fc.tuple(
    fc.constantFrom('s3:GetObject', 's3:PutObject'),
    fc.tuple(name, path).map(([bucket, key]) => `arn:aws:s3:::${bucket}/${key}`),
  ),
  fc.tuple(
    fc.constantFrom('dynamodb:GetItem', 'dynamodb:CreateTable'),
    fc.tuple(place, name).map(([where, table]) => `arn:aws:dynamodb:${where}:table/${table}`),
  ),
  fc.tuple(
    fc.constantFrom('ssm:GetParameter'),
    fc.tuple(place, path).map(([where, key]) => `arn:aws:ssm:${where}:parameter/${key}`),
  ),
  fc.tuple(
    fc.constantFrom('logs:PutLogEvents'),
    fc
      .tuple(place, path, path)
      .map(
        ([where, group, stream]) => `arn:aws:logs:${where}:log-group:${group}:log-stream:${stream}`,
      ),
  ),
  fc.tuple(
    fc.constantFrom('kms:Decrypt', 'kms:CreateKey'),
    fc.tuple(place, fc.uuid()).map(([where, key]) => `arn:aws:kms:${where}:key/${key}`),
  ),
  fc.tuple(
    fc.constantFrom('new:GetThing'),
    fc.tuple(place, path).map(([where, rest]) => `arn:aws:new:${where}:${rest}`),
  ),
);
const recording = fc
  .array(anyAccess, { minLength: 1, maxLength: 40 })
  .map((accesses) => accesses.map(([action, resource]) => permission(action, resource)));
const scope = fc.constantFrom<NarrowScope>('exact', 'pattern', 'type');

describe('a narrowed policy', () => {
  it('allows every recorded access', () => {
    fc.assert(
      fc.property(recording, scope, (permissions, chosen) => {
        const policy = policyOf(permissions, chosen);
        for (const { action, resources } of permissions) {
          for (const resource of resources) {
            const asked = resource.replaceAll('${*}', '*');
            expect(evaluatePolicy(policy, { action, resource: asked }), asked).toBe('allowed');
          }
        }
      }),
    );
  });

  it('is the same whatever the order and the repetitions of what was recorded', () => {
    const shuffled = recording.chain((permissions) =>
      fc.tuple(
        fc.constant(permissions),
        fc.shuffledSubarray([...permissions, ...permissions], {
          minLength: permissions.length * 2,
        }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([permissions, again]) => {
        expect(generate(again)).toEqual(generate(permissions));
      }),
    );
  });

  it('is its own narrowed policy', () => {
    fc.assert(
      fc.property(recording, scope, (permissions, chosen) => {
        const { document } = generate(permissions, chosen);
        expect(policyOf((document?.Statement ?? []).flatMap(permissionsOf), chosen)).toBe(
          renderJson(document),
        );
      }),
    );
  });

  it('names no partition, region or account that was not recorded', () => {
    const headOf = (resource: string) => resource.split(':').slice(0, 5).join(':');
    fc.assert(
      fc.property(recording, scope, (permissions, chosen) => {
        const recorded = new Set(permissions.flatMap(({ resources }) => resources.map(headOf)));
        for (const { Resource } of generate(permissions, chosen).document?.Statement ?? []) {
          for (const resource of Resource) expect(recorded).toContain(headOf(resource));
        }
      }),
    );
  });

  it('gives one reason or more for each wildcard, with the resources behind it', () => {
    fc.assert(
      fc.property(recording, scope, (permissions, chosen) => {
        const { document, explanations, generalisations } = generate(permissions, chosen);
        for (const [at, { Action, Resource }] of (document?.Statement ?? []).entries()) {
          const explained = new Set(explanations[at]?.wildcards.map(({ resource }) => resource));
          expect([...explained]).toEqual(Resource.filter(hasWildcard));
          for (const resource of Resource.filter(hasWildcard)) {
            for (const action of Action) {
              const found = generalisations.find(
                (one) => one.action === action && one.resource === resource,
              );
              expect(found?.recorded).toBeGreaterThan(0);
              expect(found?.rules.length).toBeGreaterThan(0);
            }
          }
        }
      }),
    );
  });

  it('changes nothing of the services that a further call is not about', () => {
    fc.assert(
      fc.property(recording, anyAccess, (permissions, [action, resource]) => {
        const before = policyOf(permissions);
        const after = policyOf([...permissions, permission(action, resource)]);
        const [service = ''] = action.split(':');
        expect(withoutService(after, service)).toEqual(withoutService(before, service));
      }),
    );
  });
});

/** What a program of a test suite does, with ids of a run. */
function program(ids: readonly string[]): readonly Permission[] {
  const at = 'eu-west-1:123456789012';
  return ids.flatMap((id) => [
    permission('s3:CreateBucket', `arn:aws:s3:::it-files-${id}`),
    permission('s3:PutObject', [
      `arn:aws:s3:::it-files-${id}/latest.csv`,
      `arn:aws:s3:::shop/tmp/${id}.json`,
      `arn:aws:s3:::shop/tmp/${id}/out.csv`,
    ]),
    permission('dynamodb:CreateTable', `arn:aws:dynamodb:${at}:table/it_${id}_orders`),
    permission('dynamodb:PutItem', [
      `arn:aws:dynamodb:${at}:table/it_${id}_orders`,
      `arn:aws:dynamodb:${at}:table/Config`,
    ]),
    permission('sqs:SendMessage', `arn:aws:sqs:${at}:test-reply-${id}`),
    permission('logs:PutLogEvents', `arn:aws:logs:${at}:log-group:/it/${id}:log-stream:run-${id}`),
    permission(
      'lambda:InvokeFunction',
      `arn:aws:lambda:${at}:function:it-ship-${id.replaceAll(':', '-')}`,
    ),
    permission('ssm:GetParameter', `arn:aws:ssm:${at}:parameter/it/${id}/db/password`),
  ]);
}

describe('two recordings of the same program', () => {
  it.each(Object.entries(runIds))('give the same policy, whatever the %s of the run', (_, ids) => {
    fc.assert(
      fc.property(ids, ids, (first, second) => {
        const policy = policyOf(program([first]));
        expect(policyOf(program([second]))).toBe(policy);
        expect(policyOf(program([first, second]))).toBe(policy);
      }),
      { numRuns: 20 },
    );
  });

  it('give the same policy where the ids are what the program makes', () => {
    const made = (id: string) => [
      permission('kms:CreateKey', '*'),
      permission('kms:Encrypt', `arn:aws:kms:eu-west-1:123456789012:key/${id}`),
    ];
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), (first, second) => {
        expect(policyOf(made(second))).toBe(policyOf(made(first)));
      }),
    );
  });

  it('give, put together, one pattern for ids that neither of them tells', () => {
    const short = fc.stringMatching(/^[a-z]\d[a-z]{2}$|^\d{1,3}$/);
    fc.assert(
      fc.property(short, short, fc.nat(3), (first, second, more) => {
        fc.pre(first !== second && /^\d/.test(first) === /^\d/.test(second));
        const recorded = program([first, second]);
        const third = first.replace(/\d$/, (digit) => String((Number(digit) + more) % 10));
        expect(policyOf([...recorded, ...program([third])])).toBe(policyOf(recorded));
      }),
    );
  });
});

function permissionsOf({ Action, Resource }: PolicyStatement): readonly Permission[] {
  return Action.map((action) => permission(action, Resource));
}

function withoutService(policy: string, service: string): readonly PolicyStatement[] {
  const { Statement }: { Statement: readonly PolicyStatement[] } = JSON.parse(policy);
  return Statement.filter(
    ({ Action }) => !Action.some((action) => action.startsWith(`${service}:`)),
  );
}

/** What a CI says of a run, and how names write it. */
const runFacts = fc.record({
  number: fc.integer({ min: 10_001, max: 90_000 }).map(String),
  branch: fc
    .array(fc.constantFrom('login', 'cart', 'retries', 'avatar', 'search', '4711', 'v2'), {
      minLength: 2,
      maxLength: 4,
    })
    .map((words) => `feature/${words.join('-')}`)
    .filter(countsAsRunValue),
});

describe('names with values that are known to belong to one run', () => {
  const written = ({ number, branch }: { number: string; branch: string }) => {
    const slug = branch.replaceAll('/', '-');
    const runValues = [
      { source: 'GITHUB_RUN_NUMBER', value: number },
      { source: 'GITHUB_HEAD_REF', value: branch },
    ];
    const permissions = program([slug, number, `${slug}-${number}`]);
    return renderJson(
      generatePolicy(permissions, { scope: 'pattern', resourceTypes, runValues }).document,
    );
  };

  it('give the same policy in another run', () => {
    fc.assert(
      fc.property(runFacts, runFacts, (first, second) => {
        expect(written(second)).toBe(written(first));
      }),
    );
  });

  it('are masked once: the policy is its own narrowed policy', () => {
    fc.assert(
      fc.property(runFacts, ({ number, branch }) => {
        const runValues = [
          { source: 'a', value: number },
          { source: 'b', value: branch },
        ];
        const mask = createMask(runValues);
        for (const text of [`x-${branch}-${number}`, `${number}/${branch}.txt`]) {
          expect(mask(mask(text).text).text).toBe(mask(text).text);
        }
      }),
    );
  });
});
