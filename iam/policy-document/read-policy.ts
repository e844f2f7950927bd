import type { DocumentProblem } from './document-problem.ts';
import { asObject, kindOf } from './json-value.ts';
import type { DocumentNote, Policy, Statement } from './policy-document.ts';
import { readStatement } from './read-statement.ts';
import { findUnknownElements } from './unknown-elements.ts';

/** A document as far as it could be read, and all that is wrong with it. */
export interface PolicyReading {
  /** Without the statements that could not be read. */
  readonly policy: Policy;
  readonly problems: readonly DocumentProblem[];
}

const elements = ['Version', 'Id', 'Statement'];

/**
 * Reads a policy document from its JSON value, and finds everything that IAM would not accept in its form.
 * Source: IAM User Guide, "Grammar of the IAM JSON policy language".
 */
export function readPolicy(value: unknown): PolicyReading {
  const problems: DocumentProblem[] = [];
  const notes: DocumentNote[] = [];
  const document = asObject(value);
  if (document === undefined) {
    const message = `a policy is an object, not ${kindOf(value)}`;
    problems.push({
      where: '',
      message,
      hint: 'write {"Version": "2012-10-17", "Statement": […]}',
    });
  } else {
    problems.push(...findUnknownElements(document, elements, ''));
  }
  const { Version, Id, Statement } = document ?? {};
  const version = readVersion(Version, problems);
  if (Id !== undefined && typeof Id !== 'string') {
    problems.push({ where: 'Id', message: `Id is text, not ${kindOf(Id)}`, hint: 'leave it out' });
  }
  const statements = document === undefined ? [] : readStatements(Statement, problems, notes);
  return {
    policy: {
      version,
      hasVersion: Version !== undefined,
      id: typeof Id === 'string' ? Id : undefined,
      statements,
      notes,
    },
    problems,
  };
}

function readVersion(version: unknown, problems: DocumentProblem[]): Policy['version'] {
  if (version === '2012-10-17' || version === '2008-10-17') return version;
  if (version !== undefined) {
    const written = typeof version === 'string' ? `\`${version}\`` : kindOf(version);
    problems.push({
      where: 'Version',
      message: `there is no version ${written} of the policy language`,
      hint: 'write "2012-10-17": it is no date of your own',
    });
  }
  return '2008-10-17';
}

function readStatements(
  value: unknown,
  problems: DocumentProblem[],
  notes: DocumentNote[],
): readonly Statement[] {
  if (value === undefined) {
    const hint = 'write "Statement": […] with at least one statement';
    problems.push({ where: '', message: 'a policy has a Statement', hint });
    return [];
  }
  const list = Array.isArray(value) ? value : [value];
  return list.flatMap((one, at) => {
    const where = Array.isArray(value) ? `Statement[${at}]` : 'Statement';
    return readStatement(one, where, problems, notes) ?? [];
  });
}
