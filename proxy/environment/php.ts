import type { Environment, EnvironmentFiles, Variables } from './environment.ts';

/** What the variables of PHP programs are made from. */
interface PhpInput {
  readonly userEnv: Environment;
  readonly files: EnvironmentFiles;
  readonly platform: NodeJS.Platform;
}

/**
 * Returns what PHP programs need beside the proxy variables: PHP takes the CA from its configuration alone, and this
 * variable adds a folder to it. An empty entry stands for the folder that PHP was built with; an empty variable for none
 * at all. Source: PHP's manual, "The configuration file", scan directories.
 */
export function php({ userEnv, files, platform }: PhpInput): Variables {
  const separator = platform === 'win32' ? ';' : ':';
  // A list of folders cannot name this one.
  if (files.phpIniFolder.includes(separator)) return {};
  const users = userEnv.PHP_INI_SCAN_DIR;
  const folders = users === '' ? [] : (users ?? '').split(separator);
  const others = folders.filter((folder) => folder !== files.phpIniFolder);
  return { PHP_INI_SCAN_DIR: [...others, files.phpIniFolder].join(separator) };
}

/** The `.ini` file that makes PHP trust the bundle; PHP puts the value of the environment's variable in its place. */
export const phpIni = [
  // ext-curl, and so Guzzle, Symfony's client, AsyncAws and the AWS SDK for PHP.
  'curl.cainfo = "${SSL_CERT_FILE}"',
  // PHP's own streams: file_get_contents, SoapClient.
  'openssl.cafile = "${SSL_CERT_FILE}"',
  '',
].join('\n');
