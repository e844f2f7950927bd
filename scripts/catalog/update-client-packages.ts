import { join } from 'node:path';
import {
  type ClientPackage,
  findNewest,
  readClientPackages,
  writeClientPackages,
} from './client-packages.ts';
import { readDistilledAws } from './sources/distilled-aws.ts';

// `npm run catalog:update`: takes the newest version of every client that the registry has. The clients are those of
// all services that another source knows; one that is gone from the registry stays in the version it had.
const packages = join(import.meta.dirname, 'node_modules', '@distilled.cloud', 'aws');
const known = new Map(readClientPackages().map((one) => [one.client, one]));
const clients = new Set([...known.keys(), ...readDistilledAws(packages).map(({ id }) => id)]);
const newest: ClientPackage[] = [];
for (const client of clients) {
  const found = (await findNewest(client)) ?? known.get(client);
  if (found !== undefined) newest.push(found);
}
writeClientPackages(newest);
console.log(`catalog: ${newest.length} of ${clients.size} clients have a package`);
