import type { OperationRows } from '../join-operation-rows.ts';
import type { OperationRow } from './row.ts';

// Each operation has an action of its own name, which takes no resource but `*`.
const ownNames = (prefix: string, operations: readonly string[]) =>
  Object.fromEntries(
    operations.map((operation): [string, OperationRow] => [
      operation,
      [{ action: `${prefix}:${operation}`, unlisted: true }],
    ]),
  );

/**
 * Services that AWS has closed: their actions are documented, but no longer part of the machine-readable reference.
 * Source: AWS CloudHSM Classic User Guide, "Controlling access"; AWS IoT Things Graph User Guide, "Identity and access
 * management"; Application Cost Profiler API Reference.
 */
export const retiredOperations: OperationRows = {
  applicationcostprofiler: ownNames('application-cost-profiler', [
    'DeleteReportDefinition',
    'GetReportDefinition',
    'ImportApplicationUsage',
    'ListReportDefinitions',
    'PutReportDefinition',
    'UpdateReportDefinition',
  ]),
  cloudhsm: {
    ...ownNames('cloudhsm', [
      'AddTagsToResource',
      'CreateHapg',
      'CreateLunaClient',
      'DeleteHapg',
      'DeleteLunaClient',
      'DescribeHapg',
      'DescribeHsm',
      'DescribeLunaClient',
      'GetConfig',
      'ListAvailableZones',
      'ListHapgs',
      'ListHsms',
      'ListLunaClients',
      'ListTagsForResource',
      'ModifyHapg',
      'ModifyHsm',
      'ModifyLunaClient',
      'RemoveTagsFromResource',
    ]),
  },
  iotthingsgraph: ownNames('iotthingsgraph', [
    'AssociateEntityToThing',
    'CreateFlowTemplate',
    'CreateSystemInstance',
    'CreateSystemTemplate',
    'DeleteFlowTemplate',
    'DeleteNamespace',
    'DeleteSystemInstance',
    'DeleteSystemTemplate',
    'DeploySystemInstance',
    'DeprecateFlowTemplate',
    'DeprecateSystemTemplate',
    'DescribeNamespace',
    'DissociateEntityFromThing',
    'GetEntities',
    'GetFlowTemplate',
    'GetFlowTemplateRevisions',
    'GetNamespaceDeletionStatus',
    'GetSystemInstance',
    'GetSystemTemplate',
    'GetSystemTemplateRevisions',
    'GetUploadStatus',
    'ListFlowExecutionMessages',
    'ListTagsForResource',
    'SearchEntities',
    'SearchFlowExecutions',
    'SearchFlowTemplates',
    'SearchSystemInstances',
    'SearchSystemTemplates',
    'SearchThings',
    'TagResource',
    'UndeploySystemInstance',
    'UntagResource',
    'UpdateFlowTemplate',
    'UpdateSystemTemplate',
    'UploadEntityDefinitions',
  ]),
};
