import type { Route } from '../model.ts';

/** Routes that clients use beside the ones of the models, by service id and operation. */
export const extraRoutes: Readonly<Record<string, Readonly<Record<string, readonly Route[]>>>> = {
  // The SDKs send a search as a form, so that it may be long.
  // Source: botocore `handlers.py` and `aws-sdk`'s `services/cloudsearchdomain.js`.
  'cloudsearch-domain': { Search: [{ method: 'POST', uri: '/2013-01-01/search' }] },
  // What Neptune's own guide calls; the SDKs write `opencypher`.
  // Source: Amazon Neptune User Guide, "The Amazon Neptune openCypher HTTPS endpoint".
  neptunedata: {
    ExecuteGremlinQuery: [{ method: 'GET', uri: '/gremlin' }],
    ExecuteOpenCypherQuery: [
      { method: 'GET', uri: '/openCypher' },
      { method: 'POST', uri: '/openCypher' },
    ],
  },
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
