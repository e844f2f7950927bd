import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('sdk-v3.cjs', import.meta.url));
await once(spawn(process.execPath, [program], { stdio: 'inherit' }), 'exit');
