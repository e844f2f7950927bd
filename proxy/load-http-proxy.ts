// A module of its own, so that it is loaded when a request first needs it: http-proxy is CommonJS, and what a bundle gives
// to `import()` of such a package has no names.
export { createProxyServer } from 'http-proxy';
