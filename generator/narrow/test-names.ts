/** Tells whether a name says of itself that it is a test's, a build's, or temporary: `it-orders`, `tmp/`, `TestUpload-`. */
export function isTestName(name: string): boolean {
  return testWord.test(name) || testInName.test(name);
}

const testWord =
  /(?:^|[^A-Za-z])(?:test|tests|testing|tmp|temp|e2e|it|integ|integration|acc|testacc|ci|run|job|build|pr|preview|sandbox|ephemeral|pytest|jest|vitest|mocha|cypress|playwright|moto|localstack|terratest|testcontainers|unittest|rspec|junit|smoke)[^A-Za-z]/i;

/** As Go and Java name tests: `TestUpload`, `UploadTest`, `UploadIT`. */
const testInName = /(?:^|[^A-Za-z])Test[A-Z][A-Za-z0-9]*[^A-Za-z0-9]|[a-z](?:Tests?|IT)[^A-Za-z]/;
