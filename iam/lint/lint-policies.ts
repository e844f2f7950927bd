import type { CatalogSource } from '../../aws/catalog/catalog.ts';
import type { Statement } from '../policy-document/policy-document.ts';
import { readPolicy } from '../policy-document/read-policy.ts';
import type { PolicySource } from '../policy-document/sources/policy-source.ts';
import { expandActions } from '../reference/expand-actions.ts';
import type { KnownAction } from '../reference/known-action.ts';
import type { Finding, StatementFinding } from './finding.ts';
import type { LintRule, LintSubject } from './lint-rule.ts';
import { checkActions } from './rules/check-actions.ts';
import { checkAddresses } from './rules/check-addresses.ts';
import { checkArnFields } from './rules/check-arn-fields.ts';
import { checkConditionKeys } from './rules/check-condition-keys.ts';
import { checkConditionReach } from './rules/check-condition-reach.ts';
import { checkConditionValues } from './rules/check-condition-values.ts';
import { checkDocument } from './rules/check-document.ts';
import { checkEscalation } from './rules/check-escalation.ts';
import { checkInlineTotals } from './rules/check-inline-totals.ts';
import { checkRedundancy } from './rules/check-redundancy.ts';
import { checkResourceForm } from './rules/check-resource-form.ts';
import { checkResourceTypes } from './rules/check-resource-types.ts';
import { checkScope } from './rules/check-scope.ts';
import { checkSize } from './rules/check-size.ts';
import { checkValueForms } from './rules/check-value-forms.ts';
import { checkVariables } from './rules/check-variables.ts';

/** Those that find what IAM refuses, in time by the length of the policy. */
const errorRules: readonly LintRule[] = [
  checkDocument,
  checkActions,
  checkResourceForm,
  checkVariables,
  checkConditionKeys,
  checkConditionValues,
];

const rules: readonly LintRule[] = [
  checkDocument,
  checkSize,
  checkActions,
  checkResourceForm,
  checkArnFields,
  checkResourceTypes,
  checkVariables,
  checkConditionKeys,
  checkConditionReach,
  checkConditionValues,
  checkValueForms,
  checkAddresses,
  checkRedundancy,
  checkScope,
  checkEscalation,
];

/** Returns all findings about some policies, in the order of the policies and of the rules. */
export function lintPolicies(
  sources: readonly PolicySource[],
  catalog: CatalogSource,
): readonly Finding[] {
  return [
    ...sources.flatMap((source) => lintPolicy(source, catalog, rules)),
    ...checkInlineTotals(sources),
  ];
}

/** Returns what IAM would refuse in a policy, sizes left aside. */
export function findErrors(source: PolicySource, catalog: CatalogSource): readonly Finding[] {
  return lintPolicy(source, catalog, errorRules).filter(({ level }) => level === 'error');
}

function lintPolicy(
  source: PolicySource,
  catalog: CatalogSource,
  applied: readonly LintRule[],
): readonly Finding[] {
  const { policy, problems } = readPolicy(source.document);
  const ofGrammar = [...source.problems, ...problems].map(
    ({ where, message, hint }): StatementFinding => ({
      level: 'error',
      code: 'grammar',
      where,
      message,
      because: hint,
    }),
  );
  const ofNotes = policy.notes.map(
    ({ where, message }): StatementFinding => ({
      level: 'warning',
      code: 'principal',
      where,
      message,
      because: 'IAM refuses Principal in a policy of a user, group or role',
    }),
  );
  const known = new Map<Statement, readonly KnownAction[]>();
  const subject: LintSubject = {
    source,
    policy,
    catalog,
    actionsOf(statement) {
      const found = known.get(statement) ?? expandActions(statement.actions, catalog);
      known.set(statement, found);
      return found;
    },
  };
  const found = [...ofGrammar, ...ofNotes, ...applied.flatMap((rule) => rule(subject))];
  return found.map((finding) => ({ ...finding, policy: source.name }));
}
