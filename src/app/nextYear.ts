import { foldedName } from '../model/key';
import { type NextPlan, nextPlan, type Values, type YearRecord, type YearTab } from '../model/nextYear';
import { paceOfStore } from '../model/pace';
import type { Tab } from '../model/tab';
import { fromCell } from '../model/value';
import { sections } from '../sections';
import { type OurWorkbook, type Spreadsheet, tabCells } from '../sheets/read';
import { tableRows } from '../workbook/diff';
import type { TabState } from '../workbook/state';
import { choices, describedTab, fieldOf, plannedTab, tabOfRole } from './described';
import { hasDefaults } from './endpoints/open';
import { recordIds, rowIds, typedCells, valueAt } from './endpoints/records';
import { fieldValueOf } from './endpoints/values';
import { generate } from './generate';
import { ourWorkbook } from './ours';

/*
 * What of this year's workbook the next year's plan is begun with: read once, handed to the model, and made as any new
 * region's workbook is. Nothing of this one changes.
 */

const tabs: readonly Tab[] = sections.flatMap((section) => section.tabs);

/** Columns of other tabs that fields of the next year's plan are made of. */
const besides: ReadonlySet<string> = new Set(
  tabs
    .flatMap(({ fields }) => fields.map(({ next }) => next))
    .flatMap((next) => {
      if (typeof next !== 'object') return [];
      const path = 'plus' in next ? next.plus : 'last' in next ? next.last : '';
      return path.split('.')[0] ?? [];
    }),
);

/** Whether anything of a tab goes into the next year's plan. */
const isRead = (tab: Tab): boolean =>
  tab.sold !== undefined || besides.has(tab.id) || tab.fields.some(({ next }) => next !== undefined);

function stateOf({ sheets }: OurWorkbook, tab: Tab): TabState | undefined {
  const ours = sheets.get(tab.id);
  return ours && tabCells(ours, hasDefaults(tab));
}

/** Rows typed in the grid have ids before they are read: one without would be left behind. */
function hasUntold({ language }: OurWorkbook, tab: Tab, state: TabState): boolean {
  const plan = language && plannedTab(tab.id, language);
  return plan?.body !== undefined && tableRows(plan, state).records.some(({ id }) => id === undefined);
}

function recordIn(tab: Tab, state: TabState, id: string): YearRecord {
  const cells = typedCells(tab, state, id);
  const values: Values = Object.fromEntries(
    tab.fields.filter(({ role }) => role !== 'computed').map((field) => [field.id, fieldValueOf(field, cells)]),
  );
  return { id, values };
}

function yearTab(file: Spreadsheet, workbook: OurWorkbook, tab: Tab): YearTab {
  let state = isRead(tab) ? stateOf(workbook, tab) : undefined;
  const { language } = workbook;
  if (!state || !language) return { tab, records: [] };
  if (hasUntold(workbook, tab, state)) {
    generate(file, { section: describedTab(tab.id)?.section.id });
    state = stateOf(workbook, tab) ?? state;
  }
  const read = state;
  return { tab, records: recordIds({ tab, language }, read).map((id) => recordIn(tab, read, id)) };
}

/** What the follow-up expects of each store, by its folded key. */
function expectedIn({ sheets, language }: OurWorkbook): ReadonlyMap<string, number> {
  const tab = tabOfRole('paces')?.tab;
  const ours = tab && sheets.get(tab.id);
  const [key, used] = tab ? [fieldOf(tab, paceOfStore.key), fieldOf(tab, paceOfStore.used)] : [];
  if (!tab || !ours || !language || !key || !used) return new Map();
  const state = tabCells(ours, false);
  const expected = new Map<string, number>();
  for (const row of rowIds({ tab, language }, state)) {
    const name = fromCell(key, valueAt(tab, state, row, key, 0).value, choices);
    const figure = fromCell(used, valueAt(tab, state, row, used, 0).value, choices);
    if (name !== null && typeof figure === 'number') expected.set(foldedName(String(name)), figure);
  }
  return expected;
}

/** The next year's plan as this workbook has it begin; undefined while it has no year. */
export function nextPlanIn(file: Spreadsheet): NextPlan | undefined {
  const workbook = ourWorkbook(file);
  const read = tabs.map((tab) => yearTab(file, workbook, tab));
  return nextPlan(read, expectedIn(workbook));
}

/** Of sections whose tabs come when they are first needed those that the plan has something for. */
export const neededFor = ({ records }: NextPlan): readonly string[] => [
  ...new Set([...records.keys()].flatMap((tab) => describedTab(tab)?.section.id ?? [])),
];
