/**
 * Replaces the variable parts of a request's path by `{}`: segments that do not look like the fixed words and versions
 * of an API. The result is enough to name a route and holds no key, id or name longer than a word.
 */
export function templatePath(path: string): string {
  return path
    .split('/', 12)
    .map((segment) =>
      segment === '' || /^(?:[a-z]{1,24}|v\d{1,2}|\d{4}-\d{2}-\d{2})$/.test(segment)
        ? segment
        : '{}',
    )
    .join('/');
}
