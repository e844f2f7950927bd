/**
 * Returns text in which no control character reaches the terminal: names and paths come from recorded requests,
 * and an escape sequence in one could change what the reader sees. Line ends and tabs stay.
 */
export function toPrintable(text: string): string {
  return text.replaceAll(controlCharacters, (character) => {
    const digits = character.charCodeAt(0).toString(16).padStart(2, '0');
    return `\\x${digits}`;
  });
}

const controlCharacters = /[^\P{Cc}\n\t]/gu;
