import type { Addon } from '../../host/addon';
import { gid } from '../../host/services/place';
import type { Workbook } from '../../host/workbook';
import { ourSheets } from './book';

type Range = GoogleAppsScript.Spreadsheet.Range;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Everything a tab shows and does, as the services tell it, by what it is of. */
export type Portrait = Readonly<Record<string, unknown>>;

const isRange = (value: unknown): value is Range =>
  typeof value === 'object' && value !== null && 'getA1Notation' in value;

const told = (value: unknown): string =>
  isRange(value) ? `${value.getSheet().getName()}!${value.getA1Notation()}` : String(value);

function ruleText(rule: GoogleAppsScript.Spreadsheet.DataValidation | null): string {
  if (!rule) return '';
  const values: readonly unknown[] = rule.getCriteriaValues();
  return [rule.getCriteriaType(), ...values.map(told), rule.getAllowInvalid(), rule.getHelpText()].join(' | ');
}

function conditionText(rule: GoogleAppsScript.Spreadsheet.ConditionalFormatRule): string {
  const condition = rule.getBooleanCondition();
  const values: readonly unknown[] = condition?.getCriteriaValues() ?? [];
  return [
    rule.getRanges().map((range) => range.getA1Notation()),
    condition?.getCriteriaType(),
    ...values,
    condition?.getBackground(),
    condition?.getFontColor(),
    condition?.getBold(),
  ].join(' | ');
}

function chartText(chart: GoogleAppsScript.Spreadsheet.EmbeddedChart): string {
  const options = ['title', 'width', 'height', 'isStacked', 'series', 'colors', 'legend'].map((name) =>
    JSON.stringify(chart.getOptions()?.get(name)),
  );
  return [...chart.getRanges().map((range) => range.getA1Notation()), ...options].join(' | ');
}

/** Lines of a tab, which Google's services cannot read: each once, whichever of the two cells beside it draws it. */
function lines(workbook: Workbook, sheetId: string, rows: number, columns: number): readonly string[] {
  const drawn = new Set<string>();
  for (let row = 0; row < rows; row += 1) {
    for (let col = 0; col < columns; col += 1) {
      const border = workbook.model.getters.getCellBorder({ sheetId, col, row });
      const add = (where: string, line: { style: string; color: string } | undefined): void => {
        if (line) drawn.add(`${where} ${line.style} ${line.color}`);
      };
      add(`above ${row} ${col}`, border?.top);
      add(`above ${row + 1} ${col}`, border?.bottom);
      add(`left of ${row} ${col}`, border?.left);
      add(`left of ${row} ${col + 1}`, border?.right);
    }
  }
  return [...drawn].sort();
}

/** How many columns of a sheet there are up to the last in which a cell holds, looks like or takes anything. */
function reach({ model: { getters }, extras }: Workbook, sheetId: string): number {
  const notes = extras.kept.notes.filter(({ place }) => place.sheet === sheetId).map(({ place }) => place.zone);
  const rules = getters.getDataValidationRules(sheetId).flatMap(({ ranges }) => ranges.map(({ zone }) => zone));
  const last = [...notes, ...rules].reduce((most, { right }) => Math.max(most, right), 0);
  return getters.getCells(sheetId).reduce((most, { id }) => Math.max(most, getters.getCellPosition(id).col), last) + 1;
}

function tabPortrait(
  workbook: Workbook,
  sheet: Sheet,
  sheetId: string,
  ProtectionType: typeof GoogleAppsScript.Spreadsheet.ProtectionType,
): Portrait {
  const [rows, columns] = [sheet.getMaxRows(), sheet.getMaxColumns()];
  const used = reach(workbook, sheetId);
  const range = sheet.getRange(1, 1, rows, used);
  const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index + 1);
  return {
    name: sheet.getName(),
    hidden: sheet.isSheetHidden(),
    size: [rows, columns],
    used,
    frozen: [sheet.getFrozenRows(), sheet.getFrozenColumns()],
    gridlines: sheet.hasHiddenGridlines(),
    formulas: range.getFormulas(),
    values: range.getDisplayValues(),
    held: range.getValues().map((line) => line.map((value) => typeof value)),
    formats: range.getNumberFormats(),
    backgrounds: range.getBackgrounds(),
    colors: range.getFontColors(),
    weights: range.getFontWeights(),
    sizes: range.getFontSizes(),
    aligned: range.getHorizontalAlignments(),
    upright: range.getVerticalAlignments(),
    wrapped: range.getWrapStrategies().map((line) => line.map(String)),
    notes: range.getNotes(),
    rules: range.getDataValidations().map((line) => line.map(ruleText)),
    conditions: sheet.getConditionalFormatRules().map(conditionText),
    merges: sheet
      .getRange(1, 1, rows, columns)
      .getMergedRanges()
      .map((merged) => merged.getA1Notation()),
    // What is hidden has no size to see.
    widths: numbers(columns).map((column) =>
      sheet.isColumnHiddenByUser(column) ? 'hidden' : sheet.getColumnWidth(column),
    ),
    heights: numbers(rows).map((row) => (sheet.isRowHiddenByUser(row) ? 'hidden' : sheet.getRowHeight(row))),
    filter: sheet.getFilter()?.getRange().getA1Notation() ?? '',
    protections: sheet
      .getProtections(ProtectionType.SHEET)
      .map((protection) => [
        protection.isWarningOnly(),
        protection.getRange().getA1Notation(),
        ...protection.getUnprotectedRanges().map((open) => open.getA1Notation()),
      ]),
    names: sheet
      .getNamedRanges()
      .map((named) => `${named.getName()} ${named.getRange().getA1Notation()}`)
      .sort(),
    charts: sheet.getCharts().map(chartText).sort(),
    lines: lines(workbook, sheetId, rows, columns),
  };
}

/** Every tab of the plan, by its id. */
export function portraits(addon: Addon): ReadonlyMap<string, Portrait> {
  const { workbook } = addon;
  return addon.use(({ SpreadsheetApp }) => {
    const sheets = new Map(
      SpreadsheetApp.getActive()
        .getSheets()
        .map((sheet) => [sheet.getSheetId(), sheet]),
    );
    const all = new Map<string, Portrait>();
    for (const [id, sheetId] of ourSheets(workbook)) {
      const sheet = sheets.get(gid(sheetId));
      if (!sheet) throw new Error(`no sheet ${sheetId}`);
      all.set(id, tabPortrait(workbook, sheet, sheetId, SpreadsheetApp.ProtectionType));
    }
    return all;
  });
}

/** What differs between two portraits, a line each, at most a few of each kind: `stores colors 3 5: "#fff" "#000"`. */
export function differences(
  one: ReadonlyMap<string, Portrait>,
  other: ReadonlyMap<string, Portrait>,
  same: (path: string) => boolean = () => false,
): readonly string[] {
  const found: string[] = [];
  const compare = (path: string, left: unknown, right: unknown): void => {
    if (left === right || found.length > 40) return;
    if (Array.isArray(left) && Array.isArray(right) && left.length === right.length) {
      for (const [index, item] of left.entries()) compare(`${path} ${index}`, item, right[index]);
    } else if (JSON.stringify(left) !== JSON.stringify(right) && !same(path)) {
      const [one, two] = [left, right].map((value) => JSON.stringify(value)?.slice(0, 160));
      found.push(`${path}: ${one} ≠ ${two}`);
    }
  };
  compare('tabs', [...one.keys()], [...other.keys()]);
  for (const [id, portrait] of one) {
    for (const [kind, value] of Object.entries(portrait)) compare(`${id} ${kind}`, value, other.get(id)?.[kind]);
  }
  return found;
}
