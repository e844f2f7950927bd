// `npm run check:package`: holds what `npm pack` would publish, and the weight of a checkout, to what was promised.
import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const root = join(import.meta.dirname, '..');
const rooms = ['aws', 'certs', 'cli', 'generator', 'iam', 'proxy', 'sessions'];
const besideDist = /^(docs\/[^/]+\.md|README\.md|CHANGELOG\.md|LICENSE|NOTICE|package\.json)$/;
const catalogFolder = 'dist/aws/catalog/data/';
const megabyte = 1e6;

const problems = [];
const packed = packedPaths();
const expected = builtPaths();
expectNone('missing from the package', difference(expected, packed));
expectNone(
  'in the package without a source',
  difference(packed, expected).filter((path) => !besideDist.test(path)),
);
if ((lstatSync(join(root, 'dist/cli/main.js')).mode & 0o111) === 0) {
  problems.push('dist/cli/main.js cannot be executed');
}
const catalog = [...packed].filter((path) => path.startsWith(catalogFolder));
const texts = catalog.map((path) => readFileSync(join(root, path)));
expectBelow('catalog, unpacked', Buffer.concat(texts).length, 12 * megabyte);
expectBelow('catalog, packed', gzipSync(Buffer.concat(texts)).length, 2.5 * megabyte);
expectBelow('node_modules', weigh(join(root, 'node_modules')), 150 * megabyte);
for (const problem of problems) console.error(`check:package: ${problem}`);
process.exitCode = problems.length === 0 ? 0 : 1;

/** Returns what `npm pack` would publish, built anew. */
function packedPaths() {
  const args = ['pack', '--dry-run', '--json', '--foreground-scripts=false'];
  const { status, stdout, stderr } = spawnSync('npm', args, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`npm pack failed: ${stderr}`);
  const [pack] = JSON.parse(stdout);
  return new Set(pack.files.map(({ path }) => path));
}

/** Returns what the sources come to: each module compiled, everything else as it is. */
function builtPaths() {
  const sources = ['errors.ts', ...rooms.flatMap((room) => filesBelow(join(root, room), room))];
  return new Set(sources.map((path) => `dist/${path.replace(/\.ts$/, '.js')}`));
}

function filesBelow(folder, name) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${name}${join(entry.parentPath, entry.name).slice(folder.length)}`);
}

function difference(left, right) {
  return [...left].filter((path) => !right.has(path));
}

function expectNone(what, paths) {
  if (paths.length > 0) problems.push(`${what}: ${paths.slice(0, 10).join(', ')}`);
}

function expectBelow(what, bytes, limit) {
  const said = `${what}: ${(bytes / megabyte).toFixed(1)} MB of ${limit / megabyte} MB`;
  if (bytes > limit) problems.push(said);
  else console.log(said);
}

/** Returns the bytes of all files below a folder. */
function weigh(folder) {
  if (!existsSync(folder)) throw new Error(`there is no \`${folder}\`: run \`npm ci\``);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + lstatSync(join(entry.parentPath, entry.name)).size, 0);
}
