import type { PolicyDocument } from '../../../iam/policy.ts';
import { evaluatePolicy, type OracleRequest } from '../../oracle/evaluate-policy.ts';

/** Returns the requests that one of two lists of policies allows and the other does not: none where they mean the same. */
export function differingRequests(
  left: readonly PolicyDocument[],
  right: readonly PolicyDocument[],
): readonly OracleRequest[] {
  const requests = [...left, ...right].flatMap(requestsFor);
  return requests.filter((request) => isAllowed(left, request) !== isAllowed(right, request));
}

function isAllowed(documents: readonly PolicyDocument[], request: OracleRequest): boolean {
  return documents.some(
    (document) => evaluatePolicy(JSON.stringify(document), request) === 'allowed',
  );
}

/** For each action and resource: one that matches and one that misses, with each condition met and not. */
function requestsFor({ Statement }: PolicyDocument): readonly OracleRequest[] {
  const actions = [...new Set(Statement.flatMap(({ Action }) => Action))];
  return Statement.flatMap(({ Resource, Condition = {} }) => {
    const met: Record<string, readonly string[]> = { 'aws:username': ['jane'] };
    for (const keys of Object.values(Condition)) {
      for (const [key, values] of Object.entries(keys)) met[key.toLowerCase()] = values.slice(0, 1);
    }
    return Resource.flatMap(instancesOf).flatMap((resource) =>
      actions.flatMap((action) => [
        { action, resource, context: met },
        { action, resource, context: { 'aws:username': ['jane'] } },
      ]),
    );
  });
}

function instancesOf(pattern: string): readonly string[] {
  const matching = pattern
    .replaceAll('${*}', '\u0001')
    .replaceAll('${?}', '\u0002')
    .replaceAll('${$}', '$')
    .replaceAll('${aws:username}', 'jane')
    .replaceAll('*', 'anything/at all')
    .replaceAll('\u0001', '*')
    .replaceAll('\u0002', '?');
  return [matching, `${matching}-`, matching.slice(0, -1), pattern.replaceAll('${', '{')];
}
