import { countsAsRunValue, type RunValue } from '../../generator/narrow/run-value.ts';
import { runVariables } from './run-variables.ts';

/** What is known of a run before its program starts. */
export interface RunFacts {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly hostName: string;
  /** The branch that is checked out; undefined where none is. */
  readonly branch: string | undefined;
  /** Further variables that the user says are others in each run. */
  readonly named: readonly string[];
}

/** The values of a run, each once, and a sentence for each named variable that says nothing. */
export interface CollectedRunValues {
  readonly values: readonly RunValue[];
  readonly warnings: readonly string[];
}

/** Returns what belongs to a run alone, as far as its occurrence in a name can be no chance. */
export function collectRunValues({ env, hostName, branch, named }: RunFacts): CollectedRunValues {
  const warnings: string[] = [];
  const values = new Map<string, RunValue>();
  const add = (source: string, value: string) => {
    const key = value.toLowerCase();
    if (!values.has(key)) values.set(key, { source, value });
  };
  const addTelling = (source: string, text: string) => {
    for (const value of valuesIn(text)) if (countsAsRunValue(value)) add(source, value);
  };
  for (const name of named) {
    const value = env[name] ?? '';
    if (value.length >= shortestNamed) add(name, value);
    else warnings.push(value === '' ? `\`${name}\` is not set` : aboutShort(name));
  }
  for (const { name, attempt, only } of runVariables) {
    const value = env[name] ?? '';
    if (only?.test(value) === false) continue;
    const count = attempt === undefined ? '' : (env[attempt] ?? '');
    if (count !== '') addTelling(name, `${value}-${count}`);
    addTelling(name, value);
  }
  addTelling("the host's name", hostName.split('.', 1)[0] ?? '');
  addTelling("the checkout's branch", branch ?? '');
  return { values: [...values.values()], warnings };
}

/** Returns the process id of a program as a value of its run; undefined where it is too short to tell anything. */
export function processValue(pid: number): RunValue | undefined {
  const value = String(pid);
  return value.length > 3 && countsAsRunValue(value)
    ? { source: "a process's id", value }
    : undefined;
}

const shortestNamed = 3;

function aboutShort(name: string): string {
  return `the value of \`${name}\` is too short to be told from other parts of names`;
}

/**
 * What a variable says of a run: the value, without what git and CIs put before a branch; what stands behind its last
 * slash, for names take only that at times; and the number of a pull request.
 */
function valuesIn(text: string): readonly string[] {
  const [, pull] =
    /^(?:refs\/pull\/|pr\/)?(\d+)(?:\/(?:merge|head))?$|\/(?:pull|pull-requests|merge_requests)\/(\d+)$/
      .exec(text)
      ?.filter((part) => part !== undefined) ?? [];
  if (pull !== undefined) return [pull];
  if (/^[a-z]+:\/\//.test(text)) return [];
  const ref = text.replace(/^(?:refs\/(?:heads|tags|remotes\/origin)|origin|branch|tag)\//, '');
  const last = ref.slice(ref.lastIndexOf('/') + 1);
  return ref === last ? [ref] : [ref, last];
}
