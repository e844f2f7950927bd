import { malformed, readList, readObject, readText } from './json-fields.ts';
import { prefixPattern } from './parse-service-reference.ts';

/** Where one service's reference stands. */
export interface ListedService {
  readonly prefix: string;
  readonly url: URL;
}

/** Where AWS keeps its Service Reference Information. */
export const awsReferenceUrl = new URL('https://servicereference.us-east-1.amazonaws.com/');

const urlPattern = /^[\x21-\x7e]{1,2048}$/;
const mostServices = 5000;

/**
 * Parses AWS's list of services. A copy of it that a mirror serves names AWS's own host: the same paths are then
 * taken below the list's URL. Any other host is refused.
 * @throws LeastgrantError E_UPSTREAM
 */
export function parseServiceList(value: unknown, listUrl: URL): readonly ListedService[] {
  const entries = readList(value, `the list at \`${listUrl.href}\``);
  if (entries.length > mostServices)
    throw malformed('the list of services', 'of a sensible length');
  const services = entries.map((entry) => parseEntry(entry, listUrl));
  if (new Set(services.map(({ prefix }) => prefix)).size < services.length) {
    throw malformed('a service of the list', 'there once');
  }
  return services;
}

function parseEntry(entry: unknown, listUrl: URL): ListedService {
  const raw = readObject(entry, 'an entry of the list of services');
  const prefix = readText(raw.service, '`service` of an entry of the list', prefixPattern);
  const text = readText(raw.url, `\`url\` of \`${prefix}\``, urlPattern);
  if (!URL.canParse(text, listUrl.href)) throw malformed(`\`url\` of \`${prefix}\``, 'a URL');
  const named = new URL(text, listUrl);
  const url = named.host === awsReferenceUrl.host ? new URL(`.${named.pathname}`, listUrl) : named;
  if (url.origin !== listUrl.origin) {
    throw malformed(`\`url\` of \`${prefix}\``, `at \`${listUrl.origin}\``);
  }
  return { prefix, url };
}
