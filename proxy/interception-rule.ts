import { isAwsHost } from '../aws/partition.ts';
import type { InterceptedHost } from './environment/intercepted-hosts.ts';

/**
 * Ports of AWS hosts that are left alone: AWS IoT's MQTT and its HTTPS with client certificates, which no proxy can
 * hand on. Source: AWS IoT Core Developer Guide, "Device communication protocols".
 */
const untouchedPorts = new Set([8443, 8883]);

/**
 * Returns the rule that says which connections are read: those to AWS's hosts of every partition, and to the hosts
 * that the user named, on the port that was named or on all.
 */
export function interceptionRule(
  named: readonly InterceptedHost[],
): (host: string, port: number) => boolean {
  return (host, port) =>
    (isAwsHost(host) && !untouchedPorts.has(port)) ||
    named.some((one) => one.host === host && (one.port === undefined || one.port === port));
}
