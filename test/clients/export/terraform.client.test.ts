import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { renderTerraform } from '../../../generator/render/terraform.ts';
import { temporaryFolder } from '../../certs/support/temporary-folder.ts';
import { plainEnvironment, runProgram } from '../run-program.ts';
import { readTerraform } from './read-terraform.ts';
import { differingRequests } from './same-decisions.ts';
import { sampledExports } from './sampled-exports.ts';

/** Runs a shell command with `terraform` in a folder, without the user's settings. */
async function runTerraform(folder: string, command: string) {
  const config = join(folder, 'terraform.rc');
  await writeFile(config, '');
  return runProgram(['sh', '-c', command], {
    cwd: folder,
    env: { ...plainEnvironment(), TF_CLI_CONFIG_FILE: config, CHECKPOINT_DISABLE: '1' },
  });
}

describe.each(sampledExports)('the Terraform of $case', (exported) => {
  it('is what `terraform fmt` makes of it', async () => {
    const folder = temporaryFolder();
    await writeFile(join(folder, 'policy.tf'), renderTerraform(exported));
    const { exit, stdout, stderr } = await runTerraform(folder, 'terraform fmt -check -diff');
    expect({ exit, stdout, stderr }).toEqual({ exit: 0, stdout: '', stderr: '' });
  });

  it('comes to the same policies when Terraform evaluates it', async () => {
    const folder = temporaryFolder();
    const { locals, toDocuments } = readTerraform(renderTerraform(exported), exported.home);
    await writeFile(join(folder, 'main.tf'), locals);
    const asked = 'base64encode(jsonencode(local.policies))';
    const { exit, stdout, stderr } = await runTerraform(
      folder,
      `echo '${asked}' | terraform console`,
    );
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    const json = Buffer.from(stdout.replaceAll('"', '').trim(), 'base64').toString('utf8');
    const documents = toDocuments(JSON.parse(json));
    const original = exported.documents.map(({ document }) => document);
    expect(documents).toEqual(original);
    expect(differingRequests(original, documents)).toEqual([]);
  });
});
