import { type Case, type Given, type Room, tried } from '../case';

type Builder = GoogleAppsScript.Spreadsheet.ConditionalFormatRuleBuilder;

const kinds: readonly (readonly [
  type: string,
  make: (builder: Builder) => Builder,
  values: readonly (string | number)[],
])[] = [
  ['CUSTOM_FORMULA', (builder) => builder.whenFormulaSatisfied('=$A1>10'), ['=$A1>10']],
  ['NUMBER_BETWEEN', (builder) => builder.whenNumberBetween(10, 20), [10, 20]],
  ['NUMBER_LESS_THAN', (builder) => builder.whenNumberLessThan(0), [0]],
  ['TEXT_CONTAINS', (builder) => builder.whenTextContains('hello'), ['hello']],
  ['TEXT_STARTS_WITH', (builder) => builder.whenTextStartsWith('pre'), ['pre']],
  ['CELL_EMPTY', (builder) => builder.whenCellEmpty(), []],
  ['CELL_NOT_EMPTY', (builder) => builder.whenCellNotEmpty(), []],
];

const rule = ({ sheet, SpreadsheetApp }: Given, formula: string, a1 = 'A1:B2') =>
  SpreadsheetApp.newConditionalFormatRule()
    .whenFormulaSatisfied(formula)
    .setFontColor('#ff0000')
    .setRanges([sheet.getRange(a1)]);

/** Where the first conditional format stands, and its formula. */
const held = ({ sheet }: Given): readonly string[] => {
  const [first] = sheet.getConditionalFormatRules();
  return [
    first?.getRanges()[0]?.getA1Notation() ?? '',
    String(first?.getBooleanCondition()?.getCriteriaValues()[0] ?? ''),
  ];
};

/** Conditional formats. */
export const highlights: Room = {
  name: 'highlights',
  cases: [
    ...kinds.map(
      ([type, make, values]): Case => ({
        name: `a condition reads back: ${type}`,
        act: ({ sheet, SpreadsheetApp }) => {
          const built = make(SpreadsheetApp.newConditionalFormatRule())
            .setBackground('#ffcc00')
            .setRanges([sheet.getRange('A1:B10')])
            .build();
          sheet.setConditionalFormatRules([built]);
          const condition = sheet.getConditionalFormatRules()[0]?.getBooleanCondition();
          return [
            String(condition?.getCriteriaType()),
            condition?.getCriteriaValues().map((value) => (typeof value === 'number' ? value : String(value))) ?? null,
          ];
        },
        expected: [type, values],
        source: 'gas-fakes, test/testconditionalformat.js, run on live Google too',
      }),
    ),
    {
      name: 'the look and the places of a conditional format read back',
      act: (given) => {
        const { sheet } = given;
        const ranges = [sheet.getRange('A1:B2'), sheet.getRange('D5')];
        sheet.setConditionalFormatRules([
          rule(given, '=$A1>5').setBackground('#fce8e6').setBold(true).setRanges(ranges).build(),
        ]);
        const held = sheet.getConditionalFormatRules()[0];
        const look = held?.getBooleanCondition();
        // The declared type knows only the newer readers of colours.
        return [
          look?.getBackground() ?? null,
          look?.getFontColor() ?? null,
          look?.getBold() ?? null,
          ...(held?.getRanges().map((range) => range.getA1Notation()) ?? []),
        ];
      },
      expected: ['#fce8e6', '#ff0000', true, 'A1:B2', 'D5'],
      source: 'Class BooleanCondition; Class ConditionalFormatRule, getRanges()',
    },
    {
      name: 'what a look leaves out is null',
      act: (given) => {
        given.sheet.setConditionalFormatRules([rule(given, '=TRUE').build()]);
        const look = given.sheet.getConditionalFormatRules()[0]?.getBooleanCondition();
        return [look?.getBackground() ?? null, look?.getBold() ?? null, look?.getItalic() ?? null];
      },
      expected: [null, null, null],
      source: 'Class BooleanCondition: null if the color or format is not set',
    },
    {
      name: 'conditional formats keep their order, and are set as a whole',
      act: (given) => {
        const { sheet } = given;
        sheet.setConditionalFormatRules(['=$A1=1', '=$A1=2', '=$A1=3'].map((formula) => rule(given, formula).build()));
        const first = sheet.getConditionalFormatRules();
        sheet.setConditionalFormatRules(first.slice(1));
        const formulas = sheet
          .getConditionalFormatRules()
          .map((one) => String(one.getBooleanCondition()?.getCriteriaValues()[0]));
        sheet.clearConditionalFormatRules();
        return [first.length, formulas, sheet.getConditionalFormatRules().length];
      },
      expected: [3, ['=$A1=2', '=$A1=3'], 0],
      source: 'Class Sheet, setConditionalFormatRules(rules), clearConditionalFormatRules()',
    },
    {
      name: 'a conditional format without a condition is refused',
      act: ({ sheet, SpreadsheetApp }) =>
        tried(() => {
          const built = SpreadsheetApp.newConditionalFormatRule()
            .setRanges([sheet.getRange('A1')])
            .build();
          sheet.setConditionalFormatRules([built]);
          SpreadsheetApp.flush();
        }),
      expected: 'refused',
      source: 'reasoned: a rule is a condition and a format',
    },
    {
      name: 'a conditional format’s range moves with its cells',
      act: (given) => {
        const { sheet } = given;
        sheet.setConditionalFormatRules([rule(given, '=$A3>5', 'A3:B4').build()]);
        sheet.insertRowsBefore(1, 2);
        return held(given);
      },
      expected: ['A5:B6', '=$A5>5'],
      source: 'reasoned: references move with inserted rows',
    },
    ...(
      [
        ['above its first row lies outside of it', 3, ['A4:B5', '=$A4>5']],
        ['below its first row lies within it', 4, ['A3:B5', '=$A3>5']],
      ] as const
    ).map(
      ([where, before, expected]): Case => ({
        name: `a row inserted into a conditional format’s range ${where}`,
        act: (given) => {
          given.sheet.setConditionalFormatRules([rule(given, '=$A3>5', 'A3:B4').build()]);
          given.sheet.insertRowsBefore(before, 1);
          return held(given);
        },
        expected,
        source: 'reasoned: ranges are widened by what is inserted within them, as references are',
      }),
    ),
    {
      name: 'the row that a condition’s formula was written for is deleted: what it cites there is lost, or it goes on with the next',
      act: (given) => {
        given.sheet.setConditionalFormatRules([rule(given, '=$A3>5', 'A3:B6').build()]);
        given.sheet.deleteRow(3);
        return held(given);
      },
      expected: ['A3:B5', '=#REF!>5'],
      or: [['A3:B5', '=$A3>5']],
      source: 'told nowhere',
    },
    {
      name: 'a row below the one that a condition’s formula was written for is deleted',
      act: (given) => {
        given.sheet.setConditionalFormatRules([rule(given, '=$A3>5', 'A3:B6').build()]);
        given.sheet.deleteRow(4);
        return held(given);
      },
      expected: ['A3:B5', '=$A3>5'],
      source: 'reasoned: what the formula cites is still there',
    },
    {
      name: 'a condition of numbers made with a text is refused',
      act: ({ SpreadsheetApp }) =>
        // @ts-expect-error: a text where Google wants a number
        tried(() => SpreadsheetApp.newConditionalFormatRule().whenNumberGreaterThan('x')),
      expected: 'refused',
      source: 'reported of wrongly typed arguments',
    },
    {
      name: 'a condition prints its kind',
      act: (given) => {
        const built = rule(given, '=TRUE').build();
        return [String(built.getBooleanCondition()), String(built)];
      },
      expected: ['ConditionalFormatBooleanCondition', 'ConditionalFormatRule'],
      source: 'gas-fakes, test/testconditionalformat.js, run on live Google too',
    },
  ],
};
