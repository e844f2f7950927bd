'use strict';

const http = require('node:http');
const { parseConnectArguments } = require('./connect-arguments.cjs');
const { Tunnel } = require('./tunnel.cjs');

/**
 * Leads the plain HTTP connections of agents to hosts that the user named through the proxy.
 * Not those to the domains of AWS: their clients speak TLS. https.Agent has a createConnection of its own.
 */
function divertHttp(settings) {
  const direct = http.Agent.prototype.createConnection;
  http.Agent.prototype.createConnection = function createConnection(...args) {
    const parsed = parseConnectArguments(args);
    if (!parsed || !isWanted(settings.hosts, parsed.options, this)) {
      return Reflect.apply(direct, this, args);
    }
    const { options, listener } = parsed;
    const tunnel = new Tunnel(settings.proxy, {
      host: options.host,
      port: Number(options.port),
      allowHalfOpen: options.allowHalfOpen,
    });
    if (options.timeout) tunnel.setTimeout(options.timeout);
    if (listener) tunnel.once('connect', listener);
    return tunnel;
  };
}

function isWanted(hosts, options, agent) {
  // With NODE_USE_ENV_PROXY Node has already written the request for the proxy.
  if (agent?.options?.proxyEnv || options.path || options.socketPath) return false;
  return typeof options.host === 'string' && hosts.isNamed(options.host, Number(options.port));
}

module.exports = { divertHttp };
