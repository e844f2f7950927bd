import { openCatalog } from '../aws/catalog/catalog.ts';
import { downloadReference } from '../aws/catalog/reference/download-reference.ts';
import { findReference } from '../aws/catalog/reference/find-reference.ts';
import { awsReferenceUrl } from '../aws/catalog/reference/parse-service-list.ts';
import { openReferenceClient } from '../aws/catalog/reference/reference-client.ts';
import {
  countReference,
  expectAtLeast,
  leastBesideCatalog,
  leastBesideReference,
} from '../aws/catalog/reference/reference-counts.ts';
import type { ServiceReference } from '../aws/catalog/reference/service-reference.ts';
import { writeReference } from '../aws/catalog/reference/write-reference.ts';
import { LeastgrantError } from '../errors.ts';
import { parseOutgoingProxy } from '../proxy/outgoing-proxy.ts';
import { expectDataFolder } from './data-folder.ts';
import { countAdditions, describeReference } from './describe-reference.ts';
import type { Terminal } from './terminal.ts';
import { readUserCertificates } from './trust-files.ts';
import { readUpstreamCa } from './upstream-option.ts';
import { openUserCatalog } from './user-catalog.ts';

/** Where the reference is read from. */
export interface UpdateOptions {
  readonly url?: string;
  readonly ca?: string;
}

/** The longest that one file may take: 30 s. The whole reference has about 450. */
const timeoutMs = 30_000;
/** The largest file is EC2's, of a few megabytes. */
const maxBytes = 32 * 1024 * 1024;

/**
 * Reads AWS's Service Reference Information, checks it and puts it in the place of the user's copy. On any failure the
 * copy stays as it is.
 * @throws LeastgrantError E_USAGE, E_UPSTREAM; E_INPUT where the data folder cannot be written
 */
export async function updateCatalog(options: UpdateOptions, terminal: Terminal): Promise<void> {
  const dataFolder = expectDataFolder(terminal);
  const url = parseReferenceUrl(options.url);
  terminal.say(`leastgrant: reading AWS's service reference from ${url.href}`);
  const services = await download(url, options.ca, terminal);
  const present = findReference(dataFolder);
  const least =
    present.kind === 'found'
      ? leastBesideReference(present.index.counts)
      : leastBesideCatalog(openCatalog());
  expectAtLeast(countReference(services), least);
  const date = new Date().toISOString().slice(0, 10);
  const index = await writeReference(dataFolder, { services, date, url: url.href });
  const additions = countAdditions(openCatalog(), openUserCatalog(terminal));
  terminal.say(`leastgrant: ${describeReference(index, additions)}`);
}

function parseReferenceUrl(text: string | undefined): URL {
  if (text === undefined) return awsReferenceUrl;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const hasCredentials = text.includes('@');
  if (url?.protocol === 'https:' && !hasCredentials) return url;
  const what = hasCredentials ? 'an address with a user name or a password' : `\`${text}\``;
  throw new LeastgrantError('E_USAGE', `${what} is no address of a reference`, {
    hint: `give an https URL without user name and password, such as \`${awsReferenceUrl.href}\``,
  });
}

async function download(
  url: URL,
  ca: string | undefined,
  terminal: Terminal,
): Promise<readonly ServiceReference[]> {
  const { env, cwd } = terminal;
  const user = await readUserCertificates(env, process.platform);
  const given = ca === undefined ? '' : await readUpstreamCa(cwd, ca);
  const outgoing = parseOutgoingProxy(env);
  for (const name of outgoing.ignored) {
    terminal.say(`leastgrant: the proxy in \`${name}\` cannot be used and is left out`);
  }
  const client = openReferenceClient({
    extraCa: [user.bundlePem, given].join('\n'),
    proxy: outgoing.proxyFor(url),
    timeoutMs,
    maxBytes,
  });
  try {
    return await downloadReference(client, url);
  } finally {
    await client.close();
  }
}
