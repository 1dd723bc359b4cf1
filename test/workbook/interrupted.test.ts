import type { Workbook } from '../../host/workbook';
import { type Desk, openedDesk, plannedDesk, savedFile } from '../engine/addon';
import { wrote } from '../engine/answer';
import { ourSheets, sheetTab, tabIn, valueIn } from '../engine/book';
import { places } from '../places';
import { trim } from '../sheets/desk';

/** A workbook with a store list, to which the baseline's two tabs come; what is there already is rewritten for them. */
function made(): string {
  const { workbook, addon } = plannedDesk({ sections: ['settings', 'stores'] });
  const records = [1, 2, 3].map((number) => ({
    storeId: `S${number}`,
    ownership: number === 2 ? 'selfOperated' : 'franchised',
    lastYearSales: number * 1200,
  }));
  wrote(addon, 'addRecords', { request: 'stores', part: 'stores', records });
  trim(addon, workbook);
  addon.use(({ SpreadsheetApp }) => {
    const empty = SpreadsheetApp.getActive().getSheetByName('Sheet1');
    if (empty) SpreadsheetApp.getActive().deleteSheet(empty);
  });
  return savedFile(workbook);
}

const file = made();
const wish = { section: 'baseline' };

type Shown = Readonly<Record<string, unknown>>;

/** All tabs of the file, ours or not, as they are: name, whether it is shown, and its cells. */
function shown(workbook: Workbook): Shown {
  const ours = new Map([...ourSheets(workbook)].map(([id, sheet]) => [sheet, id]));
  const sheets = workbook.model.getters.getSheetIds().map((sheet) => {
    const { name, hidden, values, formulas } = sheetTab(workbook, sheet);
    const rows = values.map((line, row) => line.map((value, column) => formulas[row]?.[column] || value));
    // When it is today is not the workbook's doing.
    return [name, { ours: ours.get(sheet) ?? null, hidden, rows }] as const;
  });
  return Object.fromEntries(sheets);
}

const marks = (workbook: Workbook): string =>
  workbook.extras.kept.metadata.find(({ key }) => key === 'regionTargets')?.value ?? '';

/** The same, without what is new each time: numbers of sheets. */
const stateOf = (workbook: Workbook, tabs: Shown): string =>
  JSON.stringify([tabs, marks(workbook).replace(/"sheet":\d+/g, '')]);

const before = openedDesk(file);
const visibleBefore = visible(shown(before.workbook));

function visible(tabs: Shown): readonly string[] {
  return Object.entries(tabs).flatMap(([name, tab]) =>
    typeof tab === 'object' && tab !== null && 'hidden' in tab && tab.hidden === true ? [] : [name],
  );
}

function uninterrupted(): {
  readonly workbook: Workbook;
  readonly calls: readonly string[];
  /** Calls to fail at: of reads that follow each other one is as good as the other, nothing happens between them. */
  readonly positions: readonly number[];
} {
  const { workbook, addon } = openedDesk(file);
  addon.calls.reset();
  addon.run('generatePlan', wish);
  const { sequence } = addon.calls;
  const positions = sequence.flatMap(({ kind }, index) =>
    kind === 'read' && sequence[index - 1]?.kind === 'read' ? [] : [index],
  );
  return { workbook, calls: sequence.map(({ name }) => name), positions };
}

const whole = uninterrupted();
const { calls, positions } = whole;
const wholeTabs = shown(whole.workbook);

/** A call fails and the run can still clean up, or the run ends there, as when its time is up. */
const failures: Readonly<Record<string, (index: number, position: number) => boolean>> = {
  fails: (index, position) => index === position,
  'is the last': (index, position) => index >= position,
};

/** A tab that was just added, before it could be hidden: nobody can hide it once the run has ended. */
const isEmpty = (workbook: Workbook, name: string): boolean => {
  const { getters } = workbook.model;
  const sheet = getters.getSheetIdByName(name);
  return sheet !== undefined && getters.getCells(sheet).every((cell) => !cell.isFormula && cell.content === '');
};

test('the run that is interrupted makes two tabs and rewrites others', () => {
  expect(visible(wholeTabs)).toEqual([...visibleBefore, 'Baseline', 'Region summary']);
  expect(calls.length).toBeGreaterThan(80);
  expect(positions.length).toBeGreaterThan(40);
  const { Baseline: _b, 'Region summary': _s, ...others } = wholeTabs;
  expect(others).not.toEqual(shown(before.workbook));
});

describe.each(Object.entries(failures))('a call of the run that %s', (kind, isFailing) => {
  const completed = new Set<string>([stateOf(before.workbook, shown(before.workbook))]);

  /** Whether it has come to this before: what the next run makes of it is known. */
  function isKnown({ workbook }: Desk, after: Shown): boolean {
    const state = stateOf(workbook, after);
    if (completed.has(state)) return true;
    completed.add(state);
    return false;
  }

  test('every one of them: nothing half-made is seen, and the next run makes the whole', () => {
    for (const position of places(positions.length, kind, 5).map((place) => positions[place] ?? 0)) {
      const desk = openedDesk(file);
      desk.addon.hook((name, index) => {
        if (isFailing(index, position)) throw new Error(`call ${position}, ${name}, failed`);
      });
      expect(() => desk.addon.run('generatePlan', wish)).toThrow('failed');
      desk.addon.hook();
      const after = shown(desk.workbook);
      for (const name of visible(after)) {
        if (visibleBefore.includes(name) || (kind === 'is the last' && isEmpty(desk.workbook, name))) continue;
        expect([position, name, after[name]]).toEqual([position, name, wholeTabs[name]]);
      }
      if (isKnown(desk, after)) continue;
      desk.addon.run('generatePlan', wish);
      expect([position, shown(desk.workbook)]).toEqual([position, wholeTabs]);
      expect(desk.addon.run('generatePlan', wish)).toMatchObject({ made: [], changed: 0 });
    }
    expect(completed.size).toBeGreaterThan(2);
  }, 120_000);

  test('what people type into the new tabs once they see them is kept by the next run', () => {
    let seen = 0;
    const late = positions.filter((one) => one >= calls.length - 30);
    for (const position of places(late.length, 'typed', 8).map((place) => late[place] ?? 0)) {
      const desk = openedDesk(file);
      desk.addon.hook((_name, index) => {
        if (isFailing(index, position)) throw new Error('failed');
      });
      expect(() => desk.addon.run('generatePlan', wish)).toThrow('failed');
      desk.addon.hook();
      if (!visible(shown(desk.workbook)).includes('Baseline')) continue;
      seen += 1;
      const { rows, columns } = tabIn(desk.workbook, 'baseline');
      desk.addon.use(({ SpreadsheetApp }) => {
        const sheet = SpreadsheetApp.getActive().getSheetByName('Baseline');
        sheet?.getRange((rows.get('franchised') ?? 0) + 1, (columns.get('growth') ?? 0) + 1).setValue(0.0625);
      });
      desk.addon.run('generatePlan', wish);
      expect([position, valueIn(tabIn(desk.workbook, 'baseline'), 'franchised', 'growth')]).toEqual([position, 0.0625]);
      expect(valueIn(tabIn(desk.workbook, 'summary'), 'plannedGrowth', 'value.1')).not.toBe('');
    }
    expect(seen).toBeGreaterThan(0);
  }, 60_000);
});

describe('tabs that a person shows or names before the next run', () => {
  /** What an interrupted run has left, cut off at that call. */
  function cutOff(position: number): Desk {
    const desk = openedDesk(file);
    desk.addon.hook((_name, index) => {
      if (index >= position) throw new Error('failed');
    });
    expect(() => desk.addon.run('generatePlan', wish)).toThrow('failed');
    desk.addon.hook();
    return desk;
  }

  const sheetsOf = ({ addon }: Desk): readonly GoogleAppsScript.Spreadsheet.Sheet[] =>
    addon.use(({ SpreadsheetApp }) => SpreadsheetApp.getActive().getSheets());

  const callOf = (name: string, from = 0): number => calls.indexOf(name, from);

  test('one that is half-made and shown stays as it is, and another is made whole', () => {
    const desk = cutOff(callOf('Sheet.protect'));
    const [half] = sheetsOf(desk).filter((sheet) => sheet.isSheetHidden() && sheet.getName() === 'Baseline');
    half?.showSheet();
    half?.getRange(3, 3).setValue(7);
    const kept = half?.getDataRange().getValues();
    desk.addon.run('generatePlan', wish);
    const after = shown(desk.workbook);
    expect(
      sheetsOf(desk)
        .find((sheet) => sheet.getName() === 'Baseline')
        ?.getDataRange()
        .getValues(),
    ).toEqual(kept);
    const named = (tab: unknown): string => JSON.stringify(tab).replace(/'Baseline 2'/g, 'Baseline');
    expect(named(after['Region summary'])).toBe(named(wholeTabs['Region summary']));
    expect(ourSheets(desk.workbook).get('baseline')).not.toBe(ourSheets(whole.workbook).get('baseline'));
    expect(desk.addon.run('generatePlan', wish)).toMatchObject({ made: [], changed: 0 });
  });

  test('no one reads or writes one that is half-made', () => {
    const desk = cutOff(callOf('Sheet.protect'));
    expect(desk.addon.run('openPart', { part: 'baseline' })).toMatchObject({ status: 'invalid' });
  });

  test('the only tab that is shown, given a name in the making, stays', () => {
    const desk = cutOff(callOf('Spreadsheet.insertSheet'));
    for (const sheet of sheetsOf(desk)) if (sheet.getName() !== 'Settings') sheet.hideSheet();
    const only = sheetsOf(desk).find((sheet) => sheet.getName() === 'Settings');
    only?.setName('Old settings');
    const own = desk.addon.use(({ SpreadsheetApp }) => SpreadsheetApp.getActive().insertSheet('Baseline'));
    only?.hideSheet();
    expect(desk.addon.run('generatePlan', wish)).toMatchObject({ made: ['Baseline 2', 'Region summary'] });
    expect(own.getName()).toBe('Baseline');
  });
});
