import { spawnSync } from 'node:child_process';

/** Debian's own package first: on the path there is another version, most often. */
const candidates = ['/usr/bin/aws', '/usr/local/bin/aws', 'aws'];

/** Returns the path of an AWS CLI of version 2. Throws where there is none, with the way to install it. */
export function findAwsCliV2(): string {
  const found = candidates.find((path) =>
    spawnSync(path, ['--version'], { encoding: 'utf8' }).stdout?.startsWith('aws-cli/2.'),
  );
  if (found !== undefined) return found;
  throw new Error('no AWS CLI v2, which the client tests need: apt-get install awscli');
}
