// Writes three objects within three seconds, and says whether any file of its folder has changed meanwhile.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { put } from './aws.mjs';

const before = await contents();
for (const key of ['alpha', 'beta', 'gamma']) {
  await put(key);
  await setTimeout(1000);
}
process.stdout.write((await contents()) === before ? 'as before' : 'changed');

async function contents() {
  const entries = await readdir('.', { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.path, entry.name));
  const texts = await Promise.all(files.sort().map((file) => readFile(file, 'utf8')));
  return JSON.stringify([files, texts]);
}
