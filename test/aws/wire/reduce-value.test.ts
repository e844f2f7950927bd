import { describe, expect, it } from 'vitest';
import { scanJsonBody } from '../../../aws/wire/json-body.ts';
import { placesOf } from '../../../aws/wire/parameter-place.ts';
import { readParameters } from '../../../aws/wire/read-parameters.ts';
import { findReducer } from '../../../aws/wire/reduce-value.ts';
import { parseTarget } from '../../../aws/wire/request.ts';
import { finish } from '../../../aws/wire/slices.ts';

describe('what is recorded of a PartiQL statement', () => {
  const reduce = findReducer('partiql');

  it.each([
    ['SELECT * FROM Music', 'Select Music'],
    [`SELECT OrderID FROM "Orders" WHERE OrderID = 'secret'`, 'Select Orders'],
    ['select Total from "Orders"."ByDay" where Day = ?', 'Select Orders ByDay'],
    ['SELECT * FROM Orders.ByDay', 'Select Orders ByDay'],
    [`INSERT INTO "Music" value {'Artist': 'A'}`, 'Insert Music'],
    [`UPDATE "Music" SET Album = 'x' WHERE Artist = 'y'`, 'Update Music'],
    [`DELETE FROM "Music" WHERE Artist = 'from "Orders"'`, 'Delete Music'],
    [`EXISTS(SELECT * FROM "Music" WHERE Artist = 'A')`, 'Select Music'],
    ['  \n\tSELECT\n*\nFROM\n"my.table-1_x"', 'Select my.table-1_x'],
    [
      'SELECT * FROM "arn:aws:dynamodb:eu-west-1:123456789012:table/Music"',
      'Select arn:aws:dynamodb:eu-west-1:123456789012:table/Music',
    ],
  ])('%s', (statement, recorded) => {
    expect(reduce(statement)).toBe(recorded);
  });

  it.each(['', 'DROP TABLE Music', 'SELECT', 'SELECT * FROM', `'SELECT * FROM Music'`])(
    'is nothing where the verb or the table cannot be told: %s',
    (statement) => {
      expect(reduce(statement)).toBeUndefined();
    },
  );
});

describe('what is recorded of other values that are payload but for a part', () => {
  it.each([
    ['entityTag', '"9b2cf535f27731c974343645a3985328"', 'ETag'],
    ['entityTag', '*', undefined],
    ['mailAddress', 'news@example.com', 'news@example.com'],
    ['mailAddress', 'Jane Doe <jane+news@mail.example.com>', 'jane+news@mail.example.com'],
    ['mailAddress', '"Doe, Jane" <jane@example.com>', 'jane@example.com'],
    ['mailAddress', 'a@example.com, b@example.com', undefined],
    ['mailAddress', 'nobody', undefined],
    ['nodeId', 'i-0123456789abcdef0', 'i-0123456789abcdef0'],
    ['nodeId', 'mi-0123456789abcdef0', 'mi-0123456789abcdef0'],
    ['nodeId', 'production', undefined],
    [
      'streamArn',
      'arn:aws:dynamodb:eu-west-1:123456789012:table/t/stream/2026-01-01T00:00:00.000|1|AAAA',
      'arn:aws:dynamodb:eu-west-1:123456789012:table/t/stream/2026-01-01T00:00:00.000',
    ],
    ['streamArn', 'AAAAAAAAAAE', undefined],
    ['s3Location', 's3://media/a/talk one.mp3', undefined],
    ['s3Location', 's3://media/a/talk.mp3', 's3://media/a/talk.mp3'],
    [
      's3Location',
      'https://s3.eu-west-1.amazonaws.com/media/a/talk%20one.mp3',
      's3://media/a/talk one.mp3',
    ],
    ['s3Location', 'https://my.templates.s3.amazonaws.com/a.yaml', 's3://my.templates/a.yaml'],
    ['s3Location', 'https://t.s3.cn-north-1.amazonaws.com.cn/a.yaml', 's3://t/a.yaml'],
    ['s3Location', 'https://t.s3.amazonaws.com/a.yaml?X-Amz-Signature=0a1b', undefined],
    ['s3Location', 'https://user:secret@t.s3.amazonaws.com/a.yaml', undefined],
    ['s3Location', 'https://example.com/media/talk.mp3', undefined],
    ['s3Location', 'https://s3.amazonaws.com/media', undefined],
    ['s3Uri', 's3://disks/vm/disk.vmdk', 's3://disks/vm/disk.vmdk'],
    ['s3Uri', 'https://disks.s3.amazonaws.com/disk.vmdk?X-Amz-Signature=0a1b', undefined],
    ['s3Uri', 's3://disks/disk.vmdk?X-Amz-Signature=0a1b', undefined],
  ])('%s of %s', (name, value, recorded) => {
    expect(findReducer(name)(value)).toBe(recorded);
  });
});

describe('what is recorded of an attribute that may be a role', () => {
  const reduce = findReducer('roleArn');

  it('is the ARN of a role', () => {
    const arn = 'arn:aws:iam::123456789012:role/service-role/feedback';
    expect(reduce(arn)).toBe(arn);
  });

  it.each(['{"Version":"2012-10-17","Statement":[]}', 'arn:aws:iam::1:user/u', 'My topic'])(
    'is nothing of anything else: %s',
    (value) => {
      expect(reduce(value)).toBeUndefined();
    },
  );
});

describe('what is recorded of a document that may name roles', () => {
  const reduce = findReducer('roleArns');
  const r1 = 'arn:aws:iam::123456789012:role/r1';
  const r2 = 'arn:aws-us-gov:iam::123456789012:role/team/r.2';

  it.each([
    [`Role: ${r1}\nOther: "${r2}"\nSecret: x`, `${r1} ${r2}`],
    [`{"Role":"${r1}","Again":"${r1}"}`, r1],
    [`{"RoleArn":"${r1}\\n"}`, r1],
    [`Role: !Sub ${r1}\${Suffix}\nOther: ${r2}`, r2],
  ])('is the ARNs of the roles that it names in full, each once: %s', (document, recorded) => {
    expect(reduce(document)).toBe(recorded);
  });

  it.each([
    '',
    'Resources: {}',
    'Role: !GetAtt Role.Arn',
    'arn:aws:iam::123456789012:user/u',
    '!Sub arn:aws:iam::${AWS::AccountId}:role/r',
  ])('is nothing where it names none: %s', (document) => {
    expect(reduce(document)).toBeUndefined();
  });

  it('takes no longer for a long name that goes on with a variable', () => {
    expect(reduce(`${r1}${'a'.repeat(1_000_000)}\${x}`)).toBeUndefined();
  });
});

describe('a place with a reducer', () => {
  const read = (place: string, statement: string) => {
    const entry = { parameters: { Statement: place } };
    expect(placesOf(entry)).toHaveLength(1);
    const { query } = parseTarget('/');
    const sources = { labels: new Map(), query, headers: new Map(), scanBody: scanJsonBody };
    const body = new TextEncoder().encode(JSON.stringify({ Statement: statement }));
    return finish(readParameters(entry, sources, body, false));
  };

  it('records the reduced value alone', () => {
    expect(read('body | partiql', `SELECT * FROM Music WHERE Artist = 'secret'`)).toEqual({
      Statement: 'Select Music',
    });
  });

  it('records nothing where the reducer finds nothing', () => {
    expect(read('body | partiql', 'secret')).toEqual({});
  });

  it('records nothing where this version does not know the reducer', () => {
    expect(read('body | unheard-of', 'secret')).toEqual({});
    expect(read('body | constructor', 'secret')).toEqual({});
  });
});

describe('what is recorded of a subscription', () => {
  const reduce = findReducer('topicArn');

  it('is its topic', () => {
    const topic = 'arn:aws:sns:eu-west-1:123456789012:news.fifo';
    expect(reduce(`${topic}:8a21d249-4329-4871-acc6-7be709c6ea7f`)).toBe(topic);
  });

  it.each([
    '',
    'PendingConfirmation',
    'arn:aws:sns:eu-west-1:123456789012:news',
    'arn:aws:sqs:r:1:q:x',
  ])('is nothing where it is none: %s', (value) => {
    expect(reduce(value)).toBeUndefined();
  });
});

describe('what is recorded of a channel', () => {
  const reduce = findReducer('channelNamespace');

  it.each(['default', '/default', 'default/room-1', '/default/room-1/private'])(
    'is its namespace: %s',
    (channel) => {
      expect(reduce(channel)).toBe('default');
    },
  );

  it.each(['', '/', '//default', 'a b/c'])('is nothing where it is none: %s', (channel) => {
    expect(reduce(channel)).toBeUndefined();
  });
});

describe('what connects calls', () => {
  const reduce = findReducer('digest');

  it('is a digest of the same length, however long the token is', () => {
    expect(reduce('token')).toMatch(/^[\w-]{22}$/);
    expect(reduce('t'.repeat(10_000))).toMatch(/^[\w-]{22}$/);
    expect(reduce('token')).toBe(reduce('token'));
    expect(reduce('token')).not.toBe(reduce('tokem'));
  });
});
