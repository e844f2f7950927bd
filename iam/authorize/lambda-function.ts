import type { ApiCall } from '../../aws/api-call.ts';

/**
 * Returns what stands for a function in its ARN: `NAME`, `NAME:QUALIFIER`, or the whole ARN where the name says an account
 * of its own. A qualifier behind the name counts like one that is named apart, which comes first.
 * Sources: AWS Lambda API Reference, Invoke, `FunctionName`; AWS Lambda Developer Guide, "Fine-tuning the Resources and
 * Conditions sections of policies": function and qualifier together are what AWS compares.
 */
export function findLambdaFunction(
  name: string,
  qualifier: string | undefined,
  { partition, region }: ApiCall,
): string {
  const match =
    /^(?:arn:[^:]+:lambda:([^:]*):(\d{12}):function:|(\d{12}):(?:function:)?|function:)?([^:]+)(?::([^:]+))?$/.exec(
      name,
    );
  if (match === null) return name;
  const [, ownRegion, ownAccount, account = ownAccount, plain = '', own] = match;
  const last = qualifier ?? own;
  const qualified = last === undefined ? plain : `${plain}:${last}`;
  const place = ownRegion ?? region;
  if (account === undefined || place === null) return qualified;
  return `arn:${partition}:lambda:${place}:${account}:function:${qualified}`;
}

/** Returns the same without a qualifier: what the ARN of a version or an alias begins with. */
export function findUnqualified(name: string, call: ApiCall): string {
  const found = findLambdaFunction(name, undefined, call);
  return found.replace(/^((?:arn:(?:[^:]*:){4}function:)?[^:]+):[^:]+$/, '$1');
}
