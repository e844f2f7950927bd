// `npm run check:package`: holds what `npm pack` would publish, and the weight of a checkout, to what was promised.
import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const root = join(import.meta.dirname, '..');
const rooms = ['aws', 'certs', 'cli', 'generator', 'iam', 'proxy', 'sessions'];
const program = /^dist\/cli\/(main|[\w-]+-[A-Z\d]{8})\.js$/;
const besideProgram =
  /^(docs\/[^/]+\.md|README\.md|CHANGELOG\.md|LICENSE|NOTICE|package\.json|leastgrant\.schema\.json|dist\/LICENSES\.txt)$/;
const catalogFolder = 'dist/aws/catalog/data/';
const megabyte = 1e6;

const problems = [];
const temporary = mkdtempSync(join(tmpdir(), 'leastgrant-package-'));
try {
  const folder = unpack();
  checkFiles(new Set(filesBelow(folder)));
  checkRunsAlone(folder);
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
const texts = filesBelow(join(root, catalogFolder)).map((path) =>
  readFileSync(join(root, catalogFolder, path)),
);
expectBelow('catalog, unpacked', Buffer.concat(texts).length, 12 * megabyte);
expectBelow('catalog, packed', gzipSync(Buffer.concat(texts)).length, 2.5 * megabyte);
expectBelow('node_modules', weigh(join(root, 'node_modules')), 150 * megabyte);
for (const problem of problems) console.error(`check:package: ${problem}`);
process.exitCode = problems.length === 0 ? 0 : 1;

/** Returns the folder of what `npm pack` would publish, built anew and unpacked. */
function unpack() {
  const pack = ['pack', '--json', '--foreground-scripts=false', '--pack-destination', temporary];
  const [{ filename }] = JSON.parse(runOrThrow('npm', pack, root));
  runOrThrow('tar', ['xf', filename], temporary);
  return join(temporary, 'package');
}

/** What is read at run time is there as it is among the sources; the rest is the program, and what tells of it. */
function checkFiles(packed) {
  const assets = rooms
    .flatMap((room) => filesBelow(join(root, room)).map((path) => `dist/${room}/${path}`))
    .filter((path) => !path.endsWith('.ts'));
  expectNone(
    'missing from the package',
    [...assets, 'leastgrant.schema.json', 'dist/cli/main.js', 'dist/LICENSES.txt'].filter(
      (path) => !packed.has(path),
    ),
  );
  const known = new Set(assets);
  expectNone(
    'in the package without a source',
    [...packed].filter(
      (path) => !known.has(path) && !program.test(path) && !besideProgram.test(path),
    ),
  );
}

/** The program needs no other package, and runs wherever it is put. */
function checkRunsAlone(folder) {
  const main = join(folder, 'dist/cli/main.js');
  if ((lstatSync(main).mode & 0o111) === 0) problems.push('dist/cli/main.js cannot be executed');
  const { dependencies = {} } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  expectNone('a package that users would have to install', Object.keys(dependencies));
  const recorded = runOrThrow(main, ['run', '--', process.execPath, '-e', '0'], temporary);
  if (!recorded.includes('"Version"')) problems.push('`leastgrant run` prints no policy');
}

function runOrThrow(command, args, cwd) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`\`${command} ${args[0]}\` failed: ${error ?? stderr}`);
  return stdout;
}

/** Returns the paths of all files below a folder, in it. */
function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length).replace(/^\//, ''));
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
  return filesBelow(folder).reduce((sum, path) => sum + lstatSync(join(folder, path)).size, 0);
}
