import type { Answer, Refusal, ServiceCall, StandInService } from '../answer.ts';
import type { ReceivedRequest } from '../received-request.ts';
import { writeXml } from '../xml.ts';
import {
  createBucket,
  deleteBucket,
  deleteObjects,
  getBucketLocation,
  headBucket,
  listBuckets,
  putBucketEncryption,
} from './buckets.ts';
import { listObjectsV2 } from './list-objects.ts';
import {
  abortMultipartUpload,
  completeMultipartUpload,
  createMultipartUpload,
  uploadPart,
  uploadPartCopy,
} from './multipart.ts';
import { copyObject, deleteObject, getObject, putObject } from './objects.ts';
import { s3Operation } from './operation.ts';
import type { Buckets } from './store.ts';

type Handler = (buckets: Buckets, call: ServiceCall) => Answer;

const handlers: Readonly<Record<string, Handler>> = {
  AbortMultipartUpload: abortMultipartUpload,
  CompleteMultipartUpload: completeMultipartUpload,
  CopyObject: copyObject,
  CreateBucket: createBucket,
  CreateMultipartUpload: createMultipartUpload,
  DeleteBucket: deleteBucket,
  DeleteObject: deleteObject,
  DeleteObjects: deleteObjects,
  GetBucketLocation: getBucketLocation,
  GetObject: getObject,
  HeadBucket: headBucket,
  HeadObject: getObject,
  ListBuckets: listBuckets,
  ListObjectsV2: listObjectsV2,
  PutBucketEncryption: putBucketEncryption,
  PutObject: putObject,
  UploadPart: uploadPart,
  UploadPartCopy: uploadPartCopy,
};

/** Returns S3: buckets, objects and multipart uploads, in virtual-host and path style. */
export function makeS3(): StandInService {
  const buckets: Buckets = new Map();
  return {
    name: 's3',
    identify: s3Operation,
    answer: (operation, call) => handlers[operation]?.(buckets, call) ?? notThere,
    refuse: refuseXml,
  };
}

const notThere: Answer = { status: 501, headers: {}, body: '' };

/** S3's errors have no namespace; an answer to HEAD has no body at all. */
function refuseXml({ code, message, status }: Refusal, { method, path }: ReceivedRequest): Answer {
  const content = { Code: code, Message: message, Resource: path, RequestId: '0000000000000000' };
  return {
    status,
    headers: { 'content-type': 'application/xml' },
    body: method === 'HEAD' ? '' : writeXml('Error', undefined, content),
  };
}
