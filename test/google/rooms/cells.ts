import { type Case, type Given, type Json, type Room, Unsure } from '../case';

type Range = GoogleAppsScript.Spreadsheet.Range;

/** What a range comes to once its custom functions have answered; they are run apart from the script. */
function settled({ SpreadsheetApp, Utilities }: Given, range: Range): Json[][] {
  for (let waited = 0; waited < 30; waited += 1) {
    SpreadsheetApp.flush();
    const shown = range.getDisplayValues();
    const isDone = shown.every((row) =>
      row.every((text) => !/^(?:loading|正在加载|載入|laden|chargement)/i.test(text)),
    );
    if (isDone) {
      return range.getValues().map((row) =>
        row.map((value: unknown): Json => {
          if (typeof value === 'number' || typeof value === 'boolean') return value;
          return Object.prototype.toString.call(value) === '[object Date]' ? 'a date' : String(value);
        }),
      );
    }
    Utilities.sleep(1000);
  }
  throw new Unsure('the function’s cell was still Loading… after 30 seconds');
}

/** What one formula comes to, with A1 to B2 before it. */
function comesTo(formula: string, prepare: (given: Given) => void = () => {}) {
  return (given: Given): Json => {
    prepare(given);
    const cell = given.sheet.getRange('E1').setFormula(formula);
    return settled(given, cell)[0]?.[0] ?? null;
  };
}

const live = 'Apps Script guides, custom functions';

/** What PROBE_KIND says that it was handed. */
const handed: readonly (readonly [
  what: string,
  formula: string,
  prepare: (given: Given) => void,
  expected: string,
  or: readonly string[],
  source: string,
])[] = [
  ['a number', '=PROBE_KIND(A1)', ({ sheet }) => sheet.getRange('A1').setValue(1.5), 'number 1.5', [], live],
  ['a percentage', '=PROBE_KIND(A1)', ({ sheet }) => sheet.getRange('A1').setValue('10%'), 'number 0.1', [], live],
  ['a text', '=PROBE_KIND(A1)', ({ sheet }) => sheet.getRange('A1').setValue('店'), 'string 店', [], live],
  ['a tick', '=PROBE_KIND(A1)', ({ sheet }) => sheet.getRange('A1').setValue(true), 'boolean true', [], live],
  [
    'a day',
    '=PROBE_KIND(A1)',
    ({ sheet }) => sheet.getRange('A1').setNumberFormat('yyyy-mm-dd').setValue(46388),
    '[object Date]',
    [],
    live,
  ],
  [
    'an empty cell alone',
    '=PROBE_KIND(A1)',
    () => {},
    'string ',
    ['null', 'undefined'],
    'platform: not confirmed; written for each',
  ],
  [
    'a formula’s empty text',
    '=PROBE_KIND(A1)',
    ({ sheet }) => sheet.getRange('A1').setFormula('=""'),
    'string ',
    [],
    live,
  ],
  ['a literal', '=PROBE_KIND(5%)', () => {}, 'number 0.05', [], live],
  ['an omitted argument', '=PROBE_KIND()', () => {}, 'undefined', [], live],
  [
    'an argument left empty between commas',
    '=PROBE_SECOND(1,,3)',
    () => {},
    'undefined',
    ['string ', 'null'],
    'nobody says; compared with each',
  ],
  [
    'an error',
    '=PROBE_KIND(A1)',
    ({ sheet }) => sheet.getRange('A1').setFormula('=NA()'),
    'string #N/A',
    [],
    'platform: not confirmed',
  ],
  [
    'a range',
    '=PROBE_KIND(A1:B2)',
    ({ sheet }) =>
      sheet.getRange('A1:B2').setValues([
        [1, ''],
        ['x', true],
      ]),
    '[[1,""],["x",true]]',
    [],
    live,
  ],
  [
    'a range of one column',
    '=PROBE_KIND(A1:A2)',
    ({ sheet }) => sheet.getRange('A1:A2').setValues([[1], [2]]),
    '[[1],[2]]',
    [],
    live,
  ],
  ['a column of literals', '=PROBE_KIND({1;2})', () => {}, '[[1],[2]]', [], live],
];

/** Functions in cells. */
export const cells: Room = {
  name: 'cells',
  cases: [
    ...handed.map(
      ([what, formula, prepare, expected, or, source]): Case => ({
        name: `a function is handed ${what}`,
        act: comesTo(formula, prepare),
        expected,
        or,
        source,
      }),
    ),
    {
      name: 'a default value of a parameter does not stand in for an empty text',
      act: comesTo('=PROBE_DEFAULT(A1)', ({ sheet }) => sheet.getRange('A1').setFormula('=""')),
      expected: 'string ',
      source: 'platform; ECMAScript: defaults stand in for undefined only',
    },
    {
      name: 'an argument too many arrives',
      act: comesTo('=PROBE_COUNT(1,2,3)'),
      expected: 3,
      source: 'ECMAScript, arguments',
    },
    {
      name: 'a block that a function answers is spread',
      act: (given) => {
        given.sheet.getRange('E1').setFormula('=PROBE_BLOCK()');
        return settled(given, given.sheet.getRange('E1:F2'));
      },
      expected: [
        [1, 2],
        [3, 4],
      ],
      source: live,
    },
    {
      name: 'a block that would cover something is an error',
      act: (given) => {
        given.sheet.getRange('F2').setValue('here');
        given.sheet.getRange('E1').setFormula('=PROBE_BLOCK()');
        return settled(given, given.sheet.getRange('E1:F2'));
      },
      expected: [
        ['#REF!', ''],
        ['', 'here'],
      ],
      source: 'Google Docs editors help, #REF!: array result was not expanded',
    },
    {
      name: 'an error that a function throws',
      act: comesTo('=PROBE_THROWS()'),
      expected: '#ERROR!',
      source: live,
    },
    {
      name: 'a date that a function answers is a date',
      act: comesTo('=PROBE_DAY()'),
      expected: 'a date',
      source: live,
    },
    {
      name: 'nothing that a function answers is an empty text or a blank',
      act: comesTo('=PROBE_NOTHING()'),
      expected: '',
      source: 'reported: undefined and null show nothing',
    },
    {
      name: 'a function reads the workbook’s locale',
      act: comesTo('=PROBE_LOCALE()'),
      expected: 'en_US',
      source: 'Apps Script guides, custom functions: Spreadsheet is read only',
    },
    {
      name: 'a function may not ask who the user is',
      act: comesTo('=PROBE_USER()'),
      expected: 'refused',
      source: 'Apps Script guides, custom functions: no services that need authorisation',
    },
    {
      name: 'a function may not write elsewhere',
      act: comesTo('=PROBE_WRITES()'),
      expected: 'refused',
      source: 'Apps Script guides, custom functions: they cannot edit other cells',
    },
    {
      name: 'the name of a function has no case',
      act: comesTo('=probe_count(1)'),
      expected: 1,
      source: live,
    },
    {
      name: 'IFERROR around a function that throws falls back',
      act: comesTo('=IFERROR(PROBE_THROWS(),7)'),
      expected: 7,
      source: 'Google Docs editors help, IFERROR',
    },
  ],
};
