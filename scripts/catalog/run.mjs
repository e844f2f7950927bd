// `npm run catalog [-- --check]` installs the catalog's sources, then builds the catalog from them;
// `npm run catalog:update` takes the newest client packages first.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { installNestedPackage } from '../nested-package.mjs';

const folder = import.meta.dirname;
installNestedPackage(folder);
const args = process.argv.slice(2);
const script = args.includes('--update')
  ? join(folder, 'update-client-packages.ts')
  : join(folder, '..', 'build-catalog.ts');
const run = spawnSync(process.execPath, ['--import', 'tsx', script, ...args], {
  stdio: 'inherit',
});
process.exitCode = run.status ?? 1;
