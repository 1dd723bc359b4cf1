import fc from 'fast-check';
import { packed, unpacked } from '../../src/model/packed';
import { type Shortened, shortened } from '../../src/model/recurring';
import { sections } from '../../src/sections';

const bytes = (text: string): number => Buffer.byteLength(text);

/** The data with each function replaced by what it answers for every cell of its field. */
function evaluated(data: unknown, field: { readonly cells?: unknown } = {}): unknown {
  if (typeof data === 'function') {
    const cells = Array.from({ length: Number(field.cells ?? 1) }, (_, index) => index + 1);
    return { answers: cells.map((cell) => data(cell)) };
  }
  if (Array.isArray(data)) return data.map((inner) => evaluated(inner));
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(Object.entries(data).map(([key, inner]) => [key, evaluated(inner, data)]));
}

describe('packed data', () => {
  test('the sections come back as they were: fields, formulas of every cell, words', () => {
    const back = evaluated(unpacked(packed(sections)));
    expect(back).toEqual(evaluated(sections));
    expect(JSON.stringify(back)).toBe(JSON.stringify(evaluated(sections)));
  });

  test('they take less than a third of their room', () => {
    const { text, rules } = packed(sections);
    expect(bytes(text) + bytes(rules)).toBeLessThan(bytes(JSON.stringify(evaluated(sections))) / 3);
  });

  test('any JSON comes back', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '"', '\\', '目', '标', '@', '\n', '÷', '’', '0') });
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(null), fc.array(tie('value')), tie('object')),
      object: fc.dictionary(
        text.filter((key) => key !== '@' && key !== '__proto__'),
        tie('value'),
      ),
    }));
    fc.assert(
      fc.property(value, (data) => {
        expect(unpacked(packed({ data }))).toEqual({ data });
      }),
    );
  });

  test('a function answers for the cells of its field', () => {
    const data = {
      id: 'openings',
      cells: 3,
      formula: (cell: number) => `{a.${cell}}`,
      total: (cell: number) => [`${cell}`],
    };
    const back = unpacked(packed(data));
    const { formula, total } = Object(back);
    expect([1, 2, 3].map(formula)).toEqual(['{a.1}', '{a.2}', '{a.3}']);
    expect([1, 2, 3].map(total)).toEqual([['1'], ['2'], ['3']]);
  });

  test.each([
    ['another function', { compute: () => 1 }],
    ['the key of answers', { formula: { '@': ['1'] } }],
    ['a letter that is a code', { label: 'Ā' }],
    ['what stands between rules', { label: 'a~b' }],
  ])('%s cannot be packed', (_, data) => {
    expect(() => packed(data)).toThrow('cannot be packed');
  });
});

describe('what recurs', () => {
  const codes = 'ĀāĂ';

  /** The text that was shortened. */
  function whole({ text, rules }: Shortened, used: string = codes): string {
    return text.replace(new RegExp(`[${used}]`, 'g'), (code) =>
      whole({ text: rules[used.indexOf(code)] ?? '', rules }, used),
    );
  }

  test.each([
    ['nothing recurs', 'abcdefg', 'abcdefg', []],
    ['a pair of plain letters is as short as its code', 'abxabyabzabuab', 'abxabyabzabuab', []],
    ['a word', 'month1month2month3month4month5', 'Ā1Ā2Ā3Ā4Ā5', ['month']],
    // 3 bytes a character: twice 月 is worth a rule where twice a plain letter is not.
    ['Chinese', '目标1目标2目标3目标4', 'Ā1Ā2Ā3Ā4', ['目标']],
    ['nothing', '', '', []],
  ])('%s', (_, text, short, rules) => {
    expect(shortened(text, codes)).toEqual({ text: short, rules });
  });

  test('a rule may hold another', () => {
    const text = Array.from(
      { length: 8 },
      (_, index) => `last year’s sales ${index}; this year’s sales ${index};`,
    ).join('');
    const short = shortened(text, codes);
    expect(short.rules.join('')).toMatch(/[ĀāĂ]/);
    expect(whole(short)).toBe(text);
  });

  test('any text comes back, never longer, with no more rules than there are codes', () => {
    const unit = fc.constantFrom('a', 'b', 'c', '目', '标', '÷', '"');
    const sentences = fc.array(fc.string({ unit, minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(sentences, fc.array(fc.nat(5), { maxLength: 80 }), (words, order) => {
        const text = order.map((index) => words[index % words.length]).join(' ');
        const short = shortened(text, codes);
        expect(whole(short)).toBe(text);
        expect(short.rules.length).toBeLessThanOrEqual(codes.length);
        expect(bytes([short.text, ...short.rules].join('~'))).toBeLessThanOrEqual(bytes(text));
      }),
    );
  });
});
