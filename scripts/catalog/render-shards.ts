import type { IndexEntry, ServiceEntry } from '../../aws/catalog/entries.ts';
import type { WireService } from './model.ts';
import { answerPaths } from './tables/answers.ts';
import { joinsOfService } from './tables/joins.ts';
import { shadowedServices } from './tables/shadowed-services.ts';
import { signingNames } from './tables/signing-names.ts';

/** Renders a shard as JSON with one operation a line: small to load, readable in a diff. */
export function renderService(entry: ServiceEntry): string {
  return [
    '{',
    `"service":${JSON.stringify(entry.service)},`,
    `"protocol":${JSON.stringify(entry.protocol)},`,
    ...(entry.queryKeys === undefined ? [] : [`"queryKeys":${JSON.stringify(entry.queryKeys)},`]),
    `"resourceTypes":${renderLines(entry.resourceTypes)},`,
    `"operations":${renderLines(entry.operations)}`,
    '}',
    '',
  ].join('\n');
}

/** Renders the catalog's index: one service a line, shadowed services last, so that they are found last. */
export function renderIndex(services: readonly WireService[]): string {
  const isShadowed = ({ id }: WireService) => Number(Object.hasOwn(shadowedServices, id));
  const ordered = [...services].sort((a, b) => isShadowed(a) - isShadowed(b));
  const entries = ordered.map(
    (service): IndexEntry => ({
      service: service.id,
      signingNames: [...service.signingNames, ...(signingNames[service.id] ?? [])],
      endpointPrefixes: service.endpointPrefixes,
      apiVersion: service.apiVersion,
      protocol: service.protocol,
      ...(hasAnswers(service) && { hasAnswers: true as const }),
      ...(service.targetPrefixes.length > 0 && { targetPrefixes: service.targetPrefixes }),
    }),
  );
  return `[\n${entries.map((entry) => JSON.stringify(entry)).join(',\n')}\n]\n`;
}

function hasAnswers({ id }: WireService): boolean {
  return Object.hasOwn(answerPaths, id) || joinsOfService(id).length > 0;
}

function renderLines(record: Readonly<Record<string, unknown>>): string {
  const lines = Object.entries(record).map(
    ([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`,
  );
  return lines.length === 0 ? '{}' : `{\n${lines.join(',\n')}\n}`;
}
