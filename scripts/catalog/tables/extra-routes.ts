import type { Route } from '../model.ts';

/** Routes that clients use beside the ones of the models, by service id and operation. */
export const extraRoutes: Readonly<Record<string, Readonly<Record<string, readonly Route[]>>>> = {
  // The SDKs send a search as a form, so that it may be long.
  // Source: botocore `handlers.py` and `aws-sdk`'s `services/cloudsearchdomain.js`.
  'cloudsearch-domain': { Search: [{ method: 'POST', uri: '/2013-01-01/search' }] },
  // Source: AWS Systems Manager GUI Connect API Reference.
  'ssm-guiconnect': {
    GetConnectionRecordingPreferences: [
      { method: 'POST', uri: '/GetConnectionRecordingPreferences' },
    ],
  },
};

/**
 * What tells an operation from another on the same route beyond required query keys and headers: `host PREFIX`.
 * Source: the endpoint rules of the SDKs' S3 client.
 */
export const extraNeeds: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  s3: { ListDirectoryBuckets: ['host s3express-control'] },
};
