import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';

/** A program's whole output and how it ended. */
export interface ProgramResult {
  readonly stdout: string;
  readonly stderr: string;
  /** The exit code; a signal's name where one ended it. */
  readonly exit: number | NodeJS.Signals | null;
}

/** Where and how a program runs. */
export interface ProgramOptions {
  readonly env: NodeJS.ProcessEnv;
  readonly cwd?: string;
}

/** Runs a program to its end. Throws where it is not there, with the way to install it. */
export async function runProgram(
  [command = '', ...args]: readonly string[],
  { env, cwd = process.cwd() }: ProgramOptions,
): Promise<ProgramResult> {
  const child = spawn(command, args, { env, cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<number | NodeJS.Signals | null>((resolve, reject) => {
    child.once('error', (cause) => reject(missingProgram(command, cause)));
    child.once('close', (code, signal) => resolve(signal ?? code));
  });
  const [stdout, stderr, exit] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { stdout, stderr, exit };
}

/** Returns the error for a program that these tests need and this machine does not have. */
export function missingProgram(command: string, cause: unknown): Error {
  const hint = installHints[command] ?? `install \`${command}\``;
  return new Error(`cannot run \`${command}\`, which the client tests need: ${hint}`, { cause });
}

const installHints: Readonly<Record<string, string>> = {
  aws: 'pip install awscli',
  curl: 'apt-get install curl',
  go: 'apt-get install golang-go golang-github-aws-aws-sdk-go-dev golang-github-aws-aws-sdk-go-v2-dev',
  java: 'apt-get install openjdk-17-jdk-headless',
  moto_server: "pip install 'moto[all,server]'",
  openssl: 'apt-get install openssl',
  keytool: 'apt-get install openjdk-17-jdk-headless',
  perl: 'apt-get install perl libnet-amazon-s3-perl',
  php: 'apt-get install php-cli php-curl php-async-aws-core php-async-aws-sqs php-guzzlehttp-guzzle',
  python3: 'apt-get install python3, then pip install boto3',
  rclone: 'apt-get install rclone',
  ruby: 'apt-get install ruby ruby-aws-sdk-s3',
};

/** Returns the environment of the test run without what would steer an AWS client, a proxy or a trust store. */
export function plainEnvironment(): NodeJS.ProcessEnv {
  const steering =
    /^(AWS_.*|(HTTPS?|ALL|NO)_PROXY|.*JAVA_.*|PHP_INI_.*|PERL_LWP_.*|NODE_.*|SSL_CERT_.*|REQUESTS_CA_BUNDLE|CURL_CA_BUNDLE|VITEST.*|LEASTGRANT_.*)$/i;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !steering.test(name)));
}
