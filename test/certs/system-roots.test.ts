import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rootCertificates } from 'node:tls';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readSystemRoots } from '../../certs/system-roots.ts';
import { forgeChain } from './support/forgery.ts';

async function companyRoot(): Promise<string> {
  const forgery = { permittedDomains: ['example.com'], host: 'www.example.com' };
  return (await forgeChain(forgery)).authorityPem;
}

async function systemFile(text: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'leastgrant-roots-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, 'ca-certificates.crt');
  await writeFile(file, text);
  return file;
}

describe('readSystemRoots', () => {
  it('returns what the system trusts beyond the public authorities that Node knows', async () => {
    const company = await companyRoot();
    const file = await systemFile([...rootCertificates, '# Example Corp', company].join('\n'));
    expect(await readSystemRoots([file])).toBe(company);
  });

  it('takes the first list that is there', async () => {
    const [first, second] = await Promise.all([companyRoot(), companyRoot()]);
    const files = ['/nowhere/roots.pem', await systemFile(first), await systemFile(second)];
    expect(await readSystemRoots(files)).toBe(first);
  });

  it('returns nothing on a system without a list', async () => {
    expect(await readSystemRoots(['/nowhere/roots.pem'])).toBe('');
  });
});
