import { rectangles } from '../workbook/areas';
import type { TabChange } from '../workbook/diff';
import type { CellPlan } from '../workbook/plan';
import { setFormats } from './formats';
import { type Surroundings, validationOf } from './print';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Validation = GoogleAppsScript.Spreadsheet.DataValidation;

/**
 * What goes with single cells: number formats that hold words, help on what may be typed. What is there is read at once;
 * what comes back writes the rest.
 */
export function relabelled(sheet: Sheet, change: TabChange, around: Surroundings): () => void {
  const rules = changedRules(sheet, change, around);
  return () => {
    relabelFormats(sheet, change);
    for (const { row, column, values } of rectangles(rules)) {
      sheet
        .getRange(row, column, values.length, values[0]?.length ?? 1)
        .setDataValidations(values.map((line) => [...line]));
    }
  };
}

/** A chart that people gave another title keeps it. */
export function relabelCharts(sheet: Sheet, { plan }: TabChange): void {
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
  setFormats(
    sheet,
    formats.map(({ row, column, value }) => ({ row, column, format: value })),
  );
}

/**
 * Rules whose words or choices are others than they were, with their help in the language. The rest stays: a rule
 * that is set again, be it the same, loses the colours that people have given its choices.
 */
function changedRules(sheet: Sheet, change: TabChange, around: Surroundings): ReturnType<typeof rulesOf> {
  const wanted = rulesOf(change, around);
  if (wanted.length === 0) return [];
  const [rows, columns] = [Math.max(...wanted.map(({ row }) => row)), Math.max(...wanted.map(({ column }) => column))];
  const present = sheet.getRange(1, 1, rows, columns).getDataValidations();
  const said = new Map<Validation, string>();
  const textOf = (rule: Validation): string => {
    const text = said.get(rule) ?? ruleText(rule);
    said.set(rule, text);
    return text;
  };
  return wanted.filter(({ row, column, value }) => {
    const now = present[row - 1]?.[column - 1];
    return !now || textOf(now) !== textOf(value);
  });
}

/** All that a rule says, as a text: two rules of one text are the same. */
function ruleText(rule: Validation): string {
  const values: readonly unknown[] = rule.getCriteriaValues();
  const told = values.map((value) => (isRange(value) ? [value.getSheet().getSheetId(), value.getA1Notation()] : value));
  return JSON.stringify([String(rule.getCriteriaType()), told, rule.getAllowInvalid(), rule.getHelpText() ?? '']);
}

const isRange = (value: unknown): value is GoogleAppsScript.Spreadsheet.Range =>
  typeof value === 'object' && value !== null && 'getA1Notation' in value;

/** The rules of a tab's cells. Of a table's every row: a rule may differ by column only, and is built once. */
function rulesOf(
  { plan, placement, state }: TabChange,
  around: Surroundings,
): readonly { readonly row: number; readonly column: number; readonly value: Validation }[] {
  const cells: { row: number; column: number; value: Validation }[] = [];
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
  return cells;
}
