/**
 * An e-mail address, or one in a URL. Its last part is told from an extension: `icon@2x.png` is none. Source: RFC 2606 for the reserved names; of countries
 * those are left out that are extensions as well.
 */
export const emailAddress = [
  '[A-Za-z0-9][\\w.+-]*(?:@|%40)[A-Za-z](?:[A-Za-z0-9-]*\\.)+?',
  '(?:com|org|net|edu|gov|info|biz|app|dev|cloud|test|example|invalid|local|',
  '(?!(?:cs|db|gz|js|md|pl|ps|py|rs|sh|so|ts|xz)(?![a-z]))[a-z]{2})',
  '(?=/|$|\\.(?:csv|eml|gz|html?|ics|jpe?g|json|parquet|pdf|png|txt|vcf|webp|xlsx?|xml|ya?ml|zip)(?:$|\\.))',
].join('');
