// Runs Biome from its nested package: `node scripts/check/run.mjs check .`
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { installNestedPackage } from '../nested-package.mjs';

const folder = import.meta.dirname;
installNestedPackage(folder);
const biome = join(folder, 'node_modules', '.bin', 'biome');
process.exitCode = spawnSync(biome, process.argv.slice(2), { stdio: 'inherit' }).status ?? 1;
