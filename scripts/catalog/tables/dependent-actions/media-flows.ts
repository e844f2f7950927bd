import type { OperationRows } from '../join-operation-rows.ts';
import type { GrantRow, OperationRow } from '../operation-actions/row.ts';

/** The parts of a flow: the action that adds them, their list, what one of them has, its tags and its type in IAM. */
const parts = [
  ['AddFlowMediaStreams', 'MediaStreams', ['MediaStreamName'], 'MediaStreamTags', 'MediaStream'],
  ['AddFlowOutputs', 'Outputs', ['Name', 'Protocol'], 'OutputTags', 'Output'],
  ['AddFlowSources', 'Sources', ['Name', 'Protocol'], 'SourceTags', 'Source'],
  ['AddFlowVpcInterfaces', 'VpcInterfaces', ['Name'], 'VpcInterfaceTags', 'VpcInterface'],
  ['GrantFlowEntitlements', 'Entitlements', ['Subscribers[]'], 'EntitlementTags', 'Entitlement'],
] as const;

const tagged = (path: string, type: string): GrantRow => ({
  action: 'mediaconnect:TagResource',
  when: [path],
  types: [type],
  bind: {},
  because: `sets the tags in \`${path}\``,
});

const added = (action: string, place: string, members: readonly string[]): GrantRow => ({
  action: `mediaconnect:${action}`,
  when: members.map((member) => `${place}.${member}`),
  because: `adds what stands in \`${place}\``,
});

const flow: OperationRow = [
  ...parts.flatMap(([action, list, members, tags, type]) => [
    added(action, `${list}[]`, members),
    tagged(`${list}[].${tags}{}`, type),
  ]),
  added('AddFlowSources', 'Source', ['Name', 'Protocol']),
  tagged('Source.SourceTags{}', 'Source'),
  tagged('FlowTags{}', 'Flow'),
];

/**
 * What else flows and bridges of AWS Elemental MediaConnect need for the parts that a request gives them, by service id
 * and operation.
 * Source: "API operations defined by AWS Elemental MediaConnect", Service Authorization Reference.
 */
export const mediaFlows: OperationRows = {
  mediaconnect: {
    ...Object.fromEntries(
      parts.map(([action, list, , tags, type]) => [action, [tagged(`${list}[].${tags}{}`, type)]]),
    ),
    CreateBridge: [
      added('AddBridgeOutputs', 'Outputs[]', ['NetworkOutput.Name']),
      added('AddBridgeSources', 'Sources[]', ['FlowSource.Name', 'NetworkSource.Name']),
    ],
    CreateFlow: flow,
  },
};
