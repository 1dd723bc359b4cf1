// The files of the probe, a small add-on that runs the cases of test/google on Google: Code.js, Page.html, appsscript.json.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

/** Which script the probe is pushed to: its owner puts the id in. */
export const claspProject = `${JSON.stringify({ scriptId: 'REPLACE_WITH_THE_PROBES_SCRIPT_ID', rootDir: '.' }, null, 2)}\n`;

/** What Google calls by name. */
const called = ['onOpen', 'onEdit', 'runProbe', 'probeEcho', 'probeLength', 'probeAnswer', 'probePage'];

/** The names and texts of the files, of the project in `root`. The manifest is the add-on's own: the same permissions. */
export async function probeFiles(root) {
  const folder = join(root, 'test', 'google', 'probe');
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [join(folder, 'main.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'probe',
    target: 'es2020',
    charset: 'utf8',
    logLevel: 'warning',
    tsconfigRaw: { compilerOptions: { target: 'es2020', verbatimModuleSyntax: true } },
  });
  const commands = called.map((name) => `function ${name}(...args) {\n  return probe.${name}(...args);\n}\n`);
  const code = [outputFiles[0].text, ...commands, readFileSync(join(folder, 'cells.gs'), 'utf8')].join('\n');
  return [
    ['Code.js', code],
    ['Page.html', readFileSync(join(folder, 'Page.html'), 'utf8')],
    ['appsscript.json', readFileSync(join(root, 'appsscript.json'), 'utf8')],
  ];
}
