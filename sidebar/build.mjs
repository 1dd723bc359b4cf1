// The sidebar as one page that asks for nothing else: its script and its styles are in it.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));

/** The licences of the packages in the bundle, as they ask for. */
function licences(inputs) {
  const names = Object.keys(inputs).map((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1]);
  return [...new Set(names)]
    .filter((name) => name !== undefined)
    .map((name) => `${name}\n\n${readFileSync(join(here, '..', 'node_modules', name, 'LICENSE'), 'utf8').trim()}`);
}

/** Puts `content` where the page says; what would end the element early is written so that it does not. */
function placed(page, mark, element, content) {
  const [before, after] = page.split(`<!-- ${mark} -->`);
  if (after === undefined) throw new Error(`sidebar/index.html has no place for its ${mark}`);
  const safe = content.trim().replace(new RegExp(`</(?=${element})`, 'gi'), '<\\/');
  return `${before}<${element}>\n${safe}\n</${element}>${after}`;
}

/**
 * The text of Sidebar.html. Google takes `//` inside a template literal for a comment and cuts the line there, so the
 * bundle holds no template literals at all.
 */
export async function sidebarPage() {
  const { outputFiles, metafile } = await build({
    absWorkingDir: join(here, '..'),
    entryPoints: ['sidebar/main.tsx'],
    outdir: 'out',
    bundle: true,
    write: false,
    metafile: true,
    minify: true,
    charset: 'utf8',
    format: 'iife',
    target: 'es2020',
    supported: { 'template-literal': false },
    jsx: 'automatic',
    jsxImportSource: 'preact',
    legalComments: 'none',
    logLevel: 'warning',
  });
  const text = (ending) => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? '';
  const page = readFileSync(join(here, 'index.html'), 'utf8');
  const script = `/*\n${licences(metafile.inputs).join('\n\n')}\n*/\n${text('.js')}`;
  return placed(placed(page, 'style', 'style', text('.css')), 'script', 'script', script);
}
