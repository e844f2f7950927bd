import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise, type IConfiguration, type ICruiseResult } from 'dependency-cruiser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const configuration: IConfiguration = JSON.parse(
  readFileSync(join(root, '.dependency-cruiser.json'), 'utf8'),
);
const rules = (configuration.forbidden ?? []).map((rule) => rule.name ?? '');

/** A file that breaks each rule, and what it must not import. */
const offences: Readonly<Record<string, readonly [file: string, imported: string]>> = {
  'no-cycles': ['aws/one.ts', './other.ts'],
  'errors-knows-nothing': ['errors.ts', './aws/one.ts'],
  'certs-knows-nothing': ['certs/one.ts', '../aws/one.ts'],
  'aws-knows-nothing': ['aws/two.ts', '../iam/one.ts'],
  'iam-knows-aws': ['iam/two.ts', '../generator/one.ts'],
  'generator-knows-iam-and-aws': ['test/generator/one.test.ts', '../../sessions/one.ts'],
  'sessions-knows-aws-types': ['sessions/two.ts', '../iam/one.ts'],
  'proxy-knows-the-sink-only': ['proxy/one.ts', '../sessions/one.ts'],
  'product-knows-no-tests': ['cli/one.ts', '../test/stand-in/one.ts'],
  'product-knows-its-dependencies': ['cli/two.ts', 'for-developers'],
  'pure-core': ['aws/wire/one.ts', 'node:fs'],
  'scripts-know-the-stand-in-only': ['scripts/one.ts', '../test/oracle/one.ts'],
  'catalog-build-knows-aws-and-iam': ['scripts/catalog/one.ts', '../../sessions/one.ts'],
  'oracle-stands-alone': ['test/oracle/one.ts', '../../iam/one.ts'],
  'judge-stands-alone': ['test/clients/enforced/one.ts', '../../../iam/one.ts'],
  'stand-in-stands-alone': ['test/stand-in/one.ts', '../../aws/one.ts'],
  'recorded-programs-are-strangers': [
    'test/clients/moto/programs/one.mjs',
    '../../../../aws/one.ts',
  ],
  'sources-not-dist': ['test/cli/one.test.ts', '../../dist/one.js'],
};

/** What the offences reach, and allowed imports that no rule may name. */
const others: Readonly<Record<string, string>> = {
  'aws/other.ts': "import './one.ts';",
  'generator/one.ts': "import '../iam/one.ts';",
  'iam/one.ts': "import '../aws/wire/other.ts';\nimport 'node:crypto';",
  'aws/wire/other.ts': "import '../other.ts';",
  'sessions/one.ts': "import './call-sink.ts';",
  'sessions/call-sink.ts': "import '../aws/other.ts';",
  'proxy/other.ts': "import '../sessions/call-sink.ts';\nimport 'commander';",
  'dist/one.js': '',
  'node_modules/commander/index.js': '',
  'node_modules/commander/package.json': '{"name":"commander","version":"1.0.0","main":"index.js"}',
  'node_modules/for-developers/index.js': '',
  'node_modules/for-developers/package.json':
    '{"name":"for-developers","version":"1.0.0","main":"index.js"}',
  'package.json': '{"devDependencies":{"commander":"1","for-developers":"1"}}',
};

describe('the import directions', () => {
  const folder = mkdtempSync(join(tmpdir(), 'leastgrant-directions-'));
  let found: readonly { readonly rule: string; readonly from: string }[] = [];

  beforeAll(async () => {
    const offenders = Object.values(offences);
    for (const [file, imported] of offenders) write(join(folder, file), `import '${imported}';`);
    for (const [file, text] of Object.entries(others)) write(join(folder, file), text);
    const { options = {}, ...ruleSet } = configuration;
    const { tsConfig, ...rest } = options;
    const files = new Set([...offenders.map(([file]) => topOf(file)), 'generator']);
    const { output } = await cruise([...files], {
      ...rest,
      baseDir: folder,
      ruleSet,
      validate: true,
      outputType: 'json',
    });
    const result: ICruiseResult = JSON.parse(String(output));
    found = result.summary.violations.map(({ rule, from }) => ({ rule: rule.name, from }));
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('have an offence here for each rule', () => {
    expect(Object.keys(offences).sort()).toEqual([...rules].sort());
  });

  it.each(Object.entries(offences))('%s is found when it is broken', (rule, [from]) => {
    expect(found).toContainEqual({ rule, from });
  });

  it('leave what is allowed alone', () => {
    const files = found.map(({ from }) => from);
    expect(files.filter((file) => Object.hasOwn(others, file) && file !== 'aws/other.ts')).toEqual(
      [],
    );
  });
});

function topOf(path: string): string {
  return path.replace(/\/.*/, '');
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
