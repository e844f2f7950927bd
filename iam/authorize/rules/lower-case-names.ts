/**
 * IAM prefixes of services that write the names of resources in lower case into their ARNs, whatever the request says.
 * Sources: Amazon RDS, Amazon ElastiCache and Amazon MemoryDB API Reference, identifiers "stored as a lowercase string";
 * Amazon SageMaker AI Developer Guide, pipelines: `AbalonePipeline` has the ARN `pipeline/abalonepipeline`.
 */
const lowerCasing = new Set(['elasticache', 'memorydb', 'rds', 'sagemaker']);

/**
 * Returns the spellings that names may have in the ARN of a resource of a type (`rds:db`): as the request has them, and
 * in lower case where the service may write them so. Both mean the same resource. The same list for other services.
 */
export function spellingsOf(type: string, names: readonly string[]): readonly string[] {
  if (!lowerCasing.has(type.slice(0, type.indexOf(':')))) return names;
  const all = names.flatMap((name) => {
    const isChanged = !name.startsWith('arn:') && name !== name.toLowerCase();
    return isChanged ? [name, name.toLowerCase()] : [name];
  });
  return [...new Set(all)];
}
