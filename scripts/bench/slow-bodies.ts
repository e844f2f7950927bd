import type { WireRequest } from '../../aws/wire/request.ts';
import { signed } from './signed-sample.ts';

/** A body, in Latin-1, and the head of the request that it belongs to. */
export interface SlowBody {
  readonly over: WireRequest;
  readonly body: string;
}

/**
 * Returns bodies of that many bytes that take a reader long: many members, deep nesting, one long string, and units that
 * cost much by the byte, beside what is wanted and on the way to it.
 */
export function slowBodies(bytes: number): Readonly<Record<string, SlowBody>> {
  const fill = (unit: string) => unit.repeat(Math.floor(bytes / unit.length));
  return {
    ...jsonBodies(fill),
    ...formBodies(fill),
    ...xmlBodies(fill),
    ...cborBodies(fill),
    ...postForms(fill),
  };
}

type Fill = (unit: string) => string;
type Bodies = Readonly<Record<string, SlowBody>>;

/** Bodies that begin and end alike and repeat a unit. */
function around(over: WireRequest, kind: string, units: Readonly<Record<string, string>>): Bodies {
  const rows = Object.entries(units).map(([name, body]) => [`${kind}, ${name}`, { over, body }]);
  return Object.fromEntries(rows);
}

function jsonBodies(fill: Fill): Bodies {
  const half = (unit: string) => fill(unit).slice(0, fill(unit).length / 2);
  const items = (unit: string) => `{"TransactItems":[${fill(unit)}]}`;
  const value = (text: string) => `{"Put":{"TableName":"${text.repeat(60_000 / text.length)}"}},`;
  return {
    ...around(target('BatchGetItem'), 'JSON', {
      wide: `{"TableName":"t","Key":[${fill('{"a":1},')}1]}`,
      deep: half('[') + half(']'),
      'a string': `{"TableName":"${fill('\\"')}"}`,
      members: `{${fill('"a":1,')}}`,
      'names with escapes': `{${fill('"\\n":1,')}}`,
      'damaged names': `{${fill('"\\x":1,')}}`,
      'a long name': `{"${fill('a')}":1}`,
      keys: `{"RequestItems":{${fill('"a":1,')}}}`,
      'empty texts': `{"x":[${fill('"",')}]}`,
      'a number': `{"TableName":${fill('1')}}`,
    }),
    ...around(target('TransactWriteItems'), 'JSON', {
      'empty items': items('{},'),
      'items of another kind': items('1,'),
      'many values': items('{"Put":{"TableName":"a"},"Get":{"TableName":"b"}},'),
      'values with escapes': items(value('\\u0061')),
      'values beyond ASCII': items(value('\xc3\xa9')),
    }),
    ...around(target('ExecuteTransaction'), 'JSON', {
      statements: `{"TransactStatements":[${fill('{"Statement":"SELECT a FROM a"},')}]}`,
      'long statements': `{"TransactStatements":[${fill(`{"Statement":"SELECT${' FROM '.repeat(1_350)}"},`)}]}`,
    }),
  };
}

function formBodies(fill: Fill): Bodies {
  const action = (name: string, unit: string) => `Action=${name}&${fill(unit)}`;
  return around(ec2, 'form', {
    wide: action('DescribeInstances', 'InstanceId.1=i&'),
    'one key': action('DescribeInstances', '%41'),
    'no value': fill('A&'),
    'no name': fill('&'),
    'encoded names': action('DescribeInstances', '%49nstanceI&'),
    'damaged names': fill('%%%%%%&'),
    'nearly the name': fill('ActioX&'),
    'a long value': `Action=${fill('+')}`,
    'values of bytes': `Action=${fill('%FF')}`,
    'lists in lists': action('RunInstances', 'NetworkInterface.1.a=&'),
  });
}

function xmlBodies(fill: Fill): Bodies {
  const half = (unit: string) => fill(unit).slice(0, fill(unit).length / 2);
  const keys = (text: string) => `<Delete>${fill(`<Object><Key>${text}</Key></Object>`)}`;
  const inKey = (unit: string) => `<Delete><Object><Key>${fill(unit)}`;
  const units = ['<', '<a>', '</>', '<a/>', '<>', '<!>', '<??>', '<a:Object/>', '<a b=">">'];
  const wide = Object.fromEntries(units.map((unit) => [unit, `<Delete>${fill(unit)}`]));
  return around(deleteObjects, 'XML', {
    ...wide,
    wide: keys('a'),
    deep: half('<a>') + half('</a>'),
    'one text': inKey('&amp;'),
    'comments in a text': inKey('<!---->'),
    'pieces of a text': inKey('<![CDATA[a]]>'),
    'declarations in a text': inKey('&<!>'),
    entities: keys('&#1;'.repeat(15_000)),
    'texts beyond ASCII': keys('\xc3\xa9'.repeat(500)),
    'texts of bytes': keys('\xff'.repeat(1_000)),
    'a long name': `<Delete><${fill('a:')}>`,
  });
}

function cborBodies(fill: Fill): Bodies {
  const beside = Object.fromEntries(
    [
      '\x01',
      '\x81',
      '\x9f',
      '\xc1',
      '\xa0',
      '\x9f\xff',
      '\x78\x00',
      '\x18\x01',
      '\x7f\x61a\xff',
    ].map((unit) => [Buffer.from(unit, 'latin1').toString('hex'), `\xa1\x61a\x9f${fill(unit)}`]),
  );
  const names = (unit: string) => `\xbf\x6aAlarmNames\x9f${fill(unit)}`;
  return around(cloudwatch, 'CBOR', {
    ...beside,
    names: names('\x61b'),
    'names of another kind': names('\xf6'),
    'names in lists': names('\x80'),
    members: `\xbf${fill('\x61a\x01')}`,
    tags: `\xbf\x6aAlarmNames${fill('\xc1')}`,
  });
}

function postForms(fill: Fill): Bodies {
  const part = 'Content-Disposition: form-data; name="a"\r\n\r\n\r\n--B\r\n';
  return around(postForm, 'POST form', {
    names: fill('name="'),
    lines: fill('name="a"\r\n'),
    parts: `--B\r\n${fill(part)}`,
    boundaries: fill('--B\r\n'),
  });
}

function target(operation: string): WireRequest {
  const scope = { signingName: 'dynamodb', host: 'dynamodb.eu-west-1.amazonaws.com' };
  return signed(scope, '/', { 'x-amz-target': `DynamoDB_20120810.${operation}` });
}

const ec2 = signed({ signingName: 'ec2', host: 'ec2.eu-west-1.amazonaws.com' }, '/', {
  'content-type': 'application/x-www-form-urlencoded',
});
const cloudwatch = signed(
  { signingName: 'monitoring', host: 'monitoring.eu-west-1.amazonaws.com' },
  '/service/GraniteServiceVersion20100801/operation/DescribeAlarms',
  { 'smithy-protocol': 'rpc-v2-cbor' },
);
const deleteObjects = signed(
  { signingName: 's3', host: 'b.s3.eu-west-1.amazonaws.com' },
  '/?delete',
);
const postForm: WireRequest = {
  method: 'POST',
  host: 'b.s3.eu-west-1.amazonaws.com',
  target: '/',
  headers: new Map([['content-type', 'multipart/form-data; boundary=B']]),
};
