// `npm run build`: puts the program and the packages that it uses into few files in dist. Finding, reading and linking
// several hundred modules took a third of the time to start.
import { chmodSync, cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { build, transform } from 'esbuild';

const root = join(import.meta.dirname, '..');
const outputFolder = 'cli';
const assets = ['aws/catalog/data', 'proxy/environment/preload'];

rmSync(join(root, 'dist'), { recursive: true, force: true });
const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: ['cli/main.ts'],
  outdir: `dist/${outputFolder}`,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  metafile: true,
  logLevel: 'warning',
  // CommonJS packages load Node's own modules by `require`, which an ES module has not.
  banner: {
    js: "import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);",
  },
  plugins: [{ name: 'folders-of-sources', setup: keepFoldersOfSources }],
});
for (const file of readdirSync(join(root, 'dist', outputFolder)))
  if (file.endsWith('.js')) await keepConstants(join(root, 'dist', outputFolder, file));
for (const asset of assets)
  cpSync(join(root, asset), join(root, 'dist', asset), { recursive: true });
chmodSync(join(root, `dist/${outputFolder}/main.js`), 0o755);
writeFileSync(join(root, 'dist/LICENSES.txt'), licencesOf(packagesIn(metafile)));

/** A module that reads files beside itself finds them in dist where they were among the sources. */
function keepFoldersOfSources({ onLoad }) {
  onLoad({ filter: /\.ts$/ }, ({ path }) => {
    const folder = relative(join(root, outputFolder), dirname(path)).split(sep).join('/');
    const here = `(import.meta.dirname + ${JSON.stringify(`/${folder}`)})`;
    const contents = readFileSync(path, 'utf8').replaceAll('import.meta.dirname', here);
    return { contents, loader: 'ts' };
  });
}

/**
 * Makes constants again of the numbers and tables that esbuild turned into variables: V8 looks up a variable in each turn
 * of a loop, and reading a body took up to twice as long.
 */
async function keepConstants(file) {
  const code = readFileSync(file, 'utf8');
  const constant =
    /^var (?=(\w+) = (?:-?[\dxa-f]+|new (?:Ui|I)nt\d+Array\(.*\)|byteTable\(.*\));$)/gm;
  const { warnings } = await transform(code.replace(constant, 'const '), { logLevel: 'silent' });
  const assigned = warnings.map(({ id, text }) => (id === 'assign-to-constant' ? text : ''));
  const kept = code.replace(constant, (whole, name) =>
    assigned.some((text) => text.includes(`"${name}"`)) ? whole : 'const ',
  );
  writeFileSync(file, kept);
}

/** Returns the folders of the packages of which something is in dist, sorted. */
function packagesIn({ outputs }) {
  const inputs = Object.values(outputs).flatMap((output) =>
    Object.entries(output.inputs).flatMap(([path, { bytesInOutput }]) =>
      bytesInOutput > 0 ? path : [],
    ),
  );
  const folders = inputs.map((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0]);
  return [...new Set(folders)].filter((folder) => folder !== undefined).sort();
}

/** Returns the licences that go with what is in dist. A package without the text of its licence is an error. */
function licencesOf(folders) {
  return folders
    .map((folder) => {
      const path = join(root, folder, 'package.json');
      const { name, version, license } = JSON.parse(readFileSync(path, 'utf8'));
      const file = readdirSync(join(root, folder)).find((one) => /^licen[cs]e/i.test(one));
      if (file === undefined) throw new Error(`\`${name}\` has no licence text to be passed on`);
      const text = readFileSync(join(root, folder, file), 'utf8');
      return `${name} ${version} (${license})\n\n${text.trim()}\n`;
    })
    .join(`\n${'-'.repeat(80)}\n\n`);
}
