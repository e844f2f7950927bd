import type { ApiCall } from '../../aws/api-call.ts';

/**
 * Returns what stands for a parameter in its ARN: the name without its leading slash, and without the version or label
 * that may follow. Parameters that AWS publishes are in no account, so of these it is the whole ARN.
 * Sources: AWS Systems Manager API Reference, GetParameter, `Name`; Systems Manager User Guide, "Working with public
 * parameters in Parameter Store".
 */
export function findParameter(name: string, call: ApiCall): string {
  const plain = name.replace(/^(arn:(?:[^:]*:){4}[^:]*|[^:]*):[^:/]+$/, '$1');
  if (plain.startsWith('arn:')) return plain;
  const path = plain.replace(/^\//, '');
  return path.startsWith('aws/service/') ? withoutAccount(`parameter/${path}`, call) : path;
}

/**
 * Returns what stands for a document in its ARN: its name, or the whole ARN of one that AWS owns, which is in no account.
 * Sources: Systems Manager User Guide, "Setting up identity based policies examples" (the account id of Amazon owned
 * documents); AWS Systems Manager API Reference, CreateDocument, `Name`: the prefixes that AWS keeps for itself.
 */
export function findDocument(name: string, call: ApiCall): string {
  return /^(?:aws|amazon|amzn)/i.test(name) ? withoutAccount(`document/${name}`, call) : name;
}

function withoutAccount(resource: string, { partition, region }: ApiCall): string {
  return `arn:${partition}:ssm:${region ?? ''}::${resource}`;
}

/**
 * Returns what follows the account in the ARN of a resource that is named by its type and id, as the tags' operations do;
 * an ARN as it is.
 * Source: AWS Systems Manager API Reference, AddTagsToResource, `ResourceType` and `ResourceId`.
 */
export function findTaggedResource(type: string, id: string): string | undefined {
  if (id.startsWith('arn:')) return id;
  const kind = kinds[type];
  return kind === undefined ? undefined : `${kind}/${id.replace(/^\//, '')}`;
}

const kinds: Readonly<Record<string, string>> = {
  Association: 'association',
  Automation: 'automation-execution',
  CloudConnector: 'cloud-connector',
  Document: 'document',
  MaintenanceWindow: 'maintenancewindow',
  ManagedInstance: 'managed-instance',
  OpsItem: 'opsitem',
  OpsMetadata: 'opsmetadata',
  Parameter: 'parameter',
  PatchBaseline: 'patchbaseline',
};
