import { sections } from '../../src/sections';
import { places } from '../places';
import { emptyDesk, openedDesk, plannedDesk, savedFile } from './addon';
import { ourSheets, sheetTab } from './book';

const parts = sections.filter((section) => section.tabs.every((tab) => tab.onDemand !== true)).map(({ id }) => id);

/** Error values in any cell of the plan's tabs, each with where it stands. */
function errors(desk: ReturnType<typeof emptyDesk>): readonly string[] {
  const found: string[] = [];
  for (const [id, sheet] of ourSheets(desk.workbook)) {
    const { values } = sheetTab(desk.workbook, sheet);
    for (const [row, line] of values.entries()) {
      for (const [column, value] of line.entries()) {
        if (typeof value === 'string' && /^#(REF|VALUE|N\/A|NAME|DIV|ERROR|CYCLE|SPILL)/.test(value))
          found.push(`${id} ${row + 1}:${column + 1} ${value}`);
      }
    }
  }
  return found;
}

/** Notes that name parts which are not in the workbook. */
const missingNotes = (desk: ReturnType<typeof emptyDesk>): number =>
  desk.addon.use(
    ({ SpreadsheetApp }) =>
      SpreadsheetApp.getActive()
        .getSheets()
        .flatMap((sheet) => sheet.getDataRange().getNotes().flat())
        .filter((note) => /Blank until these tabs|Computed without these tabs/.test(note)).length,
  );

const formulas = (desk: ReturnType<typeof emptyDesk>): string =>
  JSON.stringify(
    [...ourSheets(desk.workbook)].map(([id, sheet]) => [id, sheetTab(desk.workbook, sheet).formulas]).sort(),
  );

const whole = plannedDesk({ language: 'en' });

test('the whole workbook has neither errors nor notes of missing parts', () => {
  expect(errors(whole)).toEqual([]);
  expect(missingNotes(whole)).toBe(0);
});

describe('one part alone', () => {
  const alone = (section: string): ReturnType<typeof emptyDesk> => {
    const desk = emptyDesk('en');
    desk.addon.run('generatePlan', { section, region: '华东', planYear: 2027, language: 'en' });
    return desk;
  };

  test.each(parts)('%s stands without the others', (section) => {
    const desk = alone(section);
    expect(errors(desk)).toEqual([]);
    if (section !== 'settings') expect(missingNotes(desk)).toBeGreaterThan(0);
  });

  test.each(places(parts.length, 'one part alone', 8).map((index) => parts[index]))(
    '%s is filled by the others',
    (section = '') => {
      const desk = alone(section);
      desk.addon.run('generatePlan', { region: '华东', planYear: 2027 });
      expect(errors(desk)).toEqual([]);
      expect(missingNotes(desk)).toBe(0);
      expect(desk.addon.run('generatePlan', {})).toMatchObject({ made: [], changed: 0 });
    },
  );
});

/** A workbook with the first so many parts, generated one after the other: each is made once and opened again. */
const before = new Map<number, string>();

function deskBefore(count: number): ReturnType<typeof emptyDesk> {
  if (count === 0) return emptyDesk('en');
  const file = before.get(count);
  if (file !== undefined) return openedDesk(file);
  const desk = deskBefore(count - 1);
  desk.addon.run('generatePlan', { section: parts[count - 1], region: '华东', planYear: 2027, language: 'en' });
  before.set(count, savedFile(desk.workbook));
  return desk;
}

describe('all parts but one', () => {
  test.each(parts)(
    'without %s nothing is an error, and generating it gives the whole workbook’s formulas',
    (missing) => {
      const index = parts.indexOf(missing);
      const desk = deskBefore(index);
      for (const section of parts.slice(index + 1)) {
        desk.addon.run('generatePlan', { section, region: '华东', planYear: 2027, language: 'en' });
      }
      expect(errors(desk)).toEqual([]);
      desk.addon.run('generatePlan', { region: '华东', planYear: 2027 });
      expect(missingNotes(desk)).toBe(0);
      expect(formulas(desk)).toBe(formulas(whole));
    },
  );
});
