// Puts the objects that its arguments name, and says what came of each.
import { put } from './aws.mjs';

for (const key of process.argv.slice(2)) console.log(`${key} ${await put(key)}`);
