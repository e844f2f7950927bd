/**
 * ARN templates that differ from the one that the Service Authorization Reference prints, by `prefix:type`.
 */
export const arnForms: Readonly<Record<string, string>> = {
  // Source: CloudWatch Logs User Guide, "Overview of managing access permissions": log group actions are checked on
  // `log-group:NAME:*`, the tag actions on the ARN without `:*`, which their requests carry.
  'logs:log-group': 'arn:${Partition}:logs:${Region}:${Account}:log-group:${LogGroupName}:*',
};
