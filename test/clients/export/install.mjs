// Installs the libraries of the export tests, unless they are there: `node test/clients/export/install.mjs`.
import { installNestedPackage } from '../../../scripts/nested-package.mjs';

installNestedPackage(import.meta.dirname);
