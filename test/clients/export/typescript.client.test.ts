import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { renderCdk } from '../../../generator/render/cdk.ts';
import type { PolicyExport } from '../../../generator/render/policy-export.ts';
import { renderPulumi } from '../../../generator/render/pulumi.ts';
import { temporaryFolder } from '../../certs/support/temporary-folder.ts';
import { type ExportCase, exportCases } from '../../generator/render/export-cases.ts';
import { plainEnvironment, runProgram } from '../run-program.ts';
import { installLibraries, librariesFolder } from './install-libraries.ts';
import { readTemplate } from './read-template.ts';
import { differingRequests } from './same-decisions.ts';
import { sampledExports } from './sampled-exports.ts';

const tsc = join(librariesFolder, '../../../node_modules/typescript/bin/tsc');
const compilerOptions = {
  target: 'ES2022',
  module: 'NodeNext',
  strict: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  verbatimModuleSyntax: true,
  skipLibCheck: true,
  types: [],
  outDir: 'compiled',
};

// The modules of all cases are compiled and run at once: reading the libraries takes seconds.
const holdsPolicies = ({ documents }: ExportCase) => documents.length > 0;
// CDK warns of conditions that make no sense, as what is sampled has.
const cdkCases = exportCases.filter(holdsPolicies);
const pulumiCases = sampledExports.filter(holdsPolicies);

/** Compiles exports as modules of a project that has the libraries; returns the compiled files of some cases. */
async function compile(
  extension: string,
  render: (exported: PolicyExport) => string,
  cases: readonly ExportCase[],
): Promise<readonly string[]> {
  const folder = temporaryFolder();
  await mkdir(join(folder, 'programs'));
  await symlink(join(librariesFolder, 'node_modules'), join(folder, 'node_modules'));
  await writeFile(join(folder, 'package.json'), JSON.stringify({ type: 'module' }));
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions }));
  await Promise.all(
    sampledExports.map((exported) =>
      writeFile(join(folder, `${exported.case}.${extension}.ts`), render(exported)),
    ),
  );
  const { exit, stdout } = await runProgram([process.execPath, tsc, '--project', folder], {
    env: plainEnvironment(),
  });
  expect({ exit, stdout }).toEqual({ exit: 0, stdout: '' });
  return cases.map((exported) => join(folder, 'compiled', `${exported.case}.${extension}.js`));
}

async function run(program: string, ...args: readonly string[]): Promise<readonly unknown[]> {
  const { exit, stdout, stderr } = await runProgram(
    [process.execPath, join(librariesFolder, 'programs', program), ...args],
    { env: plainEnvironment() },
  );
  expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
  return JSON.parse(stdout);
}

beforeAll(installLibraries, 300_000);

describe('the CDK module', () => {
  it('compiles, and synthesizes to the same policies', async () => {
    const modules = await compile('cdk-ts', renderCdk, cdkCases);
    const templates = await run('synthesize.mjs', ...modules);
    for (const [at, { documents, home }] of cdkCases.entries()) {
      const made = readTemplate(templates[at], home);
      expect(
        differingRequests(
          documents.map(({ document }) => document),
          made,
        ),
      ).toEqual([]);
    }
  });
});

describe('the Pulumi module', () => {
  it('compiles, and makes the same policies', async () => {
    const modules = await compile('pulumi-ts', renderPulumi, pulumiCases);
    const args = modules.flatMap((path, at) => [JSON.stringify(pulumiCases[at]?.home), path]);
    const made = await run('deploy.mjs', ...args);
    for (const [at, { documents }] of pulumiCases.entries()) {
      expect(made[at]).toEqual(documents.map(({ document }) => document));
    }
  });
});
