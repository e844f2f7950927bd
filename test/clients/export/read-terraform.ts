import type { Home } from '../../../generator/find-home.ts';
import type { PolicyDocument, PolicyStatement } from '../../../iam/policy.ts';
import { asRecord, asText } from '../../scenarios/read-scenarios.ts';

/** Exported Terraform made ready for `terraform console`, which knows no provider. */
export interface ReadableTerraform {
  /** A module whose `local.policies` has the content of each policy in the order of the file. */
  readonly locals: string;
  /** Reads what `local.policies` evaluated to, as the provider reads the blocks. */
  toDocuments(evaluated: unknown): readonly PolicyDocument[];
}

/**
 * Turns the blocks of exported Terraform into one value: each `statement` and `condition` block becomes an attribute
 * with a number, each policy document an element. The texts in them, with all their escapes, are left to Terraform.
 */
export function readTerraform(terraform: string, home: Home): ReadableTerraform {
  const values = new Map(Object.entries({ ...home, account_id: home.account }));
  const known = terraform.replaceAll(
    /data\.aws_(?:region|partition|caller_identity)\.\w+\.(\w+)/g,
    (_, attribute: string) => JSON.stringify(values.get(attribute)),
  );
  const policies = known.matchAll(
    /^data "aws_iam_policy_document" "\w+" \{\n(.*?)^\}|^ {2}policy = (<<-JSON\n.*?\n {2}JSON\n)/gms,
  );
  let count = 0;
  const elements = [...policies].map(([, blocks, heredoc]) => {
    if (heredoc !== undefined) return heredoc;
    const numbered = blocks?.replaceAll(
      /^( *)(statement|condition) \{$/gm,
      (_, indent: string, name: string) => {
        count += 1;
        return `${indent}${name}_${String(count).padStart(4, '0')} = {`;
      },
    );
    return `{\n${numbered}}`;
  });
  return { locals: `locals {\n  policies = [${elements.join(', ')}]\n}\n`, toDocuments };
}

function toDocuments(evaluated: unknown): readonly PolicyDocument[] {
  return asList(evaluated).map((one) => {
    if (typeof one === 'string') return JSON.parse(one);
    const written = numbered(asRecord(one, 'a policy'), 'statement').map(toStatement);
    return JSON.parse(JSON.stringify({ Version: '2012-10-17', Statement: written }));
  });
}

/** The provider writes `${` where it finds `&{`. */
function toStatement(body: Readonly<Record<string, unknown>>): PolicyStatement {
  const conditions = numbered(body, 'condition');
  const Condition: Record<string, Record<string, readonly string[]>> = {};
  for (const { test, variable, values } of conditions) {
    const operator = asText(test, 'test');
    Condition[operator] = { ...Condition[operator], [asText(variable, 'variable')]: texts(values) };
  }
  return {
    Sid: asText(body.sid, 'sid'),
    Effect: 'Allow',
    Action: texts(body.actions),
    Resource: texts(body.resources),
    ...(conditions.length > 0 && { Condition }),
  };
}

function numbered(body: Readonly<Record<string, unknown>>, name: string) {
  return Object.keys(body)
    .filter((key) => key.startsWith(`${name}_`))
    .sort()
    .map((key) => asRecord(body[key], key));
}

function texts(value: unknown): readonly string[] {
  return asList(value).map((one) => asText(one, 'a text').replaceAll('&{', '${'));
}

function asList(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new Error('a list was expected');
  return value;
}
