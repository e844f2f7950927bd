import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openCatalog } from '../../../aws/catalog/catalog.ts';
import { generatePolicy } from '../../../generator/generate-policy.ts';
import type { ExplainedDocument } from '../../../generator/render/policy-export.ts';
import { shortenActionList } from '../../../generator/shorten/shorten-action-list.ts';
import { shortenActions } from '../../../generator/shorten/shorten-actions.ts';
import { splitPolicy } from '../../../generator/split/split-policy.ts';
import { expandAction } from '../../../iam/reference/expand-actions.ts';
import { actionsOfPrefix } from '../../../iam/reference/known-action.ts';
import { permission } from '../permission-cases.ts';

const catalog = openCatalog();
const listActions = (prefix: string) => actionsOfPrefix(prefix, catalog).map(({ name }) => name);

function patternsOf(actions: readonly string[], all: readonly string[]): readonly string[] {
  return shortenActionList(actions, () => all).map(({ pattern }) => pattern);
}

function shorten(actions: readonly string[]): ExplainedDocument {
  const { document, explanations } = generatePolicy(actions.map((one) => permission(one, '*')));
  if (document === null) throw new Error('a policy was expected');
  return shortenActions({ document, explanations }, listActions);
}

const actionsOf = ({ document }: ExplainedDocument) =>
  document.Statement.flatMap((one) => one.Action);

describe('shortenActionList', () => {
  const all = ['a:GetItem', 'a:GetItemAcl', 'a:GetItems', 'a:GetPage', 'a:PutItem', 'a:PutItemAcl'];

  it.each<[string, readonly string[], readonly string[]]>([
    ['all of a kind', ['a:PutItem', 'a:PutItemAcl'], ['a:PutItem*']],
    ['all but one', ['a:GetItem', 'a:GetItemAcl'], []],
    ['a larger kind', ['a:GetItem', 'a:GetItemAcl', 'a:GetItems', 'a:GetPage'], ['a:Get*']],
    ['all there is, by its words', all, ['a:Get*', 'a:PutItem*']],
    ['one action alone', ['a:GetPage'], []],
    ['an action that nobody knows', ['a:PutItem', 'a:PutItemAcl', 'a:PutItemNew'], ['a:PutItem*']],
  ])('writes %s', (_name, actions, expected) => {
    expect(patternsOf(actions, all)).toEqual(expected);
  });

  it('ends after a whole word', () => {
    const keys = ['a:GetAPIKeyring', 'a:GetAPIKeys'];
    expect(patternsOf(keys, keys)).toEqual(['a:GetAPI*']);
  });

  it('knows that IAM compares without case', () => {
    const mixed = ['a:PutItem', 'a:PutItemAcl', 'a:putitemOld'];
    expect(patternsOf(['a:PutItem', 'a:PutItemAcl'], mixed)).toEqual([]);
  });

  it('leaves names that a pattern would not shorten', () => {
    expect(patternsOf(['a:Go', 'a:GoX'], ['a:Go', 'a:GoX'])).toEqual(['a:Go*']);
    expect(shortenActionList([], listActions)).toEqual([]);
  });
});

describe('shortenActions', () => {
  it('means the very same actions as of the catalog, in fewer characters', () => {
    const prefixes = ['s3', 'sqs', 'ecr', 'iam', 'dynamodb', 'lambda'];
    const someActions = fc.constantFrom(...prefixes).chain((prefix) => {
      const kinds = listActions(prefix).map((action) => action.replace(/(?<=:[A-Z][a-z]+).*/, ''));
      return fc.tuple(
        fc
          .subarray([...new Set(kinds)], { maxLength: 2 })
          .map((chosen) =>
            listActions(prefix).filter((action) => chosen.some((kind) => action.startsWith(kind))),
          ),
        fc.subarray([...listActions(prefix)], { minLength: 1 }),
        fc.constantFrom([], [`${prefix}:NobodyKnowsThis`]),
      );
    });
    fc.assert(
      fc.property(fc.array(someActions, { minLength: 1, maxLength: 3 }), (parts) => {
        const actions = [...new Set(parts.flat(2))].sort();
        const written = actionsOf(shorten(actions));
        const meant = written.flatMap((one) =>
          one.endsWith('*') ? expandAction(one, catalog).map(({ name }) => name) : one,
        );
        expect(meant.toSorted()).toEqual(actions);
        expect(written.join().length).toBeLessThanOrEqual(actions.join().length);
        expect(written).toEqual(written.toSorted());
      }),
      { numRuns: 60 },
    );
  });

  it('says what a pattern stands for, and keeps the reasons of what it stands for', () => {
    const shortened = shorten(['sqs:GetQueueAttributes', 'sqs:GetQueueUrl', 'sqs:SendMessage']);
    expect(actionsOf(shortened)).toEqual(['sqs:GetQueue*', 'sqs:SendMessage']);
    expect(shortened.explanations).toMatchObject([
      {
        reasons: [
          {
            action: 'sqs:GetQueue*',
            because:
              'stands for `sqs:GetQueueAttributes`, `sqs:GetQueueUrl`: all that AWS has of the kind',
          },
          { action: 'sqs:GetQueueAttributes' },
          { action: 'sqs:GetQueueUrl' },
          { action: 'sqs:SendMessage' },
        ],
      },
    ]);
  });

  it('keeps the reasons with their actions where a statement is split', () => {
    const resources = Array.from(
      { length: 200 },
      (_, at) => `arn:aws:sqs:eu-west-1:123456789012:q${at}`,
    );
    const actions = ['sqs:GetQueueAttributes', 'sqs:GetQueueUrl'];
    const { document, explanations } = generatePolicy(
      actions.map((one) => permission(one, resources)),
    );
    if (document === null) throw new Error('a policy was expected');
    const { documents } = splitPolicy(
      shortenActions({ document, explanations }, listActions),
      'managed',
    );
    expect(documents.length).toBeGreaterThan(1);
    for (const part of documents) {
      expect(part.document.Statement[0]?.Action).toEqual(['sqs:GetQueue*']);
      expect(part.explanations[0]?.reasons.map(({ action }) => action)).toEqual([
        'sqs:GetQueue*',
        ...actions,
      ]);
    }
  });
});
