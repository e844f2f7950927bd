import { variableAliasesAToC } from './variable-aliases/services-a-c.ts';
import { variableAliasesDToH } from './variable-aliases/services-d-h.ts';
import { variableAliasesIToM } from './variable-aliases/services-i-m.ts';
import { variableAliasesNToZ } from './variable-aliases/services-n-z.ts';
import type { VariableAliases, VariablePlace } from './variable-aliases/variable-aliases.ts';

/**
 * Parameters of ARN variables that no binding rule finds, or that one finds wrongly. An expression is a parameter path,
 * a transform of parameters (iam/authorize/transforms.ts) or a text in quotes; it is used for operations that have its
 * parameters (`?` marks one that may be missing).
 * Source: the ARN's form in the service's page of the Service Authorization Reference, held against the operation's
 * members in its API reference.
 */
/** Every alias, by IAM prefix. */
export const variableAliases: VariableAliases = {
  ...variableAliasesAToC,
  ...variableAliasesDToH,
  ...variableAliasesIToM,
  ...variableAliasesNToZ,
};

/**
 * Returns the expressions to try for a variable of a resource type: those of the operation before those of the type,
 * and these before those of all types.
 */
export function aliasesOf(
  prefix: string,
  { operation, type, variable }: VariablePlace,
): readonly string[] {
  const aliases = variableAliases[prefix];
  return (
    aliases?.[`${operation}.${variable}`] ??
    aliases?.[`${type}.${variable}`] ??
    aliases?.[variable] ??
    []
  );
}
