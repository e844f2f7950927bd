/** What variables that hold secrets are called, and AWS's own of credentials. */
const ofSecrets = [
  '^AWS_(?:ACCESS|SECRET|SESSION|SECURITY|BEARER|CONTAINER_AUTHORIZATION|WEB_IDENTITY)',
  '(?:SECRET|TOKEN|PASSWORD|PASSWD|PASSPHRASE|CREDENTIAL|APIKEY)',
  '(?:^|_)(?:KEY|KEYS|AUTH|PWD|PASS|PAT|PRIVATE|COOKIE|DSN|CERT)(?:_|$)',
].join('|');

/** The names of variables whose values may be kept with a session: none that looks as if it held a secret. */
export const runVariableName = new RegExp(
  `^(?!.*(?:${inAnyCase(ofSecrets).replaceAll('^', '(?<=^)')}))[A-Za-z_][A-Za-z0-9_]*$`,
);

/** The same in words. */
export const aboutRunVariableNames =
  'the name of an environment variable such as `STACK_ID`, and none of a secret or a credential';

/** A JSON schema knows no flags. */
function inAnyCase(source: string): string {
  return source.replaceAll(/(?<!\?)[A-Z]/g, (letter) => `[${letter}${letter.toLowerCase()}]`);
}
