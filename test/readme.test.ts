import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../src/model/language';
import { cellHelp } from '../src/sections/help';
import { withReference } from './reference';

const root = join(__dirname, '..');
const readmes: readonly (readonly [string, Language])[] = [
  ['README.md', 'en'],
  ['README.zh-CN.md', 'zh'],
];

test.each(readmes)('the function reference in %s is current (npm run docs brings it up to date)', (file, language) => {
  const text = readFileSync(join(root, file), 'utf8');
  expect(withReference(text, language)).toBe(text);
});

test('every function has its entry, with its arguments', () => {
  const text = readFileSync(join(root, 'README.md'), 'utf8');
  for (const [name, { args }] of Object.entries(cellHelp)) {
    expect(text).toContain(`#### ${name}(${Object.keys(args).join(', ')})`);
    for (const [argument, words] of Object.entries(args))
      expect(text).toContain(`- \`${argument.replace(/[[\]]/g, '')}\`: ${words.en}`);
  }
});

test('a README without the place for the reference says so', () => {
  expect(() => withReference('# Title', 'en')).toThrow('functions:start');
});

test('what stands around the reference is left alone', () => {
  const text = withReference('a\n<!-- functions:start -->old<!-- functions:end -->\nb', 'zh');
  expect(text.startsWith('a\n<!-- functions:start -->')).toBe(true);
  expect(text.endsWith('<!-- functions:end -->\nb')).toBe(true);
  expect(text).not.toContain('old');
});
