import { fileURLToPath } from 'node:url';
import { languageOf } from '../src/model/language';
import { pushed } from './push/push';

// Built to dist-host/push.mjs, beside dist/.
const fromRoot = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));
const { LC_ALL, LC_MESSAGES, LANG } = process.env;

const { status, said } = pushed({
  folder: fromRoot('.'),
  clasp: fromRoot('node_modules/@google/clasp/build/src/index.js'),
  options: process.argv.slice(2),
  language: languageOf(LC_ALL || LC_MESSAGES || LANG),
});
for (const line of said) console.error(line);
process.exitCode = status;
