import { describe, expect, it } from 'vitest';
import {
  appendJavaProperties,
  readJavaProperties,
  readJvmProperties,
} from '../../../proxy/environment/java-options.ts';

describe('system properties among the options of a JVM', () => {
  it.each([
    ['-Xmx1g -Dname=value', { name: 'value' }],
    ['-Dname=first -Dname=last', { name: 'last' }],
    ['-Dname', { name: '' }],
    ['-Dname=a=b', { name: 'a=b' }],
    [
      '-Dname="with space" \'-Dother=it has "quotes"\'',
      { name: 'with space', other: 'it has "quotes"' },
    ],
    ['-Dna"me=va"lue', { name: 'value' }],
    ['-javaagent:/a.jar=-Dname=value', {}],
    ['', {}],
  ])('%s', (options, properties) => {
    expect(Object.fromEntries(readJavaProperties(options))).toEqual(properties);
  });

  it.each(['plain', 'with space', '"', `it's "both" of them`, '"\'"\''])(
    'are read as they were written: %s',
    (value) => {
      const options = appendJavaProperties('-Xmx1g', { name: value, other: 'x' });
      expect(options).toMatch(/^-Xmx1g /);
      expect(Object.fromEntries(readJavaProperties(options))).toEqual({ name: value, other: 'x' });
    },
  );

  it('count by the last variable that a JVM reads', () => {
    const env = {
      _JAVA_OPTIONS: '-Da=3',
      JDK_JAVA_OPTIONS: '-Da=2 -Db=2',
      JAVA_TOOL_OPTIONS: '-Dc=1 -Db=1',
    };
    expect(Object.fromEntries(readJvmProperties(env, 'linux'))).toEqual({ a: '3', b: '2', c: '1' });
  });
});
