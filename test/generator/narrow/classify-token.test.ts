import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classifyToken } from '../../../generator/narrow/classify-token.ts';

/** Names that people gave: services, versions, hosts, machines, formats. */
const names = [
  'oauth2proxy route53resolver k8scluster ec2instances s3bucket sha256sum base64url utf8mb4 ipv4only',
  'x86arm64build win32x64 nodejs22x python312 java21corretto8 dotnet8lambda go1x amzn2ami al2023ami',
  'v1alpha1 v1beta2 v2 v10 api2 web01 db02 worker12 shard7 node3 az1 eu1prod2db1 prd01euw1app02 euw1prd',
  'apse2prod01db2 use1stg3web12 m5xlarge c7g16xlarge t3amedium r6gdlarge gp3volume io2block i18nmessages',
  'l10ntexts a11ytests p2pnetwork b2bportal b2cshop g2marketing c3po r2d2 h264encoder mp4box mp3tag',
  'log4j2config log4shell web3wallet web2print 3dmodels 2fatokens 1password 7zip cdn77 auth0tenant',
  'Table2Orders3Archive LambdaFunction2Version3Handler OrdersTable2 Phase1Report2Final MyService1',
  'hnb659fds Y2KArchive COVID19Cases Q4Results2026 FY26Budget ISO27001Audit PCI3DSS GDPR2018 T1Lines',
  'notifications customersubscriptions dynamodbstreamsprocessor xmlhttprequestlogger kubernetesdashboard',
  'httpdownloadworkflow createdbclustersnapshot OrderConfirmationEmailTemplate awslambdafunctionurl mysqlrdsproxy',
  'kundenbestellungen gestiondesproduits zustellungsbestaetigung wkpdfconverter ABCNewsroomDashboardPublisher',
  'csv2parquet img2pdf html2text json2csv Xls2Json svg4everybody md2docx webhook2sns',
  'orders2026 report2025final backup2024 sprint42board team7alpha floor3room12 flight737max boeing787',
].flatMap((line) => line.split(' '));

describe('classifyToken', () => {
  it.each(names)('takes %s for a name', (name) => {
    expect(classifyToken(name)).toBeUndefined();
  });

  it.each([
    ['01ARZ3NDEKTSV4RRFFQ69G5FAV', 'ulid'],
    ['0ujtsYcgvSTl8PAuAdqWYSMnLOv', 'ksuid'],
    ['7f3a9c2', 'hexadecimal'],
    ['deadbeef42', 'hexadecimal'],
    ['DA39A3EE5E6B4B0D3255BFEF95601890AFD80709', 'hexadecimal'],
    ['AROAJ2UCCR6DPCEXAMPLE', 'awsId'],
    ['20261122', 'date'],
    ['202611221011', 'date'],
    ['1763806272', 'number'],
    ['482131', 'number'],
    ['00042', 'number'],
    ['k3j9x2m4p1', 'random'],
    ['fzwyxjicgfto', 'random'],
    ['qjvxjkdntltljigt', 'random'],
    ['jaqYrUTxbcitqDWznHEqKU', 'random'],
    ['wq2cdi0uj5w2', 'random'],
    ['1K3C0XW3P9P2Z', 'random'],
  ])('takes %s for a %s', (token, rule) => {
    expect(classifyToken(token)).toBe(rule);
  });

  it.each(['123456789012', '48213', '2026', 'facade', 'defaced', 'abcdefgh'])(
    'leaves %s, which may be an account, a fixed number or a word',
    (token) => {
      expect(classifyToken(token)).toBeUndefined();
    },
  );

  // The numbers that docs/policies.md gives.
  it.each([
    ['0123456789abcdefghijklmnopqrstuvwxyz', 10, 0.75],
    ['0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', 13, 0.85],
    ['0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz', 16, 0.9],
    ['abcdefghijklmnopqrstuvwxyz', 12, 0.75],
    ['abcdefghijklmnopqrstuvwxyz', 16, 0.9],
    ['ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz', 20, 0.95],
  ])('knows most random ids of the alphabet %s, %s long', (alphabet, length, share) => {
    const character = fc.integer({ min: 0, max: alphabet.length - 1 });
    const ids = fc.sample(
      fc.noBias(fc.array(character, { minLength: length, maxLength: length })),
      { numRuns: 4000, seed: 42 },
    );
    const texts = ids.map((id) => id.map((at) => alphabet.charAt(at)).join(''));
    const known = texts.filter((text) => classifyToken(text) !== undefined).length;
    expect(known / texts.length).toBeGreaterThan(share);
  });
});
