/**
 * Completes a JSON text that was cut anywhere: drops the member or item that the cut went through and closes what is
 * open. Returns text that parses if the whole did. Linear in the text's length.
 */
export function completeJson(text: string): string {
  // INVARIANT: whatever is opened or closed moves `end` behind it, so `open` is what is open at `end`.
  const open: string[] = [];
  let end = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '"') {
      at = endOfString(text, at);
    } else if (character === '{' || character === '[') {
      open.push(character === '{' ? '}' : ']');
      end = at + 1;
    } else if (character === '}' || character === ']') {
      open.pop();
      end = at + 1;
    } else if (character === ',') {
      end = at;
    }
  }
  return text.slice(0, end) + open.reverse().join('');
}

// Returns the index of the closing quote, or the text's length where the cut went through the string.
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '"') return at;
  }
  return text.length;
}
