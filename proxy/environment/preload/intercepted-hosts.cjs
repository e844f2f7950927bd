'use strict';

/**
 * The hosts of LEASTGRANT_INTERCEPT, a list with commas: `.amazonaws.com` for every name below it,
 * `HOST` for a host at any port, `HOST:PORT` for one port of it; IPv6 addresses in brackets where a port follows.
 */
class InterceptedHosts {
  #suffixes = [];
  #named = new Set();
  #own;

  /** `own` is the authority of the proxy itself, which is never reached through itself. */
  constructor(list, own) {
    this.#own = own;
    for (const entry of list.toLowerCase().split(',')) {
      if (entry.startsWith('.')) this.#suffixes.push(entry);
      else if (entry !== '') this.#named.add(entry);
    }
  }

  /** Whether the user named hosts, beside the domains of AWS. */
  get hasNamed() {
    return this.#named.size > 0;
  }

  /** Whether the user named this host, or this port of it. */
  isNamed(host, port) {
    if (this.#named.size === 0) return false;
    const name = normaliseHost(host);
    const authority = authorityOf(name, port);
    if (authority === this.#own) return false;
    return this.#named.has(name) || this.#named.has(authority);
  }

  /** Whether the host lies below a domain of AWS. */
  isBelowDomain(host) {
    const name = normaliseHost(host);
    return this.#suffixes.some((suffix) => name.endsWith(suffix));
  }
}

/** Returns `host:port`, an IPv6 address in brackets. */
function authorityOf(host, port) {
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
}

function normaliseHost(host) {
  return host.toLowerCase().replace(/^\[|\]$|\.$/g, '');
}

module.exports = { InterceptedHosts, authorityOf };
