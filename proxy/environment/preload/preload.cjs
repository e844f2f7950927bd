'use strict';

// Loaded into every Node program of a run by NODE_OPTIONS, and into Bun by BUN_OPTIONS.
// The AWS SDKs for JavaScript know no proxy variable, so their connections are led to leastgrant here.
// Hosts that leastgrant does not intercept are dialled exactly as they were.

const { readSettings } = require('./settings.cjs');

/** Two copies of leastgrant, one inside the other, load this file twice: the first one serves both. */
const installed = Symbol.for('leastgrant.preload');

function install() {
  const settings = readSettings(process.env);
  if (settings === undefined || process[installed] === true) return;
  Object.defineProperty(process, installed, { value: true });
  require('./divert-tls.cjs').divertTls(settings);
  require('./divert-http.cjs').divertHttp(settings);
  if (!settings.hosts.hasNamed) return;
  require('./divert-fetch.cjs').divertFetch(settings);
}

try {
  install();
} catch (error) {
  // The program matters more than its recording.
  if (process.env.LEASTGRANT_DEBUG) {
    process.stderr.write(`leastgrant: the preload is off: ${error}\n`);
  }
}
