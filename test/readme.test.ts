import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cellFunctions } from '../src/functions';
import type { Language } from '../src/model/language';
import { withReference } from './reference';

const root = join(__dirname, '..');
const readmes: readonly (readonly [string, Language])[] = [
  ['README.md', 'en'],
  ['README.zh-CN.md', 'zh'],
];
const present = readmes.filter(([file]) => existsSync(join(root, file)));

test('there is a README', () => {
  expect(present.map(([file]) => file)).toContain('README.md');
});

test.each(present)('the function reference in %s is current (npm run docs brings it up to date)', (file, language) => {
  const text = readFileSync(join(root, file), 'utf8');
  expect(withReference(text, language)).toBe(text);
});

test('every function has its entry, with its arguments', () => {
  const text = readFileSync(join(root, 'README.md'), 'utf8');
  for (const { name, args } of cellFunctions) {
    expect(text).toContain(`#### ${name}(`);
    for (const argument of args) expect(text).toContain(`- \`${argument.name}\`: ${argument.text.en}`);
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
