// Runs the tests with real AWS clients: `node test/clients/run.mjs [what vitest takes]`.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { installNestedPackage } from '../../scripts/nested-package.mjs';

const root = join(import.meta.dirname, '..', '..');
installNestedPackage(import.meta.dirname);
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
const args = [vitest, 'run', '--config', 'vitest.clients.config.ts', ...process.argv.slice(2)];
const { status, error } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
if (error) throw error;
process.exitCode = status ?? 1;
