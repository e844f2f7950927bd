import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { LeastgrantError } from '../errors.ts';
import type { PolicySource } from '../iam/policy-document/sources/policy-source.ts';
import { readPolicyFile } from '../iam/policy-document/sources/read-policy-file.ts';
import type { Terminal } from './terminal.ts';

/**
 * Reads the policies of some files, in their order, and says what in them was not taken for one.
 * @throws LeastgrantError E_INPUT where a file cannot be read or holds no policy
 */
export async function readPolicies(
  files: readonly string[],
  terminal: Terminal,
): Promise<readonly PolicySource[]> {
  const sources: PolicySource[] = [];
  for (const file of files) {
    const found = readPolicyFile(await readText(file, terminal.cwd), file);
    sources.push(...found.sources);
    for (const { where, message } of found.notes) terminal.say(`leastgrant: ${where}: ${message}`);
  }
  return sources;
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
