// Sums vitest's JSON reports in a folder: prints `PASSED FAILED`, and on stderr what failed, each with its first lines,
// and how many were skipped.
// A test file that could not be loaded has no tests to fail, so it counts as one failure.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder = '.'] = process.argv.slice(2);
let passed = 0;
let failed = 0;
let skipped = 0;
for (const name of readdirSync(folder)) {
  const report = JSON.parse(readFileSync(join(folder, name), 'utf8'));
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  const failures = report.numFailedTests + unloaded.length;
  passed += report.numPassedTests;
  skipped += report.numPendingTests + report.numTodoTests;
  for (const file of report.testResults) nameFailures(file);
  // An unhandled error fails a run in which every test passed.
  failed += failures === 0 && !report.success ? 1 : failures;
}
if (skipped > 0) console.error(`skipped: ${skipped} tests`);
console.log(`${passed} ${failed}`);

function nameFailures({ name, status, message, assertionResults }) {
  const failures = assertionResults.filter((test) => test.status === 'failed');
  for (const { fullName, failureMessages } of failures) {
    say(name, fullName, failureMessages.join('\n'));
  }
  if (status === 'failed' && failures.length === 0) say(name, 'cannot be loaded', message);
}

function say(file, what, why) {
  const lines = why.split('\n').filter((line) => !line.includes('/node_modules/'));
  console.error(
    [`failed: ${file}: ${what}`, ...lines.slice(0, 12).map((line) => `    ${line}`)].join('\n'),
  );
}
