// `npm run demo`: records scripts/demo/program.mjs against a small AWS on this machine, prints the policy that it
// needs, and fails unless that is the one written by hand from AWS's documentation in expected-policy.json.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { tsImport } from 'tsx/esm/api';
import { installNestedPackage } from '../nested-package.mjs';

const folder = import.meta.dirname;
const leastgrant = join(folder, '..', '..', 'dist', 'cli', 'main.js');

installNestedPackage(folder);
const temporary = mkdtempSync(join(tmpdir(), 'leastgrant-demo-'));
process.once('exit', () => rmSync(temporary, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
const standIn = await startStandIn();
process.exitCode = await demonstrate().finally(() => standIn.stop());

/** Records the program and compares; returns the exit code. */
async function demonstrate() {
  const caFile = join(temporary, 'stand-in-ca.pem');
  const policyFile = join(temporary, 'policy.json');
  writeFileSync(caFile, standIn.caPem);
  const direct = { ...standIn.env, AWS_ENDPOINT_URL: standIn.url, NODE_EXTRA_CA_CERTS: caFile };
  await runNode(['seed.mjs'], direct);

  const where = ['--session', 'demo', '--dir', temporary, '--output', policyFile];
  const upstream = ['--upstream', standIn.url, '--upstream-ca', caFile];
  const command = ['--', process.execPath, 'program.mjs'];
  await runNode([leastgrant, 'run', ...where, ...upstream, ...command], standIn.env);

  const policy = readFileSync(policyFile, 'utf8');
  console.log(policy);
  const expected = JSON.parse(readFileSync(join(folder, 'expected-policy.json'), 'utf8'));
  if (isDeepStrictEqual(JSON.parse(policy), expected)) return 0;
  console.error('this is not the policy of scripts/demo/expected-policy.json');
  return 1;
}

/** Starts the stand-in for AWS, and says which environment its callers need. */
async function startStandIn() {
  const load = (name) => tsImport(`../../test/stand-in/${name}.ts`, import.meta.url);
  const [{ startStandIn: start }, { standInCredentials }] = await Promise.all([
    load('start-stand-in'),
    load('credentials'),
  ]);
  const env = {
    ...withoutAws(process.env),
    AWS_ACCESS_KEY_ID: standInCredentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: standInCredentials.secretAccessKey,
    // Nobody's own configuration may decide what the demo shows.
    AWS_CONFIG_FILE: join(temporary, 'none'),
    AWS_SHARED_CREDENTIALS_FILE: join(temporary, 'none'),
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
  };
  return { ...(await start()), env };
}

function withoutAws(env) {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('AWS_')));
}

/** Runs Node in this folder with our own output; throws unless it ends well. */
async function runNode(args, env) {
  const [code, signal] = await once(
    spawn(process.execPath, args, { cwd: folder, env, stdio: ['ignore', 'inherit', 'inherit'] }),
    'exit',
  );
  if (code !== 0) throw new Error(`\`node ${args.join(' ')}\` ended with ${signal ?? code}`);
}
