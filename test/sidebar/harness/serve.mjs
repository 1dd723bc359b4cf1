// Shows the sidebar alone, 300 px wide, against a workbook in this process: node test/sidebar/harness/serve.mjs [zh_CN|en_US]

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const folder = mkdtempSync(join(tmpdir(), 'region-targets-sidebar-'));
execFileSync(process.execPath, ['build.mjs', '--out', folder], { stdio: 'inherit' });
const { outputFiles } = await build({
  entryPoints: ['test/sidebar/harness/desk.ts'],
  bundle: true,
  write: false,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
});
// Beside node_modules, so that the packages left outside are found.
mkdirSync('dist-host', { recursive: true });
const script = join(process.cwd(), 'dist-host', `sidebar-${process.pid}.mjs`);
writeFileSync(script, outputFiles[0].text);
const { deskOf } = await import(pathToFileURL(script).href);
rmSync(script);
const desk = await deskOf(folder, process.argv[2] ?? 'zh_CN');
console.log(desk.address.replace('/sidebar', '/'));
