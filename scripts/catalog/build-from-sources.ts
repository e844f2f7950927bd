import { join } from 'node:path';
import { type BuiltService, buildService } from './build-service.ts';
import { fetchClientPackages, readClientPackages } from './client-packages.ts';
import { checkExtraTables } from './extra-rows.ts';
import { mergeServices } from './merge-services.ts';
import type { WireService } from './model.ts';
import { readAwsSdkV2 } from './sources/aws-sdk-v2.ts';
import { readAwsSdkV3Client } from './sources/aws-sdk-v3.ts';
import { readDistilledAws } from './sources/distilled-aws.ts';
import { type IamService, readIamData } from './sources/iam-data.ts';
import { dataPlaneServices, withEndpointLabels } from './tables/data-plane-services.ts';

/** Where the packages lie that the catalog is built from. */
export const sourcePackages = join(import.meta.dirname, 'node_modules');

/** The catalog before it is written. */
export interface BuiltCatalog {
  readonly services: readonly WireService[];
  readonly iam: ReadonlyMap<string, IamService>;
  readonly built: readonly BuiltService[];
}

/** Builds the catalog from its sources, which have to be installed. Fetches AWS's clients that are not there yet. */
export async function buildFromSources(): Promise<BuiltCatalog> {
  const clients = await fetchClientPackages(readClientPackages());
  // Oldest first. AWS's own clients are the last word; what they lack stands in the others.
  const services = [
    readDistilledAws(join(sourcePackages, '@distilled.cloud', 'aws')),
    clients.map(readAwsSdkV3Client).filter((service) => service !== undefined),
  ]
    .reduce(
      mergeServices,
      mergeServices(dataPlaneServices, readAwsSdkV2(join(sourcePackages, 'aws-sdk'))),
    )
    .map(withEndpointLabels);
  checkExtraTables(services);
  const iam = readIamData(join(sourcePackages, '@cloud-copilot', 'iam-data'));
  return { services, iam, built: services.map((service) => buildService(service, iam)) };
}
