import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Workbook } from '../../host/workbook';
import { plannedTab } from '../../src/app/described';
import { sameFormula } from '../../src/workbook/formula';
import { planVersion } from '../../src/workbook/upgrade';
import { openPart, openPlan } from '../app/opened';
import { type Desk, openedDesk, plannedDesk, savedFile } from '../engine/addon';
import { wrote } from '../engine/answer';
import { ourSheets, type Tab, tabIn, type Value, valueIn } from '../engine/book';
import { checked } from '../engine/checked';
import { places } from '../places';

const fileOf = (version: number): string => join(__dirname, '..', 'data', `plan${version}.json.gz`);

/** The workbook of a version as that version's add-on had made it: a small region in Chinese, with everything typed. */
const kept = (version: number): string => gunzipSync(readFileSync(fileOf(version))).toString('utf8');

/**
 * Before a step is added, the plan's present version is kept: `KEEP_VERSION=1 npx jest test/workbook/versions` upgrades
 * the last kept workbook to it and writes that down.
 */
if (process.env.KEEP_VERSION !== undefined && !existsSync(fileOf(planVersion))) {
  const { workbook, addon } = openedDesk(kept(planVersion - 1));
  addon.run('generatePlan', { section: '', upgrade: true });
  writeFileSync(fileOf(planVersion), gzipSync(savedFile(workbook), { level: 9 }));
}

/** What stands in a tab by row and column, but for what the plan itself puts there: what people have typed. */
function typed(id: string, tab: Tab): ReadonlyMap<string, Value> {
  const plan = plannedTab(id, 'zh');
  const cells = new Map<string, Value>();
  if (plan?.shape === 'report') return cells;
  for (const [row, at] of tab.rows) {
    const planned = plan?.rows.find(({ key }) => key === row)?.cells ?? plan?.body ?? {};
    for (const [column, col] of tab.columns) {
      const [value = '', formula = ''] = [tab.values[at]?.[col], tab.formulas[at]?.[col]];
      const owner = planned[column]?.owner;
      if (value === '' || formula !== '' || owner === 'ours' || owner === 'label') continue;
      if (!row.startsWith('#') && !column.startsWith('#')) cells.set(`${row} ${column}`, value);
    }
  }
  return cells;
}

/** Formulas of a tab by row and column. */
const formulas = ({ rows, columns, formulas: cells }: Tab): ReadonlyMap<string, string> =>
  new Map(
    [...rows].flatMap(([row, at]) =>
      [...columns].flatMap(([column, col]): [string, string][] => {
        const formula = cells[at]?.[col] ?? '';
        return formula === '' ? [] : [[`${row} ${column}`, formula]];
      }),
    ),
  );

let newDesk: Desk | undefined;
let made: ReadonlyMap<string, ReadonlyMap<string, string>> | undefined;

/** A new workbook. */
function fresh(): Desk {
  newDesk ??= plannedDesk({ language: 'zh' });
  return newDesk;
}

/** The formulas of each tab of a new workbook. */
function freshFormulas(): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const { workbook } = fresh();
  made ??= new Map([...ourSheets(workbook).keys()].map((id) => [id, formulas(tabIn(workbook, id))]));
  return made;
}

/** The formulas of a tab's rules, by the tab. */
const rules = (workbook: Workbook): ReadonlyMap<string, readonly string[]> =>
  new Map(
    [...ourSheets(workbook)].map(([id, sheetId]) => [
      id,
      workbook.model.getters
        .getConditionalFormats(sheetId)
        .map(({ rule }) => (rule.type === 'CellIsRule' ? (rule.values[0] ?? '') : '')),
    ]),
  );

/** The notes of a tab's heads, by row and column. */
function notes({ addon, workbook }: Pick<Desk, 'addon' | 'workbook'>, id: string): ReadonlyMap<string, string> {
  const { name, rows, columns } = tabIn(workbook, id);
  const held = addon.use(({ SpreadsheetApp }) => {
    const sheet = SpreadsheetApp.getActive().getSheetByName(name);
    return sheet?.getRange(1, 1, sheet.getMaxRows(), sheet.getMaxColumns()).getNotes() ?? [];
  });
  return new Map(
    [...rows].flatMap(([row, at]) =>
      [...columns].flatMap(([column, col]): [string, string][] => {
        const note = held[at]?.[col] ?? '';
        return row.startsWith('#') && note !== '' ? [[`${row} ${column}`, note]] : [];
      }),
    ),
  );
}

const allTyped = (workbook: Workbook): ReadonlyMap<string, ReadonlyMap<string, Value>> =>
  new Map([...ourSheets(workbook).keys()].map((id) => [id, typed(id, tabIn(workbook, id))]));

/** The first version, which goes through all steps, the last two, and some of those between; in the whole proof all. */
const tried = new Set([
  0,
  ...places(planVersion, 'a workbook of a version is upgraded', 5),
  planVersion - 2,
  planVersion - 1,
]);

test.each([...tried].sort((one, other) => one - other))(
  'a workbook of version %i is upgraded: nothing typed is lost, its formulas are those of a new one, the check is clean, a save works',
  (version) => {
    const desk = openedDesk(kept(version), { answers: [{ button: 'YES' }, { button: 'OK' }] });
    const { addon, workbook } = desk;
    const before = allTyped(workbook);
    expect(before.get('stores')?.size).toBeGreaterThan(60);
    const total = valueIn(tabIn(workbook, 'summary'), 'total', 'value.1');
    expect(openPlan(addon)).toMatchObject({ standing: 'earlier', workbook: 'zh' });
    addon.run('checkWorkbook');
    expect(openPlan(addon).standing).toBe('current');
    const [offered] = addon.seen.filter(({ kind }) => kind === 'alert');
    expect(offered).toMatchObject({ title: '升级工作簿' });
    expect(checked(addon)).toEqual([]);
    const after = allTyped(workbook);
    for (const [id, cells] of before) {
      for (const [at, value] of cells) expect([id, at, after.get(id)?.get(at)]).toEqual([id, at, value]);
    }
    expect(valueIn(tabIn(workbook, 'summary'), 'total', 'value.1')).toBe(total);
    for (const [id, made] of freshFormulas()) {
      const now = formulas(tabIn(workbook, id));
      for (const [at, formula] of made) {
        const ours = now.get(at) ?? formula;
        if (!sameFormula(ours, formula)) expect([id, at, ours]).toEqual([id, at, formula]);
      }
    }
    const ruled = rules(workbook);
    for (const [id, wanted] of rules(fresh().workbook))
      if (ruled.has(id)) expect([id, ruled.get(id)]).toEqual([id, wanted]);
    for (const id of ['stores', 'storeList', 'settings'])
      expect([id, notes(desk, id)]).toEqual([id, notes(fresh(), id)]);
    const { ids, columns } = openPart(addon, { part: 'stores' });
    const change = { record: ids[0] ?? '', field: 'name', from: columns.name?.[0] ?? null, to: '改名' };
    wrote(addon, 'saveRecord', { request: 'after', part: 'stores', changes: [change] });
    expect(valueIn(tabIn(workbook, 'stores'), ids[0] ?? '', 'name')).toBe('改名');
  },
);
