import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { LeastgrantError } from '../errors.ts';
import type { DocumentNote } from '../iam/policy-document/policy-document.ts';
import type { PolicySource } from '../iam/policy-document/sources/policy-source.ts';
import { readPolicyFile } from '../iam/policy-document/sources/read-policy-file.ts';
import type { PseudoParameters } from '../iam/policy-document/sources/resolve-intrinsics.ts';
import { plural } from './plural.ts';
import type { Terminal } from './terminal.ts';

/**
 * Reads the policies of some files, in their order, and says what in them was not taken for one. Templates get the values
 * of pseudo parameters that are given.
 * @throws LeastgrantError E_INPUT where a file cannot be read or holds no policy
 */
export async function readPolicies(
  files: readonly string[],
  terminal: Terminal,
  pseudo: PseudoParameters = {},
): Promise<readonly PolicySource[]> {
  const sources: PolicySource[] = [];
  for (const file of files) {
    const found = readPolicyFile(await readText(file, terminal.cwd), file, pseudo);
    sources.push(...found.sources);
    for (const line of describeNotes(found.notes)) terminal.say(line);
  }
  return sources;
}

/** One line for each kind of note: a template says the same of a hundred places. */
function describeNotes(notes: readonly DocumentNote[]): readonly string[] {
  const places = new Map<string, string[]>();
  for (const { where, message } of notes) {
    const known = places.get(message);
    if (known === undefined) places.set(message, [where]);
    else known.push(where);
  }
  return [...places].map(([message, [first, ...others]]) => {
    const rest = others.length === 0 ? '' : ` and ${plural(others.length, 'place')} more`;
    return `leastgrant: ${first}${rest}: ${message}`;
  });
}

async function readText(file: string, cwd: string): Promise<string> {
  try {
    return await readFile(resolve(cwd, file), 'utf8');
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new LeastgrantError('E_INPUT', `\`${file}\` cannot be read: ${reason}`, {
      hint: 'name a policy as JSON, a Terraform plan as JSON, or a CloudFormation template',
      cause,
    });
  }
}
