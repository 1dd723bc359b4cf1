import type { Language } from '../model/language';
import type { TabChange } from '../workbook/diff';
import { columnLetters } from '../workbook/formula';
import type { Comparison } from './generate';
import { words } from './text';

/** What stands between the workbook and its plan, a line each. */
export function findings(comparison: Comparison, language: Language): readonly string[] {
  const text = words[language];
  return [
    ...comparison.fresh.filter((plan) => !plan.hidden).map((plan) => text.missingTab(plan.title)),
    ...comparison.changes.flatMap((change) => tabFindings(change, language)),
  ];
}

function tabFindings(change: TabChange, language: Language): readonly string[] {
  const text = words[language];
  const { title } = change.state;
  const lines: string[] = [];
  if (change.columnsToInsert > 0) lines.push(text.missingColumns(title, change.columnsToInsert));
  if (change.rowsToInsert > 0 && !change.plan.body) lines.push(text.missingRows(title, change.rowsToInsert));
  for (const { row, column, reason } of change.changes) {
    lines.push(text.finding(title, `${columnLetters(column)}${row}`, text.reasons[reason]));
  }
  return lines;
}
