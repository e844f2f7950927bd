import { copyFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDefaultTrust } from '../../../certs/java/default-trust.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const stores = join(import.meta.dirname, 'stores');

/** Returns the folder of a JDK with these files, each a copy of a store. */
function makeJdk(files: Readonly<Record<string, string>>): string {
  const home = temporaryFolder();
  for (const [path, store] of Object.entries(files)) {
    mkdirSync(dirname(join(home, path)), { recursive: true });
    copyFileSync(join(stores, store), join(home, path));
  }
  return home;
}

describe('what a JDK trusts by itself', () => {
  it.each([
    ['the newer folder', { 'lib/security/cacerts': 'open.p12' }],
    ['the folder of JDK 8', { 'jre/lib/security/cacerts': 'plain.jks' }],
    [
      'jssecacerts first',
      { 'lib/security/jssecacerts': 'open.p12', 'lib/security/cacerts': 'one.pem' },
    ],
  ])('is in %s', async (_name, files) => {
    expect(await readDefaultTrust(makeJdk(files), [])).toHaveLength(2);
  });

  it("is in the system's store where no JDK is named, or has none", async () => {
    const system = ['/nowhere/cacerts', join(stores, 'plain.jks')];
    expect(await readDefaultTrust(undefined, system)).toHaveLength(2);
    expect(await readDefaultTrust(makeJdk({}), system)).toHaveLength(2);
  });

  it('is nothing where there is no store that can be read', async () => {
    expect(await readDefaultTrust(undefined, [join(stores, 'one.pem')])).toEqual([]);
  });
});
