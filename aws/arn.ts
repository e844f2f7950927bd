/** The parts of an Amazon Resource Name. `resource` is everything after the account, colons included. */
export interface Arn {
  readonly partition: string;
  readonly service: string;
  readonly region: string;
  readonly account: string;
  readonly resource: string;
}

/** Tells whether a text is an ARN: one that `parseArn` parses. */
export function isArn(text: string): boolean {
  return text.startsWith('arn:') && wholeArn.test(text);
}

const wholeArn = /^arn:[^:]+:[^:]+:[^:]*:[^:]*:./s;

/**
 * Parses an ARN; undefined where the text is none.
 * Source: AWS General Reference, "Amazon Resource Names (ARNs)".
 */
export function parseArn(text: string): Arn | undefined {
  const match = /^arn:([^:]*):([^:]*):([^:]*):([^:]*):(.+)$/s.exec(text);
  if (match === null) return undefined;
  const [, partition = '', service = '', region = '', account = '', resource = ''] = match;
  return partition === '' || service === ''
    ? undefined
    : { partition, service, region, account, resource };
}
