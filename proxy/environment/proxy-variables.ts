import type { Variables } from './environment.ts';

/** Returns the variables that say where the proxy is and which hosts to reach without it. */
export function proxyVariables(
  proxyUrl: string,
  noProxy: string,
  platform: NodeJS.Platform,
): Variables {
  const { hostname, port } = new URL(proxyUrl);
  const upper = {
    // s3cmd reads none of the others, but its configuration may name these: `proxy_host = $LEASTGRANT_PROXY_HOST`.
    LEASTGRANT_PROXY_HOST: hostname,
    LEASTGRANT_PROXY_PORT: port,
    // Ruby's and Java's AWS SDKs read this one for HTTPS too; Guzzle (PHP) reads no other spelling.
    HTTP_PROXY: proxyUrl,
    // Go and Terraform read this spelling first; the AWS CLI, boto3, curl, Deno and Bun read either.
    HTTPS_PROXY: proxyUrl,
    // Whoever reads the two above.
    NO_PROXY: noProxy,
  };
  // Windows knows one variable whatever its case.
  if (platform === 'win32') return upper;
  return {
    ...upper,
    // curl reads no other spelling for plain HTTP; in Python this one wins.
    http_proxy: proxyUrl,
    // .NET's AWS SDK looks for this spelling; in Python, Node and Java's AWS SDK 2 it wins.
    https_proxy: proxyUrl,
    // curl, Python and .NET prefer this spelling.
    no_proxy: noProxy,
  };
}
