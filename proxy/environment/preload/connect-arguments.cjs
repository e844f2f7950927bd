'use strict';

/**
 * Returns the options and the listener of a call to tls.connect or net.connect, in any of its forms:
 * (options, listener?), (port, host?, options?, listener?). Undefined for (path, ...), a socket in the file system.
 */
function parseConnectArguments(args) {
  const last = args.at(-1);
  const listener = typeof last === 'function' ? last : undefined;
  const [first, second] = args;
  if (isObject(first)) return { options: first, listener };
  if (!Number.isInteger(Number(first)) || first === null || first === '') return undefined;
  const host = typeof second === 'string' ? second : 'localhost';
  return { options: { port: first, host, ...args.find(isObject) }, listener };
}

function isObject(value) {
  return typeof value === 'object' && value !== null;
}

module.exports = { parseConnectArguments };
