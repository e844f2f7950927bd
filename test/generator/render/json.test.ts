import { describe, expect, it } from 'vitest';
import { renderJson } from '../../../generator/render/json.ts';

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
