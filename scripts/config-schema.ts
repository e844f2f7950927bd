import { configShape } from '../cli/config/config-shape.ts';

/** Returns the text of the JSON schema of `leastgrant.config.json`. */
export function configSchemaText(): string {
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'leastgrant.config.json',
    description:
      'Where the IAM policies of recorded sessions go in a repository, and how they are made.',
    ...configShape.schema,
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}
