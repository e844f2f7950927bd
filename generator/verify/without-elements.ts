import type { PolicyStatement } from '../../iam/policy.ts';
import type { StatementExplanation } from '../explanation.ts';
import type { ExplainedDocument } from '../render/policy-export.ts';
import { standsForAction } from '../shorten/stands-for-action.ts';
import type { PolicyElement } from './find-superfluous.ts';

/** Returns a policy without some elements, and without the statements that then have no action or no resource. */
export function withoutElements(
  policy: ExplainedDocument,
  elements: readonly PolicyElement[],
): ExplainedDocument {
  if (elements.length === 0) return policy;
  const { document, explanations } = policy;
  const kept = document.Statement.flatMap((statement, at) => {
    const own = elements.filter((one) => one.statement === at);
    const smaller = {
      ...statement,
      Action: without(statement.Action, own, 'action'),
      Resource: without(statement.Resource, own, 'resource'),
    };
    const isEmpty = smaller.Action.length === 0 || smaller.Resource.length === 0;
    return isEmpty ? [] : [{ statement: smaller, explanation: explanations[at] }];
  });
  return {
    document: { ...document, Statement: kept.map(({ statement }) => statement) },
    explanations: kept.flatMap(({ statement, explanation }) =>
      explanation === undefined ? [] : { ...explanation, ...reasonsFor(statement, explanation) },
    ),
  };
}

function without(
  texts: readonly string[],
  elements: readonly PolicyElement[],
  kind: PolicyElement['kind'],
): readonly string[] {
  const places = new Set(elements.filter((one) => one.kind === kind).map(({ place }) => place));
  return places.size === 0 ? texts : texts.filter((_, place) => !places.has(place));
}

function reasonsFor(
  { Action, Resource }: PolicyStatement,
  { reasons, wildcards }: StatementExplanation,
) {
  return {
    reasons: reasons.filter(({ action }) => Action.some((one) => standsForAction(one, action))),
    wildcards: wildcards.filter(({ resource }) => Resource.includes(resource)),
  };
}
