import http from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type CaptureProxy, portOf, startCaptureProxy } from '../support/capture-proxy.ts';
import { type ProgramOptions, runProgram } from '../support/run-program.ts';

let proxy: CaptureProxy;
let origin: http.Server;
let port: number;
beforeAll(async () => {
  proxy = await startCaptureProxy(() => 'by the proxy');
  origin = http.createServer((_, response) => response.end('by the origin'));
  await new Promise<void>((resolve) => origin.listen(0, '127.0.0.1', resolve));
  port = portOf(origin.address());
});
afterAll(async () => {
  await proxy.close();
  await new Promise((resolve) => origin.close(resolve));
});
beforeEach(() => {
  proxy.requests.length = 0;
  proxy.tunnels.length = 0;
});

const prelude = `
  const http = require('node:http');
  const get = (options) =>
    new Promise((resolve, reject) => {
      http.get({ host: '127.0.0.1', ...options }, (response) => {
        let text = '';
        response.on('data', (chunk) => { text += chunk; }).on('end', () => resolve(text));
      }).on('error', reject);
    });
  const show = (value) => console.log(JSON.stringify(value));
`;

/** Runs the program with the origin named on the command line. */
async function run(source: string, options: Partial<ProgramOptions> = {}): Promise<unknown> {
  const { stdout, stderr, exitCode } = await runProgram({
    proxy,
    args: ['-e', `${prelude}(async () => { ${source} })();`],
    intercept: [`127.0.0.1:${port}`],
    ...options,
  });
  expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
  return JSON.parse(stdout);
}

describe('plain HTTP to a host that the user named', () => {
  it('goes through the proxy, as a request to the host itself', async () => {
    expect(await run(`show(await get({ port: ${port}, path: '/bucket' }))`)).toBe('by the proxy');
    expect(proxy.requests).toMatchObject([
      { target: `127.0.0.1:${port}`, path: '/bucket', isSecure: false },
    ]);
  });

  it('goes through the proxy at every port where none was named', async () => {
    const intercept = ['127.0.0.1'];
    expect(await run(`show(await get({ port: ${port} }))`, { intercept })).toBe('by the proxy');
  });

  it.each([
    ['another port', ['127.0.0.1:1']],
    ['another name', ['localhost', 'test.example:80']],
    ['no host', []],
  ])('goes its own way where %s was named', async (_, intercept) => {
    const shown = await run(`show(await get({ port: ${port} }))`, { intercept });
    expect(shown).toBe('by the origin');
    expect(proxy.tunnels).toEqual([]);
  });

  it('keeps connections, their bound, and lets the program end', async () => {
    const shown = await run(`
      const agent = new http.Agent({ keepAlive: true, maxSockets: 2, timeout: 5000 });
      const all = Promise.all(Array.from({ length: 8 }, () => get({ port: ${port}, agent })));
      show([Object.values(agent.sockets).map((sockets) => sockets.length), (await all).length]);
    `);
    expect(shown).toEqual([[2], 8]);
    expect(proxy.tunnels).toHaveLength(2);
  });

  it('keeps timeouts', async () => {
    const shown = await run(`
      const request = http.get({ host: '127.0.0.1', port: ${port}, path: '/never', timeout: 50 });
      request.on('timeout', () => { show('timeout'); request.destroy(); }).on('error', () => {});
    `);
    expect(shown).toBe('timeout');
  });

  it('keeps the timeout of a connection', async () => {
    const shown = await run(`
      const agent = new http.Agent();
      const socket = agent.createConnection({ host: '127.0.0.1', port: ${port}, timeout: 50 });
      socket.on('timeout', () => { show('timeout'); socket.destroy(); });
    `);
    expect(shown).toBe('timeout');
  });

  it('never goes to the proxy through itself', async () => {
    const { port: own } = new URL(proxy.url);
    await run(`show(await get({ port: ${own} }))`, { intercept: ['127.0.0.1'] });
    expect(proxy.tunnels).toEqual([]);
  });

  it('carries a body that is larger than any buffer', async () => {
    await run(`
      const request = http.request({ host: '127.0.0.1', port: ${port}, method: 'PUT' }, (response) => {
        response.resume().on('end', () => show('done'));
      });
      request.end(Buffer.alloc(5_000_000));
    `);
    expect(proxy.requests).toMatchObject([{ method: 'PUT', bodyBytes: 5_000_000 }]);
  });

  it('is left to Node where Node itself uses the proxy', async () => {
    const shown = await run(
      `
        const proxyEnv = { HTTP_PROXY: process.env.HTTP_PROXY };
        const agent = Object.assign(new http.Agent(), { options: { proxyEnv } });
        show(await get({ port: ${port}, agent }));
      `,
    );
    expect(shown).toBe('by the origin');
    expect(proxy.tunnels).toEqual([]);
  });
});

describe("plain HTTP to AWS's hosts", () => {
  const host = 'sqs.eu-west-1.amazonaws.com';
  const request = `show(await get({ host: '${host}', path: '/123456789012/jobs' }))`;

  it('goes through the proxy where no host was named', async () => {
    expect(await run(request, { intercept: [] })).toBe('by the proxy');
    expect(proxy.requests).toMatchObject([
      { target: `${host}:80`, path: '/123456789012/jobs', isSecure: false },
    ]);
  });

  it('goes through the proxy beside a host that was named', async () => {
    expect(await run(request)).toBe('by the proxy');
  });

  it('goes through the proxy where node:http was loaded before', async () => {
    const userEnv = { NODE_OPTIONS: '--require node:http' };
    expect(await run(request, { intercept: [], userEnv })).toBe('by the proxy');
  });

  it('goes through the proxy on a kept connection of an agent', async () => {
    const shown = await run(
      `
        const agent = new http.Agent({ keepAlive: true });
        const one = () => get({ host: '${host}', agent });
        show([await one(), await one()]);
      `,
      { intercept: [] },
    );
    expect(shown).toEqual(['by the proxy', 'by the proxy']);
    expect(proxy.tunnels).toHaveLength(1);
  });

  it('leaves what is not HTTP alone', async () => {
    const source = `
      const socket = require('node:net').createConnection({ host: '${host}', port: 80, lookup: (...args) =>
        args.at(-1)(null, [{ address: '127.0.0.1', family: 4 }]) });
      socket.on('error', () => {}).on('close', () => show('closed'));
      socket.destroy();
    `;
    expect(await run(source, { intercept: [] })).toBe('closed');
    expect(proxy.tunnels).toEqual([]);
  });
});
