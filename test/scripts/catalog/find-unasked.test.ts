import { describe, expect, it } from 'vitest';
import type { OperationEntry } from '../../../aws/catalog/entries.ts';
import { findUnasked } from '../../../scripts/catalog/find-unasked.ts';

const dependent = new Map([['lambda:CreateFunction', ['iam:PassRole', 'lambda:GetLayerVersion']]]);

function operation(...actions: readonly string[]): OperationEntry {
  return { parameters: {}, grants: actions.map((action) => ({ action, resources: [] })) };
}

describe('dependent actions that no row asks for', () => {
  it('are listed with the operations that lack them', () => {
    const operations = {
      CreateFunction: operation('lambda:CreateFunction', 'iam:passrole'),
      CreateFunctionV2: operation('lambda:CreateFunction'),
      ListFunctions: operation('lambda:ListFunctions'),
    };
    expect([...findUnasked({ operations }, dependent)]).toEqual([
      ['iam:PassRole', ['CreateFunctionV2']],
      ['lambda:GetLayerVersion', ['CreateFunction', 'CreateFunctionV2']],
    ]);
  });
});
