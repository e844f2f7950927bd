import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { renderAwsCli } from '../../../generator/render/aws-cli.ts';
import { temporaryFolder } from '../../certs/support/temporary-folder.ts';
import { plainEnvironment, runProgram } from '../run-program.ts';
import { differingRequests } from './same-decisions.ts';
import { sampledExports } from './sampled-exports.ts';

/** A program named `aws` that answers who is asking and notes what it was to make. */
const standIn = `#!${process.execPath}
const { appendFileSync } = require('node:fs');
const args = process.argv.slice(2);
const [account, partition] = process.env.AWS_IDENTITY.split(' ');
if (args[0] === 'iam') appendFileSync(process.env.AWS_NOTES, JSON.stringify(args) + '\\n');
else if (args[0] === 'configure') console.log(process.env.AWS_CONFIGURED_REGION);
else console.log(args.at(-1) === 'Account' ? account : 'arn:' + partition + ':iam::' + account + ':user/u');
`;

describe.each(sampledExports)('the script of $case', (exported) => {
  it.each(['sh', 'bash'])('makes the same policies, run by %s', async (shell) => {
    const folder = temporaryFolder();
    const notes = join(folder, 'notes');
    await writeFile(join(folder, 'aws'), standIn);
    await chmod(join(folder, 'aws'), 0o755);
    await writeFile(join(folder, 'create.sh'), renderAwsCli(exported));
    await writeFile(notes, '');
    const { partition, region, account } = exported.home;
    const { exit, stderr } = await runProgram([shell, 'create.sh', "it's-a-name"], {
      cwd: folder,
      env: {
        ...plainEnvironment(),
        PATH: `${folder}:${process.env.PATH}`,
        AWS_NOTES: notes,
        AWS_IDENTITY: `${account} ${partition}`,
        AWS_CONFIGURED_REGION: region,
      },
    });
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    const lines = (await readFile(notes, 'utf8')).split('\n').filter((line) => line !== '');
    const calls = lines.map((line): string[] => JSON.parse(line));
    const documents = calls.map((args) => JSON.parse(args.at(-1) ?? ''));
    const original = exported.documents.map(({ document }) => document);
    expect(documents).toEqual(original);
    expect(differingRequests(original, documents)).toEqual([]);
    for (const args of calls) {
      expect(args.slice(2, -4)).toEqual(
        exported.target === 'managed' ? [] : [`--${exported.target}-name`, "it's-a-name"],
      );
    }
  });
});
