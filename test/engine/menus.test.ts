import { openedDesk, plannedDesk } from './addon';
import { wholeFile } from './whole';

describe('values only', () => {
  const desk = openedDesk(wholeFile('en'));
  desk.addon.command('copyValuesOnly');
  const copies = desk.addon.use(({ SpreadsheetApp }) =>
    SpreadsheetApp.getActive()
      .getSheets()
      .filter((sheet) => sheet.getName().endsWith(' values'))
      .map((sheet) => {
        const original = SpreadsheetApp.getActive().getSheetByName(sheet.getName().replace(/ values$/, ''));
        return {
          name: sheet.getName(),
          values: sheet.getDataRange().getDisplayValues(),
          formulas: sheet.getDataRange().getFormulas().flat(),
          original: original?.getDataRange().getDisplayValues(),
          originalFormulas: original?.getDataRange().getFormulas().flat() ?? [],
        };
      }),
  );

  test('copies the tabs that call cell functions and no others', () => {
    expect(copies.map(({ name }) => name)).toEqual(['Baseline values', 'Region summary values']);
  });

  test.each(copies.map((copy) => [copy.name, copy] as const))(
    '%s shows the same figures and calls no cell function',
    (_, copy) => {
      expect(copy.values).toEqual(copy.original);
      expect(copy.originalFormulas.some((formula) => /REQUIRED_GROWTH\(/.test(formula))).toBe(true);
      expect(copy.formulas.filter((formula) => /[A-Z]_[A-Z]+\(/.test(formula))).toEqual([]);
    },
  );

  test('a copy is people’s: generating again leaves it alone', () => {
    const before = desk.addon.use(({ SpreadsheetApp }) => SpreadsheetApp.getActive().getSheets().length);
    expect(desk.addon.run('generatePlan', {})).toMatchObject({ status: 'done', made: [], changed: 0 });
    expect(desk.addon.use(({ SpreadsheetApp }) => SpreadsheetApp.getActive().getSheets().length)).toBe(before);
  });
});

describe('print', () => {
  test('links to the target sheet and the list overleaf with their page setup', () => {
    const desk = plannedDesk({ language: 'en' });
    desk.addon.command('printPages');
    const shown = JSON.stringify(desk.addon.seen.at(-1));
    expect(shown).toContain('Target sheet');
    expect(shown).toContain('Store list overleaf');
    expect(shown.match(/format=pdf&amp;size=A4&amp;portrait=true&amp;fitw=true/g)).toHaveLength(2);
    expect(shown).toContain('range=A1:I51');
  });

  test('says what to do where there is nothing to print', () => {
    const desk = plannedDesk({ language: 'en', sections: ['settings'] });
    desk.addon.answer({ button: 'OK' });
    desk.addon.command('printPages');
    expect(desk.addon.seen.at(-1)).toMatchObject({
      kind: 'alert',
      prompt: expect.stringContaining('Generate it first'),
    });
  });
});
