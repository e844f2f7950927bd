import { compileResource, completeArn } from '../../evaluate/arn-matcher.ts';
import { parsePattern } from '../../evaluate/pattern.ts';
import { compileMatcher, type TextMatcher } from '../../evaluate/text-matcher.ts';
import { toRepresentative } from '../../evaluate/to-representative.ts';
import type { Statement } from '../../policy-document/policy-document.ts';
import type { StatementFinding } from '../finding.ts';
import type { LintRule } from '../lint-rule.ts';
import { listPlace } from '../list-place.ts';

/** Above this, comparing each element with each would take long; IAM takes no list nearly as long. */
const longestList = 500;

/** Finds elements and statements that others make superfluous: removing one changes no decision. */
export const checkRedundancy: LintRule = ({ policy, source }) => {
  const ofActions = policy.statements.flatMap((one) => redundantElements(one, 'Action'));
  // Of a template, a `*` may be one resource that nobody knows yet.
  if (source.hasUnknownParts) return ofActions;
  return [
    ...ofActions,
    ...policy.statements.flatMap((one) => redundantElements(one, 'Resource')),
    ...redundantStatements(policy.statements.slice(0, longestList)),
  ];
};

function redundantElements(
  statement: Statement,
  element: 'Action' | 'Resource',
): readonly StatementFinding[] {
  const { patterns } = element === 'Action' ? statement.actions : statement.resources;
  if (patterns.length > longestList) return [];
  return findCovered(patterns, compileCover(element)).map(([at, by]) => ({
    level: 'warning',
    code: 'redundant',
    where: listPlace(statement, element, at),
    message: `\`${patterns[at]}\` is superfluous`,
    because: `\`${patterns[by]}\` (${listPlace(statement, element, by)}) matches all that it matches`,
  }));
}

function redundantStatements(statements: readonly Statement[]): readonly StatementFinding[] {
  const plain = statements.filter(
    ({ actions, resources }) => !actions.isNegated && !resources.isNegated,
  );
  return findCovered(plain, coversStatement).map(([at, by]) => ({
    level: 'warning',
    code: 'redundant-statement',
    where: plain[at]?.where ?? '',
    message: 'the statement is superfluous',
    because: `${plain[by]?.where} covers its actions and resources, under the same conditions or none`,
  }));
}

type Covers<One> = (one: One) => (other: One) => boolean;

/** Returns the places of what another covers, with the other's place; of two that cover each other, the later. */
function findCovered<One>(
  all: readonly One[],
  coverOf: Covers<One>,
): readonly (readonly [number, number])[] {
  const covers = all.map(coverOf);
  return all.flatMap((one, at): readonly (readonly [number, number])[] => {
    const by = all.findIndex(
      (other, place) =>
        place !== at &&
        covers[place]?.(one) === true &&
        (place < at || covers[at]?.(other) !== true),
    );
    return by === -1 ? [] : [[at, by]];
  });
}

function compileCover(element: 'Action' | 'Resource'): Covers<string> {
  const isAction = element === 'Action';
  return (pattern) => {
    const matcher = isAction
      ? compileAction(pattern)
      : compileResource(completeArn(pattern), syntax);
    return (other) => {
      if (other === pattern) return true;
      const text = isAction ? other.toLowerCase() : completeArn(other);
      return matcher.matches(toRepresentative(text), new Map());
    };
  };
}

const syntax = { hasWildcards: true, hasVariables: true };

function compileAction(pattern: string): TextMatcher {
  return compileMatcher(parsePattern(pattern.toLowerCase(), { ...syntax, hasVariables: false }));
}

const coversStatement: Covers<Statement> = (one) => {
  const actions = one.actions.patterns.map(compileCover('Action'));
  const resources = one.resources.patterns.map(compileCover('Resource'));
  const conditions = JSON.stringify(one.conditions);
  return (other) =>
    other.effect === one.effect &&
    (one.conditions.length === 0 || JSON.stringify(other.conditions) === conditions) &&
    other.actions.patterns.every((action) => actions.some((covers) => covers(action))) &&
    other.resources.patterns.every((resource) => resources.some((covers) => covers(resource)));
};
