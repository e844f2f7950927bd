import type { CatalogSource } from '../../../aws/catalog/catalog.ts';
import { beginRecognition } from '../../../aws/wire/recognise.ts';
import type { RecognisedRequest } from '../../../aws/wire/recognised-request.ts';
import type { WireRequest } from '../../../aws/wire/request.ts';
import { finish } from '../../../aws/wire/slices.ts';

/** Recognises a request without giving way between the slices of its body. */
export function recogniseAtOnce(
  request: WireRequest,
  catalog: CatalogSource,
  body: Uint8Array = new Uint8Array(),
  isCut = false,
  onGivenUp?: () => void,
): RecognisedRequest | undefined {
  const recognition = beginRecognition(request, catalog);
  return recognition && finish(recognition.complete(body, isCut, onGivenUp));
}
