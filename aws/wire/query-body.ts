import type { BodyReader } from './body-reader.ts';

/**
 * Reads parameters from a body of the query protocols: `Tags.member.1.Key=…`, EC2's `InstanceId.1=…`.
 * Source: Smithy, "AWS query protocol" and "AWS EC2 query protocol".
 */
export const readQueryBody: BodyReader = (body, isCut, wires) => {
  const wanted = new Map(wires.map((wire) => [withoutWrapper(wire), wire]));
  const values = new Map<string, string[]>();
  for (const [key, value] of parseForm(body, isCut)) {
    const wire = wanted.get(withoutWrapper(key.replaceAll(/\.\d+(?=\.|$)/g, '[]')));
    if (wire === undefined) continue;
    const known = values.get(wire);
    if (known === undefined) values.set(wire, [value]);
    else known.push(value);
  }
  return values;
};

// The wire paths of services that speak JSON today have no wrapper for lists; their query forms do.
function withoutWrapper(wire: string): string {
  return wire.replaceAll('.member[]', '[]');
}

/** Returns the fields of a form body; of a cut one all but the last, which the cut went through. */
export function parseForm(
  body: Uint8Array,
  isCut: boolean,
): readonly (readonly [string, string])[] {
  const text = new TextDecoder().decode(body);
  const whole = isCut ? text.slice(0, Math.max(0, text.lastIndexOf('&'))) : text;
  return [...new URLSearchParams(whole)];
}
