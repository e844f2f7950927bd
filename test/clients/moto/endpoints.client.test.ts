import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runRecorded } from '../recorded-run.ts';
import { type MotoServer, startMoto } from './moto-server.ts';

const programs = join(import.meta.dirname, '..', 'programs');

let moto: MotoServer;
beforeAll(async () => {
  moto = await startMoto();
}, 60_000);
afterAll(() => moto.stop());

describe("a program that calls the user's own endpoints", () => {
  // moto knows none of them, and what it answers does not matter.
  it('needs permissions on what their hosts and paths name', async () => {
    const recorded = await runRecorded(['python3', 'endpoints_program.py'], {
      env: await moto.startOver({ checksSignatures: false }),
      cwd: programs,
      options: ['--upstream', moto.url, '--upstream-ca', moto.caFile],
    });
    expect(recorded.exit, recorded.stderr).toBe(0);
    expect(recorded.stdout).toBe('sent\n');
    const account = ':eu-west-1:123456789012';
    expect(recorded.permissions).toEqual([
      `aoss:APIAccessAll arn:aws:aoss${account}:collection/1tg2xudton46knx2a95g`,
      `appsync:EventPublish arn:aws:appsync${account}:apis/*/channelNamespace/default`,
      `aps:RemoteWrite arn:aws:aps${account}:workspace/ws-1`,
      `es:ESHttpGet arn:aws:es${account}:domain/shop/orders/_search`,
      `osis:Ingest arn:aws:osis${account}:pipeline/traces`,
      'vpc-lattice-svcs:Invoke arn:aws:vpc-lattice:eu-west-1:*:service/svc-057f55fd2927517c9/rates',
    ]);
  });
});
