import type { OperationRows } from '../join-operation-rows.ts';
import { one } from './row.ts';

/**
 * API Gateway's operations whose action is not their HTTP method.
 * Source: the tables "API operations" of Amazon API Gateway Management and Management V2 in the Service Authorization
 * Reference.
 */
export const apiGatewayOperations: OperationRows = {
  'api-gateway': {
    RejectDomainNameAccessAssociation: one('apigateway:RejectAccessAssociation'),
  },
  apigatewayv2: { PutRoutingRule: one('apigateway:UpdateRoutingRule') },
};
