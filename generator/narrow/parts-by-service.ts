/** Resources of one service, by the place of the group that they are of. */
export type ServicePart = ReadonlyMap<number, readonly string[]>;

/**
 * Parts the resources of groups by the service in their ARN, in the order in which services first come; what is no ARN
 * is a part of its own. Nothing that is learnt of one service's names says anything of another's, and a million resources
 * are taken apart in far less time and memory service by service.
 */
export function partsByService(groups: Iterable<Iterable<string>>): Iterable<ServicePart> {
  const parts = new Map<string, Map<number, string[]>>();
  let at = -1;
  for (const resources of groups) {
    at += 1;
    let start: string | undefined;
    let own: string[] = [];
    for (const resource of resources) {
      if (start === undefined || !resource.startsWith(start)) {
        start = startOf(resource);
        own = listIn(parts, start, at);
      }
      own.push(resource);
    }
  }
  return parts.values();
}

/** What all ARNs of a service in one partition begin with: `arn:aws:s3:`. */
function startOf(resource: string): string {
  return /^arn:[^:]*:[^:]*:/.exec(resource)?.[0] ?? '';
}

function listIn(parts: Map<string, Map<number, string[]>>, start: string, at: number): string[] {
  const service = start.split(':')[2] ?? '';
  const part = parts.get(service) ?? new Map<number, string[]>();
  parts.set(service, part);
  const list = part.get(at) ?? [];
  part.set(at, list);
  return list;
}
