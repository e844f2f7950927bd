import { listOwnedFiles, type OwnedFile } from '../owned-file.ts';
import type { SessionFolder } from '../session-folder.ts';

/** Returns the journals of a session folder, wherever they lie, sorted by name within each place. */
export async function listJournals(folder: SessionFolder): Promise<OwnedFile[]> {
  const journals: OwnedFile[] = [];
  for (const place of folder.journalPlaces) {
    journals.push(...(await listOwnedFiles(place, 'ndjson')));
  }
  return journals;
}
