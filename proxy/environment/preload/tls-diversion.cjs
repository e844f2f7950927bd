'use strict';

const { readFileSync } = require('node:fs');
const { Tunnel } = require('./tunnel.cjs');

const httpProtocols = new Set(['h2', 'http/1.1', 'http/1.0']);

/**
 * Returns how to divert a TLS connection, or undefined where it must stay as it is.
 * `options` go to tls.connect with the tunnel of `open()` as their socket; `adopt` ties the two sockets together.
 */
function planDiversion(settings, parsed) {
  const options = parsed?.options;
  if (options === undefined || !isPlainDial(options)) return undefined;
  const target = { host: options.host, port: Number(options.port) };
  if (!isWanted(settings.hosts, target, options)) return undefined;
  const trust = trustOf(settings, options);
  if (trust === undefined) return undefined;
  return {
    options: { ...options, ...trust },
    open: () => new Tunnel(settings.proxy, { ...target, allowHalfOpen: options.allowHalfOpen }),
    adopt: (socket, tunnel) => adopt(socket, tunnel, options),
  };
}

/**
 * Whether the connection can go another way. A client certificate cannot: it is shown to who ends the TLS
 * connection, and that would be the proxy (AWS IoT asks for one). A ready secure context may hold one.
 */
function isPlainDial(options) {
  const { socket, path, secureContext, cert, pfx, pskCallback, onread, host } = options;
  return (
    !(socket || path || secureContext || cert || pfx || pskCallback || onread) &&
    typeof host === 'string'
  );
}

/**
 * Below the domains of AWS there are databases, brokers and mail servers too, which speak TLS without HTTP.
 * A dial is HTTP when an http.Agent or the offered protocols say so; where nothing is said, at port 443 only.
 */
function isWanted(hosts, { host, port }, options) {
  if (hosts.isNamed(host, port)) return true;
  if (!hosts.isBelowDomain(host)) return false;
  const offered = options.ALPNProtocols;
  const offersHttp =
    Array.isArray(offered) &&
    offered.length > 0 &&
    offered.every((protocol) => httpProtocols.has(String(protocol)));
  // `_agentKey` is what http.Agent calls the pool of a connection.
  if (offersHttp || options._agentKey !== undefined) return true;
  return port === 443 && (offered === undefined || offered === null);
}

/** Returns the options that make the client trust the proxy, none where it does already, undefined in failure. */
function trustOf(settings, options) {
  const hasOwnRoots = options.ca !== undefined && options.ca !== null;
  if (!hasOwnRoots && settings.trustsAuthority) return {};
  settings.authority ??= readAuthority(settings.authorityFile);
  if (settings.authority === undefined) return undefined;
  return { ca: hasOwnRoots ? [].concat(options.ca, settings.authority) : [settings.authority] };
}

function readAuthority(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/**
 * Does for a TLS socket over a tunnel what Node does for one over a socket of its own: without `unref` an idle
 * connection of a keep-alive agent would keep the program from ending.
 */
function adopt(socket, tunnel, options) {
  if (options.timeout) socket.setTimeout(options.timeout);
  const { ref, unref } = socket;
  socket.ref = function () {
    tunnel.ref();
    return ref.call(this);
  };
  socket.unref = function () {
    tunnel.unref();
    return unref.call(this);
  };
  return socket;
}

module.exports = { planDiversion };
