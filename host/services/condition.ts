import type { Execution } from '../execution';
import type { Place, Style } from '../extras';
import { instantOf, serialAt } from '../zones';
import { BooleanCriteria } from './enums';
import { placeOfRange, rangeOf } from './given';
import { isDate } from './kinds';
import { type Members, StandIn, standInOf } from './standIn';

type Google = GoogleAppsScript.Spreadsheet.ConditionalFormatRule;
type GoogleBuilder = GoogleAppsScript.Spreadsheet.ConditionalFormatRuleBuilder;
type GoogleCondition = GoogleAppsScript.Spreadsheet.BooleanCondition;
type Criteria = keyof typeof GoogleAppsScript.Spreadsheet.BooleanCriteria;
type EngineFormat = ReturnType<Execution['model']['getters']['getConditionalFormats']>[number];
type EngineRule = Extract<EngineFormat['rule'], { type: 'CellIsRule' }>;
type Operator = EngineRule['operator'];

/** A conditional format: where, when, and the look it gives. */
export interface Condition {
  readonly places: readonly Place[];
  readonly operator: Operator | undefined;
  readonly values: readonly string[];
  readonly style: Style;
}

const CRITERIA: readonly {
  readonly google: Criteria;
  readonly engine: Operator;
  readonly values: 'number' | 'date' | 'text' | 'none';
}[] = [
  { google: 'CELL_EMPTY', engine: 'isEmpty', values: 'none' },
  { google: 'CELL_NOT_EMPTY', engine: 'isNotEmpty', values: 'none' },
  { google: 'DATE_AFTER', engine: 'dateIsAfter', values: 'date' },
  { google: 'DATE_BEFORE', engine: 'dateIsBefore', values: 'date' },
  { google: 'DATE_EQUAL_TO', engine: 'dateIs', values: 'date' },
  { google: 'NUMBER_BETWEEN', engine: 'isBetween', values: 'number' },
  { google: 'NUMBER_NOT_BETWEEN', engine: 'isNotBetween', values: 'number' },
  { google: 'NUMBER_EQUAL_TO', engine: 'isEqual', values: 'number' },
  { google: 'NUMBER_NOT_EQUAL_TO', engine: 'isNotEqual', values: 'number' },
  { google: 'NUMBER_GREATER_THAN', engine: 'isGreaterThan', values: 'number' },
  { google: 'NUMBER_GREATER_THAN_OR_EQUAL_TO', engine: 'isGreaterOrEqualTo', values: 'number' },
  { google: 'NUMBER_LESS_THAN', engine: 'isLessThan', values: 'number' },
  { google: 'NUMBER_LESS_THAN_OR_EQUAL_TO', engine: 'isLessOrEqualTo', values: 'number' },
  { google: 'TEXT_CONTAINS', engine: 'containsText', values: 'text' },
  { google: 'TEXT_DOES_NOT_CONTAIN', engine: 'notContainsText', values: 'text' },
  { google: 'TEXT_STARTS_WITH', engine: 'beginsWithText', values: 'text' },
  { google: 'TEXT_ENDS_WITH', engine: 'endsWithText', values: 'text' },
  { google: 'TEXT_EQUAL_TO', engine: 'isEqual', values: 'text' },
  { google: 'CUSTOM_FORMULA', engine: 'customFormula', values: 'text' },
];

const readers = {
  copy: 'free',
  getBooleanCondition: 'free',
  getGradientCondition: 'free',
  getRanges: 'free',
} as const satisfies Members<Google>;

const conditionMembers = {
  getBackground: 'free',
  getBold: 'free',
  getCriteriaType: 'free',
  getCriteriaValues: 'free',
  getFontColor: 'free',
  getItalic: 'free',
  getStrikethrough: 'free',
  getUnderline: 'free',
} as const satisfies Members<GoogleCondition>;

const members = {
  ...readers,
  build: 'free',
  setBackground: 'free',
  setBold: 'free',
  setFontColor: 'free',
  setItalic: 'free',
  setStrikethrough: 'free',
  setUnderline: 'free',
  setRanges: 'free',
  whenCellEmpty: 'free',
  whenCellNotEmpty: 'free',
  whenDateAfter: 'free',
  whenDateBefore: 'free',
  whenDateEqualTo: 'free',
  whenFormulaSatisfied: 'free',
  whenNumberBetween: 'free',
  whenNumberEqualTo: 'free',
  whenNumberGreaterThan: 'free',
  whenNumberGreaterThanOrEqualTo: 'free',
  whenNumberLessThan: 'free',
  whenNumberLessThanOrEqualTo: 'free',
  whenNumberNotBetween: 'free',
  whenNumberNotEqualTo: 'free',
  whenTextContains: 'free',
  whenTextDoesNotContain: 'free',
  whenTextEndsWith: 'free',
  whenTextEqualTo: 'free',
  whenTextStartsWith: 'free',
} as const satisfies Members<GoogleBuilder>;

class ConditionStandIn
  extends StandIn<GoogleCondition>
  implements Pick<GoogleCondition, keyof typeof conditionMembers>
{
  constructor(
    execution: Execution,
    private readonly condition: Condition,
  ) {
    super(execution, 'BooleanCondition', conditionMembers);
  }

  override get printed() {
    return 'ConditionalFormatBooleanCondition';
  }

  private get row() {
    const { operator, values } = this.condition;
    const rows = CRITERIA.filter(({ engine }) => engine === operator);
    // One operator of the engine says "equal" of numbers and of text.
    const row = rows.find(
      (candidate) => candidate.values !== 'number' || values.every((value) => !Number.isNaN(Number(value))),
    );
    if (!row) throw new Error(`A ${operator} condition is not implemented in the local host`);
    return row;
  }

  getCriteriaType() {
    return BooleanCriteria[this.row.google];
  }
  getCriteriaValues() {
    const { workbook } = this.execution;
    const { timeZone } = workbook.settings;
    return this.condition.values.map((value) => {
      if (this.row.google === 'CUSTOM_FORMULA') return workbook.readFormula(value).replace(/#REF(?!!)/g, '#REF!');
      if (this.row.values === 'number') return Number(value);
      return this.row.values === 'date' ? new Date(instantOf(Number(value), timeZone)) : value;
    });
  }
  getBackground() {
    return this.condition.style.fillColor ?? null;
  }
  getFontColor() {
    return this.condition.style.textColor ?? null;
  }
  getBold() {
    return this.condition.style.bold ?? null;
  }
  getItalic() {
    return this.condition.style.italic ?? null;
  }
  getStrikethrough() {
    return this.condition.style.strikethrough ?? null;
  }
  getUnderline() {
    return this.condition.style.underline ?? null;
  }
}

class RuleStandIn extends StandIn<Google> implements Pick<Google, keyof typeof readers> {
  constructor(
    execution: Execution,
    readonly condition: Condition,
  ) {
    super(execution, 'ConditionalFormatRule', readers);
  }
  copy() {
    return new BuilderStandIn(this.execution, this.condition).self;
  }
  getBooleanCondition() {
    return new ConditionStandIn(this.execution, this.condition).self;
  }
  getGradientCondition() {
    return null;
  }
  getRanges() {
    return this.condition.places.map((place) => rangeOf(this.execution, place));
  }
}

class BuilderStandIn extends StandIn<GoogleBuilder> implements Pick<GoogleBuilder, keyof typeof members> {
  constructor(
    execution: Execution,
    private condition: Condition,
  ) {
    super(execution, 'ConditionalFormatRuleBuilder', members);
  }

  private look(style: Style): GoogleBuilder {
    this.condition = { ...this.condition, style: { ...this.condition.style, ...style } };
    return this.self;
  }
  private when(operator: Operator, values: readonly unknown[] = []): GoogleBuilder {
    const { timeZone } = this.execution.workbook.settings;
    const words = values.map((value) => (isDate(value) ? Math.floor(serialAt(value.getTime(), timeZone)) : value));
    this.condition = { ...this.condition, operator, values: words.map(String) };
    return this.self;
  }

  build() {
    if (this.condition.operator === undefined) throw new Error('A conditional format rule needs a condition.');
    if (this.condition.places.length === 0) throw new Error('A conditional format rule needs at least one range.');
    return new RuleStandIn(this.execution, this.condition).self;
  }
  copy() {
    return new BuilderStandIn(this.execution, this.condition).self;
  }
  getBooleanCondition() {
    return this.condition.operator === undefined ? null : new ConditionStandIn(this.execution, this.condition).self;
  }
  getGradientCondition() {
    return null;
  }
  getRanges() {
    return this.condition.places.map((place) => rangeOf(this.execution, place));
  }
  setRanges(ranges: GoogleAppsScript.Spreadsheet.Range[]) {
    const places = ranges.map((range) => placeOfRange(range, 'SpreadsheetApp.ConditionalFormatRuleBuilder.setRanges'));
    if (new Set(places.map(({ sheet }) => sheet)).size > 1) throw new Error('All ranges must be on the same sheet.');
    this.condition = { ...this.condition, places };
    return this.self;
  }
  setBackground(color: string | null) {
    return this.look({ ...(color !== null && { fillColor: color }) });
  }
  setFontColor(color: string | null) {
    return this.look({ ...(color !== null && { textColor: color }) });
  }
  setBold(bold: boolean | null) {
    return this.look({ ...(bold !== null && { bold }) });
  }
  setItalic(italic: boolean | null) {
    return this.look({ ...(italic !== null && { italic }) });
  }
  setStrikethrough(strikethrough: boolean | null) {
    return this.look({ ...(strikethrough !== null && { strikethrough }) });
  }
  setUnderline(underline: boolean | null) {
    return this.look({ ...(underline !== null && { underline }) });
  }
  whenCellEmpty() {
    return this.when('isEmpty');
  }
  whenCellNotEmpty() {
    return this.when('isNotEmpty');
  }
  whenDateAfter(date: unknown) {
    return this.when('dateIsAfter', [date]);
  }
  whenDateBefore(date: unknown) {
    return this.when('dateIsBefore', [date]);
  }
  whenDateEqualTo(date: unknown) {
    return this.when('dateIs', [date]);
  }
  whenFormulaSatisfied(formula: string) {
    // The engine knows what is cited and not there any more without its mark.
    return this.when('customFormula', [this.execution.workbook.usFormula(formula).replace(/#REF!/g, '#REF')]);
  }
  whenNumberBetween(start: number, end: number) {
    return this.when('isBetween', [start, end]);
  }
  whenNumberEqualTo(number: number) {
    return this.when('isEqual', [number]);
  }
  whenNumberGreaterThan(number: number) {
    return this.when('isGreaterThan', [number]);
  }
  whenNumberGreaterThanOrEqualTo(number: number) {
    return this.when('isGreaterOrEqualTo', [number]);
  }
  whenNumberLessThan(number: number) {
    return this.when('isLessThan', [number]);
  }
  whenNumberLessThanOrEqualTo(number: number) {
    return this.when('isLessOrEqualTo', [number]);
  }
  whenNumberNotBetween(start: number, end: number) {
    return this.when('isNotBetween', [start, end]);
  }
  whenNumberNotEqualTo(number: number) {
    return this.when('isNotEqual', [number]);
  }
  whenTextContains(text: string) {
    return this.when('containsText', [text]);
  }
  whenTextDoesNotContain(text: string) {
    return this.when('notContainsText', [text]);
  }
  whenTextEndsWith(text: string) {
    return this.when('endsWithText', [text]);
  }
  whenTextEqualTo(text: string) {
    return this.when('isEqual', [text]);
  }
  whenTextStartsWith(text: string) {
    return this.when('beginsWithText', [text]);
  }
}

export function newCondition(execution: Execution): GoogleBuilder {
  return new BuilderStandIn(execution, { places: [], operator: undefined, values: [], style: {} }).self;
}

/** The conditional formats of a sheet, the one that counts first in front. */
export function conditionsOf(execution: Execution, sheetId: string): Condition[] {
  const { getters } = execution.model;
  const conditions: Condition[] = [];
  for (const { rule, ranges } of getters.getConditionalFormats(sheetId)) {
    if (rule.type !== 'CellIsRule') continue;
    const places = ranges.map((name): Place => {
      const range = getters.getRangeFromSheetXC(sheetId, name);
      const { left, right, top, bottom } = range.zone;
      return { sheet: range.sheetId, zone: { left, right, top, bottom } };
    });
    conditions.push({ places, operator: rule.operator, values: rule.values, style: rule.style });
  }
  return conditions;
}

export function conditionRules(execution: Execution, sheetId: string): Google[] {
  return conditionsOf(execution, sheetId).map((condition) => new RuleStandIn(execution, condition).self);
}

/** Replaces all conditional formats of a sheet. */
export function setConditions(execution: Execution, sheetId: string, rules: readonly unknown[]): void {
  const { getters } = execution.model;
  const conditions = rules.map((rule) =>
    standInOf(rule, RuleStandIn, 'SpreadsheetApp.Sheet.setConditionalFormatRules'),
  );
  for (const { condition } of conditions) {
    if (condition.places.some(({ sheet }) => sheet !== sheetId)) throw new Error('The rule is for another sheet.');
  }
  for (const { id } of [...getters.getConditionalFormats(sheetId)]) {
    execution.dispatch('REMOVE_CONDITIONAL_FORMAT', { sheetId, id });
  }
  const { workbook } = execution;
  let { nextId } = workbook.extras.kept;
  for (const { condition } of conditions) {
    const { operator, values, style, places } = condition;
    if (operator === undefined) continue;
    const rule: EngineRule = { type: 'CellIsRule', operator, values: [...values], style };
    if (operator.startsWith('date')) rule.dateValue = 'exactDate';
    execution.dispatch('ADD_CONDITIONAL_FORMAT', {
      sheetId,
      cf: { id: `format${nextId++}`, rule },
      ranges: places.map(({ zone }) => getters.getRangeDataFromZone(sheetId, zone)),
    });
  }
  workbook.keep({ nextId });
}
