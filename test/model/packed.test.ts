import fc from 'fast-check';
import { packed, unpacked } from '../../src/model/packed';
import { phrases } from '../../src/model/phrases';
import { sections } from '../../src/sections';

const words = (['en', 'zh'] as const).map((language) =>
  Object.fromEntries(sections.map((section) => [section.id, section.text[language]])),
);
const bytes = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

describe('packed words', () => {
  test('the sections’ words come back as they were, keys in their order', () => {
    expect(JSON.stringify(unpacked(packed(words), words.length))).toBe(JSON.stringify(words));
  });

  test('they are well below two thirds of what they were', () => {
    expect(bytes(packed(words))).toBeLessThan(bytes(words) * 0.6);
  });

  test('any words come back', () => {
    const character = fc.constantFrom('a', 'b', ' ', '"', '目', '标', '@', '1', '2', '\n', '÷', '’', '0');
    const word = fc.string({ unit: character, maxLength: 40 }).filter((text) => !/^@\d+$/.test(text));
    const words = fc.array(fc.tuple(word, word, word), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(words, (rows) => {
        const tree = (language: number) => ({
          title: `t${language}`,
          rows: rows.map((row) => row[0]),
          fields: Object.fromEntries(
            rows.map((row, index) => [
              `field${index}`,
              index % 2 === 0 ? { label: row[1] } : { label: row[1], note: row[2] },
            ]),
          ),
        });
        expect(unpacked(packed([tree(0), tree(1)]), 2)).toEqual([tree(0), tree(1)]);
      }),
    );
  });

  test('what recurs is said once', () => {
    const { words: short, phrases: found } = packed([['average sales', 'average stores', 'average sales']]);
    expect(short.match(/sales/g)).toHaveLength(1);
    expect(short).toMatch(/~@0$/);
    expect(found).toBe('');
    const many = packed([Array.from({ length: 9 }, (_, index) => `average of ${index}`)]);
    expect(many.phrases).toBe('average of ');
    expect(many.words).toBe('[0,0,0,0,0,0,0,0,0]~Ā0~Ā1~Ā2~Ā3~Ā4~Ā5~Ā6~Ā7~Ā8');
  });

  test('what recurs among phrases is a phrase as well', () => {
    const words = ['stores', 'months', 'staff', 'rates'].flatMap((what) =>
      Array.from({ length: 6 }, (_, index) => `the region’s average ${what} ${index}`),
    );
    const short = packed([words]);
    expect(short.phrases).toMatch(/[\u0100-\u02ff]/);
    expect(unpacked(short, 1)).toEqual([words]);
  });

  test.each([
    ['a word with what stands between words', [['a~b']]],
    ['a word that reads as another’s place', [['@12']]],
    ['a word with a character that stands for a phrase', [['Ā']]],
    ['what is no word', [{ a: 1 }]],
    ['trees of different keys', [{ a: 'x' }, { b: 'x' }]],
    ['a note in one tree only', [{ a: { label: 'x' } }, { a: { label: 'x', note: 'y' } }]],
  ])('%s cannot be packed', (_, trees) => {
    expect(() => packed(trees)).toThrow('cannot be packed');
  });
});

describe('phrases', () => {
  const bytesIn = (text: string): number => Buffer.byteLength(text);

  test('each saves the most bytes when it is taken', () => {
    // 'month' 8 times: 8 × 3 − 6 = 18 bytes; '业绩' 6 times: 6 × 4 − 7 = 17; 'to' saves none.
    const texts = [...Array(8).fill('month'), ...Array(6).fill('业绩'), ...Array(20).fill('to')];
    expect(phrases(texts, 9)).toEqual(['month', '业绩']);
    expect(phrases(texts, 1)).toEqual(['month']);
  });

  test('none reaches over two texts, and none is worth less than it costs', () => {
    expect(phrases(['ab', 'ab', 'ab'], 9)).toEqual([]);
    fc.assert(
      fc.property(fc.array(fc.string({ unit: fc.constantFrom('a', 'b', '月'), maxLength: 60 })), (texts) => {
        const all = texts.join('\n');
        let short = all;
        for (const phrase of phrases(texts, 20)) {
          expect(phrase).not.toContain('\n');
          short = `${short.split(phrase).join('Ā')}~${phrase}`;
        }
        expect(bytesIn(short)).toBeLessThanOrEqual(bytesIn(all));
      }),
    );
  });
});
