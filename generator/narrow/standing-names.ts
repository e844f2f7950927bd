/** What environments are called that stay. */
export const environments: ReadonlySet<string> = new Set(
  'prod prd production live stage staging stg preprod nonprod uat qa sandbox dev development test'.split(
    ' ',
  ),
);

/** These, and what else stands in their place: environments of developers and tests, branches that stay. */
const standingNames: readonly string[] = [
  ...environments,
  ...'devel develop testing tst demo preview main master trunk'.split(' '),
  ...'default shared common global root admin'.split(' '),
];

/** Tells whether a pattern of letters with `?` or a `*` behind them is also what an environment is called: `pr??`. */
export function matchesStandingName(letters: string, wildcard: string): boolean {
  const start = letters.toLowerCase();
  return standingNames.some(
    (name) =>
      name.startsWith(start) &&
      (wildcard === '*' || name.length === start.length + wildcard.length),
  );
}
