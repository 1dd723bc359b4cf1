import { type Given, type Json, type Room, tried } from '../case';

/** Does something while the workbook is in another locale. */
function inLocale<T>({ spreadsheet, SpreadsheetApp }: Given, locale: string, work: () => T): T {
  const before = spreadsheet.getSpreadsheetLocale();
  spreadsheet.setSpreadsheetLocale(locale);
  SpreadsheetApp.flush();
  try {
    return work();
  } finally {
    spreadsheet.setSpreadsheetLocale(before);
    SpreadsheetApp.flush();
  }
}

const comesTo = (given: Given, formula: string): Json => {
  const got: unknown = given.sheet.getRange('A1').setFormula(formula).getValue();
  return typeof got === 'number' ? got : String(got);
};

const disagree =
  'G2: google-marketing-solutions/advanced-bidding-manager#1 and others say an error, others that it works';

/** What the workbook's locale and time zone change. */
export const locale: Room = {
  name: 'locale',
  cases: [
    {
      name: 'the locale reads as it was set',
      act: (given) => inLocale(given, 'pt_BR', () => given.spreadsheet.getSpreadsheetLocale()),
      expected: 'pt_BR',
      source: 'Class Spreadsheet, setSpreadsheetLocale(locale)',
    },
    {
      name: 'a semicolon between arguments is read in de_DE, fr_FR and tr_TR',
      act: (given) => ['de_DE', 'fr_FR', 'tr_TR'].map((one) => inLocale(given, one, () => comesTo(given, '=SUM(1;2)'))),
      expected: [3, 3, 3],
      source: 'mricon/ingress-fieldplan#5: accepted in every locale',
    },
    {
      name: 'a semicolon within values of a block is read in de_DE',
      act: (given) =>
        inLocale(given, 'de_DE', () =>
          given.sheet
            .getRange('A1')
            .setValues([['=SUM(1;2)']])
            .getValue(),
        ),
      expected: 3,
      source: 'reasoned: setValues parses as if typed',
    },
    {
      name: 'a comma between arguments in de_DE',
      act: (given) => inLocale(given, 'de_DE', () => comesTo(given, '=MAX(1,7)')),
      expected: 7,
      or: ['#ERROR!', 1.7],
      source: disagree,
    },
    {
      name: 'a comma between arguments within values of a block, in de_DE',
      act: (given) =>
        inLocale(given, 'de_DE', () =>
          given.sheet
            .getRange('A1')
            .setValues([['=MAX(1,7)']])
            .getValue(),
        ),
      expected: 7,
      or: ['#ERROR!', 1.7],
      source: disagree,
    },
    {
      name: 'a decimal point in a formula, in de_DE',
      act: (given) => inLocale(given, 'de_DE', () => comesTo(given, '=1.5*2')),
      expected: 3,
      or: ['#ERROR!'],
      source: disagree,
    },
    {
      name: 'what getFormula says of a formula with a semicolon, in de_DE',
      act: (given) => inLocale(given, 'de_DE', () => given.sheet.getRange('A1').setFormula('=SUM(1;2)').getFormula()),
      expected: '=SUM(1;2)',
      or: ['=SUM(1,2)'],
      source: 'G2: nobody says; compared with both',
    },
    {
      name: 'a percentage as a literal, in de_DE',
      act: (given) => inLocale(given, 'de_DE', () => comesTo(given, '=90%')),
      expected: 0.9,
      source: 'Google Sheets, operators: UNARY_PERCENT',
    },
    {
      name: 'a number is shown with a decimal comma, in de_DE',
      act: (given) =>
        inLocale(given, 'de_DE', () =>
          given.sheet.getRange('A1').setNumberFormat('#,##0.0').setValue(1234.5).getDisplayValue(),
        ),
      expected: '1.234,5',
      source: 'Sheets API, guides/formats: rendered by the spreadsheet’s locale',
      host: { cannot: 'the engine shows numbers as en_US in every locale' },
    },
    {
      name: 'a conditional format with semicolons is taken in de_DE',
      act: (given) =>
        inLocale(given, 'de_DE', () => {
          const { sheet, SpreadsheetApp } = given;
          const rule = SpreadsheetApp.newConditionalFormatRule()
            .whenFormulaSatisfied('=AND($A1<>"";$A1>5)')
            .setFontColor('#ff0000')
            .setRanges([sheet.getRange('A1:B2')])
            .build();
          return tried(() => {
            sheet.setConditionalFormatRules([rule]);
            SpreadsheetApp.flush();
          });
        }),
      expected: 'accepted',
      source: 'G2: nobody says of rules; reasoned from formulas',
    },
    {
      name: 'a validation by a formula with semicolons is taken in de_DE',
      act: (given) =>
        inLocale(given, 'de_DE', () => {
          const { sheet, SpreadsheetApp } = given;
          const rule = SpreadsheetApp.newDataValidation().requireFormulaSatisfied('=MAX(A1;5)>5').build();
          return tried(() => {
            sheet.getRange('A1').setDataValidation(rule);
            SpreadsheetApp.flush();
          });
        }),
      expected: 'accepted',
      source: 'G2: nobody says of rules; reasoned from formulas',
    },
    {
      name: 'a day written year first is a day in every locale',
      act: (given) =>
        ['de_DE', 'en_GB', 'zh_CN'].map((one) =>
          inLocale(given, one, () => {
            const { sheet, spreadsheet, Utilities } = given;
            const cell = sheet.getRange('A1').setNumberFormat('yyyy-mm-dd').setValue('2026-03-16');
            return Utilities.formatDate(cell.getValue(), spreadsheet.getSpreadsheetTimeZone(), 'yyyy-MM-dd');
          }),
        ),
      expected: ['2026-03-16', '2026-03-16', '2026-03-16'],
      source: 'Sheets API, USER_ENTERED; DATEVALUE reads ISO days everywhere',
    },
    {
      name: 'a serial is midnight in the workbook’s time zone, whatever the script’s',
      act: ({ spreadsheet, sheet, SpreadsheetApp, Utilities }) => {
        const before = spreadsheet.getSpreadsheetTimeZone();
        const cell = sheet.getRange('A1').setNumberFormat('yyyy-mm-dd').setValue(46388);
        spreadsheet.setSpreadsheetTimeZone('America/Los_Angeles');
        SpreadsheetApp.flush();
        try {
          const zone = spreadsheet.getSpreadsheetTimeZone();
          return [zone, Utilities.formatDate(cell.getValue(), zone, 'yyyy-MM-dd HH:mm'), Number(cell.getValue())];
        } finally {
          spreadsheet.setSpreadsheetTimeZone(before);
        }
      },
      expected: ['America/Los_Angeles', '2027-01-01 00:00', Date.UTC(2027, 0, 1, 8)],
      source: 'Apps Script, Class Range, getValue(); platform: time zones of script and workbook differ',
    },
    {
      name: 'a locale that there is none of is refused',
      act: ({ spreadsheet, SpreadsheetApp }) => {
        const before = spreadsheet.getSpreadsheetLocale();
        const came = tried(() => {
          spreadsheet.setSpreadsheetLocale('not a locale');
          SpreadsheetApp.flush();
        });
        if (came === 'accepted') spreadsheet.setSpreadsheetLocale(before);
        return came;
      },
      expected: 'refused',
      source: 'reported: “Invalid argument: locale”',
    },
  ],
};
