import { describe, expect, it } from 'vitest';
import { findEndpoints, replaceEndpoints } from '../../../proxy/environment/endpoints.ts';

describe('the endpoints of the user', () => {
  it('are each distinct target of AWS_ENDPOINT_URL and its variables for services', () => {
    const { targets, variables, warnings } = findEndpoints(
      {
        AWS_ENDPOINT_URL: 'http://localhost:4566',
        AWS_ENDPOINT_URL_S3: 'http://localhost:4566/',
        AWS_ENDPOINT_URL_DYNAMODB: 'https://dynamo.test:8000/base',
        AWS_ENDPOINT_URL_CLOUDWATCH_LOGS: '',
        AWS_ENDPOINT_URLS: 'http://other:1',
        MY_AWS_ENDPOINT_URL: 'http://other:1',
      },
      'linux',
    );
    expect(targets).toEqual(['http://localhost:4566/', 'https://dynamo.test:8000/base']);
    expect(Object.keys(variables)).toEqual([
      'AWS_ENDPOINT_URL',
      'AWS_ENDPOINT_URL_S3',
      'AWS_ENDPOINT_URL_DYNAMODB',
    ]);
    expect(warnings).toEqual([]);
  });

  it.each(['localhost:4566', 'not a url', 'ftp://x/', 'http://'])(
    'are left alone with a warning where they are no URL: `%s`',
    (value) => {
      const { targets, warnings } = findEndpoints({ AWS_ENDPOINT_URL_SQS: value }, 'linux');
      expect(targets).toEqual([]);
      expect(warnings).toEqual([
        '`AWS_ENDPOINT_URL_SQS` holds no http or https URL and is left as it is',
      ]);
    },
  );

  it.each(['https://s3.eu-west-1.amazonaws.com', 'https://vpce-1.s3.eu-west-1.vpce.amazonaws.com'])(
    'are left alone where they are of AWS itself: `%s`',
    (value) => {
      expect(findEndpoints({ AWS_ENDPOINT_URL_S3: value }, 'linux')).toEqual({
        targets: [],
        variables: {},
        warnings: [],
      });
    },
  );

  it.each(['true', 'TRUE'])(
    'are none where AWS_IGNORE_CONFIGURED_ENDPOINT_URLS is %s',
    (ignore) => {
      const env = {
        AWS_ENDPOINT_URL: 'http://localhost:4566',
        AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: ignore,
      };
      expect(findEndpoints(env, 'linux').targets).toEqual([]);
    },
  );

  it('are found in any spelling on Windows, and nowhere else', () => {
    const env = { aws_endpoint_url: 'http://localhost:4566' };
    expect(findEndpoints(env, 'win32').targets).toEqual(['http://localhost:4566/']);
    expect(findEndpoints(env, 'linux').targets).toEqual([]);
  });

  it('are replaced by the local URL of their target, where it has one', () => {
    const env = {
      AWS_ENDPOINT_URL: 'http://localhost:4566',
      AWS_ENDPOINT_URL_S3: 'http://minio.test:9000/base',
      AWS_ENDPOINT_URL_SQS: 'http://localhost:4566',
    };
    const local = new Map([['http://localhost:4566/', 'http://127.0.0.1:5001']]);
    expect(replaceEndpoints(findEndpoints(env, 'linux'), local)).toEqual({
      AWS_ENDPOINT_URL: 'http://127.0.0.1:5001',
      AWS_ENDPOINT_URL_SQS: 'http://127.0.0.1:5001',
    });
  });
});
