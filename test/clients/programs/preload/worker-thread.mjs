import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

await once(new Worker(new URL('sdk-v3.mjs', import.meta.url)), 'exit');
