import { describe, expect, it } from 'vitest';
import { asRecord, asText, asTexts, readScenarios } from '../../scenarios/read-scenarios.ts';
import { brief, lintDocument } from './lint-one.ts';

/** What differs from a faultless statement or document, and what is found in it; null leaves an element out. */
interface Scenario {
  readonly name: string;
  readonly statement: Readonly<Record<string, unknown>> | undefined;
  readonly document: Readonly<Record<string, unknown>> | undefined;
  /** `LEVEL CODE PLACE`, in order. */
  readonly findings: readonly string[];
}

const scenarios = readScenarios('lint', parseScenario);

describe('what lint finds', () => {
  const statements = scenarios.filter(({ statement }) => statement !== undefined);
  it.each(statements)('in a statement: $name', ({ statement = {}, findings }) => {
    expect(brief(statement)).toEqual(findings);
  });

  const documents = scenarios.filter(({ document }) => document !== undefined);
  it.each(documents)('in a document: $name', ({ document, findings }) => {
    const whole = {
      Version: '2012-10-17',
      Statement: { Effect: 'Allow', Action: 'sqs:SendMessage', Resource: '*' },
      ...document,
    };
    expect(
      lintDocument(whole).map(({ level, code, where }) => `${level} ${code} ${where}`),
    ).toEqual(findings);
  });
});

function parseScenario(value: unknown, where: string): Scenario {
  const { name, statement, document, findings } = asRecord(value, where);
  return {
    name: asText(name, where),
    statement: statement === undefined ? undefined : withoutNulls(asRecord(statement, where)),
    document: document === undefined ? undefined : withoutNulls(asRecord(document, where)),
    findings: asTexts(findings, where),
  };
}

function withoutNulls(
  elements: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const entries = Object.entries(elements);
  return Object.fromEntries(entries.map(([name, one]) => [name, one ?? undefined]));
}
