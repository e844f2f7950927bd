// `npm run catalog [-- --check]`: installs the catalog's sources, then builds the catalog from them.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { installNestedPackage } from '../nested-package.mjs';

const folder = import.meta.dirname;
installNestedPackage(folder);
const build = join(folder, '..', 'build-catalog.ts');
const run = spawnSync(process.execPath, ['--import', 'tsx', build, ...process.argv.slice(2)], {
  stdio: 'inherit',
});
process.exitCode = run.status ?? 1;
