import { each, type Transform } from './transform.ts';

const starting = (kind: string): Transform => each((id) => (id.startsWith(kind) ? id : undefined));

/**
 * Transforms that read off an id what it is of: its owner, its kind, the catalog that it stands in.
 * The form of each id is the one in the API reference of its service.
 */
export const idTransforms: Readonly<Record<string, Transform>> = {
  // An owner may be named by other things than its account: Glue's catalogs, S3's table buckets.
  accountId: each((owner) => (/^\d{12}$/.test(owner) ? owner : undefined)),
  catalogAccount: each((catalog) => /^(\d{12})(?::|$)/.exec(catalog)?.[1]),
  // A catalog in the account's own is checked with those above it.
  catalogLevels: ([catalogs = []]) => catalogs.map(catalogPath).flatMap(levelsOf),
  inCatalog: ([catalogs = [], names = []]) => {
    const path = catalogPath(catalogs[0] ?? '');
    return path === '' ? names : names.map((name) => `${path}/${name}`);
  },

  // A job without a revision runs the newest.
  batchFamily: each((definition) => {
    const name = definition.replace(/^arn:.*:job-definition\//, '');
    return name.startsWith('arn:') || /:\d+$/.test(name) ? undefined : name;
  }),
  cloudHsmBackup: starting('backup-'),
  cloudHsmCluster: starting('cluster-'),
  efsAccessPoint: starting('fsap-'),
  efsFileSystem: starting('fs-'),
  emrCluster: starting('j-'),
  emrEditor: starting('e-'),
  emrNotebookExecution: starting('ex-'),
  emrStudio: starting('es-'),

  latticeConfiguration: starting('rcfg-'),
  latticeNetwork: starting('sn-'),
  latticeService: starting('svc-'),

  organizationsAccount: (ids) => ids.flat().filter((id) => /^\d{12}$/.test(id)),
  organizationsPolicy: (ids) => ids.flat().flatMap((id) => /^p-(.+)$/.exec(id)?.[1] ?? []),
  organizationsRoot: (ids) => ids.flat().flatMap((id) => /^r-(.+)$/.exec(id)?.[1] ?? []),
  organizationsUnit: (ids) => ids.flat().flatMap((id) => /^ou-(.+)$/.exec(id)?.[1] ?? []),

  // What no parameter says, though one is called after it.
  none: () => [],

  principalAccount: each((arn) => principal.exec(arn)?.[1]),
  principalKind: each((arn) => principal.exec(arn)?.[2]),
  // Amazon EKS does not say how it writes a path.
  principalName: each((arn) => principal.exec(arn)?.[3]?.match(/^[^/]+$/)?.[0]),

  serviceCatalogPortfolio: starting('port-'),
  serviceCatalogProduct: starting('prod-'),
  // A rule group's name does not say its kind, which stands beside it.
  statefulName: ([names = [], types = []]) => (types.includes('STATELESS') ? [] : names),
  statelessName: ([names = [], types = []]) =>
    types.length === 0 || types.includes('STATELESS') ? names : [],
  wafScope: each((scope) => wafScopes[scope]),
};

const principal = /^arn:[^:]+:iam::(\d{12}):(role|user)\/(.+)$/;

const wafScopes: Readonly<Record<string, string>> = { CLOUDFRONT: 'global', REGIONAL: 'regional' };

// `123456789012:s3tablescatalog/bucket`, with or without the account; the account alone is its own catalog.
function catalogPath(catalog: string): string {
  return catalog.replace(/^\d{12}(?::|$)/, '');
}

function levelsOf(path: string): readonly string[] {
  if (path === '') return [];
  const parts = path.split('/');
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}
