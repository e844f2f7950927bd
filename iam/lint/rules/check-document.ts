import { hasVariable } from '../../evaluate/pattern.ts';
import type { Statement } from '../../policy-document/policy-document.ts';
import type { StatementFinding } from '../finding.ts';
import type { LintRule } from '../lint-rule.ts';

/**
 * Finds what is wrong with a document as a whole: version, Id, Sids, characters.
 * Sources: IAM User Guide, "Grammar of the IAM JSON policy language", "IAM JSON policy elements: Version", "IAM and
 * AWS STS quotas" (the characters of a policy).
 */
export const checkDocument: LintRule = ({ source, policy }) => [
  ...checkVersion(policy.statements, policy.version, policy.hasVersion),
  ...(policy.id === undefined ? [] : [idFinding]),
  ...(policy.statements.length === 0 ? [emptyFinding] : []),
  ...checkSids(policy.statements),
  ...checkCharacters(JSON.stringify(source.document)),
];

const idFinding: StatementFinding = {
  level: 'warning',
  code: 'id',
  where: 'Id',
  message: 'Id does not belong in a policy of a user, group or role',
  because: 'leave it out: it is for policies of resources',
};

const emptyFinding: StatementFinding = {
  level: 'error',
  code: 'no-statements',
  where: 'Statement',
  message: 'the policy has no statement that can be read',
  because: 'IAM takes no policy without statements',
};

function checkVersion(
  statements: readonly Statement[],
  version: string,
  hasVersion: boolean,
): readonly StatementFinding[] {
  if (version === '2012-10-17') return [];
  const values = statements.flatMap(({ resources, conditions }) => [
    ...resources.patterns,
    ...conditions.flatMap((one) => one.values),
  ]);
  const variable = values.find((value) => hasVariable(value));
  const what = hasVersion ? 'version 2008-10-17' : 'no Version, which means 2008-10-17,';
  return [
    {
      level: variable === undefined ? 'warning' : 'error',
      code: 'old-version',
      where: hasVersion ? 'Version' : '',
      message: `the policy has ${what} and so knows no policy variables`,
      because:
        variable === undefined
          ? 'write "Version": "2012-10-17"'
          : `write "Version": "2012-10-17"; without it \`${variable}\` is plain text`,
    },
  ];
}

function checkSids(statements: readonly Statement[]): readonly StatementFinding[] {
  const seen = new Set<string>();
  return statements.flatMap(({ sid, where }): readonly StatementFinding[] => {
    if (sid === undefined) return [];
    const isKnown = seen.has(sid);
    seen.add(sid);
    const place = { level: 'error', where: `${where}.Sid` } as const;
    if (isKnown) {
      const message = `the Sid \`${sid}\` stands twice`;
      return [{ ...place, code: 'duplicate-sid', message, because: 'IAM wants each only once' }];
    }
    if (/^[A-Za-z0-9]*$/.test(sid)) return [];
    const message = `the Sid \`${sid}\` has other characters than letters and digits`;
    return [{ ...place, code: 'sid-characters', message, because: 'IAM takes A-Z, a-z and 0-9' }];
  });
}

function checkCharacters(text: string): readonly StatementFinding[] {
  const [found] = /[^\t\n\r\u0020-\u00ff]/u.exec(text) ?? [];
  if (found === undefined) return [];
  const code = (found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return [
    {
      level: 'error',
      code: 'characters',
      where: '',
      message: `the policy holds the character \`${found}\` (U+${code})`,
      because: 'IAM takes characters up to U+00FF; write `?` or `*` in its place',
    },
  ];
}
