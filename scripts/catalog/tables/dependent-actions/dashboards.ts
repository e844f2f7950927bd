import type { OperationRows } from '../join-operation-rows.ts';
import type { GrantRow, OperationRow } from '../operation-actions/row.ts';

const uses = (action: string, arn: string): GrantRow => ({
  action: `quicksight:${action}`,
  when: [arn],
  template: '${Arn}',
  bind: { Arn: arn },
  because: `uses what \`${arn}\` names`,
});

/** What is made goes into these folders, as whatever `id` names of `type`, where folders are checked on that. */
const intoFolders = (type?: string, id?: string): OperationRow => [
  {
    action: 'quicksight:CreateFolderMembership',
    when: ['FolderArns[]'],
    template: '${Arn}',
    bind: { Arn: 'FolderArns[]' },
    because: 'goes into the folders in `FolderArns[]`',
  },
  ...(type === undefined || id === undefined
    ? []
    : [
        {
          action: 'quicksight:CreateFolderMembership',
          when: ['FolderArns[]'],
          types: [type],
          bind: { ResourceId: id },
          because: 'goes into the folders in `FolderArns[]`',
        },
      ]),
];

const published: OperationRow = [
  uses('DescribeTemplate', 'SourceEntity.SourceTemplate.Arn'),
  uses('DescribeTheme', 'ThemeArn'),
  uses('PassDataSet', 'SourceEntity.SourceTemplate.DataSetReferences[].DataSetArn'),
  uses('PassDataSet', 'Definition.DataSetIdentifierDeclarations[].DataSetArn'),
];

const templated: OperationRow = [
  uses('DescribeAnalysis', 'SourceEntity.SourceAnalysis.Arn'),
  uses('DescribeTemplate', 'SourceEntity.SourceTemplate.Arn'),
];

const joined: OperationRow = [uses('PassDataSet', 'LogicalTableMap{}[].Source.DataSetArn')];

const topic: OperationRow = [uses('PassDataSet', 'Topic.DataSets[].DataSetArn')];

/**
 * What analyses, dashboards and the like need for what they are made of and for the folders that they go into.
 * Source: the table "API operations defined by Amazon QuickSight" in the Service Authorization Reference.
 */
export const dashboardActions: OperationRows = {
  quicksight: {
    CreateAnalysis: [...published, ...intoFolders('analysis', 'AnalysisId')],
    CreateDashboard: [...published, ...intoFolders('dashboard', 'DashboardId')],
    CreateDataSet: [...joined, ...intoFolders('dataset', 'DataSetId')],
    CreateDataSource: intoFolders(),
    CreateKnowledgeBase: [uses('PassDataSource', 'DataSourceArn')],
    CreateTemplate: templated,
    CreateTopic: intoFolders(),
    CreateTopicV2: [...topic, ...intoFolders()],
    UpdateAnalysis: published,
    UpdateDashboard: published,
    UpdateDataSet: joined,
    UpdateTemplate: templated,
    UpdateTopicV2: topic,
  },
};
