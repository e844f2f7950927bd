// Installs the sources of the catalog, unless they are there: `node test/clients/sweep/install-catalog-sources.mjs`.
import { join } from 'node:path';
import { installNestedPackage } from '../../../scripts/nested-package.mjs';

installNestedPackage(join(import.meta.dirname, '..', '..', '..', 'scripts', 'catalog'));
