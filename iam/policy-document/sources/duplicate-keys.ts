import { parseDocument } from 'yaml';
import type { DocumentProblem } from '../document-problem.ts';

/** No policy that IAM takes is nearly as long. */
const longest = 200_000;

/**
 * Finds the keys that stand twice in one object of a policy's text: the first is lost to whoever reads it.
 * Source: IAM User Guide, "Grammar of the IAM JSON policy language", policy grammar notes.
 */
export function findDuplicateKeys(text: string): readonly DocumentProblem[] {
  if (text.length > longest) return [];
  return parseDocument(text, { logLevel: 'silent', uniqueKeys: true })
    .errors.filter(({ code }) => code === 'DUPLICATE_KEY')
    .map(({ linePos }) => ({
      where: linePos === undefined ? '' : `line ${linePos[0].line}, column ${linePos[0].col}`,
      message: 'the same key stands twice in one object',
      hint: 'make it two statements, or join the values in a list',
    }));
}
