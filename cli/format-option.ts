import { Option } from 'commander';

/** Returns the option that says in which form a policy is written. */
export function formatOption(): Option {
  return new Option('--format <format>', 'form of the policy').choices(['json']).default('json');
}
