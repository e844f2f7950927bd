/**
 * Completes a JSON text that was cut anywhere: drops the member or item that the cut went through and closes what is
 * open. Returns text that parses if the whole did.
 */
export function completeJson(text: string): string {
  const open: string[] = [];
  let end = 0;
  let openAtEnd: readonly string[] = [];
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '"') {
      at = endOfString(text, at);
      continue;
    }
    if (character === '{' || character === '[') {
      open.push(character === '{' ? '}' : ']');
    } else if (character === '}' || character === ']') {
      open.pop();
    } else if (character !== ',') {
      continue;
    }
    end = character === ',' ? at : at + 1;
    openAtEnd = [...open];
  }
  return text.slice(0, end) + [...openAtEnd].reverse().join('');
}

// Returns the index of the closing quote, or the text's length where the cut went through the string.
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '"') return at;
  }
  return text.length;
}
