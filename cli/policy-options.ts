import { type Command, InvalidArgumentError, Option } from 'commander';
import { type PolicyFormat, policyFormats } from '../generator/render/render-policies.ts';
import { type PolicyTarget, policyTargets } from '../generator/split/policy-limits.ts';
import { addConditionOptions, type ConditionOptions } from './condition-options.ts';
import { addNarrowOptions, type RawNarrowOptions } from './narrow-options.ts';
import { addIdentityOption, type IdentityOptions } from './select-identity.ts';

/** What a policy is to hold. */
export interface PolicyContentOptions extends RawNarrowOptions, ConditionOptions, IdentityOptions {
  readonly target?: PolicyTarget;
  readonly shortenActions?: boolean;
}

/** How a policy is to be made and written. */
export interface PolicyOptions extends PolicyContentOptions {
  readonly output?: string;
  readonly format: PolicyFormat;
  readonly name: string;
}

/** Returns what the policy is to be attached as: SAM makes inline policies of a role. */
export function targetOf({ format, target }: PolicyOptions): PolicyTarget {
  return target ?? (format === 'sam' ? 'role' : 'managed');
}

/** Adds the options of every command that writes a policy. */
export function addPolicyOptions(command: Command): Command {
  command
    .option('-o, --output <file>', 'write the policy to a file instead of stdout')
    .addOption(
      new Option('--format <format>', 'form of the policy').choices(policyFormats).default('json'),
    );
  return addPolicyContentOptions(command).addOption(
    new Option('--name <name>', 'name of the policy, in the formats that give it one')
      .default('leastgrant')
      .argParser(parsePolicyName),
  );
}

/** Adds the options of every command that makes a policy, whether it writes it or tells of it. */
export function addPolicyContentOptions(command: Command): Command {
  return addIdentityOption(addConditionOptions(addNarrowOptions(command)))
    .option(
      '--shorten-actions',
      'write s3:GetObject* where a policy has every action that AWS has of the kind today',
    )
    .addOption(
      new Option(
        '--target <target>',
        'what it is attached as, which limits its size: a managed policy, or an inline policy of a role, user or group (default: managed, for sam role)',
      ).choices(policyTargets),
    );
}

/**
 * What a policy may be called.
 * Source: IAM API Reference, CreatePolicy, `PolicyName`; a hyphen and a number may follow.
 */
export const policyNamePattern = /^[\w+=,.@-]{1,120}$/;

function parsePolicyName(name: string): string {
  if (policyNamePattern.test(name)) return name;
  throw new InvalidArgumentError('IAM takes letters, digits and `_+=,.@-`, here at most 120.');
}
