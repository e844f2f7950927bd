import type { PolicyDocument } from '../../iam/policy.ts';
import { nearestName } from '../../iam/policy-document/nearest-name.ts';
import type { ExplanationFilter } from './explanation-filter.ts';
import type { PolicyLine } from './policy-lines.ts';

const mostNearest = 3;

/**
 * Returns the lines of a policy that are most like what was asked for, where nothing of it was: the same action on the
 * resources with the longest common beginning; else the action whose name is nearest; else those of the same service.
 */
export function findNearest(
  documents: readonly PolicyDocument[],
  filter: ExplanationFilter,
): readonly PolicyLine[] {
  const { action, resource } = filter.question;
  if (action === undefined && resource === undefined) return [];
  const lines = likeAction(linesOf(documents), filter);
  if (resource === undefined) return lines.slice(0, mostNearest);
  const wanted = resource.replace(/[*?].*$/s, '');
  return lines
    .map((line) => ({ line, common: commonLength(line.resource, wanted) }))
    .sort((left, right) => right.common - left.common)
    .slice(0, mostNearest)
    .map(({ line }) => line);
}

function linesOf(documents: readonly PolicyDocument[]): readonly PolicyLine[] {
  return documents.flatMap(({ Statement }, document) =>
    Statement.flatMap(({ Action, Resource }, statement) =>
      Action.flatMap((action) =>
        Resource.map((resource) => ({ document, statement, action, resource })),
      ),
    ),
  );
}

function likeAction(
  lines: readonly PolicyLine[],
  { question, matchesAction }: ExplanationFilter,
): readonly PolicyLine[] {
  const { action } = question;
  if (action === undefined) return lines;
  const same = lines.filter((line) => matchesAction(line.action));
  if (same.length > 0) return same;
  const names = new Map(
    lines.map((line) => [action.includes(':') ? line.action : nameOf(line.action), line.action]),
  );
  const nearest = names.get(nearestName(action, names.keys()) ?? '');
  if (nearest !== undefined) return lines.filter((line) => line.action === nearest);
  const [service] = action.toLowerCase().split(':');
  return lines.filter((line) => line.action.toLowerCase().startsWith(`${service}:`));
}

function nameOf(action: string): string {
  return action.slice(action.indexOf(':') + 1);
}

function commonLength(left: string, right: string): number {
  const most = Math.min(left.length, right.length);
  let at = 0;
  while (at < most && left[at] === right[at]) at += 1;
  return at;
}
