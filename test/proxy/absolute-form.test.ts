import { describe, expect, it } from 'vitest';
import { parseAbsoluteForm } from '../../proxy/absolute-form.ts';

describe('an absolute request target', () => {
  it.each([
    ['http://h/a//b/../c?x=%2F#f', { host: 'h', port: 80, secure: false }, '/a//b/../c?x=%2F'],
    ['http://localhost:4566', { host: 'localhost', port: 4566, secure: false }, '/'],
    ['http://h?a=1', { host: 'h', port: 80, secure: false }, '/?a=1'],
    ['HTTPS://H:8443/x', { host: 'h', port: 8443, secure: true }, '/x'],
    ['http://user:pass@h/x', { host: 'h', port: 80, secure: false }, '/x'],
    ['ws://[::1]:9/s', { host: '::1', port: 9, secure: false }, '/s'],
  ])('%s leads to its origin with its path as it stands', (url, origin, target) => {
    const parsed = parseAbsoluteForm(url);
    expect(parsed?.origin).toMatchObject(origin);
    expect(parsed?.target).toBe(target);
  });

  it.each(['/', '*', 'h:80', 'ftp://h/', 'http://', 'http://h:0/', 'http:///x'])(
    '%j is none',
    (url) => {
      expect(parseAbsoluteForm(url)).toBeUndefined();
    },
  );
});
