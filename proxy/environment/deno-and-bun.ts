import {
  type Environment,
  type EnvironmentFiles,
  readVariable,
  type Variables,
} from './environment.ts';
import { appendOption } from './options-variable.ts';

/** What the variables of Deno and Bun programs are made from. */
interface DenoAndBunInput {
  readonly userEnv: Environment;
  readonly files: EnvironmentFiles;
  readonly platform: NodeJS.Platform;
  readonly program: string | undefined;
  readonly isDenoProject: boolean;
}

/** Returns what Deno and Bun programs need. Both lead `fetch` through the proxy variables by themselves. */
export function denoAndBun(input: DenoAndBunInput): Variables {
  const { userEnv, files, platform, program, isDenoProject } = input;
  return {
    // Deno: certificates on top of its own.
    DENO_CERT: files.extraCertificates,
    // Bun: `node:https` and `node:http2`, which the AWS SDKs use, know no proxy variable.
    BUN_OPTIONS: appendOption(
      readVariable(userEnv, 'BUN_OPTIONS', platform),
      '--preload=',
      files.preload,
    ),
    // Deno: `node:https` reads the proxy variables only with this one. Node is better off without (see node.ts), so it
    // is set only where Deno is the command, or may be what a script starts.
    ...(isDeno(program) || isDenoProject ? { NODE_USE_ENV_PROXY: '1' } : {}),
  };
}

function isDeno(program: string | undefined): boolean {
  return program !== undefined && /(?:^|[\\/])deno(?:\.exe)?$/i.test(program);
}
