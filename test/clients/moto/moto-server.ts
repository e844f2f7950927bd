import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { makeServerCertificate } from '../../stand-in/certificate.ts';
import { call, type LocalServer } from '../../stand-in/signed-client.ts';
import { readXmlTexts } from '../../stand-in/xml.ts';
import { missingProgram, plainEnvironment } from '../run-program.ts';

/** A running moto that checks signatures and permissions. */
export interface MotoServer extends LocalServer {
  /** `https://127.0.0.1:PORT`, or with `http:`. */
  readonly url: string;
  readonly port: number;
  /** The file of `caPem`. */
  readonly caFile: string;
  /**
   * Forgets everything and returns the environment of a client: the keys of a new user who may do everything, or
   * what `policies` allow, a region, nothing of this machine. From then on moto checks every signature and
   * permission, unless told not to.
   */
  startOver(options?: StartOver): Promise<NodeJS.ProcessEnv>;
  /** Whether moto checks signatures from now on. */
  checkSignatures(wanted: boolean): Promise<void>;
  stop(): Promise<void>;
}

/** How moto begins anew. */
export interface StartOver {
  readonly checksSignatures?: boolean;
  /** The inline policies of the new user, as JSON. */
  readonly policies?: readonly string[];
}

/** How moto is started. */
export interface MotoOptions {
  /** What is moto, or starts it with the same arguments. */
  readonly command?: readonly [string, ...string[]];
  readonly env?: NodeJS.ProcessEnv;
}

/** Starts moto_server. Throws where it is not there, with the way to install it. */
export async function startMoto(
  protocol: 'https' | 'http' = 'https',
  { command: [program, ...args] = ['moto_server'], env = {} }: MotoOptions = {},
): Promise<MotoServer> {
  const folder = await mkdtemp(join(tmpdir(), 'leastgrant-moto-'));
  const { keyPem, certificatePem, caPem } = await makeServerCertificate(['localhost', '127.0.0.1']);
  const file = (name: string) => join(folder, name);
  await writeFile(file('key.pem'), keyPem, { mode: 0o600 });
  await writeFile(file('certificate.pem'), certificatePem);
  await writeFile(file('ca.pem'), caPem);
  const port = await freePort();
  const tls = protocol === 'https' ? ['-c', file('certificate.pem'), '-k', file('key.pem')] : [];
  const moto = spawn(program, [...args, '-H', '127.0.0.1', '-p', String(port), ...tls], {
    env: { ...plainEnvironment(), ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  await whenReady(moto);
  const server = { url: `${protocol}://127.0.0.1:${port}`, caPem };
  const checkSignatures = (wanted: boolean) =>
    postToMoto(server, 'reset-auth', wanted ? '0' : 'inf');
  return {
    ...server,
    port,
    caFile: file('ca.pem'),
    checkSignatures,
    async startOver({ checksSignatures = true, policies = [everything] } = {}) {
      await checkSignatures(false);
      await postToMoto(server, 'reset', '');
      const keys = await makeUser(server, policies);
      await checkSignatures(checksSignatures);
      return { ...plainEnvironment(), ...keys, ...clientSettings(file('none')) };
    },
    async stop() {
      const closed = once(moto, 'close');
      moto.kill('SIGTERM');
      await closed;
      await rm(folder, { recursive: true });
    },
  };
}

/** moto cannot choose its port itself. */
async function freePort(): Promise<number> {
  const probe = createServer();
  await once(probe.listen(0, '127.0.0.1'), 'listening');
  const address = probe.address();
  if (address === null || typeof address === 'string') throw new Error('no free port');
  probe.close();
  await once(probe, 'close');
  return address.port;
}

/** Waits for the line that says where moto listens; what it writes before is in the error where it never comes. */
async function whenReady(moto: ChildProcess): Promise<void> {
  if (moto.stderr === null) throw new Error('moto_server has no stderr');
  const lines: string[] = [];
  const failed = once(moto, 'error').then(([cause]) => {
    throw missingProgram('moto_server', cause);
  });
  const output = createInterface(moto.stderr);
  const ready = new Promise<void>((resolve, reject) => {
    output.on('line', (line) => {
      lines.push(line);
      if (line.includes('Running on')) resolve();
    });
    output.on('close', () => reject(missingProgram('moto_server', lines.join('\n'))));
  });
  failed.catch(() => undefined);
  await Promise.race([ready, failed]);
}

/** Speaks to moto itself, which asks for no signature. */
async function postToMoto(server: LocalServer, what: string, body: string): Promise<void> {
  const path = `/moto-api/${what}`;
  const { status, text } = await call(server, {
    service: 'moto-api',
    host: 'localhost',
    path,
    body,
  });
  if (status !== 200) throw new Error(`moto refused ${path}: ${text}`);
}

const everything = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
});

/** Makes a user with these inline policies, and returns its keys. */
async function makeUser(
  server: LocalServer,
  policies: readonly string[],
): Promise<Record<string, string>> {
  const UserName = 'tester';
  const iam = async (form: Record<string, string>) => {
    const answer = await call(server, {
      service: 'iam',
      host: 'localhost',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ Version: '2010-05-08', UserName, ...form }).toString(),
    });
    if (answer.status !== 200) throw new Error(`moto refused ${form.Action}: ${answer.text}`);
    return answer.text;
  };
  await iam({ Action: 'CreateUser' });
  for (const [at, PolicyDocument] of policies.entries()) {
    await iam({ Action: 'PutUserPolicy', PolicyName: `policy-${at}`, PolicyDocument });
  }
  const key = await iam({ Action: 'CreateAccessKey' });
  return {
    AWS_ACCESS_KEY_ID: readXmlTexts(key, 'AccessKeyId')[0] ?? '',
    AWS_SECRET_ACCESS_KEY: readXmlTexts(key, 'SecretAccessKey')[0] ?? '',
  };
}

function clientSettings(missingFile: string): Record<string, string> {
  return {
    AWS_REGION: 'eu-west-1',
    AWS_DEFAULT_REGION: 'eu-west-1',
    AWS_CONFIG_FILE: missingFile,
    AWS_SHARED_CREDENTIALS_FILE: missingFile,
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_PAGER: '',
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
    AWS_SDK_JS_SUPPRESS_MAINTENANCE_MODE_MESSAGE: '1',
  };
}
