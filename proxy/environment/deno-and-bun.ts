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
}

/** Returns what Deno and Bun programs need. Both lead `fetch` through the proxy variables by themselves. */
export function denoAndBun({ userEnv, files, platform, program }: DenoAndBunInput): Variables {
  return {
    // Deno: certificates on top of its own.
    DENO_CERT: files.extraCertificates,
    // Bun: `node:https` and `node:http2`, which the AWS SDKs use, know no proxy variable.
    BUN_OPTIONS: appendOption(
      readVariable(userEnv, 'BUN_OPTIONS', platform),
      '--preload=',
      files.preload,
    ),
    // Deno: `node:https` reads the proxy variables only with this one. Node must not get it (see node.ts).
    ...(isDeno(program) ? { NODE_USE_ENV_PROXY: '1' } : {}),
  };
}

function isDeno(program: string | undefined): boolean {
  return program !== undefined && /(?:^|[\\/])deno(?:\.exe)?$/i.test(program);
}
