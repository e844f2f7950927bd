/** Returns a number with its noun, in the plural where it asks for one: `1 call`, `12,000 calls`. */
export function plural(count: number, noun: string, nouns = `${noun}s`): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? noun : nouns}`;
}
