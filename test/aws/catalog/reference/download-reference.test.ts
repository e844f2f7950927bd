import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { downloadReference } from '../../../../aws/catalog/reference/download-reference.ts';
import { openReferenceClient } from '../../../../aws/catalog/reference/reference-client.ts';
import type { Authority } from '../../../../certs/authority.ts';
import {
  createReferenceAuthority,
  type ReferenceServer,
  referenceAnswers,
  startReferenceServer,
} from './support/reference-server.ts';
import { sampleJson, sqs } from './support/sample-services.ts';

let authority: Authority;

beforeAll(async () => {
  authority = await createReferenceAuthority();
});

function downloadFrom(server: ReferenceServer) {
  const client = openReferenceClient({
    extraCa: authority.certificatePem,
    proxy: undefined,
    timeoutMs: 15_000,
    maxBytes: 1024 * 1024,
  });
  onTestFinished(() => client.close());
  return downloadReference(client, server.url);
}

const services = Array.from({ length: 40 }, (_, at) => sampleJson(`s${at}`, { GetThing: {} }));

describe('downloadReference', () => {
  it('reads the list, then the file of each service, at most 8 at once', async () => {
    const server = await startReferenceServer(authority, (origin) =>
      referenceAnswers(origin, [sqs, ...services]),
    );
    const downloaded = await downloadFrom(server);
    expect(downloaded.map(({ prefix }) => prefix)).toEqual([
      'sqs',
      ...services.map(({ Name }) => Name),
    ]);
    expect(server.paths).toHaveLength(42);
    expect(new Set(server.paths).size).toBe(42);
    expect(server.mostAtOnce()).toBeLessThanOrEqual(8);
    expect(server.mostAtOnce()).toBeGreaterThan(1);
  });

  it.each([
    ['a list that is no JSON', '/', '<html>', 'the list is not JSON', 'E_UPSTREAM'],
    ['a file that was cut', '/v1/s7/s7.json', '{"Name":"s7"', '`s7` is not JSON', 'E_UPSTREAM'],
    ['the file of another service', '/v1/s7/s7.json', '{"Name":"s8"}', '`s7`', 'E_UPSTREAM'],
  ])('refuses the whole for %s', async (_name, path, text, message, code) => {
    const server = await startReferenceServer(authority, (origin) => ({
      ...referenceAnswers(origin, services),
      [path]: text,
    }));
    const downloading = downloadFrom(server);
    await expect(downloading).rejects.toMatchObject({ code });
    await expect(downloading).rejects.toThrow(message);
  });

  it('asks for nothing more once a file is missing', async () => {
    const server = await startReferenceServer(authority, (origin) => ({
      ...referenceAnswers(origin, services),
      '/v1/s0/s0.json': (response) => response.writeHead(500).end(),
    }));
    await expect(downloadFrom(server)).rejects.toThrow('/v1/s0/s0.json` cannot be read');
    expect(server.paths.length).toBeLessThan(41);
  });
});
