import { answeredKeys } from './dependent-actions/answered-keys.ts';
import { apiGatewayActions } from './dependent-actions/api-gateway.ts';
import { apiReference } from './dependent-actions/api-reference.ts';
import { askedFor } from './dependent-actions/asked-for.ts';
import { associations } from './dependent-actions/associations.ts';
import { callersNetwork } from './dependent-actions/callers-network.ts';
import { contactCenters } from './dependent-actions/contact-centers.ts';
import { createdWith } from './dependent-actions/created-with.ts';
import { dashboardActions } from './dependent-actions/dashboards.ts';
import { databaseActions } from './dependent-actions/databases.ts';
import { defaultGroups } from './dependent-actions/default-groups.ts';
import { directories } from './dependent-actions/directories.ts';
import { furtherParameters } from './dependent-actions/further-parameters.ts';
import { hsmClusters } from './dependent-actions/hsm-clusters.ts';
import { hyperPodActions } from './dependent-actions/hyperpod.ts';
import { identityCenterActions } from './dependent-actions/identity-center.ts';
import { imageBuilderActions } from './dependent-actions/image-builder.ts';
import { kafkaActions } from './dependent-actions/kafka.ts';
import { logDeliveries } from './dependent-actions/log-deliveries.ts';
import { mediaFlows } from './dependent-actions/media-flows.ts';
import { namedKeys } from './dependent-actions/named-keys.ts';
import { networkOfNames } from './dependent-actions/network-of-names.ts';
import { objectsForCaller } from './dependent-actions/objects-for-caller.ts';
import { outpostsEndpoints } from './dependent-actions/outposts-endpoints.ts';
import { ownActions } from './dependent-actions/own-actions.ts';
import { partsOfRequests } from './dependent-actions/parts-of-requests.ts';
import { recommendations } from './dependent-actions/recommendations.ts';
import { scalingGroups } from './dependent-actions/scaling-groups.ts';
import { secondActions } from './dependent-actions/second-actions.ts';
import { storedObjects } from './dependent-actions/stored-objects.ts';
import { tableAndQueueActions } from './dependent-actions/tables-and-queues.ts';
import { templatesAndSchedules } from './dependent-actions/templates-and-schedules.ts';
import { vendedLogs } from './dependent-actions/vended-logs.ts';
import type { OperationRows } from './join-operation-rows.ts';

/**
 * What else an operation needs when its request asks for it, on top of its own action, by service id: the use of KMS
 * keys, and of other resources, that the request names. What AWS's documentation does not say is left out.
 */
export const dependentActions: OperationRows = addRows(
  answeredKeys,
  apiGatewayActions,
  apiReference,
  askedFor,
  associations,
  callersNetwork,
  contactCenters,
  createdWith,
  dashboardActions,
  databaseActions,
  defaultGroups,
  directories,
  furtherParameters,
  hsmClusters,
  logDeliveries,
  mediaFlows,
  namedKeys,
  networkOfNames,
  objectsForCaller,
  outpostsEndpoints,
  hyperPodActions,
  identityCenterActions,
  imageBuilderActions,
  kafkaActions,
  ownActions,
  recommendations,
  partsOfRequests,
  scalingGroups,
  secondActions,
  storedObjects,
  tableAndQueueActions,
  templatesAndSchedules,
  vendedLogs,
);

function addRows(...tables: readonly OperationRows[]): OperationRows {
  const services = new Set(tables.flatMap((table) => Object.keys(table)));
  return Object.fromEntries(
    [...services].map((service) => {
      const operations = new Set(tables.flatMap((table) => Object.keys(table[service] ?? {})));
      const rows = [...operations].map((operation) => [
        operation,
        tables.flatMap((table) => table[service]?.[operation] ?? []),
      ]);
      return [service, Object.fromEntries(rows)];
    }),
  );
}
