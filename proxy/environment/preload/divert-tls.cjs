'use strict';

const net = require('node:net');
const { parseConnectArguments } = require('./connect-arguments.cjs');

/** The newest Node of which it is known that tls.connect asks net to sort its arguments. */
const newestKnownNode = 26;

/**
 * Leads the TLS connections of HTTP clients to intercepted hosts through the proxy.
 * Everything that speaks HTTPS ends in tls.connect: https.Agent, http2.connect, fetch, undici, WebSocket clients.
 * What already has a tunnel (proxy agents, Node's own proxy support) hands its socket to tls.connect and is left
 * alone.
 */
function divertTls(settings) {
  const [major] = process.versions.node.split('.');
  const isLazy =
    !process.versions.bun &&
    Number(major) <= newestKnownNode &&
    typeof net._normalizeArgs === 'function';
  if (isLazy) divertOnFirstUse(settings);
  else replaceConnect(settings);
}

/**
 * Waits with the replacement until tls.connect is called for the first time: loading node:tls takes 10 ms, a third
 * of a small program's start. That first call is diverted too.
 */
function divertOnFirstUse(settings) {
  const normalise = net._normalizeArgs;
  let isReplaced = false;
  net._normalizeArgs = function _normalizeArgs(args) {
    const normalised = normalise(args);
    // http.Agent sorts its arguments here as well; then node:tls need not be loaded.
    if (isReplaced || process.moduleLoadList?.includes('NativeModule tls') === false)
      return normalised;
    isReplaced = true;
    net._normalizeArgs = normalise;
    try {
      replaceConnect(settings);
      divertCallUnderWay(settings, args, normalised);
    } catch {
      // Better not recorded than not made.
    }
    return normalised;
  };
}

/** Puts the tunnel into the options that the running tls.connect is about to copy. */
function divertCallUnderWay(settings, args, normalised) {
  const diversion = require('./tls-diversion.cjs').planDiversion(
    settings,
    parseConnectArguments(args),
  );
  if (diversion === undefined) return;
  let tunnel;
  const options = diversion.options;
  // Made when tls.connect reads it: where the caller is another one, nothing reads it and nothing is dialled.
  Object.defineProperty(options, 'socket', {
    enumerable: true,
    get() {
      tunnel ??= diversion.open();
      return tunnel;
    },
    set() {},
  });
  const listener = normalised[1];
  normalised[0] = options;
  normalised[1] = function onSecureConnect(...args) {
    if (tunnel !== undefined) diversion.adopt(this, tunnel);
    listener?.apply(this, args);
  };
}

function replaceConnect(settings) {
  const tls = require('node:tls');
  const { planDiversion } = require('./tls-diversion.cjs');
  const direct = tls.connect;
  tls.connect = function connect(...args) {
    const parsed = parseConnectArguments(args);
    const diversion = parsed && planDiversion(settings, parsed);
    if (diversion === undefined) return Reflect.apply(direct, this, args);
    const tunnel = diversion.open();
    const options = { ...diversion.options, socket: tunnel };
    return diversion.adopt(direct.call(this, options, parsed.listener), tunnel);
  };
  // For `import { connect } from 'node:tls'`.
  require('node:module').syncBuiltinESMExports();
}

module.exports = { divertTls };
