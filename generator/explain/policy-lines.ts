import { compileResource, completeArn } from '../../iam/evaluate/arn-matcher.ts';
import {
  type CompiledStatement,
  compilePolicy,
  findUnmetCondition,
  matchesAction,
} from '../../iam/evaluate/compile-policy.ts';
import { indexPatterns, type PatternIndex } from '../../iam/evaluate/pattern-index.ts';
import type { RequestContext } from '../../iam/evaluate/request-context.ts';
import type { PolicyDocument } from '../../iam/policy.ts';
import { parsePolicy } from '../../iam/policy-document/parse-policy.ts';
import type { Need } from '../verify/needs.ts';
import { requestsOfNeed } from '../verify/requests-of-need.ts';

/** One action on one resource of one statement. */
export interface PolicyLine {
  /** The place of its document, from 0. */
  readonly document: number;
  /** The place of its statement in the document, from 0. */
  readonly statement: number;
  readonly action: string;
  readonly resource: string;
}

/** The lines of a policy, ready to be asked which of them allow something. */
export interface PolicyLines {
  /** Returns the lines that allow what is needed; the same object for the same line. */
  find(need: Omit<Need<unknown>, 'subject'>): readonly PolicyLine[];
}

interface ActionLines {
  readonly lines: readonly { readonly line: PolicyLine; readonly statement: CompiledStatement }[];
  readonly index: PatternIndex;
}

/**
 * Indexes the lines of a policy by action, each action when it is first asked for. Asking costs the same however many
 * documents the policy is split into.
 */
export function indexPolicyLines(
  documents: readonly PolicyDocument[],
  common: RequestContext,
): PolicyLines {
  const statements = documents.flatMap((document, at) => {
    const name = `generated policy ${at + 1}`;
    return compilePolicy(parsePolicy(document, name), name).statements.map((statement, place) => ({
      statement,
      document: at,
      place,
    }));
  });
  const byAction = new Map<string, ActionLines>();
  const linesOf = (action: string): ActionLines => {
    const known = byAction.get(action);
    if (known !== undefined) return known;
    const lines = statements
      .filter(({ statement }) => matchesAction(statement, action))
      .flatMap(({ statement, document, place }) =>
        statement.source.resources.patterns.map((resource) => ({
          line: { document, statement: place, action, resource },
          statement,
        })),
      );
    const made = { lines, index: indexResources(lines.map(({ line }) => line.resource)) };
    byAction.set(action, made);
    return made;
  };
  return {
    find(need) {
      const { lines, index } = linesOf(need.action);
      const found = requestsOfNeed(need, common).flatMap(({ resource, context }) =>
        index
          .findAll(resource, context)
          .flatMap((place) => lines[place] ?? [])
          .filter(({ statement }) => findUnmetCondition(statement, context) === undefined)
          .map(({ line }) => line),
      );
      return found.length < 2 ? found : [...new Set(found)];
    },
  };
}

function indexResources(resources: readonly string[]): PatternIndex {
  return indexPatterns(resources.map(completeArn), (pattern) =>
    compileResource(pattern, { hasWildcards: true, hasVariables: true }),
  );
}
