import type { BodyReader } from './body-reader.ts';
import { FormScanner } from './form-scanner.ts';

/**
 * Reads parameters in slices from a body of the query protocols: `Tags.member.1.Key=…`, EC2's `InstanceId.1=…`.
 * Source: Smithy, "AWS query protocol" and "AWS EC2 query protocol".
 */
export const scanQueryBody: BodyReader = (body, isCut, wires) =>
  new FormScanner(body, isCut, wires);
