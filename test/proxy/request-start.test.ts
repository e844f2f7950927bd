import { describe, expect, it } from 'vitest';
import { judgeRequestStart } from '../../proxy/request-start.ts';

describe('the start of a request', () => {
  it.each([
    'GET /a?b=%2F HTTP/1.1\r\nHost: h\r\n\r\n',
    'GET / HTTP/1.0\r\n\r\n',
    'M-SEARCH * HTTP/1.1\r\nHost: h\r\n',
    'PUT /a HTTP/1.1\r\nx-name: caf\xe9\r\n\r\n',
    'POST / HTTP/1.1\r\nContent-Length: 3\r\n\r\n\x00\n\x01',
    '\r\n\r\nGET / HTTP/1.1\r\n',
    'GET /the/rest/is/on/its/way',
  ])('can be read: %j', (text) => {
    expect(judgeRequestStart(text)).toBe('readable');
  });

  it.each(['', '\r', '\r\n', 'GE', 'GET', 'DELETE'])('is not yet clear: %j', (text) => {
    expect(judgeRequestStart(text)).toBe('incomplete');
  });

  it.each([
    ['a path beyond ASCII', 'GET /caf\xc3\xa9 HTTP/1.1\r\nHost: h\r\n\r\n'],
    ['the start of such a path', 'GET /caf\xc3'],
    ['a folded header', 'GET / HTTP/1.1\r\nX: a\r\n b\r\n\r\n'],
    ['bare line feeds', 'GET / HTTP/1.1\nHost: h\n\n'],
    ['a control character in a value', 'GET / HTTP/1.1\r\nX: a\x01b\r\n\r\n'],
    ["a method of the server's own", 'FETCH / HTTP/1.1\r\nHost: h\r\n\r\n'],
    ['no version', 'GET /\r\n'],
    ['another protocol', 'EHLO mail.example.com\r\n'],
    ['binary data', '\x00\x01GET / HTTP/1.1\r\n'],
  ])('is left to the server: %s', (_what, text) => {
    expect(judgeRequestStart(text)).toBe('unreadable');
  });
});
