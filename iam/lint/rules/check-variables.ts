import type { CatalogSource } from '../../../aws/catalog/catalog.ts';
import { findOperator } from '../../evaluate/operators/find-operator.ts';
import { nearestName } from '../../policy-document/nearest-name.ts';
import type { Statement } from '../../policy-document/policy-document.ts';
import { findConditionKey, keysNear } from '../find-condition-key.ts';
import type { StatementFinding } from '../finding.ts';
import type { LintRule } from '../lint-rule.ts';
import { listPlace } from '../list-place.ts';

/**
 * Finds policy variables that IAM cannot fill in: not closed, empty, with a space in the name or a default without
 * quotes, of a key that AWS does not have, or where variables are none.
 * Sources: IAM User Guide, "IAM policy elements: Variables and tags"; "IAM policy validation check reference".
 */
export const checkVariables: LintRule = ({ policy, catalog }) =>
  // Without the version variables are plain text, which another rule tells.
  policy.version !== '2012-10-17'
    ? []
    : policy.statements.flatMap((statement) => [
        ...variablesInActions(statement),
        ...statement.resources.patterns.flatMap((resource, at) =>
          checkText(resource, listPlace(statement, 'Resource', at), catalog),
        ),
        ...statement.conditions.flatMap(({ operator, key, values }) => {
          const use = findOperator(operator);
          if (use?.kind !== 'comparison' || !use.operator.hasVariables) return [];
          const where = `${statement.where}.Condition.${operator}.${key}`;
          return values.flatMap((value) => checkText(value, where, catalog));
        }),
      ]);

type Found = Omit<StatementFinding, 'where'>;

function variablesInActions(statement: Statement): readonly StatementFinding[] {
  return statement.actions.patterns.flatMap((pattern, at): readonly StatementFinding[] => {
    if (!pattern.includes('${')) return [];
    const message = `\`${pattern}\` holds a policy variable`;
    const because = 'IAM fills variables in only in resources and in the values of conditions';
    const where = listPlace(statement, 'Action', at);
    return [{ level: 'error', code: 'variable-place', where, message, because }];
  });
}

function checkText(
  text: string,
  where: string,
  catalog: CatalogSource,
): readonly StatementFinding[] {
  if (!text.includes('${')) return [];
  return [...text.matchAll(/\$\{([^}]*)(\}?)/g)].flatMap(([written, inside = '', end]) =>
    checkVariable(written, inside, end === '}', catalog).map((found) => ({ ...found, where })),
  );
}

function checkVariable(
  written: string,
  inside: string,
  isClosed: boolean,
  catalog: CatalogSource,
): readonly Found[] {
  if (!isClosed) return [malformed(written, 'is not closed', 'write `}` behind the name')];
  if (inside === '*' || inside === '?' || inside === '$') return [];
  const [, name = '', fallback] = /^([^,]*)(?:,(.*))?$/s.exec(inside) ?? [];
  if (name.trim() === '') {
    return [malformed(written, 'names nothing', 'write a condition key: `${aws:username}`')];
  }
  if (/\s/.test(name)) {
    return [malformed(written, 'holds a space', 'leave it out: IAM takes none in the name')];
  }
  if (fallback !== undefined && !/^\s*'[^']*'\s*$/.test(fallback)) {
    return [malformed(written, 'has a default without quotes', `write \`\${${name}, 'text'}\``)];
  }
  return unknownKey(name, written, catalog);
}

function malformed(written: string, fault: string, because: string): Found {
  const message = `the policy variable \`${written}\` ${fault}`;
  return { level: 'error', code: 'variable-form', message, because };
}

function unknownKey(name: string, written: string, catalog: CatalogSource): readonly Found[] {
  // Keys of identity providers stand in no reference: `cognito-identity.amazonaws.com:sub`.
  if (name.includes('.') || findConditionKey(name, catalog) !== undefined) return [];
  const near = keysNear(name, catalog).map((one) => one.name);
  const meant = nearestName(name, near);
  // Services have variables of their own where they take a policy: `${transfer:HomeBucket}`.
  if (meant === undefined && name.includes(':') && !/^aws:/i.test(name)) return [];
  return [
    {
      level: meant === undefined ? 'warning' : 'error',
      code: 'unknown-variable',
      message: `\`${written}\` is the variable of no condition key`,
      because: meant === undefined ? 'no request fills it in' : `did you mean \`${meant}\`?`,
    },
  ];
}
