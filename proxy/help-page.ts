/** Returns the text that a browser sees which opens the proxy's own address. */
export function helpPage(url: string): string {
  return `This is leastgrant, a local proxy that records which AWS calls a program makes.

It listens on ${url} for programs of this machine only.

To record a program, start it with leastgrant:

  leastgrant run -- npm test

or point a program at the proxy yourself:

  HTTPS_PROXY=${url} your-program

The program must also trust the certificate of this recording; \`leastgrant env\` prints all that it needs.

The proxy ends with the program that it was started for. To stop it earlier, press Ctrl+C there.
`;
}
