// `npm run schema`: writes the JSON schema that the package publishes, from the shape that the parser checks.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { configSchemaText } from './config-schema.ts';

writeFileSync(join(import.meta.dirname, '..', 'leastgrant.schema.json'), configSchemaText());
