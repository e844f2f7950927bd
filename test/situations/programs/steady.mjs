// Puts one new object after the other, and the object `same` each time, until it is ended.
import { put } from './aws.mjs';

for (let at = 0; ; at += 1) {
  await put(`k${at}`);
  await put('same');
  console.log(JSON.stringify({ answered: at, atMs: Date.now() }));
}
