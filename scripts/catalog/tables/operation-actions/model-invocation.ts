import type { OperationRow } from './row.ts';

/**
 * Returns the grants of calling the model, or the inference profile, that a parameter names by its id or ARN.
 * Source: Amazon Bedrock User Guide, "Prerequisites for running model inference" and "Increase throughput with
 * cross-Region inference": a profile needs its own ARN, and the model's in every region that it routes to.
 */
export const modelInvocation = (action: string, model = 'modelId'): OperationRow => [
  {
    action,
    when: [`bedrockModel(${model})`],
    template: 'arn:${Partition}:bedrock:${Region}::foundation-model/${Model}',
    bind: { Model: `bedrockModel(${model})` },
  },
  {
    action,
    when: [`bedrockProfile(${model})`],
    template: 'arn:${Partition}:bedrock:${Region}:${Account}:inference-profile/${Profile}',
    bind: { Profile: `bedrockProfile(${model})` },
  },
  {
    action,
    when: [`bedrockProfileModel(${model})`],
    template: 'arn:${Partition}:bedrock:*::foundation-model/${Model}',
    bind: { Model: `bedrockProfileModel(${model})` },
    because: 'the profile routes to the model in several Regions',
  },
  {
    action,
    when: [`bedrockApplicationProfile(${model})`],
    template: 'arn:${Partition}:bedrock:*::foundation-model/*',
    conditions: {
      StringEquals: { 'bedrock:InferenceProfileArn': [`{bedrockApplicationProfile(${model})}`] },
    },
    because: 'the profile routes to a model that the request does not name',
  },
  {
    action,
    when: [`wholeArn(${model})`],
    template: '${Arn}',
    bind: { Arn: `wholeArn(${model})` },
  },
];
