const CHUNK_CHARACTERS = 256 * 1024;

/** Joins texts to pieces worth a system call each. A session as one string could exceed V8's limit. */
export function* chunkText(texts: Iterable<string>): Generator<string> {
  let chunk = '';
  for (const text of texts) {
    chunk += text;
    if (chunk.length >= CHUNK_CHARACTERS) {
      yield chunk;
      chunk = '';
    }
  }
  if (chunk !== '') yield chunk;
}
