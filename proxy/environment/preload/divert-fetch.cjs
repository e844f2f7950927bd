'use strict';

const { Tunnel } = require('./tunnel.cjs');

/** Where every copy of undici, Node's own included, keeps the dispatcher of fetch. */
const globalDispatchers = ['undici.globalDispatcher.1', 'undici.globalDispatcher.2'].map(
  Symbol.for,
);

/**
 * Leads plain HTTP requests of the global fetch to hosts that the user named through the proxy.
 * HTTPS needs nothing here: undici dials it by tls.connect.
 */
function divertFetch(settings) {
  // Bun's fetch reads the proxy variables itself.
  if (process.versions.bun || typeof globalThis.fetch !== 'function') return;
  const direct = globalThis.fetch;
  let dispatcher;
  globalThis.fetch = function fetch(...args) {
    const [input, init] = args;
    if (!isWanted(settings.hosts, input, init)) return Reflect.apply(direct, this, args);
    dispatcher ??= makeDispatcher(settings);
    if (dispatcher === undefined) return Reflect.apply(direct, this, args);
    return direct.call(this, input, { ...init, dispatcher });
  };
}

function isWanted(hosts, input, init) {
  // A dispatcher of the user's own is a mock or another proxy.
  if (init?.dispatcher) return false;
  const text = typeof input === 'object' && input !== null && 'url' in input ? input.url : input;
  return isNamedOrigin(hosts, String(text));
}

function isNamedOrigin(hosts, text) {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, port } = new URL(text);
  return protocol === 'http:' && hosts.isNamed(hostname, Number(port || 80));
}

/**
 * Returns a dispatcher that tunnels to named hosts and leaves all others (a redirection may lead there) to the
 * present one; undefined where the program has put one of its own in place.
 */
function makeDispatcher(settings) {
  // Naming a class of fetch loads undici, which puts its dispatcher in place.
  void globalThis.Headers;
  const symbol = globalDispatchers.find((name) => globalThis[name] !== undefined);
  const present = globalThis[symbol];
  if (present?.constructor?.name !== 'Agent') return undefined;
  const tunnelling = new present.constructor({
    connect({ hostname, port }, callback) {
      const target = { host: hostname, port: Number(port || 80) };
      const tunnel = new Tunnel(settings.proxy, target);
      const fail = (error) => callback(error, null);
      tunnel.once('error', fail);
      tunnel.once('connect', () => {
        tunnel.off('error', fail);
        callback(null, tunnel);
      });
    },
  });
  return {
    dispatch(options, handler) {
      const isNamed = isNamedOrigin(settings.hosts, String(options.origin));
      return (isNamed ? tunnelling : globalThis[symbol]).dispatch(options, handler);
    },
  };
}

module.exports = { divertFetch };
