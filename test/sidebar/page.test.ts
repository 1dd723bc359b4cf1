import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { en, zh } from '../../sidebar/text';

const root = resolve(__dirname, '..', '..');
const page = execFileSync(
  process.execPath,
  ['--input-type=module', '-e', "import { sidebarPage } from './sidebar/build.mjs'; console.log(await sidebarPage());"],
  { cwd: root, encoding: 'utf8', maxBuffer: 10_000_000 },
);

const hiddenText = /<pre id="licences" hidden>([^<]*)<\/pre>/;

/** What stands in the only element of that name. */
function inside(name: string): string {
  const parts = page.split(new RegExp(`<${name}>|</${name}>`));
  expect(parts).toHaveLength(3);
  return parts[1] ?? '';
}

describe('the sidebar’s page', () => {
  test('is one file that asks for nothing: no address but a namespace, no import, no source map', () => {
    // What the licences say of addresses is text.
    const [before = '', after = ''] = page.replace(hiddenText, '').split(/<script>[\s\S]*<\/script>/);
    expect(`${before}${after}${inside('style')}`).not.toMatch(/https?:|\bsrc=|\bhref=|@import|url\(/);
    const script = inside('script');
    const addresses = [...script.matchAll(/https?:\/\/[^"'`\s)]+/g)].map(([address]) => address);
    expect(addresses.filter((address) => !address.startsWith('http://www.w3.org/'))).toEqual([]);
    expect(script).not.toMatch(/sourceMappingURL|\bimport\(/);
  });

  test('has no template literal, in which Google would cut what looks like a comment', () => {
    expect(inside('script')).not.toContain('`');
  });

  test('has nothing newer than es2020 that Google’s frame might not parse', () => {
    expect(inside('script')).not.toMatch(/\?\?=|\|\|=|&&=|\bstatic\s*\{|\bthis\.#|\.at\(-/);
  });

  test('asks nothing through the browser’s own dialogs, and keeps nothing in its storage but what is being typed', () => {
    const script = inside('script');
    expect(script).not.toMatch(/\b(?:window\.)?(?:alert|confirm|prompt)\(|sessionStorage|indexedDB|document\.cookie/);
    expect(script.match(/localStorage\.\w+/g)).toEqual(['localStorage.getItem', 'localStorage.setItem']);
  });

  test('carries its own licence and those of the packages in it, as text', () => {
    const [, text = ''] = hiddenText.exec(page) ?? [];
    for (const heading of [/^Region Targets · 区域目标 \d/m, /^preact [\d.]+ · MIT$/m, /^zod [\d.]+ · MIT$/m])
      expect(text).toMatch(heading);
    expect(text.match(/The above copyright notice and this permission notice/g)?.length).toBeGreaterThanOrEqual(3);
    expect(text).not.toMatch(/[<>]/);
  });
});

describe('the sidebar’s words', () => {
  type Leaf = readonly [path: string, text: string];

  /** Every sentence, with what its parameters could be. */
  function leaves(node: unknown, path: string): readonly Leaf[] {
    if (typeof node === 'string') return [[path, node]];
    if (typeof node === 'function') return [[path, String(node(...sampleFor(node.length, path)))]];
    if (typeof node !== 'object' || node === null) return [];
    return Object.entries(node).flatMap(([key, inner]) => leaves(inner, `${path}.${key}`));
  }

  /** Names where a sentence takes one, else numbers. */
  function sampleFor(count: number, path: string): readonly unknown[] {
    if (/join|changedRow/.test(path)) return path.includes('changedRow') ? ['K1', ['K2']] : [['K1', 'K2']];
    return Array.from({ length: count }, (_, index) => index + 2);
  }

  const english = leaves(en, 'en');
  const chinese = leaves(zh, 'zh');
  const han = /\p{Script=Han}/u;
  /** Signs, examples and languages’ own names. */
  const alike =
    /\.(languages|none|separator|join|rate|growth|unit|regionYear|place|found|changedRow|fromTo|cellOf|withUnit|rest|refusal|jump|money|closing\.by|scenarios\.taken|nextYear\.named|nextYear\.counted)$|languages\./;

  test('are as many in each language, and none is empty', () => {
    expect(chinese.map(([path]) => path.slice(3))).toEqual(english.map(([path]) => path.slice(3)));
    for (const [path, text] of [...english, ...chinese])
      expect({ path, filled: text.trim() !== '' || path.endsWith('separator') }).toEqual({ path, filled: true });
  });

  test('are Chinese in Chinese and are not in English', () => {
    for (const [path, text] of english)
      if (!alike.test(path)) expect({ path, text }).toEqual({ path, text: expect.not.stringMatching(han) });
    for (const [path, text] of chinese)
      if (!alike.test(path)) expect({ path, text }).toEqual({ path, text: expect.stringMatching(han) });
  });
});
