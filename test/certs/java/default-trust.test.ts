import { copyFileSync, mkdirSync, symlinkSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
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
    expect(await readDefaultTrust({ home: makeJdk(files), systemFiles: [] })).toHaveLength(2);
  });

  it.runIf(process.platform !== 'win32')(
    'is in the JDK of the `java` that is found first, wherever links lead',
    async () => {
      const home = makeJdk({ 'lib/security/cacerts': 'open.p12', 'bin/java': 'one.pem' });
      const bin = temporaryFolder();
      symlinkSync(join(home, 'bin', 'java'), join(bin, 'java'));
      const path = ['', '/nowhere', bin].join(delimiter);
      expect(await readDefaultTrust({ path, systemFiles: [] })).toHaveLength(2);
    },
  );

  it("is in the system's store where no JDK is named, or has none", async () => {
    const systemFiles = ['/nowhere/cacerts', join(stores, 'plain.jks')];
    expect(await readDefaultTrust({ systemFiles })).toHaveLength(2);
    expect(await readDefaultTrust({ home: makeJdk({}), systemFiles })).toHaveLength(2);
  });

  it('is nothing where there is no store that can be read', async () => {
    const systemFiles = [join(stores, 'one.pem')];
    expect(await readDefaultTrust({ systemFiles })).toEqual([]);
  });
});
