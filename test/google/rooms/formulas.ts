import { type Case, type Given, type Json, type Room, tried } from '../case';

/** What a formula comes to beside cells that hold these values from A1 on. */
function comesTo(formula: string, beside: readonly (readonly (string | number | boolean)[])[] = []) {
  return ({ sheet }: Given): Json => {
    const width = beside[0]?.length ?? 0;
    if (width > 0) sheet.getRange(1, 1, beside.length, width).setValues(beside.map((row) => [...row]));
    const got: unknown = sheet.getRange('H1').setFormula(formula).getValue();
    return typeof got === 'number' ? Math.round(got * 1e9) / 1e9 : typeof got === 'boolean' ? got : String(got);
  };
}

const stores = [
  ['A*', 10, true],
  ['A1', 20, false],
  ['A~', 30, true],
  ['>5', 40, false],
  ['a?', 50, true],
];

/** Name, formula, what stands beside it, what it comes to, and who says so. */
const computed: readonly (readonly [
  string,
  string,
  readonly (readonly (string | number | boolean)[])[],
  Json,
  string,
])[] = [
  [
    'an unknown function inside IFERROR falls back',
    '=IFERROR(NO_SUCH_FUNCTION_HERE(1),7)',
    [],
    7,
    'held to be in order',
  ],
  ['SMALL passes over texts that formulas left empty', '=SMALL({"";3;1},1)', [], 1, 'held to be in order'],
  ['SUM passes over texts', '=SUM(A1:A3)', [['x'], [2], [3]], 5, 'Google Docs editors help, SUM'],
  [
    'AVERAGE of nothing is an error',
    '=IFERROR(AVERAGE(A1:A3),"none")',
    [],
    'none',
    'Google Docs editors help, AVERAGE',
  ],
  ['SUMIFS with a tick as criterion', '=SUMIFS(B1:B5,C1:C5,TRUE)', stores, 90, 'held to be in order'],
  ['COUNTIFS reads * as anything', '=COUNTIFS(A1:A5,"A*")', stores, 4, 'Google Docs editors help, COUNTIF: wildcards'],
  [
    'COUNTIFS reads ~* as an asterisk',
    '=COUNTIFS(A1:A5,"A~*")',
    stores,
    1,
    'Google Docs editors help, COUNTIF: wildcards',
  ],
  [
    'COUNTIFS reads ? as one letter',
    '=COUNTIFS(A1:A5,"A?")',
    stores,
    4,
    'Google Docs editors help, COUNTIF: wildcards',
  ],
  ['COUNTIFS reads > as a comparison', '=COUNTIFS(B1:B5,">25")', stores, 3, 'Google Docs editors help, COUNTIFS'],
  [
    'SUMPRODUCT compares letter by letter, without case',
    '=SUMPRODUCT((A1:A5="a*")*B1:B5)',
    stores,
    10,
    'Google Docs editors help, SUMPRODUCT; = has no wildcards',
  ],
  [
    'MATCH finds a text by its wildcard',
    '=MATCH("?5",A1:A5,0)',
    stores,
    4,
    'Google Docs editors help, MATCH: wildcards',
  ],
  ['INDEX and MATCH of single cells', '=INDEX(B1:B5,MATCH("A1",A1:A5,0))', stores, 20, 'held to be in order'],
  [
    'MATCH of a row of answers by SUMPRODUCT',
    '=MATCH(1,INDEX((A1:A5="A~")*1,0),0)',
    stores,
    3,
    'reported of INDEX(…, 0), which evaluates arrays',
  ],
  [
    'COUNTBLANK counts texts that formulas left empty',
    '=COUNTBLANK({"";1;""})',
    [],
    2,
    'Google Docs editors help, COUNTBLANK',
  ],
  ['ISBLANK of a formula’s empty text', '=ISBLANK("")', [], false, 'Google Docs editors help, ISBLANK'],
  ['N of a text is 0', '=N("x")', [], 0, 'Google Docs editors help, N'],
  ['an empty cell adds as 0', '=A1+1', [], 1, 'Google Docs editors help, ISBLANK'],
  ['an empty text does not add', '=IFERROR(""+1,"error")', [], 'error', 'Google Docs editors help, #VALUE!'],
  ['ROUND goes away from zero at the half', '=ROUND(-2.5,0)', [], -3, 'Google Docs editors help, ROUND'],
  ['ROUNDUP to thousands', '=ROUNDUP(12001,-3)', [], 13000, 'Google Docs editors help, ROUNDUP'],
  ['MOD takes the divisor’s sign', '=MOD(-1,12)', [], 11, 'Google Docs editors help, MOD'],
  [
    'EDATE at a month’s end',
    '=TEXT(EDATE(DATE(2027,1,31),1),"yyyy-mm-dd")',
    [],
    '2027-02-28',
    'Google Docs editors help, EDATE',
  ],
  [
    'DATE carries months over',
    '=YEAR(DATE(2027,13,1))*100+MONTH(DATE(2027,13,1))',
    [],
    202801,
    'Google Docs editors help, DATE',
  ],
  ['TEXT with grouped digits', '=TEXT(1234567.891,"#,##0.0")', [], '1,234,567.9', 'Google Docs editors help, TEXT'],
  ['TEXT with a percentage', '=TEXT(0.0744,"0.0%")', [], '7.4%', 'Google Docs editors help, TEXT'],
  ['a percentage as a literal', '=90%', [], 0.9, 'Google Sheets, operators: UNARY_PERCENT'],
  ['a half made of whole numbers', '=1/2', [], 0.5, 'Google Sheets, operators: DIVIDE'],
  ['texts are joined with numbers', '="a"&1&TRUE', [], 'a1TRUE', 'Google Docs editors help, CONCAT'],
  ['quotes in a text are doubled', '="5"" pipe"', [], '5" pipe', 'Google Docs editors help, formulas with text'],
  ['texts are compared without case', '="ABC"="abc"', [], true, 'Google Docs editors help, EXACT'],
  [
    'MIN and MAX pass over blanks and texts',
    '=MIN(A1:A3)+MAX(A1:A3)',
    [['x'], [2], ['']],
    4,
    'Google Docs editors help, MIN',
  ],
  ['MAX of nothing is 0', '=MAX(A1:A3)', [], 0, 'Google Docs editors help, MAX'],
  [
    'a semicolon parts arguments in en_US too',
    '=SUM(1;2)',
    [],
    3,
    'mricon/ingress-fieldplan#5: accepted in every locale',
  ],
  ['an array of rows and columns', '=SUM({1,2;3,4})', [], 10, 'Google Docs editors help, arrays in Google Sheets'],
];

/** What formulas come to, and how they are written and read. */
export const formulas: Room = {
  name: 'formulas',
  cases: [
    ...computed.map(
      ([name, formula, beside, expected, source]): Case => ({
        name: `${name}: ${formula}`,
        act: comesTo(formula, beside),
        expected,
        source,
      }),
    ),
    {
      name: 'an empty text is not above a number: =IF("">5,"above","not")',
      act: comesTo('=IF("">5,"above","not")'),
      expected: 'not',
      // Held to be so of Google; Excel, LibreOffice and the engine order all texts above numbers, the empty one too.
      or: ['above'],
      source: 'held to be in order; Excel and LibreOffice say otherwise',
    },
    {
      name: 'one formula for several cells moves with them',
      act: ({ sheet }) => sheet.getRange('C3:D4').setFormula('=A1').getFormulas(),
      expected: [
        ['=A1', '=B1'],
        ['=A2', '=B2'],
      ],
      source: 'gas-fakes, test/testsheets.js, run on live Google too',
    },
    {
      name: 'one formula written as a value moves too',
      act: ({ sheet }) => sheet.getRange('C3:C4').setValue('=A1+$B$1').getFormulas(),
      expected: [['=A1+$B$1'], ['=A2+$B$1']],
      source: 'gas-fakes, test/testsheets.js: setFormula on several cells; reported of setValue alike',
    },
    {
      name: 'one formula for scattered ranges begins anew in each',
      act: ({ sheet }) => {
        sheet.getRangeList(['C3:C4', 'E9:F9']).setFormula('=A1');
        return [...sheet.getRange('C3:C4').getFormulas(), ...sheet.getRange('E9:F9').getFormulas()];
      },
      expected: [['=A1'], ['=A2'], ['=A1', '=B1']],
      source: 'Class RangeList, setFormula(formula): for each range what Range.setFormula does',
    },
    {
      name: 'formulas of a block stay as they are',
      act: ({ sheet }) =>
        sheet
          .getRange('C3:C4')
          .setFormulas([['=A1'], ['=A1']])
          .getFormulas(),
      expected: [['=A1'], ['=A1']],
      source: 'Class Range, setFormulas(formulas)',
    },
    {
      name: 'formulas among values of a block stay as they are',
      act: ({ sheet }) =>
        sheet
          .getRange('C3:C5')
          .setValues([['=A1'], ['=A1'], ['x']])
          .getFormulas(),
      expected: [['=A1'], ['=A1'], ['']],
      source: 'Class Range, setValues(values); getFormulas(): blank for cells without a formula',
    },
    {
      name: 'a formula reads as it was written',
      act: ({ sheet }) => sheet.getRange('C3').setFormula('=SUM($A$1:A2,5)').getFormula(),
      expected: '=SUM($A$1:A2,5)',
      source: 'Class Range, getFormula()',
    },
    {
      name: 'a formula of another tab, whose name then changes',
      act: ({ sheet, other }) => {
        other.getRange('A1').setValue(4);
        const cell = sheet.getRange('A1').setFormula(`='${other.getName()}'!A1*2`);
        const name = `${other.getName()} 新`;
        other.setName(name);
        return [cell.getValue(), cell.getFormula() === `='${name}'!A1*2`];
      },
      expected: [8, true],
      source: 'Google Docs editors help, data from other sheets',
    },
    {
      name: 'a formula of a tab that is deleted is broken for good',
      act: ({ sheet, other, spreadsheet }) => {
        const cell = sheet.getRange('A1').setFormula(`='${other.getName()}'!A1`);
        spreadsheet.deleteSheet(other);
        return cell.getValue();
      },
      expected: '#REF!',
      source: 'Google Docs editors help, #REF!',
    },
    {
      name: 'rows inserted within a reference widen it',
      act: ({ sheet }) => {
        const cell = sheet.getRange('C1').setFormula('=SUM(A2:A5)');
        sheet.insertRowsAfter(3, 2);
        return cell.getFormula();
      },
      expected: '=SUM(A2:A7)',
      source: 'Class Sheet, insertRowsAfter(afterPosition, howMany)',
    },
    {
      name: 'an array is not spread by a plain formula',
      act: ({ sheet }) => {
        sheet.getRange('A1:A2').setValues([[2], [3]]);
        sheet.getRange('C1').setFormula('=A1:A2*2');
        return sheet.getRange('C1:C2').getValues();
      },
      expected: [[4], ['']],
      source: 'Google Docs editors help, ARRAYFORMULA',
      host: { cannot: 'the engine spreads arrays by itself; a lint keeps such formulas out of the plan' },
    },
    {
      name: 'a formula without its sign',
      act: ({ sheet }) => sheet.getRange('A1').setFormula('SUM(1,2)').getValue(),
      expected: 3,
      source: 'reported: setFormula adds the sign',
    },
    {
      name: 'an empty formula empties the cell',
      act: ({ sheet }) => {
        const cell = sheet.getRange('A1').setFormula('=1').setFormula('');
        return [cell.getFormula(), cell.getValue()];
      },
      expected: ['', ''],
      source: 'Class Range, setFormula(formula)',
    },
    {
      name: 'a formula of a named range',
      act: ({ sheet, spreadsheet }) => {
        spreadsheet.setNamedRange('probe_amount', sheet.getRange('A1').setValue(6));
        const got = sheet.getRange('B1').setFormula('=probe_amount*2').getValue();
        spreadsheet.removeNamedRange('probe_amount');
        return got;
      },
      expected: 12,
      source: 'Class Spreadsheet, setNamedRange(name, range)',
    },
    {
      name: 'functions that the plan does not use, since the engine lacks them',
      act: comesTo('=LET(x,2,x*3)'),
      expected: 6,
      source: 'Google Docs editors help, LET',
      host: { cannot: 'LET, LAMBDA, QUERY, SPARKLINE, IMPORTRANGE and ARRAYFORMULA are not in the engine' },
    },
    {
      name: 'formulas that are no table are refused',
      act: ({ sheet }) =>
        // @ts-expect-error: a list is no table
        tried(() => sheet.getRange('A1:B1').setFormulas(['=1', '=2'])),
      expected: "refused: don't match the method signature for SpreadsheetApp.Range.setFormulas",
      source: 'reported of setValues alike',
    },
  ],
};
