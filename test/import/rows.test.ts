import { headerOf, rowsOf, textOf } from '../../sidebar/import/rows';

const bytes = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, 'hex'));

describe('the text of a file', () => {
  test.each<[string, Uint8Array, unknown]>([
    ['UTF-8', Buffer.from('编号,店名\n'), { text: '编号,店名\n' }],
    ['UTF-8 with a byte order mark', Buffer.from('\ufeff编号\n'), { text: '编号\n' }],
    ['nothing', Buffer.from(''), { text: '' }],
    // 编号,店名 ⏎ S01,南京店 ⏎
    ['GBK', bytes('b1e0bac52cb5eac3fb0a5330312cc4cfbea9b5ea0a'), { fault: { code: 'notUtf8' } }],
    ['UTF-16 with a mark', bytes('fffe530030003100'), { fault: { code: 'notUtf8' } }],
    ['UTF-16 without a mark', bytes('530030003100'), { fault: { code: 'notUtf8' } }],
    ['an .xlsx', bytes('504b0304140008080800a1b2c3d4'), { fault: { code: 'notUtf8' } }],
  ])('%s', (_, given, expected) => {
    expect(textOf(given)).toEqual(expected);
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

test('the header is read however the rest is', () => {
  expect(headerOf('\ufeff"a ""b""",c\r\n"x', ',')).toEqual(['a "b"', 'c']);
});
