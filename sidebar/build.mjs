// The sidebar as one page that asks for nothing else: its script and its styles are in it.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { licencesOf } from '../licences/index.mjs';

const here = dirname(fileURLToPath(import.meta.url));

/** Puts `content` where the page says. */
function placed(page, mark, content) {
  const [before, after] = page.split(`<!-- ${mark} -->`);
  if (after === undefined) throw new Error(`sidebar/index.html has no place for its ${mark}`);
  return `${before}${content}${after}`;
}

/** A style or a script as an element; what would end it early is written so that it does not. */
function elementOf(element, content) {
  const safe = content.trim().replace(new RegExp(`</(?=${element})`, 'gi'), '<\\/');
  return `<${element}>\n${safe}\n</${element}>`;
}

const signs = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** How scripts of the sidebar are bundled. */
const bundling = {
  absWorkingDir: join(here, '..'),
  outdir: 'out',
  bundle: true,
  write: false,
  metafile: true,
  minify: true,
  charset: 'utf8',
  format: 'iife',
  target: 'es2020',
  supported: { 'template-literal': false },
  legalComments: 'none',
  logLevel: 'warning',
};

/** Google takes `//` inside a template literal for a comment, and what is left of its sign stands in strings. */
const withoutTemplates = (script) => script.replaceAll('`', '\\x60');

/**
 * The text of Reader.html, which holds what reads workbooks: the sidebar asks for it when the first one is chosen. Its
 * licences are those of `inputs`.
 */
export async function readerPage() {
  const { outputFiles, metafile } = await build({
    ...bundling,
    entryPoints: ['sidebar/reader.ts'],
    globalName: 'regionTargetsReader',
  });
  const [{ text }] = outputFiles;
  return { text: elementOf('script', withoutTemplates(text)), inputs: Object.keys(metafile.inputs) };
}

/** Text in the page that the view about it shows. */
const hiddenText = (id, text) => `<pre id="${id}" hidden>\n${text.replace(/[&<>]/g, (sign) => signs[sign])}</pre>`;

/**
 * The text of Sidebar.html. Google takes `//` inside a template literal for a comment and cuts the line there, so the
 * bundle holds no template literals at all; what is left of their sign stands in strings, and is written as its code.
 * In it are the licences of its own packages and of those in `beside`, the files that the script it goes with is bundled
 * of.
 */
export async function sidebarPage(beside = []) {
  const { outputFiles, metafile } = await build({
    ...bundling,
    entryPoints: ['sidebar/main.tsx'],
    jsx: 'automatic',
    jsxImportSource: 'preact',
  });
  const text = (ending) => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? '';
  const page = readFileSync(join(here, 'index.html'), 'utf8');
  const content = {
    style: elementOf('style', text('.css')),
    licences: hiddenText('licences', licencesOf(join(here, '..'), [...Object.keys(metafile.inputs), ...beside])),
    script: elementOf('script', withoutTemplates(text('.js'))),
  };
  return Object.entries(content).reduce((whole, [mark, inner]) => placed(whole, mark, inner), page);
}
