import { describe, expect, it } from 'vitest';
import { renderJson, renderJsonMin, renderJsonPolicies } from '../../../generator/render/json.ts';
import type { PolicyDocument } from '../../../iam/policy.ts';

describe('renderJson', () => {
  it('writes the elements in their usual order, lists as lists, a newline at the end', () => {
    const text = renderJson({
      Statement: [
        {
          Condition: { StringEquals: { 's3:prefix': ['a/'] } },
          Resource: ['arn:aws:s3:::b'],
          Action: ['s3:ListBucket'],
          Effect: 'Allow',
          Sid: 'S3ListBucketIfPrefix',
        },
      ],
      Version: '2012-10-17',
    });
    expect(text).toBe(`{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "S3ListBucketIfPrefix",
      "Effect": "Allow",
      "Action": [
        "s3:ListBucket"
      ],
      "Resource": [
        "arn:aws:s3:::b"
      ],
      "Condition": {
        "StringEquals": {
          "s3:prefix": [
            "a/"
          ]
        }
      }
    }
  ]
}
`);
  });

  it('stays readable by programs where there is no policy', () => {
    expect(JSON.parse(renderJson(null))).toEqual({ Version: '2012-10-17', Statement: [] });
  });
});

describe('several documents', () => {
  const document = (resource: string): PolicyDocument => ({
    Version: '2012-10-17',
    Statement: [{ Sid: 'S', Effect: 'Allow', Action: ['s3:GetObject'], Resource: [resource] }],
  });

  it('are a JSON array, one is an object', () => {
    const documents = [document('arn:aws:s3:::a/1'), document('arn:aws:s3:::a/2')];
    expect(JSON.parse(renderJsonPolicies(documents))).toEqual(documents);
    expect(JSON.parse(renderJsonMin(documents))).toEqual(documents);
    expect(JSON.parse(renderJsonMin(documents.slice(1)))).toEqual(documents[1]);
  });

  it('hold no character that IAM would refuse', () => {
    const documents = [document('arn:aws:s3:::b/é/Ω/😀/\u0085/\u007f')];
    const text = renderJsonPolicies(documents);
    expect(text).toMatch(/^[\n\x20-\x7e\xa0-\xff]+$/);
    expect(text).toContain('/é/');
    expect(JSON.parse(text)).toEqual(documents[0]);
  });
});
