// Brings the function reference in the READMEs up to date with the functions' own descriptions: npm run docs.
import { readFileSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';

const { outputFiles } = await build({
  entryPoints: ['test/reference.ts'],
  bundle: true,
  write: false,
  format: 'esm',
  target: 'node20',
});
const source = Buffer.from(outputFiles[0].contents).toString('base64');
const { withReference } = await import(`data:text/javascript;base64,${source}`);

for (const [file, language] of [
  ['README.md', 'en'],
  ['README.zh-CN.md', 'zh'],
]) {
  const text = readFileSync(file, 'utf8');
  const current = withReference(text, language);
  if (current === text) continue;
  writeFileSync(file, current);
  console.log(`${file}: function reference updated`);
}
