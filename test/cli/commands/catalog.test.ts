import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { openCatalog } from '../../../aws/catalog/catalog.ts';
import { parseServiceReference } from '../../../aws/catalog/reference/parse-service-reference.ts';
import { writeReference } from '../../../aws/catalog/reference/write-reference.ts';
import type { Authority } from '../../../certs/authority.ts';
import { runProgram } from '../../../cli/program.ts';
import {
  type Answer,
  createReferenceAuthority,
  referenceAnswers,
  startReferenceServer,
} from '../../aws/catalog/reference/support/reference-server.ts';
import { sampleJson, sampleService } from '../../aws/catalog/reference/support/sample-services.ts';
import { apiCall, makeTestFolder, recordSession } from '../recorded-session.ts';
import { createTestTerminal } from '../test-terminal.ts';

let authority: Authority;

beforeAll(async () => {
  authority = await createReferenceAuthority();
});

const builtIn = openCatalog();
const today = new Date().toISOString().slice(0, 10);

/** As large as AWS's own: every prefix and action that the built-in catalog knows, and one operation more. */
const wholeReference = builtIn.listIamPrefixes().map((prefix) => {
  const actions = Object.keys(builtIn.findIamService(prefix)?.actions ?? {});
  const own = prefix === 'sqs' ? ['PeekMessage'] : [];
  return sampleJson(
    prefix,
    Object.fromEntries([...actions, ...own].map((name) => [name, {}])),
    own.map((name) => ({ name, actions: [`${prefix}:${name}`], sdk: [prefix] })),
  );
});

async function makeUser(env: Readonly<Record<string, string>> = {}) {
  const cwd = await makeTestFolder();
  await writeFile(join(cwd, 'ca.pem'), authority.certificatePem);
  const data = join(cwd, 'data');
  return {
    data,
    cwd,
    async run(...args: readonly string[]) {
      const terminal = createTestTerminal(cwd, { env: { ...env, LEASTGRANT_DATA_DIR: data } });
      const exitCode = await runProgram(args, terminal, undefined);
      return { exitCode, result: terminal.result(), talk: terminal.talk() };
    },
    /** A digest of every file in the data folder. */
    async fingerprint() {
      const hash = createHash('sha256');
      const names = await readdir(data, { recursive: true, withFileTypes: true }).catch(() => []);
      const files = names.filter((entry) => entry.isFile());
      for (const path of files.map((entry) => join(entry.parentPath, entry.name)).sort()) {
        hash.update(path).update(await readFile(path));
      }
      return hash.digest('hex');
    },
  };
}

const smallReference = ['s3', 'sqs', 'sts'].map((prefix) =>
  sampleJson(prefix, { GetThing: { level: 'Tagging' } }, [
    { name: 'GetThing', actions: [`${prefix}:GetThing`], sdk: [prefix] },
  ]),
);

/** What there is before an update; the least that is expected of one. */
async function storeSmall(folder: string): Promise<void> {
  const services = smallReference.map((json) => parseServiceReference(json, json.Name));
  await writeReference(folder, { services, date: '2026-01-01', url: 'https://x/' });
}

function startSmall(change: Readonly<Record<string, Answer>> = {}) {
  return startReferenceServer(authority, (origin) => ({
    ...referenceAnswers(origin, smallReference),
    ...change,
  }));
}

describe('leastgrant catalog update', () => {
  it("reads AWS's reference; from then on every command uses it, and says of which day it is", async () => {
    const user = await makeUser();
    const server = await startReferenceServer(authority, (origin) =>
      referenceAnswers(origin, wholeReference),
    );
    await recordSession(user.cwd, 'default', [apiCall('sqs', 'PeekMessage')]);
    const before = await user.run('generate');
    expect(JSON.parse(before.result).Statement).toEqual([]);
    expect(before.talk).toContain('sqs PeekMessage');

    const updated = await user.run('catalog', 'update', '--url', server.url.href, '--ca', 'ca.pem');
    expect(updated).toMatchObject({ exitCode: 0, result: '' });
    expect(updated.talk).toContain(`reading AWS's service reference from ${server.url.href}\n`);
    expect(updated.talk).toContain(
      `AWS reference of ${today}: ${wholeReference.length} services, `,
    );
    expect(updated.talk).toContain('1 operation; it says the actions of 1 more operation\n');

    expect((await user.run('--version')).result).toMatch(
      new RegExp(
        `^\\d+\\.\\d+\\.\\d+ \\(catalog \\d{4}-\\d\\d-\\d\\d, AWS reference of ${today}\\)\n$`,
      ),
    );
    const { result } = await user.run('generate');
    expect(JSON.parse(result).Statement).toMatchObject([{ Action: ['sqs:PeekMessage'] }]);
    const lines = (await user.run('calls', '--format', 'ndjson')).result;
    expect(JSON.parse(lines).permissions[0].action).toBe('sqs:PeekMessage');
  });

  it('can be done again, and by two at once', async () => {
    const user = await makeUser();
    await storeSmall(user.data);
    const server = await startSmall();
    const update = () => user.run('catalog', 'update', '--url', server.url.href, '--ca', 'ca.pem');
    const codes = (await Promise.all([update(), update()])).map(({ exitCode }) => exitCode);
    expect([...codes, (await update()).exitCode]).toEqual([0, 0, 0]);
    const shown = JSON.parse((await user.run('catalog', 'show', '--format', 'json')).result);
    expect(shown.reference).toMatchObject({ date: today, services: 3 });
  });

  it.each<[string, Readonly<Record<string, Answer>>, string]>([
    ['is no JSON', { '/': '<html>a login page</html>' }, 'the list is not JSON (E_UPSTREAM)'],
    ['has a malformed service', { '/v1/s3/s3.json': '{"Name":"s3","Actions":7}' }, 'E_UPSTREAM'],
    [
      'has shrunk',
      { '/v1/s3/s3.json': '{"Name":"s3"}' },
      'the reference has shrunk: 2 actions, where at least 3 are expected (E_UPSTREAM)',
    ],
    [
      'breaks off',
      { '/v1/sts/sts.json': (response) => void response.socket?.destroy() },
      '/v1/sts/sts.json` cannot be read',
    ],
    [
      'sends us elsewhere',
      {
        '/v1/sts/sts.json': (response) =>
          response.writeHead(302, { location: 'https://localhost:9/' }).end(),
      },
      'it redirects to another host (E_UPSTREAM)',
    ],
  ])('keeps what is there where the answer %s', async (_name, change, message) => {
    const user = await makeUser();
    await storeSmall(user.data);
    const before = await user.fingerprint();
    const server = await startSmall(change);
    const refused = await user.run('catalog', 'update', '--url', server.url.href, '--ca', 'ca.pem');
    expect([refused.exitCode, refused.result]).toEqual([2, '']);
    expect(refused.talk).toContain(message);
    expect(await user.fingerprint()).toBe(before);
  });

  it('refuses a first answer that is far smaller than the built-in catalog', async () => {
    const user = await makeUser();
    const server = await startReferenceServer(authority, (origin) =>
      referenceAnswers(origin, smallReference),
    );
    const refused = await user.run('catalog', 'update', '--url', server.url.href, '--ca', 'ca.pem');
    expect(refused.exitCode).toBe(2);
    expect(refused.talk).toContain('the reference has shrunk: 3 services, where at least ');
    expect((await user.run('--version')).result).not.toContain('AWS reference');
  });

  it('changes nothing without a network, and says what to do', async () => {
    const user = await makeUser();
    const offline = await user.run('catalog', 'update', '--url', 'https://localhost:1/');
    expect(offline.exitCode).toBe(2);
    expect(offline.talk).toContain('`https://localhost:1/` cannot be read: ');
    expect(offline.talk).toContain('hint: nothing was changed; HTTPS_PROXY names a proxy');
    await expect(readdir(user.data)).rejects.toThrow('ENOENT');
  });

  it('trusts nobody that it was not told to trust', async () => {
    const user = await makeUser();
    const server = await startSmall();
    const refused = await user.run('catalog', 'update', '--url', server.url.href);
    expect(refused.exitCode).toBe(2);
    expect(refused.talk).toContain('--ca FILE');
    expect(server.paths).toEqual([]);
  });

  it("trusts what the user's environment says, and names a proxy that is of no use", async () => {
    const folder = await makeTestFolder();
    const file = join(folder, 'company.pem');
    await writeFile(file, authority.certificatePem);
    const user = await makeUser({ NODE_EXTRA_CA_CERTS: file, ALL_PROXY: 'socks5://localhost:1' });
    await storeSmall(user.data);
    const server = await startSmall();
    const { exitCode, talk } = await user.run('catalog', 'update', '--url', server.url.href);
    expect(exitCode).toBe(0);
    expect(talk).toContain('the proxy in `ALL_PROXY` cannot be used and is left out\n');
  });

  it.each([
    ['--url', 'http://mirror.test/'],
    ['--url', 'https://user:secret@mirror.test/'],
    ['--url', 'mirror'],
    ['--ca', 'none.pem'],
  ])('refuses %s %s', async (...option) => {
    const refused = await (await makeUser()).run('catalog', 'update', ...option);
    expect(refused).toMatchObject({ exitCode: 2, result: '' });
    expect(refused.talk).not.toContain('secret');
  });

  it('refuses where it has no folder', async () => {
    const terminal = createTestTerminal(await makeTestFolder());
    expect(await runProgram(['catalog', 'update'], terminal, undefined)).toBe(2);
    expect(terminal.talk()).toContain('LEASTGRANT_DATA_DIR');
  });
});

describe('leastgrant catalog show', () => {
  it('shows the built-in catalog where there is nothing else', async () => {
    const user = await makeUser();
    const shown = JSON.parse((await user.run('catalog', 'show', '--format', 'json')).result);
    expect(shown).toMatchObject({
      builtIn: { services: builtIn.index.length },
      reference: null,
      dataFolder: user.data,
    });
    const table = (await user.run('catalog', 'show')).result;
    expect(table).toMatch(/^built-in catalog {2}\d{4}-\d\d-\d\d$/m);
    expect(table).toMatch(/^AWS reference {5}none$/m);
  });

  it('shows the copy in use, and `reset` forgets it', async () => {
    const user = await makeUser();
    const sqs = sampleService('sqs', { PeekMessage: {} }, [
      { name: 'PeekMessage', actions: ['sqs:PeekMessage'], sdk: ['sqs'] },
    ]);
    await writeReference(user.data, { services: [sqs], date: '2026-11-25', url: 'https://x/' });
    const table = (await user.run('catalog', 'show')).result;
    expect(table).toMatch(/^AWS reference {5}2026-11-25$/m);
    expect(table).toMatch(/^operations {8}1, 1 beyond the catalog$/m);
    expect((await user.run('catalog', 'reset')).talk).toContain('removed');
    expect(await readdir(user.data)).toEqual([]);
    expect((await user.run('catalog', 'reset')).talk).toContain('there is no copy');
  });

  it('warns once of a damaged copy, in every command that uses it, and goes on', async () => {
    const user = await makeUser();
    await recordSession(user.cwd, 'default', [apiCall('sqs', 'SendMessage')]);
    await writeReference(user.data, { services: [], date: '2026-11-25', url: 'https://x/' });
    await writeFile(join(user.data, 'aws-reference.json'), '{"format":');
    for (const args of [['generate'], ['calls'], ['catalog', 'show']]) {
      const { exitCode, talk } = await user.run(...args);
      expect(exitCode).toBe(0);
      expect(talk.split('aws-reference.json` cannot be used: ')).toHaveLength(2);
      expect(talk).toContain('hint: `leastgrant catalog update` makes it anew\n');
    }
    expect((await user.run('--version')).result).toContain('AWS reference damaged');
  });
});
