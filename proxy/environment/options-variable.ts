/**
 * Returns the value of NODE_OPTIONS or BUN_OPTIONS with one option more, unless it is there already.
 * Both split at spaces outside double quotes, and inside them a backslash takes the next character as it is.
 * Source: Node's ParseNodeOptionsEnvVar, and its documentation of NODE_OPTIONS.
 */
export function appendOption(present: string | undefined, option: string, path: string): string {
  const added = option + quote(path);
  if (present === undefined || present.trim() === '') return added;
  return ` ${present} `.includes(` ${added} `) ? present : `${present} ${added}`;
}

function quote(path: string): string {
  return /[\s"]/.test(path) ? `"${path.replace(/["\\]/g, '\\$&')}"` : path;
}
