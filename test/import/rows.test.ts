import { type Encoding, encodingNamed, encodingOf, kindOf, textOf } from '../../sidebar/import/bytes';
import { limits } from '../../sidebar/import/limits';
import { gridOf, rowsOf } from '../../sidebar/import/rows';
import { noticeText } from '../../sidebar/import/words';
import { readGiven } from '../../sidebar/intake/given';
import { nameOf, targetOf } from './target';

const bytes = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, 'hex'));

describe('the text of a file, its encoding told by its bytes', () => {
  test.each<[string, Uint8Array, Encoding, string]>([
    ['UTF-8', Buffer.from('编号,店名\n'), 'utf-8', '编号,店名\n'],
    ['UTF-8 with a byte order mark', Buffer.from('\ufeff编号\n'), 'utf-8', '编号\n'],
    ['nothing', Buffer.from(''), 'utf-8', ''],
    // 编号,店名 ⏎ S01,南京店 ⏎
    ['GBK', bytes('b1e0bac52cb5eac3fb0a5330312cc4cfbea9b5ea0a'), 'gb18030', '编号,店名\nS01,南京店\n'],
    // 店號,店名 ⏎ S01,台北店 ⏎
    ['Big5', bytes('a9b1b8b92ca9b1a6570a5330312ca578a55fa9b10a'), 'big5', '店號,店名\nS01,台北店\n'],
    ['a Western text', bytes('53e36f2c436166e90a'), 'windows-1252', 'São,Café\n'],
    ['UTF-16 with a mark', bytes('fffe530030003100'), 'utf-16le', 'S01'],
    ['UTF-16 without a mark', bytes('530030003100'), 'utf-16le', 'S01'],
    ['UTF-16 the other way round', bytes('feff005300300031'), 'utf-16be', 'S01'],
  ])('%s', (_, given, encoding, text) => {
    expect(encodingOf(given)).toBe(encoding);
    expect(textOf(given)).toEqual({ text, encoding });
  });

  test('another encoding can be asked for; what is no text in it is a fault', () => {
    const gbk = bytes('b1e0bac5');
    expect(textOf(gbk, 'gb18030')).toEqual({ text: '编号', encoding: 'gb18030' });
    expect(textOf(gbk, 'utf-8')).toEqual({ fault: { code: 'notEncoded', encoding: 'utf-8' } });
    expect(textOf(bytes('255044462d312e340a010203'))).toEqual({ fault: { code: 'noText' } });
  });

  const list = '编号,店名,城市\nS01,南京东路店,上海\nS02,湖滨银泰店,杭州\nS03,观前街店,苏州\n';
  const without = (at: number): Uint8Array => Uint8Array.from(Buffer.from(list).filter((_, index) => index !== at));
  test.each<[string, Uint8Array]>([
    ['cut off in a letter', Buffer.from(list).subarray(0, -2)],
    ['of two letters, cut off in the third', Buffer.from('编号店').subarray(0, -1)],
    ['that lacks a byte', without(25)],
    ['with a mark that lacks a byte', Buffer.concat([Buffer.from('\ufeff'), without(25)])],
  ])('a text of UTF-8 %s is one, and said to be damaged', (_, given) => {
    const read = textOf(given);
    expect(read).toMatchObject({ encoding: 'utf-8', isDamaged: true });
    expect('text' in read && [...read.text].filter((letter) => letter === '\ufffd').length).toBeGreaterThan(0);
    expect('text' in read && read.text.startsWith('编号')).toBe(true);
  });

  test('a damaged text of another encoding is none of UTF-8', () => {
    // 编号,店名 ⏎ S01,南京店 ⏎ in GBK, its last letter damaged; São,Café without an end.
    expect(encodingOf(bytes('b1e0bac52cb5eac3fb0a5330312cc4cfbea9b5ff0a'))).not.toBe('utf-8');
    expect(encodingOf(bytes('53e36f2c436166e9'))).toBe('windows-1252');
  });

  test('the rows of what is damaged are named', async () => {
    const target = targetOf('stores');
    const noReader = () => Promise.reject(new Error('there is none'));
    const read = await readGiven([{ name: 'a.csv', bytes: without(25) }], {}, target, {}, noReader);
    if ('fault' in read) throw new Error(nameOf(read.fault));
    const { notices } = read.file.read(read.file.first);
    const [damaged] = notices.filter(({ code }) => code === 'damaged');
    expect(damaged).toMatchObject({ rows: [{ row: 2 }] });
    expect(damaged && noticeText(damaged, 'en', target)).toContain('damaged bytes');
    expect(damaged && noticeText(damaged, 'zh', target)).toContain('有损坏的字节');
  });

  test.each([
    ['<html><body><table><tr><td>编号</td></tr></table></body></html>'],
    ['\ufeff  <!DOCTYPE html>'],
    ['<?xml version="1.0"?><Workbook/>'],
    ['[{"storeId":"1"}]'],
    ['{"stores": []}'],
  ])('%s is no table, whatever its name', (text) => {
    expect(textOf(Buffer.from(text))).toEqual({ fault: { code: 'markup' } });
  });

  test.each([
    ['GBK', 'gb18030'],
    ['gb2312', 'gb18030'],
    ['UTF8', 'utf-8'],
    ['utf_16', 'utf-16le'],
    ['latin1', 'windows-1252'],
    ['ebcdic', undefined],
    ['constructor', undefined],
  ])('%s is %s', (name, encoding) => {
    expect(encodingNamed(name)).toBe(encoding);
  });

  test.each([
    ['504b0304140008080800a1b2c3d4', 'xlsx'],
    ['d0cf11e0a1b11ae1', 'xls'],
    ['5330312c', 'text'],
  ])('a file that starts with %s is %s', (hex, kind) => {
    expect(kindOf(bytes(hex))).toBe(kind);
  });
});

describe('rows', () => {
  test.each<[string, string, string, unknown]>([
    [
      'line feeds',
      'a,b\n1,2\n',
      ',',
      [
        [1, 1, 'a', 'b'],
        [2, 2, '1', '2'],
      ],
    ],
    [
      'carriage returns and line feeds',
      'a,b\r\n1,2\r\n',
      ',',
      [
        [1, 1, 'a', 'b'],
        [2, 2, '1', '2'],
      ],
    ],
    [
      'both in one file',
      'a,b\r\n1,2\n3,4\r',
      ',',
      [
        [1, 1, 'a', 'b'],
        [2, 2, '1', '2'],
        [3, 3, '3', '4'],
      ],
    ],
    [
      'a mark that is still there',
      '\ufeffa\n1',
      ',',
      [
        [1, 1, 'a'],
        [2, 2, '1'],
      ],
    ],
    [
      'no line break at the end',
      'a\n1',
      ',',
      [
        [1, 1, 'a'],
        [2, 2, '1'],
      ],
    ],
    [
      'blank rows, which count',
      'a,b\n\n1,2\n,\n \n3,4\n\n\n',
      ',',
      [
        [1, 1, 'a', 'b'],
        [3, 3, '1', '2'],
        [6, 6, '3', '4'],
      ],
    ],
    [
      'semicolons',
      'a;b\n1,5;2',
      ';',
      [
        [1, 1, 'a', 'b'],
        [2, 2, '1,5', '2'],
      ],
    ],
    [
      'tabs',
      'a\tb\n1\t2',
      '\t',
      [
        [1, 1, 'a', 'b'],
        [2, 2, '1', '2'],
      ],
    ],
    [
      'quoted cells',
      'a,b\n"1,2","say ""yes"""\n',
      ',',
      [
        [1, 1, 'a', 'b'],
        [2, 2, '1,2', 'say "yes"'],
      ],
    ],
    [
      'line breaks inside quotes',
      'a,b\n"x\r\ny",1\nz,2',
      ',',
      [
        [1, 1, 'a', 'b'],
        [2, 2, 'x\ny', '1'],
        [3, 4, 'z', '2'],
      ],
    ],
    [
      'cells as they stand, spaces and all',
      'a,b\n 1 ,2',
      ',',
      [
        [1, 1, 'a', 'b'],
        [2, 2, ' 1 ', '2'],
      ],
    ],
    ['nothing', '', ',', []],
  ])('%s', (_, text, delimiter, expected) => {
    const { rows, faults } = rowsOf(text, delimiter);
    expect(rows.map(({ row, line, cells }) => [row, line, ...cells])).toEqual(expected);
    expect(faults).toEqual([]);
  });
});

describe('a broken quote is one row’s fault, and the rows after it are read', () => {
  test.each<[string, string, unknown, unknown]>([
    [
      'never closed',
      'a,b\n1,2\n"x,3\n4,5\n',
      [
        [1, 1, 'a', 'b'],
        [2, 2, '1', '2'],
        [4, 4, '4', '5'],
      ],
      [{ code: 'unclosedQuote', row: 3, line: 3 }],
    ],
    [
      'followed by more',
      'a,b\n"x"y,3\n4,5\n',
      [
        [1, 1, 'a', 'b'],
        [3, 3, '4', '5'],
      ],
      [{ code: 'brokenQuote', row: 2, line: 2 }],
    ],
    [
      'twice, after a line break inside quotes',
      'a,b\n"1\n2",3\n"x,4\n5,6\n"y"z,7\n8,9',
      [
        [1, 1, 'a', 'b'],
        [2, 2, '1\n2', '3'],
        [4, 5, '5', '6'],
        [6, 7, '8', '9'],
      ],
      [
        { code: 'brokenQuote', row: 3, line: 4 },
        { code: 'brokenQuote', row: 5, line: 6 },
      ],
    ],
    ['in the last line', 'a\n"x', [[1, 1, 'a']], [{ code: 'unclosedQuote', row: 2, line: 2 }]],
  ])('%s', (_, text, rows, faults) => {
    const read = rowsOf(text, ',');
    expect(read.rows.map(({ row, line, cells }) => [row, line, ...cells])).toEqual(rows);
    expect(read.faults).toEqual(faults);
  });
});

test('a quote that closes far below is told by the rows it would swallow', () => {
  const { rows, faults } = rowsOf('a,b,c\n1,"x,2\n3,4,5\n6,7,8\n9,"y",1\n', ',');
  expect(faults).toEqual([{ code: 'brokenQuote', row: 2, line: 2 }]);
  expect(rows.map(({ cells }) => cells.join())).toEqual(['a,b,c', '3,4,5', '6,7,8', '9,y,1']);
  const closed = rowsOf('a,b,c\n1,"x,2\n3,4,5\n6,7,8",9\n', ',');
  expect(closed.faults).toEqual([{ code: 'unclosedQuote', row: 2, line: 2 }]);
  expect(closed.rows.map(({ row }) => row)).toEqual([1, 3, 4]);
});

test.each([
  ['a,b\n1,2', ','],
  ['a;b\n1,5;2,5', ';'],
  ['a\tb\n1,5\t2,5', '\t'],
  ['a|b\n1,5|2', '|'],
  ['sep=|\na|b,c\n1|2', '|'],
  ['one column\n1\n2', ','],
])('%j is parted by %j', (text, delimiter) => {
  expect(gridOf(text).delimiter).toBe(delimiter);
});

test('a declared delimiter takes the first row', () => {
  expect(gridOf('sep=;\na;b\n1;2').rows).toEqual([
    { row: 2, line: 2, cells: ['a', 'b'] },
    { row: 3, line: 3, cells: ['1', '2'] },
  ]);
});

describe('whatever a file is, it is read in one pass', () => {
  /** How many letters a text is looked through for what is asked of it. */
  function looked(text: string): number {
    let letters = 0;
    const { indexOf } = String.prototype;
    const spy = jest.spyOn(String.prototype, 'indexOf').mockImplementation(function (this: string, sign, from = 0) {
      const at = indexOf.call(this, sign, from);
      letters += (at < 0 ? this.length : at) - from + 1;
      return at;
    });
    try {
      rowsOf(text, ',');
    } finally {
      spy.mockRestore();
    }
    return letters;
  }

  test.each([
    ['broken quotes', '"a"b,c\n'],
    ['quotes that are never closed', 'a,"b\n'],
    ['inch marks', 'A1,5" pipe,7" pipe\n'],
    ['doubled quotes', '"a""",""""\n'],
    ['lines without a delimiter', 'abc\n'],
    ['rows of quotes', '""""\n'],
    ['line breaks inside quotes', '"a\nb",c\n'],
  ])('%s', (_, line) => {
    const [once = 0, twice = 0] = [2000, 4000].map((count) => looked(line.repeat(count)));
    expect(once).toBeGreaterThan(2000);
    expect(once).toBeLessThan(line.length * 2000 * 8);
    expect(twice).toBeLessThan(once * 2.1);
  });

  test('a million columns, and a million rows, are given up at the limit', () => {
    expect(rowsOf(`${'a,'.repeat(1_000_000)}\n1`, ',')).toEqual({
      rows: [],
      faults: [{ code: 'tooManyColumns', row: 1, line: 1, most: limits.columns }],
    });
    expect(rowsOf('a,b\n'.repeat(limits.rows * 2), ',').faults).toEqual([{ code: 'tooManyRows', most: limits.rows }]);
    expect(rowsOf(`a${','.repeat(1_000_000)}\n1`, ',').rows).toHaveLength(2);
  });

  test('of a hundred thousand broken rows as many are told as can be read, and the others counted', () => {
    const { faults } = rowsOf('"a"b\n'.repeat(100_000), ',');
    expect(faults).toHaveLength(limits.faults + 1);
    expect(faults.at(-1)).toEqual({ code: 'moreFaults', most: 100_000 - limits.faults });
  });
});
