import { openedDesk } from './addon';
import { ourSheets, tabIn, valueIn } from './book';
import { wholeFile } from './whole';

const han = /\p{Script=Han}/u;

/** Everything people see or compute with, tab by tab: what stands in cells, notes, formats, conditions, rules. */
function seen(desk: ReturnType<typeof openedDesk>) {
  const tabs = new Map(
    [...ourSheets(desk.workbook)].map(([id, sheet]) => [desk.workbook.model.getters.getSheetName(sheet), id]),
  );
  return desk.addon.use(({ SpreadsheetApp }) =>
    SpreadsheetApp.getActive()
      .getSheets()
      .filter((sheet) => tabs.has(sheet.getName()) && tabs.get(sheet.getName()) !== 'log')
      .map((sheet) => {
        const range = sheet.getDataRange();
        return {
          id: tabs.get(sheet.getName()),
          title: sheet.getName(),
          values: range
            .getDisplayValues()
            .map((row) => row.join('\t').trimEnd())
            .join('\n')
            .trimEnd(),
          formulas: range.getFormulas().flat().filter(Boolean),
          notes: range.getNotes().flat().filter(Boolean),
          formats: range.getNumberFormats().flat(),
          conditions: sheet
            .getConditionalFormatRules()
            .map((rule) => String(rule.getBooleanCondition()?.getCriteriaValues()[0])),
          help: [
            ...new Set(
              range
                .getDataValidations()
                .flat()
                .map((rule) => rule?.getHelpText() ?? ''),
            ),
          ],
        };
      }),
  );
}

/** Values of checkboxes that nobody has ticked may read as blank or as FALSE. */
const unticked = (text: string): string => text.replace(/FALSE/g, '').replace(/\t+$/gm, '').trimEnd();

describe('switching the workbook’s language', () => {
  const file = wholeFile('zh');
  const desk = openedDesk(file);
  const before = seen(desk);
  desk.addon.command('switchLanguage');
  const english = seen(desk);

  test('says in words what it did', () => {
    expect(desk.addon.seen.filter(({ kind }) => kind === 'alert')).toEqual([]);
  });

  test('leaves nothing of ours in Chinese', () => {
    for (const { title, notes, formats, conditions, help, formulas } of english) {
      expect({ title, notes: notes.filter((text) => han.test(text)) }).toEqual({ title, notes: [] });
      expect({ title, formats: formats.filter((text) => han.test(text)) }).toEqual({ title, formats: [] });
      expect({ title, conditions: conditions.filter((text) => han.test(text)) }).toEqual({ title, conditions: [] });
      expect({ title, help: help.filter((text) => han.test(text)) }).toEqual({ title, help: [] });
      expect({ title, formulas: formulas.filter((text) => han.test(text)) }).toEqual({ title, formulas: [] });
      expect(title).not.toMatch(han);
    }
  });

  test('translates choices and statuses, and leaves people’s text alone', () => {
    const { workbook } = desk;
    expect(valueIn(tabIn(workbook, 'expansion'), 'mall', 'channel')).toBe('Mall placement');
    expect(valueIn(tabIn(workbook, 'expansion'), 'mall', 'ownership')).toBe('Franchised');
    expect(valueIn(tabIn(workbook, 'rates'), 'region', 'status')).toBe('Overdue');
    expect(valueIn(tabIn(workbook, 'rates'), 'region', 'keyActions')).toBe('橱窗');
    expect(valueIn(tabIn(workbook, 'expansion'), 'mall', 'owner')).toBe('王');
    expect(valueIn(tabIn(workbook, 'settings'), 'region', 'value.1')).toBe('华东');
    expect(valueIn(tabIn(workbook, 'settings'), 'salesBasis', 'value.1')).toBe('Retail sales');
  });

  test('changes no figure; money on the target sheet is in thousands, as is usual in English', () => {
    const { workbook } = desk;
    expect(Number(valueIn(tabIn(workbook, 'summary'), 'gap', 'value.1'))).toBeCloseTo(-4_058_571.43, 2);
    expect(Number(valueIn(tabIn(workbook, 'targetSheet'), 'yearTotal', 'c2'))).toBeCloseTo(145_941.428571, 4);
    expect(valueIn(tabIn(workbook, 'targetSheet'), 'title', 'c1')).toBe('华东 2027 operations targets');
  });

  test('and back again everything is as it was', () => {
    desk.addon.command('switchLanguage');
    const after = seen(desk);
    expect(after.map(({ id, title }) => [id, title])).toEqual(before.map(({ id, title }) => [id, title]));
    for (const [index, tab] of before.entries()) {
      const back = after[index];
      expect(back?.formulas).toEqual(tab.formulas);
      expect(back?.notes).toEqual(tab.notes);
      expect(back?.conditions).toEqual(tab.conditions);
      expect(unticked(back?.values ?? '')).toBe(unticked(tab.values));
    }
  });
});
