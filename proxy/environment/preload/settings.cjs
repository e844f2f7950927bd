'use strict';

const { InterceptedHosts } = require('./intercepted-hosts.cjs');

/**
 * Returns what the preload needs to know, or undefined where the program does not run under leastgrant:
 * `proxy` ({hostname, port}), `hosts`, `authorityFile` (PEM of the run's CA) and `trustsAuthority`
 * (whether Node has read that CA at its start).
 */
function readSettings(env) {
  if (!env.LEASTGRANT_PROXY || !env.LEASTGRANT_INTERCEPT) return undefined;
  const { host, hostname, port } = new URL(env.LEASTGRANT_PROXY);
  return {
    proxy: { hostname: hostname.replace(/^\[|\]$/g, ''), port: Number(port) },
    hosts: new InterceptedHosts(env.LEASTGRANT_INTERCEPT, host),
    authorityFile: env.LEASTGRANT_CA,
    // A script of the user may set a NODE_EXTRA_CA_CERTS of its own, and Node reads one file only.
    trustsAuthority: env.NODE_EXTRA_CA_CERTS === env.LEASTGRANT_EXTRA_CA_CERTS,
  };
}

module.exports = { readSettings };
