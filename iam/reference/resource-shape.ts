import { completeArn } from '../evaluate/arn-matcher.ts';
import { parsePattern } from '../evaluate/pattern.ts';
import type { KnownAction } from './known-action.ts';
import { type OverlapPart, overlaps } from './pattern-overlap.ts';

/**
 * Tells whether a resource of a policy can be one that AWS checks an action on: `*` always can; an ARN must have the
 * form of one of the action's resource types. Source: the resource types of the Service Authorization Reference.
 */
export function fitsAction(resource: string, action: KnownAction): boolean {
  if (/^\*+$/.test(resource)) return true;
  // AWS's own examples allow `s3:ListAllMyBuckets` on this, which is the form of no resource type.
  if (action.entry.resourceTypes === undefined && action.prefix === 's3')
    return /^arn:[^:]*:s3:::\*$/.test(resource);
  return templatesOf(action).some((arn) => fitsTemplate(resource, arn));
}

/** Returns the ARN templates of an action's resource types that a resource of a policy may have the form of. */
export function templatesFitting(resource: string, action: KnownAction): readonly string[] {
  return templatesOf(action).filter((arn) => fitsTemplate(resource, arn));
}

function templatesOf({ entry, service }: KnownAction): readonly string[] {
  return (entry.resourceTypes ?? []).flatMap((type) => service.resourceTypes[type]?.arn ?? []);
}

/** Tells whether some ARN of a resource type (`arn:${Partition}:s3:::${BucketName}`) matches a resource of a policy. */
function fitsTemplate(resource: string, template: string): boolean {
  const pattern = completeArn(resource);
  if (!hasSameStart(pattern, template)) return false;
  const known = parsed.get(template) ?? parseTemplate(template);
  parsed.set(template, known);
  return overlaps(parseResource(pattern), known);
}

/** Parsed templates: there are about 2,300 of them in all. */
const parsed = new Map<string, readonly OverlapPart[]>();

/** Most pairs differ in the service already. */
function hasSameStart(resource: string, template: string): boolean {
  const [, , service = ''] = resource.split(':', 3);
  const [, , wanted = ''] = template.replace('${Partition}', '').split(':', 3);
  return service === wanted || /[*?$]/.test(resource.split(':', 3).join(':'));
}

function parseResource(resource: string): readonly OverlapPart[] {
  return parsePattern(resource, { hasWildcards: true, hasVariables: true }).map((part) => {
    if (part.kind === 'text') return part;
    return part.kind === '?' ? { kind: 'one' } : { kind: 'many', excluded: '' };
  });
}

function parseTemplate(template: string): readonly OverlapPart[] {
  return [...template.matchAll(/\$\{(\w+)\}|[*]|[^$*]+|\$/g)].map(([text, variable]) => {
    if (text !== '*' && variable === undefined) return { kind: 'text', text };
    return { kind: 'many', excluded: excludedIn(variable) };
  });
}

/** The first fields of an ARN hold no colon, the name of a bucket no slash. */
function excludedIn(variable: string | undefined): string {
  if (variable === 'BucketName') return '/:';
  return variable === 'Partition' || variable === 'Region' || variable === 'Account' ? ':' : '';
}
