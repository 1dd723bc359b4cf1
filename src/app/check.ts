import type { Language } from '../model/language';
import type { TabChange } from '../workbook/diff';
import { columnLetters } from '../workbook/formula';
import { describedTab } from './described';
import { columnsOf, faultsOf, spotOf } from './endpoints/cells';
import { recordIds } from './endpoints/records';
import { worded } from './faults';
import type { Comparison } from './generate';
import { words } from './text';

/** What is not as it should be in a workbook, a line each. */
export interface Findings {
  /** What stands between the workbook and its plan: a repair puts it right. */
  readonly damage: readonly string[];
  /** What was typed and breaks a rule, then what formulas make of it: only people know what is right. */
  readonly typed: readonly string[];
}

/** Compares a workbook with its plan, and holds what was typed against the rules; reads nothing. */
export function findings(comparison: Comparison, language: Language): Findings {
  const text = words[language];
  const faults = comparison.changes.flatMap((change) => faultLines(change, comparison.language, language));
  return {
    damage: [
      ...comparison.fresh.filter((plan) => !plan.hidden).map((plan) => text.missingTab(plan.title)),
      ...comparison.changes.flatMap((change) => damageOf(change, language)),
    ],
    typed: [...faults.filter(({ isResult }) => !isResult), ...faults.filter(({ isResult }) => isResult)].map(
      ({ line }) => line,
    ),
  };
}

const cellName = (row: number, column: number): string => `${columnLetters(column)}${row}`;

function damageOf(change: TabChange, language: Language): readonly string[] {
  const text = words[language];
  const { title } = change.state;
  const lines: string[] = [];
  if (change.columnsToInsert > 0) lines.push(text.missingColumns(title, change.columnsToInsert));
  if (change.rowsToInsert > 0 && !change.plan.body) lines.push(text.missingRows(title, change.rowsToInsert));
  for (const { row, column, reason } of change.changes)
    lines.push(text.finding(title, cellName(row, column), text.reasons[reason]));
  return lines;
}

interface FaultLine {
  readonly line: string;
  /** A formula stands there: what it is made from is likely wrong, and told first. */
  readonly isResult: boolean;
}

/** What breaks a rule in the records of a tab; cells that are missing or damaged are told as damage alone. */
function faultLines({ state, changes }: TabChange, workbook: Language, language: Language): readonly FaultLine[] {
  const tab = describedTab(state.id)?.tab;
  if (!tab) return [];
  const damaged = new Set(changes.map(({ row, column }) => cellName(row, column)));
  const ids = recordIds({ tab, language: workbook }, state);
  return faultsOf(tab, ids, columnsOf(tab, state, ids)).flatMap((fault) => {
    const spot = spotOf(tab, state, fault.record, fault.field);
    if (!spot) return [];
    const cell = cellName(spot.row, spot.column);
    if (damaged.has(cell)) return [];
    const isResult = (state.formulas[spot.row - 1]?.[spot.column - 1] ?? '') !== '';
    return { line: words[language].finding(state.title, cell, worded(tab, fault).message), isResult };
  });
}
