'use strict';

const net = require('node:net');
const { Duplex } = require('node:stream');
const { authorityOf } = require('./intercepted-hosts.cjs');

// Taken now: programs and test tools replace `net.connect` later.
const { connect } = net;
const headLimit = 16 * 1024;
const headEnd = Buffer.from('\r\n\r\n');

/**
 * A connection to `host:port` through the proxy, usable at once like a connecting net.Socket:
 * writes wait until the proxy has answered CONNECT.
 * Being there at once is what keeps `maxSockets` and the queues of http.Agent right: an agent counts a socket
 * only when it gets it.
 */
class Tunnel extends Duplex {
  #socket;
  #target;
  #head = Buffer.alloc(0);
  #isOpen = false;
  #afterOpening;

  constructor(proxy, { host, port, allowHalfOpen = false }) {
    super({ allowHalfOpen });
    this.#target = authorityOf(host, port);
    this.#socket = connect({ host: proxy.hostname, port: proxy.port, allowHalfOpen });
    this.#socket.setNoDelay(true);
    this.#socket.write(`CONNECT ${this.#target} HTTP/1.1\r\nHost: ${this.#target}\r\n\r\n`);
    this.#socket.on('data', (chunk) =>
      this.#isOpen ? this.#receive(chunk) : this.#readHead(chunk),
    );
    this.#socket.on('end', () => this.#receiveEnd());
    this.#socket.on('timeout', () => this.emit('timeout'));
    this.#socket.on('error', (error) => this.destroy(this.#explain(error)));
  }

  _read() {
    if (this.#isOpen) this.#socket.resume();
  }

  _write(chunk, encoding, callback) {
    this.#whenOpen(() => this.#socket.write(chunk, encoding, callback));
  }

  _writev(chunks, callback) {
    this.#whenOpen(() => {
      this.#socket.cork();
      const last = chunks.length - 1;
      chunks.forEach(({ chunk, encoding }, index) => {
        this.#socket.write(chunk, encoding, index === last ? callback : undefined);
      });
      this.#socket.uncork();
    });
  }

  _final(callback) {
    this.#whenOpen(() => this.#socket.end(callback));
  }

  _destroy(error, callback) {
    this.#afterOpening = undefined;
    this.#socket.destroy();
    callback(error);
  }

  /** A stream is asked for one write or end at a time, so one place to wait is enough. */
  #whenOpen(action) {
    if (this.#isOpen) action();
    else this.#afterOpening = action;
  }

  #readHead(chunk) {
    this.#head = Buffer.concat([this.#head, chunk]);
    const end = this.#head.indexOf(headEnd);
    if (end < 0) {
      if (this.#head.length > headLimit) this.#fail('sent no end of its answer');
      return;
    }
    const statusLine = this.#head.subarray(0, end).toString('latin1').split('\r\n', 1)[0];
    if (!/^HTTP\/1\.[01] 2\d\d(?: |$)/.test(statusLine)) {
      this.#fail(`answered \`${statusLine}\``);
      return;
    }
    const rest = this.#head.subarray(end + headEnd.length);
    this.#open();
    if (rest.length > 0) this.#receive(rest);
  }

  #open() {
    this.#isOpen = true;
    this.#head = undefined;
    this.emit('connect');
    this.emit('ready');
    const action = this.#afterOpening;
    this.#afterOpening = undefined;
    action?.();
  }

  #receive(chunk) {
    if (!this.push(chunk)) this.#socket.pause();
  }

  #receiveEnd() {
    if (this.#isOpen) this.push(null);
    else this.#fail('closed the connection');
  }

  #fail(what) {
    const error = new Error(`the leastgrant proxy ${what} on the way to ${this.#target}`);
    this.destroy(Object.assign(error, { code: 'ERR_PROXY_TUNNEL' }));
  }

  #explain(error) {
    if (!this.#isOpen) {
      error.message += ` (the leastgrant proxy, on the way to ${this.#target}: has it ended?)`;
    }
    return error;
  }

  // What http.Agent and its users ask of a socket.

  get connecting() {
    return !this.#isOpen && !this.destroyed;
  }

  get timeout() {
    return this.#socket.timeout;
  }

  get bytesRead() {
    return this.#socket.bytesRead;
  }

  get bytesWritten() {
    return this.#socket.bytesWritten;
  }

  get remoteAddress() {
    return this.#socket.remoteAddress;
  }

  get remotePort() {
    return this.#socket.remotePort;
  }

  get localAddress() {
    return this.#socket.localAddress;
  }

  get localPort() {
    return this.#socket.localPort;
  }

  setTimeout(milliseconds, listener) {
    this.#socket.setTimeout(milliseconds);
    if (typeof listener === 'function') {
      if (milliseconds === 0) this.off('timeout', listener);
      else this.once('timeout', listener);
    }
    return this;
  }

  setNoDelay(enable) {
    this.#socket.setNoDelay(enable);
    return this;
  }

  setKeepAlive(enable, initialDelay) {
    this.#socket.setKeepAlive(enable, initialDelay);
    return this;
  }

  ref() {
    this.#socket.ref();
    return this;
  }

  unref() {
    this.#socket.unref();
    return this;
  }
}

module.exports = { Tunnel };
