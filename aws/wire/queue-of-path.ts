import type { Identification } from './identification.ts';
import type { RequestParts } from './request-parts.ts';

/**
 * Completes a call to SQS in the query protocol that names its queue by the address that it is sent to, as the protocol's
 * older clients do: the address is the queue's URL.
 * Source: Amazon SQS Developer Guide, "Making Query API requests using AWS query protocol", structure of a GET request.
 */
export function withQueueOfPath(
  identification: Identification,
  { request, target }: RequestParts,
): Identification {
  if (identification.kind !== 'identified' || identification.service !== 'sqs')
    return identification;
  const isWanted = identification.entry.parameters?.QueueUrl !== undefined;
  if (!isWanted || !/^\/\d{12}\/[\w.-]+\/?$/.test(target.path)) return identification;
  return {
    ...identification,
    *readParameters(...body) {
      const parameters = yield* identification.readParameters(...body);
      return { QueueUrl: `https://${request.host}${target.path}`, ...parameters };
    },
  };
}
