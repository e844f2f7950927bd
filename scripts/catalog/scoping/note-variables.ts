import type { BindingTarget, ResourceBinding } from '../bind/bind-variables.ts';
import type { Binding } from '../bind/binding.ts';
import type { WireOperation } from '../model.ts';
import { explainUnbound, type UnboundReason } from './explain-unbound.ts';

/** An ARN variable of a resource that an action of an operation is checked on. */
interface VariableOfResource {
  readonly operation: string;
  readonly action: string;
  /** Key into the service entry's `resourceTypes`. */
  readonly type: string;
  readonly variable: string;
}

/** A variable with the parameter that fills it, and the rule that found it. */
export type BoundVariable = VariableOfResource & Binding;

/** A variable that no parameter fills, and why. */
export type UnboundPlace = VariableOfResource & { readonly reason: UnboundReason };

/** What is noted of a service's variables. */
export interface VariableNotes {
  readonly bindings: BoundVariable[];
  readonly unbound: UnboundPlace[];
}

interface NotedResource {
  readonly operation: WireOperation;
  readonly action: string;
  readonly key: string;
  readonly target: BindingTarget;
  readonly own: Readonly<Record<string, string>>;
  readonly bound: ResourceBinding;
}

/** Notes how the variables of a resource were bound. What a row binds itself was found by nobody's rule. */
export function noteVariables(
  { operation, action, key, target, own, bound }: NotedResource,
  notes: VariableNotes,
): void {
  const place = { operation: operation.name, action, type: key };
  for (const [variable, binding] of bound.variables) {
    if (own[variable] === undefined) notes.bindings.push({ ...place, variable, ...binding });
  }
  for (const variable of bound.unbound) {
    const reason = explainUnbound(operation, target, variable);
    if (own[variable] === undefined) notes.unbound.push({ ...place, variable, reason });
  }
}
