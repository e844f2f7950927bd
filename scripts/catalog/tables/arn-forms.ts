/**
 * ARN templates that differ from the one that the Service Authorization Reference prints, by `prefix:type`.
 */
export const arnForms: Readonly<Record<string, string>> = {
  // The account in these ARNs is the organization's management account, and a delegated administrator may call, too.
  // Source: AWS Organizations User Guide, "ARN formats supported by AWS Organizations".
  ...Object.fromEntries(
    [
      ['account', 'account/o-${OrganizationId}/${AccountId}'],
      ['handshake', 'handshake/o-${OrganizationId}/${HandshakeType}/h-${HandshakeId}'],
      ['organization', 'organization/o-${OrganizationId}'],
      ['organizationalunit', 'ou/o-${OrganizationId}/ou-${OrganizationalUnitId}'],
      ['policy', 'policy/o-${OrganizationId}/${PolicyType}/p-${PolicyId}'],
      ['resourcepolicy', 'resourcepolicy/o-${OrganizationId}/rp-${ResourcePolicyId}'],
      [
        'responsibilitytransfer',
        'transfer/o-${OrganizationId}/${TransferType}/${TransferDirection}/rt-${ResponsibilityTransferId}',
      ],
      ['root', 'root/o-${OrganizationId}/r-${RootId}'],
    ].map(([type, form]) => [
      `organizations:${type}`,
      `arn:\${Partition}:organizations::\${ManagementAccountId}:${form}`,
    ]),
  ),
  // Source: CloudWatch Logs User Guide, "Overview of managing access permissions": log group actions are checked on
  // `log-group:NAME:*`, the tag actions on the ARN without `:*`, which their requests carry.
  'logs:log-group': 'arn:${Partition}:logs:${Region}:${Account}:log-group:${LogGroupName}:*',
};

const lexV1 = { lex: /:(?:bot|bot-channel|intent|slottype):/ };
const lexV2 = { lex: /:(?:bot|bot-alias|test-set)\// };

/**
 * The forms of ARNs that a service's resources have, by IAM prefix, where two generations of a service share a prefix and the names of
 * actions: the types and forms of the other generation are not its own.
 * Sources: "Amazon Lex", "Amazon Lex V2", "AWS IoT Greengrass" and "AWS IoT Greengrass V2" in the Service Authorization
 * Reference, resource types.
 */
export const formsOfService: Readonly<Record<string, Readonly<Record<string, RegExp>>>> = {
  greengrass: { greengrass: /:\/greengrass\// },
  greengrassv2: { greengrass: /\{Account\}:(?!\/greengrass\/(?:groups|definition|bulk)\/)/ },
  'lex-model-building-service': lexV1,
  'lex-runtime-service': lexV1,
  'lex-models-v2': lexV2,
  'lex-runtime-v2': lexV2,
};
