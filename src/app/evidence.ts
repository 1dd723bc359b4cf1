import { heldRules } from '../sheets/highlights';
import { entriesIn, history } from '../sheets/log';
import { noted } from '../sheets/noted';
import { strangersIn } from '../sheets/pending';
import type { OurWorkbook } from '../sheets/read';
import { logTab } from '../workbook/own';
import { fieldsRow } from '../workbook/plan';
import type { WorkbookState } from '../workbook/state';
import type { Evidence } from './check';
import { plannedTab, tabIds } from './described';
import { formattedIn } from './formatted';

/** What the check looks at besides our tabs as they stand. */
export function evidenceIn(workbook: OurWorkbook, state: WorkbookState): Evidence {
  const { tabs } = state;
  const { lost, logs = [], filling = [], making = [], turning } = workbook;
  const log = tabs.get(logTab);
  const entries = log ? history(entriesIn(log), logs) : [];
  const pending = new Set(entries.filter(({ state }) => state === 'pending').map(({ request }) => request));
  const strangers = pending.size > 0 ? strangersIn(entries, noted()) : new Set<string>();
  return {
    lost: tabIds.filter((id) => lost?.has(id)),
    log: entries,
    strangers,
    unfinished: new Set([...pending].filter((request) => !strangers.has(request))),
    isInterrupted: filling.length > 0 || making.length > 0 || turning !== undefined,
    copies: copiesIn(workbook),
    formatted: formattedIn(workbook, state),
    rules: new Map(),
  };
}

/** The conditional formats of those of some tabs that are to have some: a call each. */
export function rulesIn({ sheets, language = 'en' }: OurWorkbook, tabs: ReadonlySet<string>): Evidence['rules'] {
  const isPainted = (id: string): boolean => (plannedTab(id, language)?.highlights.length ?? 0) > 0;
  const painted = [...sheets].filter(([id]) => tabs.has(id) && isPainted(id));
  return new Map(painted.map(([id, { sheet }]) => [id, heldRules(sheet)]));
}

/** Tabs of a file that are looked at whether they are copies of ours: each costs a call. */
const mostStrangeTabs = 20;

/** Names of tabs that people see and that are copies of ours: they have our hidden keys, and the workbook does not name them. */
function copiesIn({ file, all = file.getSheets(), sheets, filling = [], logs = [] }: OurWorkbook): readonly string[] {
  const known = [...[...sheets.values(), ...filling].map(({ sheet }) => sheet), ...logs];
  const ours = new Set(known.map((sheet) => sheet.getSheetId()));
  return all
    .filter((sheet) => !ours.has(sheet.getSheetId()) && !sheet.isSheetHidden())
    .slice(0, mostStrangeTabs)
    .filter((sheet) => sheet.getRange(1, 1).getValue() === fieldsRow)
    .map((sheet) => sheet.getName());
}
