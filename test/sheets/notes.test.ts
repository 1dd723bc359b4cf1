import type { Addon } from '../../host/addon';
import { plannedDesk } from '../engine/addon';
import { tabIn } from '../engine/book';
import { places } from '../places';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** A tab of stores, and where in its row of labels cells stand: with notes of ours, and one between them without. */
function opened() {
  const desk = plannedDesk({ sections: ['stores'] });
  const { name, rows } = tabIn(desk.workbook, 'stores');
  const row = (rows.get('#labels') ?? -1) + 1;
  const on = <T>(who: Addon, work: (sheet: Sheet) => T): T =>
    who.use(({ SpreadsheetApp }) => {
      const [sheet] = SpreadsheetApp.getActive()
        .getSheets()
        .filter((one) => one.getSheetId() === id);
      if (!sheet) throw new Error('there are no stores');
      return work(sheet);
    });
  const id = desk.addon.use(({ SpreadsheetApp }) => SpreadsheetApp.getActive().getSheetByName(name)?.getSheetId());
  const notes = (): readonly string[] =>
    on(desk.addon, (sheet) => sheet.getRange(row, 1, 1, sheet.getMaxColumns()).getNotes()[0] ?? []);
  const write = (column: number, note: string): void =>
    on(desk.addon, (sheet) => void sheet.getRange(row, column, 1, 1).setNote(note));
  return { ...desk, notes, write };
}

test('a switch of language rewords its own notes and keeps what people have written', () => {
  const { addon, notes, write } = opened();
  const english = notes();
  const noted = english.flatMap((note, index) => (note === '' ? [] : [index + 1]));
  const [first = 0, second = 0, third = 0] = noted;
  const between = english.findIndex((note, index) => note === '' && index > first && index < (noted.at(-1) ?? 0)) + 1;
  expect(between).toBeGreaterThan(0);
  write(first, `${english[first - 1]}\nasked Li on Monday`);
  write(second, 'ours is gone');
  write(between, 'a note of my own');
  addon.run('generatePlan', { section: '', language: 'zh' });
  const chinese = notes();
  const lines = (column: number): readonly string[] => (chinese[column - 1] ?? '').split('\n');
  expect(lines(third).join()).toMatch(/\p{Script=Han}/u);
  expect(lines(first).slice(-1)).toEqual(['asked Li on Monday']);
  expect(lines(first)[0]).toMatch(/\p{Script=Han}/u);
  expect(lines(second)).toContain('ours is gone');
  expect(lines(between)).toEqual(['a note of my own']);
  // And back again, with nothing twice.
  addon.run('generatePlan', { section: '', language: 'en' });
  const back = notes();
  expect(back[first - 1]).toBe(`${english[first - 1]}\nasked Li on Monday`);
  expect(back[second - 1]).toBe(`${english[second - 1]}\nours is gone`);
  expect(back.filter((_, index) => ![first, second, between].includes(index + 1))).toEqual(
    english.filter((_, index) => ![first, second, between].includes(index + 1)),
  );
});

const course = opened();
course.addon.calls.reset();
course.addon.run('generatePlan', { section: '', language: 'zh' });

test.each(places(course.addon.calls.total, 'a note between ours', 6))(
  'a note that a person types beside ours before call %i of a switch is there after it',
  (place) => {
    const { addon, notes, write } = opened();
    const english = notes();
    const between = english.findIndex((note, index) => note === '' && index > 0 && english[index - 1] !== '') + 1;
    addon.hook((_, index) => {
      if (index !== place) return;
      addon.hook();
      write(between, 'a note of my own');
    });
    addon.run('generatePlan', { section: '', language: 'zh' });
    expect(notes()[between - 1]).toBe('a note of my own');
  },
);
