import { type Case, type Given, type Room, tried } from '../case';

type Builder = GoogleAppsScript.Spreadsheet.DataValidationBuilder;

/** Gives A1 a rule, then writes into it. */
function guarded(
  rule: (builder: Builder, given: Given) => Builder,
  write: (cell: GoogleAppsScript.Spreadsheet.Range) => void,
) {
  return (given: Given): string => {
    const { sheet, SpreadsheetApp } = given;
    const cell = sheet.getRange('A1');
    cell.setDataValidation(rule(SpreadsheetApp.newDataValidation(), given).build());
    SpreadsheetApp.flush();
    return tried(() => {
      write(cell);
      SpreadsheetApp.flush();
    });
  };
}

const strict = (builder: Builder): Builder => builder.setAllowInvalid(false);
const violated = 'refused: violates the data validation rules';
const reported = 'reported: “The data you entered in cell A1 violates the data validation rules set on this cell”';

/** A rule of choices in B1:B2 that is strict. */
const choices = (builder: Builder, { sheet }: Given): Builder => {
  sheet.getRange('B1:B2').setValues([['yes'], ['no']]);
  return strict(builder.requireValueInRange(sheet.getRange('B1:B2'), true));
};

const day = new Date(Date.UTC(2027, 0, 1));

/** Rules that read back as they were made. */
const told: readonly (readonly [name: string, make: (builder: Builder) => Builder, type: string, values: number])[] = [
  ['between', (builder) => builder.requireNumberBetween(1, 5), 'NUMBER_BETWEEN', 2],
  ['not between', (builder) => builder.requireNumberNotBetween(1, 5), 'NUMBER_NOT_BETWEEN', 2],
  ['equal to', (builder) => builder.requireNumberEqualTo(5), 'NUMBER_EQUAL_TO', 1],
  ['not equal to', (builder) => builder.requireNumberNotEqualTo(5), 'NUMBER_NOT_EQUAL_TO', 1],
  ['above', (builder) => builder.requireNumberGreaterThan(5), 'NUMBER_GREATER_THAN', 1],
  ['at least', (builder) => builder.requireNumberGreaterThanOrEqualTo(5), 'NUMBER_GREATER_THAN_OR_EQUAL_TO', 1],
  ['below', (builder) => builder.requireNumberLessThan(5), 'NUMBER_LESS_THAN', 1],
  ['at most', (builder) => builder.requireNumberLessThanOrEqualTo(5), 'NUMBER_LESS_THAN_OR_EQUAL_TO', 1],
  ['a day', (builder) => builder.requireDate(), 'DATE_IS_VALID_DATE', 0],
  ['a day after', (builder) => builder.requireDateAfter(day), 'DATE_AFTER', 1],
  ['a tick', (builder) => builder.requireCheckbox(), 'CHECKBOX', 0],
  ['one of a list', (builder) => builder.requireValueInList(['a', 'b'], true), 'VALUE_IN_LIST', 2],
  ['text that holds', (builder) => builder.requireTextContains('a'), 'TEXT_CONTAINS', 1],
  ['by a formula', (builder) => builder.requireFormulaSatisfied('=A1>5'), 'CUSTOM_FORMULA', 1],
];

/** Wrongly typed arguments, each refused. */
const wrong: readonly (readonly [name: string, make: (builder: Builder) => unknown])[] = [
  // @ts-expect-error: texts where Google wants numbers
  ['texts for numbers', (builder) => builder.requireNumberBetween('a', 'b')],
  ['NaN for a number', (builder) => builder.requireNumberGreaterThan(Number.NaN)],
  // @ts-expect-error: nothing where Google wants a number
  ['nothing for a number', (builder) => builder.requireNumberGreaterThanOrEqualTo(undefined)],
  // @ts-expect-error: one number where Google wants two
  ['one number for two', (builder) => builder.requireNumberBetween(1)],
  // @ts-expect-error: a text where Google wants a date
  ['a text for a day', (builder) => builder.requireDateAfter('2027-01-01')],
  // @ts-expect-error: a text where Google wants a range
  ['a text for a range', (builder) => builder.requireValueInRange('A1:A5')],
  // @ts-expect-error: an argument where Google wants none
  ['an argument too many', (builder) => builder.requireDate('=i1')],
];

/** Rules for what may be typed. */
export const validation: Room = {
  name: 'validation',
  cases: [
    {
      name: 'a builder without a criterion yet',
      act: ({ SpreadsheetApp }) => {
        const builder = SpreadsheetApp.newDataValidation();
        // The declared type knows no builder without a criterion.
        const type: unknown = builder.getCriteriaType();
        return [
          type === null ? null : String(type),
          builder.getCriteriaValues(),
          builder.getAllowInvalid(),
          builder.getHelpText(),
        ];
      },
      expected: [null, [], true, null],
      source: 'gas-fakes, run on live Google too; Class DataValidationBuilder, getCriteriaType()',
    },
    ...told.map(
      ([name, make, type, values]): Case => ({
        name: `a rule reads back: ${name}`,
        act: ({ sheet, SpreadsheetApp }) => {
          const cell = sheet.getRange('A1');
          cell.setDataValidation(make(SpreadsheetApp.newDataValidation()).build());
          const rule = cell.getDataValidation();
          return [String(rule?.getCriteriaType()), rule?.getCriteriaValues().length ?? null];
        },
        expected: [type, values],
        source: 'gas-fakes, test/testsheetsdatavalidations.js, run on live Google too',
      }),
    ),
    {
      name: 'numbers of a rule read back as numbers',
      act: ({ sheet, SpreadsheetApp }) => {
        const cell = sheet.getRange('A1');
        cell.setDataValidation(SpreadsheetApp.newDataValidation().requireNumberBetween(0.5, 20).build());
        return cell.getDataValidation()?.getCriteriaValues().map(Number) ?? null;
      },
      expected: [0.5, 20],
      source: 'gas-fakes, test/testsheetsdatavalidations.js, run on live Google too',
    },
    {
      name: 'a rule’s range, its help and whether it is strict read back',
      act: ({ sheet, other, SpreadsheetApp }) => {
        const rule = SpreadsheetApp.newDataValidation()
          .requireValueInRange(other.getRange('B2:B9'), true)
          .setAllowInvalid(false)
          .setHelpText('one of these');
        const cell = sheet.getRange('A1');
        cell.setDataValidation(rule.build());
        const held = cell.getDataValidation();
        const range = held?.getCriteriaValues()[0];
        return [
          range.getA1Notation(),
          range.getSheet().getSheetId() === other.getSheetId(),
          held?.getCriteriaValues()[1],
          held?.getHelpText() ?? '',
          held?.getAllowInvalid() ?? null,
        ];
      },
      expected: ['B2:B9', true, true, 'one of these', false],
      source: 'Class DataValidation, getCriteriaValues(), getHelpText(), getAllowInvalid()',
    },
    {
      name: 'a rule’s range moves with its cells',
      act: ({ sheet, other, SpreadsheetApp }) => {
        const cell = sheet.getRange('A1');
        cell.setDataValidation(SpreadsheetApp.newDataValidation().requireValueInRange(other.getRange('B2:B9')).build());
        other.insertRowsBefore(1, 3);
        return cell.getDataValidation()?.getCriteriaValues()[0].getA1Notation();
      },
      expected: 'B5:B12',
      source: 'reasoned: references move with inserted rows',
    },
    {
      name: 'a block of rules, with cells that have none',
      act: ({ sheet, SpreadsheetApp }) => {
        const rule = SpreadsheetApp.newDataValidation().requireDate().build();
        const range = sheet.getRange('A1:C1');
        range.setDataValidations([[rule, null, rule]]);
        return range.getDataValidations().map((row) => row.map((one) => one !== null));
      },
      expected: [[true, false, true]],
      source: 'Class Range, setDataValidations(rules); held to be in order: null in it',
    },
    {
      name: 'rules are cleared',
      act: ({ sheet, SpreadsheetApp }) => {
        const range = sheet.getRange('A1:B1');
        range.setDataValidation(SpreadsheetApp.newDataValidation().requireDate().build());
        range.clearDataValidations();
        return range.getDataValidations().map((row) => row.map((rule) => rule === null));
      },
      expected: [[true, true]],
      source: 'gas-fakes, test/testsheetssets.js, run on live Google too',
    },
    ...wrong.map(
      ([name, make]): Case => ({
        name: `refused while a rule is made: ${name}`,
        act: ({ SpreadsheetApp }) => tried(() => make(SpreadsheetApp.newDataValidation())),
        expected: 'refused',
        source: 'gas-fakes, notes/oddities.md: “The parameters (String) don’t match the method signature”',
      }),
    ),
    {
      name: 'a rule is not a sheet',
      act: ({ sheet }) =>
        // @ts-expect-error: a sheet where Google wants a rule
        tried(() => sheet.getRange('A1').setDataValidation(sheet)),
      expected: "refused: don't match the method signature for SpreadsheetApp.Range.setDataValidation",
      source: 'reported of wrongly typed arguments',
    },
    {
      name: 'a strict rule refuses a number outside',
      act: guarded(
        (builder) => strict(builder.requireNumberBetween(1, 5)),
        (cell) => cell.setValue(9),
      ),
      expected: violated,
      source: reported,
    },
    {
      name: 'a strict rule lets a number inside be',
      act: guarded(
        (builder) => strict(builder.requireNumberBetween(1, 5)),
        (cell) => cell.setValue(3),
      ),
      expected: 'accepted',
      source: 'Class DataValidationBuilder, setAllowInvalid(allowInvalidData)',
    },
    {
      name: 'a strict rule lets a cell be emptied',
      act: guarded(
        (builder) => strict(builder.requireNumberBetween(1, 5)),
        (cell) => cell.setValue(''),
      ),
      expected: 'accepted',
      source: 'reported: blanks are not checked',
    },
    {
      name: 'a rule that only warns lets all be',
      act: guarded(
        (builder) => builder.requireNumberBetween(1, 5).setAllowInvalid(true),
        (cell) => cell.setValue('x'),
      ),
      expected: 'accepted',
      source: 'Class DataValidationBuilder, setAllowInvalid(allowInvalidData)',
    },
    {
      name: 'a strict choice refuses what is none of them',
      act: guarded(choices, (cell) => cell.setValue('maybe')),
      expected: violated,
      source: reported,
    },
    {
      name: 'a strict choice takes one of them from a formula',
      act: guarded(choices, (cell) => cell.setFormula('=B2')),
      expected: 'accepted',
      source: 'G1: the formula’s result is checked',
    },
    {
      name: 'a strict choice refuses a formula that comes to an empty text',
      act: guarded(choices, (cell) => cell.setFormula('=""')),
      expected: violated,
      source: 'G1: reported for a strict dropdown; an empty text is no blank',
    },
    {
      name: 'a strict number refuses a formula that comes to an empty text',
      act: guarded(
        (builder) => strict(builder.requireNumberGreaterThan(0)),
        (cell) => cell.setFormula('=""'),
      ),
      expected: violated,
      or: ['accepted'],
      source: 'G1: reasoned from the dropdown; no strict rule stands on a formula of ours',
    },
    {
      name: 'a strict rule does not look back on what is there',
      act: ({ sheet, SpreadsheetApp }) => {
        const cell = sheet.getRange('A1').setValue('x');
        cell.setDataValidation(strict(SpreadsheetApp.newDataValidation().requireNumberGreaterThan(0)).build());
        SpreadsheetApp.flush();
        return cell.getValue();
      },
      expected: 'x',
      source: 'Google Docs editors help, data validation',
    },
    {
      name: 'a strict day takes a serial in a date’s format',
      act: guarded(
        (builder, { sheet }) => {
          sheet.getRange('A1').setNumberFormat('yyyy-mm-dd');
          return strict(builder.requireDate());
        },
        (cell) => cell.setValue(46388),
      ),
      expected: 'accepted',
      source: 'G8: value and format are written together',
    },
    {
      name: 'a strict day and a serial in a number’s format',
      act: guarded(
        (builder, { sheet }) => {
          sheet.getRange('A1').setNumberFormat('0');
          return strict(builder.requireDate());
        },
        (cell) => cell.setValue(46388),
      ),
      expected: 'accepted',
      or: [violated],
      source: 'G8: may be refused',
    },
    {
      name: 'a rule for ticks writes nothing into a blank cell',
      act: ({ sheet, SpreadsheetApp }) => {
        const cell = sheet.getRange('A1');
        cell.setDataValidation(SpreadsheetApp.newDataValidation().requireCheckbox().build());
        SpreadsheetApp.flush();
        return cell.getValue();
      },
      expected: '',
      source: 'reasoned: only insertCheckboxes() is documented to write FALSE',
    },
  ],
};
