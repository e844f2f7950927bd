/** Longer than the user agent of any SDK, which says more of itself the further on. */
const mostRead = 2_048;

/**
 * Returns the client that a user agent names, as `product/version`: the AWS SDK or tool where one is named, else the
 * first product; null without a user agent. Nothing else of the header is kept, comments in parentheses least of all.
 * Source: RFC 9110, section 10.1.5.
 */
export function parseClientName(userAgent: string | undefined): string | null {
  if (userAgent === undefined || userAgent === '') return null;
  const text = withoutComments(userAgent.slice(0, mostRead));
  const products = productsOf(text);
  const known = products.find((product) => /^(aws-|boto|app\/|terraform)/i.test(product));
  const versioned = known ?? products.find((product) => !product.endsWith('/'));
  // Debian's rclone says `rclone/` and no version.
  // The library `got` says no more than its name, and where it comes from.
  const bare = /^[A-Za-z][\w.-]{0,79}$/.exec(text.trim())?.[0];
  return (versioned ?? products[0] ?? bare ?? null)?.replace(/\/$/, '').slice(0, 80) ?? null;
}

function withoutComments(text: string): string {
  if (!text.includes('(')) return text;
  let depth = 0;
  let kept = '';
  for (const character of text) {
    if (character === '(') depth += 1;
    else if (character === ')') depth = Math.max(0, depth - 1);
    else if (depth === 0) kept += character;
  }
  return kept;
}

// From its slash backwards: looking for the slash from each letter of a long word takes the square of its length.
function productsOf(userAgent: string): readonly string[] {
  const products: string[] = [];
  let from = 0;
  for (let slash = userAgent.indexOf('/'); slash !== -1; slash = userAgent.indexOf('/', from)) {
    const name = /[A-Za-z][\w.-]*$/.exec(wordBefore(userAgent, from, slash))?.[0];
    from = slash + 1;
    version.lastIndex = from;
    if (name === undefined) continue;
    const found = version.exec(userAgent)?.[0] ?? '';
    products.push(`${name}/${found}`);
    from += found.length;
  }
  return products;
}

const version = /[\w.+-]*/y;

function wordBefore(text: string, from: number, end: number): string {
  let start = end;
  while (start > from && /[\w.-]/.test(text[start - 1] ?? '')) start -= 1;
  return text.slice(start, end);
}
