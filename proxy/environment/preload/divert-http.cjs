'use strict';

const net = require('node:net');
const { parseConnectArguments } = require('./connect-arguments.cjs');

/**
 * Leads the plain HTTP connections of agents to intercepted hosts through the proxy: to those that the user named,
 * and to AWS's at the port of HTTP, as the URL of a queue leads there that an emulator without TLS has told.
 * https.Agent has a createConnection of its own.
 */
function divertHttp(settings) {
  // Until node:http is loaded, its agents can be reached in node:net, from which they take what they dial with.
  // Loading it takes a quarter of a small program's start.
  const isLoaded = process.moduleLoadList?.includes('NativeModule _http_agent') !== false;
  const isNeeded = isLoaded || settings.hosts.hasNamed;
  replaceIn(isNeeded ? require('node:http').Agent.prototype : net, settings);
}

function replaceIn(holder, settings) {
  const direct = holder.createConnection;
  holder.createConnection = function createConnection(...args) {
    const parsed = parseConnectArguments(args);
    if (
      !parsed ||
      !isDialOfAgent(parsed.options, this) ||
      !isWanted(settings.hosts, parsed.options)
    )
      return Reflect.apply(direct, this, args);
    return openTunnel(settings.proxy, parsed);
  };
}

/** `_agentKey` is what http.Agent calls the pool of a connection. */
function isDialOfAgent(options, agent) {
  // With NODE_USE_ENV_PROXY Node has already written the request for the proxy.
  if (agent?.options?.proxyEnv || options.path || options.socketPath) return false;
  return options._agentKey !== undefined || typeof agent?.createSocket === 'function';
}

function isWanted(hosts, { host, port }) {
  if (typeof host !== 'string') return false;
  return hosts.isNamed(host, Number(port)) || (Number(port) === 80 && hosts.isBelowDomain(host));
}

function openTunnel(proxy, { options, listener }) {
  // Few programs come here, and all would pay for it.
  const { Tunnel } = require('./tunnel.cjs');
  const tunnel = new Tunnel(proxy, {
    host: options.host,
    port: Number(options.port),
    allowHalfOpen: options.allowHalfOpen,
  });
  if (options.timeout) tunnel.setTimeout(options.timeout);
  if (listener) tunnel.once('connect', listener);
  return tunnel;
}

module.exports = { divertHttp };
