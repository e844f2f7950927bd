import https from 'node:https';
import { createServer } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createAuthority } from '../../../../certs/authority.ts';
import { type CaptureProxy, portOf, startCaptureProxy } from '../support/capture-proxy.ts';
import { type ProgramOptions, runProgram } from '../support/run-program.ts';

const host = 's3.eu-west-1.amazonaws.com';
let proxy: CaptureProxy;
beforeAll(async () => {
  proxy = await startCaptureProxy();
});
afterAll(() => proxy.close());
beforeEach(() => {
  proxy.requests.length = 0;
  proxy.tunnels.length = 0;
});

/** Helpers that the programs below have. */
const prelude = `
  const https = require('node:https');
  const get = (options) =>
    new Promise((resolve, reject) => {
      const request = https.get({ host: '${host}', ...options }, (response) => {
        response.resume().on('end', () => resolve(response.statusCode));
      });
      request.on('error', reject);
    });
  const show = (value) => console.log(JSON.stringify(value));
`;

async function run(source: string, options: Partial<ProgramOptions> = {}): Promise<unknown> {
  const args = ['-e', `${prelude}(async () => { ${source} })();`];
  const { stdout, stderr, exitCode } = await runProgram({ proxy, args, ...options });
  expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
  return stdout === '' ? undefined : JSON.parse(stdout);
}

describe('a connection to an intercepted host goes through the proxy', () => {
  it('from https, first and later', async () => {
    await run(`await get({ path: '/first' }); await get({ path: '/second' });`);
    expect(proxy.requests).toMatchObject([
      { target: `${host}:443`, path: '/first', isSecure: true },
      { target: `${host}:443`, path: '/second' },
    ]);
  });

  it('from https in an ES module', async () => {
    const source = `import { get } from 'node:https'; get('https://${host}/', (r) => r.resume());`;
    await runProgram({ proxy, args: ['--input-type=module', '-e', source] });
    expect(proxy.tunnels).toEqual([`${host}:443`]);
  });

  it('from fetch, with a body', async () => {
    const body = `new Uint8Array(3_000_000)`;
    expect(
      await run(`
        const answer = await fetch('https://${host}/key', { method: 'PUT', body: ${body} });
        show(await answer.text());
      `),
    ).toBe('ok');
    expect(proxy.requests).toMatchObject([{ method: 'PUT', path: '/key', bodyBytes: 3_000_000 }]);
  });

  it('from http2', async () => {
    await run(`
      const session = require('node:http2').connect('https://${host}');
      const stream = session.request({ ':path': '/stream' }).resume();
      stream.on('end', () => session.close()).end();
    `);
    expect(proxy.requests).toMatchObject([{ path: '/stream', version: '2.0' }]);
  });

  it('from tls.connect in each of its forms, and as an import of its own', async () => {
    const source = `
      import { connect } from 'node:tls';
      import { once } from 'node:events';
      const ask = async (socket) => {
        socket.write('GET / HTTP/1.1\\r\\nHost: ${host}\\r\\nConnection: close\\r\\n\\r\\n');
        await once(socket.resume(), 'close');
      };
      const servername = '${host}';
      const called = new Promise((resolve) => ask(connect({ host: servername, port: 443, servername }, resolve)));
      await called;
      await ask(connect(443, '${host}', { servername }));
      await ask(connect({ host: '${host}', port: '443', servername }));
    `;
    const { stderr } = await runProgram({ proxy, args: ['--input-type=module', '-e', source] });
    expect(stderr).toBe('');
    expect(proxy.requests).toHaveLength(3);
  });

  it('from a worker thread and from a child process', async () => {
    const ask = `require('node:https').get('https://${host}/', (r) => r.resume())`;
    await run(`
      const { once } = require('node:events');
      const { Worker } = require('node:worker_threads');
      await once(new Worker(${JSON.stringify(ask)}, { eval: true }), 'exit');
      await once(require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(ask)}]), 'exit');
    `);
    expect(proxy.requests).toHaveLength(2);
  });

  it('to a host and port that the user named', async () => {
    await run(`await get({ host: 'api.test.example', port: 8443 });`, {
      intercept: ['api.test.example:8443'],
    });
    expect(proxy.tunnels).toEqual(['api.test.example:8443']);
  });

  it('from an agent that trusts a list of its own', async () => {
    const { certificatePem } = await createAuthority({ permittedDomains: ['test.example'] });
    const ca = JSON.stringify(certificatePem);
    await run(`await get({ ca: ${ca} }); await get({ agent: new https.Agent({ ca: [${ca}] }) });`);
    expect(proxy.requests).toHaveLength(2);
  });

  it('when a script has put NODE_EXTRA_CA_CERTS of its own in place', async () => {
    await run(`await get({}); show(await get({}));`, {
      overrides: { NODE_EXTRA_CA_CERTS: undefined },
    });
    expect(proxy.requests).toHaveLength(2);
  });
});

describe('a connection stays as it was', () => {
  it('to a host that is not intercepted', async () => {
    const { certificatePem, secureContextFor } = await createAuthority({
      permittedDomains: ['localhost'],
    });
    const server = https.createServer(
      {
        SNICallback: (name, done) => {
          secureContextFor(name).then((context) => done(null, context), done);
        },
      },
      (request, response) => response.end(request.url),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const port = portOf(server.address());
    const ca = JSON.stringify(certificatePem);
    expect(await run(`show(await get({ host: 'localhost', port: ${port}, ca: ${ca} }))`)).toBe(200);
    expect(proxy.tunnels).toEqual([]);
    server.close();
  });

  it.each([
    ['with a client certificate', `cert: process.env.TEST_CERTIFICATE`],
    ['with a secure context', `secureContext: require('node:tls').createSecureContext()`],
    ['for another protocol at the same port', `ALPNProtocols: ['x-amzn-mqtt-ca']`],
    ['to a port where nothing tells that it is HTTP', `port: 6379`],
    ['over a tunnel that is there', `socket: new (require('node:stream').PassThrough)()`],
  ])('%s', async (_, options) => {
    // No name of AWS resolves in a test: what counts is whom the program would have called.
    const dialled = await run(
      `
        const dialled = [];
        const { Socket } = require('node:net');
        Socket.prototype.connect = function (...args) {
          const { host, port } = Array.isArray(args[0]) ? args[0][0] : args[0];
          dialled.push(host + ':' + port);
          return this.destroy();
        };
        const tls = require('node:tls');
        const dial = (more) => tls.connect({ host: '${host}', port: 443, ...more }).on('error', () => {}).destroy();
        dial({});
        dial({ ${options} });
        show(dialled);
      `,
      { userEnv: { TEST_CERTIFICATE: proxy.authorityPem } },
    );
    const [first, ...others] = Array.isArray(dialled) ? dialled : [];
    expect(first).toBe(new URL(proxy.url).host);
    expect(others).not.toContain(first);
    expect(others).toHaveLength(options.startsWith('socket') ? 0 : 1);
  });
});

describe('what an agent promises still holds', () => {
  it('a kept connection is used again, and does not keep the program from ending', async () => {
    await run(`
      const agent = new https.Agent({ keepAlive: true });
      await get({ agent }); await get({ agent }); await get({ agent });
    `);
    expect(proxy.requests).toHaveLength(3);
    expect(proxy.tunnels).toHaveLength(1);
  });

  it('maxSockets bounds the connections', async () => {
    const shown = await run(`
      const agent = new https.Agent({ keepAlive: true, maxSockets: 2 });
      const all = Promise.all(Array.from({ length: 12 }, () => get({ agent })));
      const open = Object.values(agent.sockets).map((sockets) => sockets.length);
      show([open, (await all).length]);
    `);
    expect(shown).toEqual([[2], 12]);
    expect(proxy.tunnels).toHaveLength(2);
  });

  it('a socket is an encrypted one, of the agent and host that were asked', async () => {
    const shown = await run(`
      const request = https.get('https://${host}/', (response) => {
        const { socket } = response;
        show([
          socket instanceof require('node:tls').TLSSocket,
          request.agent instanceof https.Agent,
          socket.authorized, socket.servername, socket.getPeerCertificate().subjectaltname,
        ]);
        response.resume();
      });
    `);
    expect(shown).toEqual([true, true, true, host, `DNS:${host}`]);
  });

  it('a timeout fires', async () => {
    expect(
      await run(`
        const request = https.get({ host: '${host}', path: '/never', timeout: 50 });
        request.on('timeout', () => { show('timeout'); request.destroy(); }).on('error', () => {});
      `),
    ).toBe('timeout');
  });

  it('the timeout of a connection fires, of the first and of a later one', async () => {
    expect(
      await run(`
        const { once } = require('node:events');
        const tls = require('node:tls');
        for (let count = 0; count < 2; count += 1) {
          const socket = tls.connect({ host: '${host}', port: 443, servername: '${host}', timeout: 50 });
          await once(socket, 'timeout');
          socket.destroy();
        }
        show('fired');
      `),
    ).toBe('fired');
  });

  it('an abort signal ends the request', async () => {
    expect(
      await run(`
        const stop = new AbortController();
        const asked = get({ path: '/never', signal: stop.signal }).catch((error) => error.name);
        setImmediate(() => stop.abort());
        show(await asked);
      `),
    ).toBe('AbortError');
  });

  it('a connection that the server resets is told by its code', async () => {
    expect(await run(`show(await get({ path: '/reset' }).catch((error) => error.code))`)).toBe(
      'ECONNRESET',
    );
  });

  it('a check of the certificate of its own decides', async () => {
    const shown = await run(`
      const checkServerIdentity = (name, { subject }) => new Error(name + ' is pinned');
      show(await get({ checkServerIdentity }).catch((error) => error.message));
    `);
    expect(shown).toBe(`${host} is pinned`);
  });

  it('a program that trusts nobody refuses the proxy too', async () => {
    const { stdout } = await runProgram({
      proxy: {
        ...proxy,
        authorityPem: (await createAuthority({ permittedDomains: ['amazonaws.com'] }))
          .certificatePem,
      },
      args: ['-e', `${prelude} get({}).catch((error) => show(error.code));`],
    });
    expect(JSON.parse(stdout)).toMatch(/CERT|SIGNATURE/);
  });
});

describe('when the proxy fails', () => {
  it('an error names it and keeps its code', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const port = portOf(server.address());
    await new Promise((resolve) => server.close(resolve));
    const gone = { ...proxy, url: `http://127.0.0.1:${port}` };
    const fail = `(error) => [error.code ?? error.cause.code, error.cause?.message ?? error.message]`;
    const shown = await run(
      `show([await get({}).catch(${fail}), await fetch('https://${host}/').catch(${fail})])`,
      { proxy: gone },
    );
    const expected = ['ECONNREFUSED', expect.stringContaining('the leastgrant proxy')];
    expect(shown).toEqual([expected, expected]);
  });

  it('a refused tunnel is told with its answer', async () => {
    proxy.refuseNext('HTTP/1.1 502 Bad Gateway');
    expect(await run(`show(await get({}).catch((error) => [error.code, error.message]))`)).toEqual([
      'ERR_PROXY_TUNNEL',
      `the leastgrant proxy answered \`HTTP/1.1 502 Bad Gateway\` on the way to ${host}:443`,
    ]);
  });
});
