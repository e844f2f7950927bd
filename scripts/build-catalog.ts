import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openCatalog } from '../aws/catalog/catalog.ts';
import { buildFromSources, sourcePackages } from './catalog/build-from-sources.ts';
import { buildIamService, renderIamService } from './catalog/build-iam-service.ts';
import { findDrops } from './catalog/find-drops.ts';
import { renderManifest } from './catalog/render-manifest.ts';
import { renderReport } from './catalog/render-report.ts';
import { renderIndex, renderService } from './catalog/render-shards.ts';
import { measureScoping } from './catalog/scoping/measure-scoping.ts';
import { readCalls } from './catalog/scoping/read-calls.ts';
import { renderScoping } from './catalog/scoping/render-scoping.ts';
import { sampleBindings } from './catalog/scoping/sample-bindings.ts';
import { readDependentActions } from './catalog/sources/dependent-actions.ts';
import { writeAuthorizationPage } from './docs/authorization-tables.ts';

// Builds the catalog's shards from npm packages. `--check` only compares them with what is committed, `--report` lists
// what the catalog does not know, `--scoping FILE` how the calls in FILE (lines of `leastgrant calls --format ndjson`)
// are scoped, `--sample SEED` draws bindings of each rule to be judged by hand. A build with fewer services, operations or bindings than before is written only with
// `--accept-drop`.
const target = join(import.meta.dirname, '..', 'aws', 'catalog', 'data');

const { services, iam, built } = await buildFromSources();

const files = new Map<string, string>([
  ['index.json', renderIndex(services)],
  ['manifest.json', renderManifest(built, sourcePackages)],
  ...built.map(({ entry }): [string, string] => [
    `services/${entry.service}.json`,
    renderService(entry),
  ]),
  ...[...iam.values()].map((service): [string, string] => [
    `iam/${service.prefix}.json`,
    renderIamService(buildIamService(service)),
  ]),
]);

const before = readCommitted('manifest.json');
const drops = before === undefined ? [] : findDrops(before, files.get('manifest.json') ?? '{}');

if (process.argv.includes('--check')) {
  const stale = [...files]
    .filter(([path, text]) => readCommitted(path) !== text)
    .map(([path]) => path);
  const gone = listCommitted().filter((path) => !files.has(path));
  for (const path of [...stale, ...gone])
    console.error(`catalog: \`${path}\` is not what its inputs give`);
  if (stale.length + gone.length > 0) {
    console.error('hint: run `npm run catalog` and commit what it writes');
    process.exitCode = 1;
  } else {
    console.log(`catalog: ${files.size} files are what their inputs give`);
  }
} else if (process.argv.includes('--report')) {
  console.log(renderReport(built, readDependentActions(join(sourcePackages, 'iam-data-2025'))));
} else if (process.argv.includes('--sample')) {
  const seed = Number(process.argv[process.argv.indexOf('--sample') + 1]);
  for (const binding of sampleBindings(built, 50, seed)) console.log(JSON.stringify(binding));
} else if (process.argv.includes('--scoping')) {
  const file = process.argv[process.argv.indexOf('--scoping') + 1] ?? '';
  console.log(renderScoping(measureScoping(readCalls(file), openCatalog(), built)));
} else if (drops.length > 0 && !process.argv.includes('--accept-drop')) {
  for (const drop of drops) console.error(`catalog: ${drop}`);
  console.error('hint: where that is right, build again with --accept-drop');
  process.exitCode = 1;
} else {
  rmSync(target, { recursive: true, force: true });
  for (const part of ['services', 'iam']) mkdirSync(join(target, part), { recursive: true });
  for (const [path, text] of files) writeFileSync(join(target, path), text);
  writeAuthorizationPage();
  console.log(`catalog: wrote ${files.size} files`);
}

function readCommitted(path: string): string | undefined {
  const file = join(target, path);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

function listCommitted(): readonly string[] {
  return readdirSync(target, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(target.length + 1));
}
