import type { OperationRows } from '../join-operation-rows.ts';
import type { GrantRow, OperationRow } from '../operation-actions/row.ts';

const because = 'lets the service deliver the logs of the resource in `resourceArn`';

const onResource = (prefix: string): GrantRow => ({
  action: `${prefix}:AllowVendedLogDeliveryForResource`,
  when: [`arnOf(resourceArn, "${prefix}")`],
  template: '${Arn}',
  bind: { Arn: `arnOf(resourceArn, "${prefix}")` },
  because,
});

const onNoResource = (prefix: string): GrantRow => ({
  action: `${prefix}:AllowVendedLogDeliveryForResource`,
  when: [`arnOf(resourceArn, "${prefix}")`],
  types: [],
  because,
});

const pipelineRule = (action: string): OperationRow => [
  {
    action: `cloudwatch:${action}`,
    types: ['dataset'],
    bind: {},
    because: 'keeps the rule of the pipeline in CloudWatch, in the name of the caller',
  },
];

/**
 * What deliveries of logs and telemetry take in the service that the logs are of, by service id and operation.
 * Source: the action `AllowVendedLogDeliveryForResource` on each service's page of the Service Authorization Reference;
 * Amazon CloudFront Developer Guide, "Configure standard logging (v2)", and Amazon SES Developer Guide, "Logging for Mail
 * Manager", permissions.
 */
export const logDeliveries: OperationRows = {
  'cloudwatch-logs': {
    PutDeliverySource: [
      ...[
        'bedrock',
        'bedrock-agentcore',
        'cloudfront',
        'codewhisperer',
        'ecs',
        'events',
        'identity-sync',
        'pcs',
        'qbusiness',
        'route53globalresolver',
        's3',
        'securityhub',
        'ses',
        'wisdom',
        'workmail',
      ].map(onResource),
      ...['aidevops', 'elasticloadbalancing', 'quicksight'].map(onNoResource),
    ],
  },
  // Source: "API operations defined by Amazon CloudWatch Observability Admin Service".
  observabilityadmin: {
    CreateTelemetryPipeline: pipelineRule('PutPipelineRule'),
    DeleteTelemetryPipeline: pipelineRule('DeletePipelineRule'),
    UpdateTelemetryPipeline: pipelineRule('PutPipelineRule'),
  },
};
