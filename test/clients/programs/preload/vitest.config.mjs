// biome-ignore lint/style/noDefaultExport: vitest reads its configuration from there
export default { test: { include: ['*.test.mjs'] } };
