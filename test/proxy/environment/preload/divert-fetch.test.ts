import http from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type CaptureProxy, portOf, startCaptureProxy } from '../support/capture-proxy.ts';
import { runProgram } from '../support/run-program.ts';

let proxy: CaptureProxy;
let origin: http.Server;
let port: number;
beforeAll(async () => {
  proxy = await startCaptureProxy(() => 'by the proxy');
  origin = http.createServer((request, response) => {
    if (request.url === '/moved')
      response.writeHead(302, { location: `http://localhost:${port}/` });
    response.end('by the origin');
  });
  await new Promise<void>((resolve) => origin.listen(0, 'localhost', resolve));
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

/** Runs `source` with `named`, a URL of a host that the user named, and `other`, one that the user did not name. */
async function run(source: string, intercept = ['named.test.example:8080']): Promise<unknown> {
  const program = `
    const named = 'http://named.test.example:8080';
    const other = 'http://localhost:${port}';
    const text = async (...args) => (await fetch(...args)).text();
    (async () => console.log(JSON.stringify(await (${source}))))();
  `;
  const { stdout, stderr } = await runProgram({ proxy, args: ['-e', program], intercept });
  expect(stderr).toBe('');
  return JSON.parse(stdout);
}

describe('fetch over plain HTTP', () => {
  it.each([
    ['a text', 'text(`${named}/key`)'],
    ['a URL', 'text(new URL(`${named}/key`))'],
    ['a Request', 'text(new Request(`${named}/key`))'],
  ])('goes through the proxy to a host that the user named, given %s', async (_, source) => {
    expect(await run(source)).toBe('by the proxy');
    expect(proxy.requests).toMatchObject([
      { target: 'named.test.example:8080', path: '/key', isSecure: false },
    ]);
  });

  it('keeps method, body and connections', async () => {
    const put = `await text(named, { method: 'PUT', body: new Uint8Array(2_000_000) })`;
    await run(`[${put}, ${put}, ${put}, ${put}]`);
    const request = { method: 'PUT', bodyBytes: 2_000_000 };
    expect(proxy.requests).toMatchObject([request, request, request, request]);
    // Without a proxy, too, undici opens a second one before the first is free again.
    expect(proxy.tunnels.length).toBeLessThanOrEqual(2);
  });

  it('goes its own way to other hosts, also by a redirection', async () => {
    expect(await run(`[await text(other), await text(other + '/moved')]`)).toEqual([
      'by the origin',
      'by the origin',
    ]);
    expect(proxy.tunnels).toEqual([]);
  });

  it('leaves HTTPS to the same host to the way of all HTTPS', async () => {
    const intercept = ['named.test.example:8080', 'named.test.example:8443'];
    expect(await run(`text('https://named.test.example:8443/secure')`, intercept)).toBe(
      'by the proxy',
    );
    expect(proxy.requests).toMatchObject([{ path: '/secure', isSecure: true }]);
  });

  it('is not touched where the user named no host', async () => {
    expect(await run(`fetch.toString().includes('intercept') || text(other)`, [])).toBe(
      'by the origin',
    );
  });

  it('leaves a dispatcher of the program in charge', async () => {
    const shown = await run(`
      text(named, { dispatcher: { dispatch: () => { throw new Error('mine'); } } })
        .catch((error) => String(error.cause ?? error))
    `);
    expect(shown).toContain('mine');
    expect(proxy.tunnels).toEqual([]);
  });

  it('fails as before where it is called wrongly', async () => {
    expect(await run(`fetch().catch((error) => error.name)`)).toBe('TypeError');
    expect(await run(`fetch('no url').catch((error) => error.name)`)).toBe('TypeError');
  });

  it('can be aborted', async () => {
    const shown = await run(
      `text(named + '/never', { signal: AbortSignal.timeout(50) }).catch((error) => error.name)`,
    );
    expect(shown).toBe('TimeoutError');
  });
});
