import { describe, expect, it } from 'vitest';
import {
  awsReferenceUrl,
  parseServiceList,
} from '../../../../aws/catalog/reference/parse-service-list.ts';

const s3 = { service: 's3', url: `${awsReferenceUrl.href}v1/s3/s3.json` };

function urlsOf(value: unknown, listUrl: string): readonly string[] {
  return parseServiceList(value, new URL(listUrl)).map(
    ({ prefix, url }) => `${prefix} ${url.href}`,
  );
}

describe('parseServiceList', () => {
  it("reads AWS's own list", () => {
    expect(urlsOf([{ ...s3, modified: 1 }], awsReferenceUrl.href)).toEqual([`s3 ${s3.url}`]);
  });

  it.each([
    ['a mirror of the host', 'https://mirror.test/', 'https://mirror.test/v1/s3/s3.json'],
    ['a mirror below a path', 'https://mirror.test/aws/', 'https://mirror.test/aws/v1/s3/s3.json'],
  ])('takes the paths of %s', (_name, listUrl, url) => {
    expect(urlsOf([s3], listUrl)).toEqual([`s3 ${url}`]);
  });

  it.each<[string, unknown]>([
    ['no list', { s3 }],
    ['a service at another host', [{ ...s3, url: 'https://elsewhere.test/s3.json' }]],
    ['a service without encryption', [{ ...s3, url: 'http://mirror.test/s3.json' }]],
    ['a service that is a path', [{ ...s3, service: '../s3' }]],
    ['a service that is there twice', [s3, s3]],
    ['a URL that is none', [{ ...s3, url: 'https://' }]],
    ['a list without end', Array.from({ length: 5001 }, (_, at) => ({ ...s3, service: `s${at}` }))],
  ])('refuses %s', (_name, value) => {
    expect(() => urlsOf(value, 'https://mirror.test/')).toThrow(
      expect.objectContaining({ code: 'E_UPSTREAM' }),
    );
  });
});
