import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  type CapturedRequest,
  type CaptureProxy,
  startCaptureProxy,
} from '../../proxy/environment/support/capture-proxy.ts';
import { runProgram } from '../../proxy/environment/support/run-program.ts';
import { nodeVersions } from '../node-versions.ts';
import { findBun } from './find-bun.ts';

const programs = join(import.meta.dirname, '..', 'programs', 'preload');
const packages = join(import.meta.dirname, '..', '..', '..', 'node_modules');
const credentials = {
  AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'example',
  AWS_STS_REGIONAL_ENDPOINTS: 'regional',
  AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
};
const account = '123456789012';
const object = 'x'.repeat(100_000);

/** What AWS would say, as far as the programs read it. */
function answer({ target, method }: CapturedRequest): string | undefined {
  if (target.startsWith('kinesis.')) return '{"StreamNames":["s1","s2"],"HasMoreStreams":false}';
  if (target.startsWith('sts.')) {
    const identity = `<GetCallerIdentityResult><Account>${account}</Account></GetCallerIdentityResult>`;
    return `<GetCallerIdentityResponse>${identity}</GetCallerIdentityResponse>`;
  }
  return method === 'PUT' ? '' : object;
}

let proxy: CaptureProxy;
beforeAll(async () => {
  proxy = await startCaptureProxy(answer);
});
afterAll(() => proxy.close());
beforeEach(() => {
  proxy.requests.length = 0;
  proxy.tunnels.length = 0;
});

/** One program, what it prints, and the requests that it makes, as `METHOD TARGET VERSION BYTES`. */
interface Program {
  readonly name: string;
  readonly args: readonly string[];
  readonly stdout: string;
  readonly requests: readonly string[];
}

const bucket = 'bucket.s3.eu-west-1.amazonaws.com:443';
const stsAndS3 = {
  stdout: `${account}\n100000\n`,
  requests: [
    'POST sts.eu-west-1.amazonaws.com:443 1.1',
    `PUT ${bucket} 1.1 3 MB`,
    `GET ${bucket} 1.1`,
  ],
};
const kinesis = 'POST kinesis.eu-west-1.amazonaws.com:443 2.0';

const cases: readonly Program[] = [
  { name: 'SDK v3 as an ES module', args: ['sdk-v3.mjs'], ...stsAndS3 },
  { name: 'SDK v3 in CommonJS', args: ['sdk-v3.cjs'], ...stsAndS3 },
  { name: 'SDK v2', args: ['sdk-v2.cjs'], ...stsAndS3 },
  {
    name: 'Kinesis over HTTP/2',
    args: ['kinesis.mjs'],
    stdout: 's1,s2\n'.repeat(3),
    requests: [kinesis, kinesis, kinesis],
  },
  {
    name: 'fetch',
    args: ['fetch.mjs'],
    stdout: '100000\n',
    requests: [`PUT ${bucket} 1.1 3 MB`, `GET ${bucket} 1.1`],
  },
  {
    name: 'undici of the program',
    args: ['undici.mjs'],
    stdout: '100000\n100000\n',
    requests: [`GET ${bucket} 1.1`, `GET ${bucket} 2.0`],
  },
  { name: 'a worker thread', args: ['worker-thread.mjs'], ...stsAndS3 },
  { name: 'a child process', args: ['child-process.mjs'], ...stsAndS3 },
  {
    name: 'an agent that uses the proxy by itself',
    args: ['proxy-agent.mjs'],
    stdout: '100000\n',
    requests: [`GET ${bucket} 1.1`],
  },
  {
    name: 'nock',
    args: ['nock.mjs'],
    stdout: 'mocked mocked\n100000 100000\n',
    requests: [`GET ${bucket} 1.1`, `GET ${bucket} 1.1`],
  },
  {
    name: 'msw',
    args: ['msw.mjs'],
    stdout: 'mocked mocked\n100000 100000\n',
    requests: [`GET ${bucket} 1.1`, `GET ${bucket} 1.1`],
  },
];

/** Tools that start Node programs in ways of their own, and call STS once. */
const tools = [
  ['node --test', ['--test', 'node-test.mjs']],
  ['vitest', [join(packages, 'vitest', 'vitest.mjs'), 'run', '--config', 'vitest.config.mjs']],
  ['tsx', [join(packages, 'tsx', 'dist', 'cli.mjs'), 'sts.mts']],
] as const;

describe.each(nodeVersions)('on Node $version', ({ path: node }) => {
  const run = (args: readonly string[], more: Record<string, string> = {}) =>
    runProgram({ proxy, args, node, cwd: programs, userEnv: { ...credentials, ...more } });

  it.each(cases)('$name', async ({ args, stdout, requests }) => {
    expect(await run(args)).toEqual({ stdout, stderr: '', exitCode: 0 });
    expect(proxy.requests.map(describeRequest)).toEqual(requests);
    expect(new Set(proxy.tunnels)).toEqual(new Set(proxy.requests.map(({ target }) => target)));
  });

  it.each(cases)('$name, with NODE_USE_ENV_PROXY of the user', async (program) => {
    const { args, stdout, requests } = program;
    // Node 22 warns on stderr that this variable is an experiment.
    expect(await run(args, { NODE_USE_ENV_PROXY: '1' })).toMatchObject({ stdout, exitCode: 0 });
    expect(proxy.requests.map(describeRequest)).toEqual(requests);
  });

  it.each(tools)('%s', async (_, args) => {
    expect(await run(args)).toMatchObject({ stderr: '', exitCode: 0 });
    expect(proxy.requests.map(({ target }) => target)).toEqual(['sts.eu-west-1.amazonaws.com:443']);
  });
});

describe('on Bun', () => {
  const files = new Set(['sdk-v3.mjs', 'sdk-v3.cjs', 'sdk-v2.cjs', 'kinesis.mjs', 'fetch.mjs']);
  const programsForBun = cases.filter(({ args: [file = ''] }) => files.has(file));

  it.each(programsForBun)('$name', async ({ args, stdout, requests }) => {
    const options = { proxy, args, node: findBun(), cwd: programs, userEnv: credentials };
    expect(await runProgram(options)).toEqual({ stdout, stderr: '', exitCode: 0 });
    expect(proxy.requests.map(({ target }) => target)).toEqual(
      requests.map((request) => request.split(' ')[1]),
    );
  });
});

function describeRequest({ method, target, version, bodyBytes }: CapturedRequest): string {
  const size = bodyBytes >= 3_000_000 ? ' 3 MB' : '';
  return `${method} ${target} ${version}${size}`;
}
