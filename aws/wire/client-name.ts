/**
 * Returns the client that a user agent names, as `product/version`: the AWS SDK or tool where one is named, else the
 * first product; null without a user agent. Nothing else of the header is kept.
 */
export function parseClientName(userAgent: string | undefined): string | null {
  if (userAgent === undefined || userAgent === '') return null;
  // Debian's rclone says `rclone/` and no version.
  const products = userAgent.match(/[A-Za-z][\w.-]*\/[\w.+-]*/g) ?? [];
  const known = products.find((product) => /^(aws-|boto|app\/|terraform)/i.test(product));
  return (known ?? products[0] ?? null)?.replace(/\/$/, '').slice(0, 80) ?? null;
}
