import { createWorkbook, type WorkbookOptions } from '../../host/index';
import { services } from '../host/start';
import { answerOf, type Case, type Given } from './case';
import { api } from './rooms/api';
import { formulas } from './rooms/formulas';
import { highlights } from './rooms/highlights';
import { locale } from './rooms/locale';

/** Where sources disagree of Google the host can be made to do either: what is allowed of a case holds both. */
const ways: readonly (readonly [name: string, options: WorkbookOptions])[] = [
  ['formulas are read in their locale’s form only', { formulaForm: 'own' }],
  ['create takes one argument', { newFiles: { oneArgument: true } }],
  ['what refers to a tab further down is not resolved', { newFiles: { forwardUnresolved: true } }],
  ['empty text stands below numbers', { emptyText: 'below' }],
  ['a conditional format goes on without its first row', { deletedAnchor: 'kept' }],
];

function givenBy(options: WorkbookOptions): Given {
  const { sheet, spreadsheet, ...others } = services(
    createWorkbook({ locale: 'en_US', timeZone: 'Asia/Shanghai', ...options }),
  );
  return { ...others, sheet, spreadsheet, other: spreadsheet.insertSheet('other'), CacheService: undefined, kept: '' };
}

const open: readonly Case[] = [...formulas.cases, ...highlights.cases].filter(({ or }) => or);
const cases: readonly Case[] = [...locale.cases, ...api.cases, ...open].filter(({ host }) => !host);

describe.each(ways)('where %s', (_, options) => {
  test.each(cases)('$name', (one) => {
    const { verdict, got } = answerOf(one, givenBy(options), true);
    expect({ verdict, got }).toEqual({ verdict: 'same', got });
  });
});

test('each way does answer some case otherwise than the usual one', () => {
  for (const [, options] of ways) {
    const answers = (given: WorkbookOptions) =>
      cases.map((one) => JSON.stringify(answerOf(one, givenBy(given), true).got));
    const usual = answers({});
    expect(answers(options).filter((answer, index) => answer !== usual[index]).length).toBeGreaterThan(0);
  }
});
