import type { BindingTarget } from '../bind/bind-variables.ts';
import { isAboutType, nounOf } from '../bind/operation-noun.ts';
import { normalise } from '../bind/parameters.ts';
import type { WireOperation } from '../model.ts';
import { findUnbound } from '../tables/unbound-variables.ts';

/** Why an ARN variable has no parameter. */
export interface UnboundReason {
  /**
   * `made`: the call makes the resource, and AWS gives its id. `listed`: the call asks which there are. `answer`: only
   * what AWS answers tells it. `ambiguous`: the request's value may mean two things. `unknown`: nobody has looked.
   */
  readonly kind: 'made' | 'listed' | 'answer' | 'ambiguous' | 'unknown';
  readonly because: string;
}

/** Says why no parameter of an operation fills a variable of a resource type's ARN. */
export function explainUnbound(
  operation: WireOperation,
  target: BindingTarget,
  variable: string,
): UnboundReason {
  const known = findUnbound(target.iamPrefix, {
    operation: operation.name,
    type: target.type,
    variable,
  });
  if (known?.kind === 'ambiguous') return known;
  if (isMadeBy(operation.name, target, variable)) return made;
  if (known !== undefined) return known;
  return isListedBy(operation, target) ? listed : unknown;
}

const made: UnboundReason = {
  kind: 'made',
  because: 'AWS gives it when it makes the resource',
};
const listed: UnboundReason = {
  kind: 'listed',
  because: 'the call asks which there are',
};
const unknown: UnboundReason = {
  kind: 'unknown',
  because: 'no rule and no alias tells which parameter says it',
};

const makingVerb =
  /^(?:Batch)?(?:Allocate|Clone|Copy|Create|Export|Generate|Import|Launch|Provision|Publish|Purchase|Put|Register|Request|Restore|Run|Send|Start|Submit|Upload)(?=[A-Z])/;

// The resource that a call makes is named like the operation, or the operation like it: `CreateLocationEfs` makes a
// location, `RequestSpotInstances` a spot-instances-request. Only what AWS numbers itself is not in the request.
function isMadeBy(operation: string, { type, template }: BindingTarget, variable: string): boolean {
  if (
    !makingVerb.test(operation) ||
    !/(?:id|arn|number|time|timestamp|token|version|revision|label|string|barcode|source|uuid|path)$/i.test(
      variable,
    )
  )
    return false;
  const isLast = template.endsWith(`\${${variable}}`);
  const kind = normalise(type).replace(/s$/, '');
  const noun = nounOf(operation).replace(/s$/, '');
  return isLast && (noun.includes(kind) || kind.includes(noun));
}

const listingVerb = /^(?:BatchGet|Describe|Get|List|Search)(?=[A-Z])/;

// A call that can name none, or asks for the types of its own name in the plural.
function isListedBy({ name, members }: WireOperation, { type }: BindingTarget): boolean {
  if (!listingVerb.test(name)) return false;
  const noun = nounOf(name);
  const isPlural =
    noun.endsWith('s') && isAboutType(name, normalise(type)) && noun !== normalise(type);
  return isPlural || [...members].every(([member, { shape }]) => isSelection(member, shape().type));
}

// What pages, sorts and filters names no resource.
function isSelection(member: string, shape: string): boolean {
  return (
    shape === 'structure' ||
    /^(?:max.*|next.*|page.*|limit|marker|starting.*|.*token|.*filters?|sort.*|order.*|.*status|.*time|.*date|.*type|include.*|dryrun|.*by)$/i.test(
      member,
    )
  );
}
