// Copies what the compiler leaves behind into dist: generated data and the CommonJS preload.
import { chmodSync, cpSync, existsSync } from 'node:fs';

const assets = ['aws/catalog/data', 'proxy/environment/preload'];
for (const asset of assets) {
  if (existsSync(asset)) cpSync(asset, `dist/${asset}`, { recursive: true });
}
chmodSync('dist/cli/main.js', 0o755);
