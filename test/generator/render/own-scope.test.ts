import { describe, expect, it } from 'vitest';
import {
  ownPartsOf,
  type Piece,
  piecesOfResource,
  piecesOfValue,
  writePieces,
} from '../../../generator/render/own-scope.ts';

const home = { partition: 'aws', region: 'eu-west-1', account: '123456789012' };

function written(pieces: readonly Piece[]): string {
  return writePieces(
    pieces,
    (literal) => literal,
    (part) => `<${part}>`,
  );
}

describe('piecesOfResource', () => {
  it.each([
    ['arn:aws:sqs:eu-west-1:123456789012:q', 'arn:<partition>:sqs:<region>:<account>:q'],
    ['arn:aws:s3:::b/k', 'arn:<partition>:s3:::b/k'],
    ['arn:aws:sqs:us-east-1:210987654321:q', 'arn:<partition>:sqs:us-east-1:210987654321:q'],
    ['arn:aws:iam::aws:policy/ReadOnlyAccess', 'arn:<partition>:iam::aws:policy/ReadOnlyAccess'],
    ['arn:aws-cn:s3:::b', 'arn:aws-cn:s3:::b'],
    [
      'arn:aws:s3:::logs-123456789012-eu-west-1',
      'arn:<partition>:s3:::logs-123456789012-eu-west-1',
    ],
    ['*', '*'],
  ])('writes %s as %s', (resource, expected) => {
    expect(written(piecesOfResource(resource, home))).toBe(expected);
  });

  it('refers to nothing where the place of the recording is unknown', () => {
    const resource = 'arn:aws:sqs:::q';
    expect(piecesOfResource(resource, {})).toEqual([resource]);
  });
});

describe('piecesOfValue', () => {
  it.each([
    ['aws:RequestedRegion', 'eu-west-1', '<region>'],
    ['aws:ResourceAccount', '123456789012', '<account>'],
    ['s3:ResourceAccount', '123456789012', '<account>'],
    ['kms:ViaService', 's3.eu-west-1.amazonaws.com', 's3.<region>.amazonaws.com'],
    ['aws:SourceArn', 'arn:aws:s3:::b', 'arn:<partition>:s3:::b'],
    ['s3:prefix', 'eu-west-1', 'eu-west-1'],
    ['aws:RequestTag/owner', '123456789012', '123456789012'],
  ])('of %s, writes %s as %s', (key, value, expected) => {
    expect(written(piecesOfValue(key, value, home))).toBe(expected);
  });
});

describe('ownPartsOf', () => {
  it('names each part that is referred to, once', () => {
    const texts = ['arn:aws:s3:::a', 'arn:aws:s3:::b', 'arn:aws:sqs:x:y:q'];
    expect([...ownPartsOf(texts.map((text) => piecesOfResource(text, home)))]).toEqual([
      'partition',
    ]);
  });
});
