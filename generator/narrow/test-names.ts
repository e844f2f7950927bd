/** Tells whether a name says of itself that it is a test's, a build's, or temporary: `it-orders`, `tmp/`. */
export function isTestName(name: string): boolean {
  return testWord.test(name);
}

const testWord =
  /(?:^|[^A-Za-z])(?:test|tests|testing|tmp|temp|e2e|it|integ|integration|acc|ci|run|job|build|pr|preview|sandbox|ephemeral|pytest|jest|vitest|mocha|cypress|playwright|moto|localstack)[^A-Za-z]/i;
