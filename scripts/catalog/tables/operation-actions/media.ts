import type { OperationRows } from '../join-operation-rows.ts';
import { one } from './row.ts';

/**
 * AWS Elemental MediaConnect.
 * Source: the table "API operations defined by AWS Elemental MediaConnect" of its page in the Service Authorization
 * Reference. It leaves out the tag calls of global resources; its tag actions take the routers, which have no others.
 */
export const mediaOperations: OperationRows = {
  mediaconnect: {
    BatchGetRouterInput: one('mediaconnect:GetRouterInput'),
    BatchGetRouterNetworkInterface: one('mediaconnect:GetRouterNetworkInterface'),
    BatchGetRouterOutput: one('mediaconnect:GetRouterOutput'),
    ListTagsForGlobalResource: one('mediaconnect:ListTagsForResource'),
    TagGlobalResource: one('mediaconnect:TagResource'),
    UntagGlobalResource: one('mediaconnect:UntagResource'),
  },
};
