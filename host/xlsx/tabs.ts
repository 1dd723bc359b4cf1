import { plannedTab } from '../../src/app/described';
import type { Language } from '../../src/model/language';
import type { TabPlan } from '../../src/workbook/plan';
import { registryKey, registryOf } from '../../src/workbook/registry';
import { displayAt } from '../cells';
import type { Execution } from '../execution';
import { gid } from '../services/place';

/** One of the add-on's tabs: its plan, and where its keys stand, counted from 0. */
export interface OurTab {
  readonly plan: TabPlan;
  readonly sheetId: string;
  readonly columns: ReadonlyMap<string, number>;
  readonly rows: ReadonlyMap<string, number>;
}

/** The add-on's part of a workbook; without it there are no tabs. */
export interface OurTabs {
  readonly language: Language;
  readonly tabs: ReadonlyMap<string, OurTab>;
  /** What a cell of a tab shows, by row key and column key; `''` where there is none. */
  readonly shown: (tab: string, row: string, column: string) => string;
}

/** Which sheets are the add-on's, as the workbook's own metadata says: by name or place they could be anyone's. */
export function ourTabs(execution: Execution): OurTabs {
  const { getters } = execution.model;
  const { metadata } = execution.workbook.extras.kept;
  const entry = metadata.find(({ key, at }) => key === registryKey && at === 'SPREADSHEET');
  const { language = 'en', tabs } = registryOf(entry?.value);
  const found = new Map<string, OurTab>();
  for (const [id, { sheet }] of Object.entries(tabs)) {
    const plan = plannedTab(id, language);
    const sheetId = getters.getSheetIds().find((candidate) => gid(candidate) === sheet);
    if (plan && sheetId !== undefined) found.set(id, { plan, sheetId, ...keysOf(execution, sheetId) });
  }
  const shown: OurTabs['shown'] = (id, row, column) => {
    const tab = found.get(id);
    const [atRow, atColumn] = [tab?.rows.get(row), tab?.columns.get(column)];
    if (!tab || atRow === undefined || atColumn === undefined) return '';
    return displayAt(execution.model, { sheetId: tab.sheetId, row: atRow, col: atColumn });
  };
  return { language, tabs: found, shown };
}

/** Every row has its key in the first column, every column in the first row. */
function keysOf(execution: Execution, sheetId: string): Pick<OurTab, 'columns' | 'rows'> {
  const { model } = execution;
  const { numberOfCols, numberOfRows } = model.getters.getSheetSize(sheetId);
  const columns = new Map<string, number>();
  const rows = new Map<string, number>();
  for (let col = 0; col < numberOfCols; col++) columns.set(displayAt(model, { sheetId, row: 0, col }), col);
  for (let row = 0; row < numberOfRows; row++) rows.set(displayAt(model, { sheetId, row, col: 0 }), row);
  return { columns, rows };
}
