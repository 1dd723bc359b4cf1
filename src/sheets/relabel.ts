import { rectangles } from '../workbook/areas';
import type { TabChange } from '../workbook/diff';
import { highlightsOf } from '../workbook/drawing';
import type { CellPlan } from '../workbook/plan';
import { highlightRules, type Surroundings, validationOf } from './print';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Rule = GoogleAppsScript.Spreadsheet.ConditionalFormatRule;

/** What carries words besides the cells: conditions, number formats, help on what may be typed. People's own stay. */
export function relabel(sheet: Sheet, change: TabChange, around: Surroundings): void {
  relabelHighlights(sheet, change, around);
  relabelFormats(sheet, change);
  relabelRules(sheet, change, around);
  relabelCharts(sheet, change);
}

/** A rule's formula; rules of other kinds are people's. */
const formulaOf = (rule: Rule): string => String(rule.getBooleanCondition()?.getCriteriaValues()[0] ?? '');

/** A tab's highlights anew, in the workbook's language and over all its rows; people's own rules stay below them. */
export function relabelHighlights(sheet: Sheet, change: TabChange, around: Surroundings): void {
  if (change.plan.highlights.length === 0) return;
  const { plan, placement, state } = change;
  const rows = state.maxRows + change.rowsToInsert;
  const inAll = around.labels.flatMap((label) => highlightsOf(plan, placement, rows, { ...around, label }));
  const ours = new Set(inAll.map(({ formula }) => formula));
  const theirs = sheet.getConditionalFormatRules().filter((rule) => !ours.has(formulaOf(rule)));
  const highlights = highlightsOf(plan, placement, rows, around);
  sheet.setConditionalFormatRules([...highlightRules(sheet, highlights), ...theirs]);
}

/** A chart that people gave another title keeps it. */
function relabelCharts(sheet: Sheet, { plan }: TabChange): void {
  if (plan.charts.length === 0) return;
  for (const chart of sheet.getCharts()) {
    const said = String(chart.getOptions().get('title'));
    const ours = plan.charts.find(({ titles }) => titles.includes(said));
    if (ours && ours.title !== said) sheet.updateChart(chart.modify().setOption('title', ours.title).build());
  }
}

function relabelFormats(sheet: Sheet, { plan, placement }: TabChange): void {
  const formats = plan.rows.flatMap((row) =>
    Object.entries(row.cells).flatMap(([key, { format }]) => {
      const [atRow, atColumn] = [placement.rows.get(row.key), placement.columns.get(key)];
      return format === undefined || atRow === undefined || atColumn === undefined
        ? []
        : [{ row: atRow, column: atColumn, value: format }];
    }),
  );
  for (const { row, column, values } of rectangles(formats)) {
    sheet
      .getRange(row, column, values.length, values[0]?.length ?? 1)
      .setNumberFormats(values.map((line) => [...line]));
  }
}

/** Rules again with their help in the language: a column of a table at a time, since a rule may differ by column only. */
function relabelRules(sheet: Sheet, change: TabChange, around: Surroundings): void {
  const { plan, placement, state } = change;
  const cells: { row: number; column: number; value: GoogleAppsScript.Spreadsheet.DataValidation }[] = [];
  const place = (row: number, key: string, rule: CellPlan['rule']): void => {
    const column = placement.columns.get(key);
    const made = rule && validationOf(rule, around);
    if (column !== undefined && made) cells.push({ row, column, value: made });
  };
  for (const row of plan.rows) {
    const at = placement.rows.get(row.key);
    if (at !== undefined) for (const [key, cell] of Object.entries(row.cells)) place(at, key, cell.rule);
  }
  if (plan.body) {
    const first = Math.max(0, ...plan.rows.map((row) => placement.rows.get(row.key) ?? 0)) + 1;
    for (const [key, cell] of Object.entries(plan.body)) {
      for (let row = first; row <= state.maxRows; row += 1) place(row, key, cell.rule);
    }
  }
  for (const { row, column, values } of rectangles(cells)) {
    sheet
      .getRange(row, column, values.length, values[0]?.length ?? 1)
      .setDataValidations(values.map((line) => [...line]));
  }
}
