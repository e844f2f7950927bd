import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { openCatalog } from '../../../aws/catalog/catalog.ts';
import { realRequests } from '../../../scripts/bench/real-bodies.ts';
import { recogniseAtOnce } from './recognise-at-once.ts';

const catalog = openCatalog();

describe('the largest requests of clients', () => {
  it.each(Object.entries(realRequests()))('are read whole: %s', (_, real) => {
    const { request, body, isCut, parameters } = real;
    let isGivenUp = false;
    const onGivenUp = () => {
      isGivenUp = true;
    };
    const call = recogniseAtOnce(request, catalog, body, isCut, onGivenUp);
    expect(call).toMatchObject({ parameters });
    expect(isGivenUp).toBe(false);
  });

  it.each(Object.entries(realRequests()).filter(([, { isCut }]) => !isCut))(
    'are read whole where they are packed: %s',
    (_, { request, body, parameters }) => {
      const headers = new Map([...request.headers, ['content-encoding', 'gzip']]);
      const call = recogniseAtOnce({ ...request, headers }, catalog, gzipSync(body));
      expect(call).toMatchObject({ parameters });
    },
  );
});
