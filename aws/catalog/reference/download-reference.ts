import { parseJson } from './json-fields.ts';
import { mapConcurrently } from './map-concurrently.ts';
import { parseServiceList } from './parse-service-list.ts';
import { parseServiceReference } from './parse-service-reference.ts';
import type { ReferenceClient } from './reference-client.ts';
import type { ServiceReference } from './service-reference.ts';

const mostAtOnce = 8;

/**
 * Reads AWS's Service Reference Information as a whole: the list at `listUrl`, then the file of each service.
 * @throws LeastgrantError E_UPSTREAM where a part cannot be read or is malformed
 */
export async function downloadReference(
  client: ReferenceClient,
  listUrl: URL,
): Promise<readonly ServiceReference[]> {
  const list = parseServiceList(parseJson(await client.read(listUrl), 'the list'), listUrl);
  return mapConcurrently(list, mostAtOnce, async ({ prefix, url }, signal) =>
    parseServiceReference(parseJson(await client.read(url, signal), `\`${prefix}\``), prefix),
  );
}
