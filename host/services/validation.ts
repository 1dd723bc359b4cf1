import { helpers } from '@odoo/o-spreadsheet';
import type { Position } from '../cells';
import type { Execution } from '../execution';
import type { Patch, Place, Zone } from '../extras';
import { instantOf, serialAt } from '../zones';
import { DataValidationCriteria } from './enums';
import { placeOfRange, rangeOf } from './given';
import { isDate } from './kinds';
import { eachCell } from './place';
import { type Members, StandIn, standInOf } from './standIn';

type Google = GoogleAppsScript.Spreadsheet.DataValidation;
type GoogleBuilder = GoogleAppsScript.Spreadsheet.DataValidationBuilder;
type Criteria = keyof typeof GoogleAppsScript.Spreadsheet.DataValidationCriteria;
type EngineRule = ReturnType<Execution['model']['getters']['getDataValidationRules']>[number];
type EngineType = EngineRule['criterion']['type'];

/** A validation rule without its ranges: the engine's criterion, and what the engine does not know of. */
export interface Rule {
  readonly type: EngineType;
  readonly values: readonly string[];
  readonly dropdown: boolean;
  readonly allowInvalid: boolean;
  readonly help: string;
}

/** Google's criteria in the engine's words; how their values are given and told. */
const CRITERIA: readonly {
  readonly google: Criteria;
  readonly engine: EngineType;
  readonly values: 'number' | 'date' | 'text' | 'list' | 'range' | 'none';
}[] = [
  { google: 'NUMBER_BETWEEN', engine: 'isBetween', values: 'number' },
  { google: 'NUMBER_NOT_BETWEEN', engine: 'isNotBetween', values: 'number' },
  { google: 'NUMBER_EQUAL_TO', engine: 'isEqual', values: 'number' },
  { google: 'NUMBER_NOT_EQUAL_TO', engine: 'isNotEqual', values: 'number' },
  { google: 'NUMBER_GREATER_THAN', engine: 'isGreaterThan', values: 'number' },
  { google: 'NUMBER_GREATER_THAN_OR_EQUAL_TO', engine: 'isGreaterOrEqualTo', values: 'number' },
  { google: 'NUMBER_LESS_THAN', engine: 'isLessThan', values: 'number' },
  { google: 'NUMBER_LESS_THAN_OR_EQUAL_TO', engine: 'isLessOrEqualTo', values: 'number' },
  { google: 'DATE_IS_VALID_DATE', engine: 'dateIsValid', values: 'none' },
  { google: 'DATE_BETWEEN', engine: 'dateIsBetween', values: 'date' },
  { google: 'DATE_NOT_BETWEEN', engine: 'dateIsNotBetween', values: 'date' },
  { google: 'DATE_AFTER', engine: 'dateIsAfter', values: 'date' },
  { google: 'DATE_BEFORE', engine: 'dateIsBefore', values: 'date' },
  { google: 'DATE_ON_OR_AFTER', engine: 'dateIsOnOrAfter', values: 'date' },
  { google: 'DATE_ON_OR_BEFORE', engine: 'dateIsOnOrBefore', values: 'date' },
  { google: 'DATE_EQUAL_TO', engine: 'dateIs', values: 'date' },
  { google: 'TEXT_CONTAINS', engine: 'containsText', values: 'text' },
  { google: 'TEXT_DOES_NOT_CONTAIN', engine: 'notContainsText', values: 'text' },
  { google: 'TEXT_EQUAL_TO', engine: 'isEqualText', values: 'text' },
  { google: 'TEXT_IS_VALID_EMAIL', engine: 'isEmail', values: 'none' },
  { google: 'TEXT_IS_VALID_URL', engine: 'isLink', values: 'none' },
  { google: 'VALUE_IN_LIST', engine: 'isValueInList', values: 'list' },
  { google: 'VALUE_IN_RANGE', engine: 'isValueInRange', values: 'range' },
  { google: 'CUSTOM_FORMULA', engine: 'customFormula', values: 'text' },
  { google: 'CHECKBOX', engine: 'isBoolean', values: 'none' },
];

const DATED: readonly EngineType[] = ['dateIs', 'dateIsBefore', 'dateIsOnOrBefore', 'dateIsAfter', 'dateIsOnOrAfter'];

const readers = {
  copy: 'free',
  getAllowInvalid: 'free',
  getCriteriaType: 'free',
  getCriteriaValues: 'free',
  getHelpText: 'free',
} as const satisfies Members<Google>;

const members = {
  ...readers,
  build: 'free',
  requireCheckbox: 'free',
  requireDate: 'free',
  requireDateAfter: 'free',
  requireDateBefore: 'free',
  requireDateBetween: 'free',
  requireDateEqualTo: 'free',
  requireDateNotBetween: 'free',
  requireDateOnOrAfter: 'free',
  requireDateOnOrBefore: 'free',
  requireFormulaSatisfied: 'free',
  requireNumberBetween: 'free',
  requireNumberEqualTo: 'free',
  requireNumberGreaterThan: 'free',
  requireNumberGreaterThanOrEqualTo: 'free',
  requireNumberLessThan: 'free',
  requireNumberLessThanOrEqualTo: 'free',
  requireNumberNotBetween: 'free',
  requireNumberNotEqualTo: 'free',
  requireTextContains: 'free',
  requireTextDoesNotContain: 'free',
  requireTextEqualTo: 'free',
  requireTextIsEmail: 'free',
  requireTextIsUrl: 'free',
  requireValueInList: 'free',
  requireValueInRange: 'free',
  setAllowInvalid: 'free',
  setHelpText: 'free',
} as const satisfies Members<GoogleBuilder>;

/** The criterion of a rule as Google tells it. */
function told(execution: Execution, rule: Rule): { readonly type: Criteria; readonly values: unknown[] } {
  const row = CRITERIA.find(({ engine }) => engine === rule.type);
  if (!row) throw new Error(`A ${rule.type} rule is not implemented in the local host`);
  const { timeZone } = execution.workbook.settings;
  const { getters } = execution.model;
  switch (row.values) {
    case 'number':
      return { type: row.google, values: rule.values.map(Number) };
    case 'date':
      return { type: row.google, values: rule.values.map((value) => new Date(instantOf(Number(value), timeZone))) };
    case 'list':
      return { type: row.google, values: [[...rule.values], rule.dropdown] };
    case 'range': {
      const range = getters.getRangeFromSheetXC(execution.activeSheet, rule.values[0] ?? '');
      const { left, right, top, bottom } = range.zone;
      const handle = rangeOf(execution, { sheet: range.sheetId, zone: { left, right, top, bottom } });
      return { type: row.google, values: [handle, rule.dropdown] };
    }
    case 'text':
      return { type: row.google, values: [...rule.values] };
    case 'none':
      return { type: row.google, values: [] };
  }
}

class ValidationStandIn extends StandIn<Google> implements Pick<Google, keyof typeof readers> {
  constructor(
    execution: Execution,
    readonly rule: Rule,
  ) {
    super(execution, 'DataValidation', readers);
  }
  copy() {
    return new BuilderStandIn(this.execution, this.rule).self;
  }
  getAllowInvalid() {
    return this.rule.allowInvalid;
  }
  getCriteriaType() {
    return DataValidationCriteria[told(this.execution, this.rule).type];
  }
  getCriteriaValues() {
    return told(this.execution, this.rule).values;
  }
  getHelpText() {
    return this.rule.help;
  }
}

/** Google's declarations leave out that a builder may have no criterion yet. */
type Declared = Exclude<keyof typeof members, 'getCriteriaType'>;

class BuilderStandIn extends StandIn<GoogleBuilder> implements Pick<GoogleBuilder, Declared> {
  constructor(
    execution: Execution,
    private rule: Rule | undefined,
    private allowInvalid = rule?.allowInvalid ?? true,
    private help = rule?.help ?? '',
  ) {
    super(execution, 'DataValidationBuilder', members);
  }

  private require(type: EngineType, values: readonly unknown[] = [], dropdown = true): GoogleBuilder {
    const { timeZone } = this.execution.workbook.settings;
    const words = values.map((value) => (isDate(value) ? Math.floor(serialAt(value.getTime(), timeZone)) : value));
    this.rule = { type, values: words.map(String), dropdown, allowInvalid: this.allowInvalid, help: this.help };
    return this.self;
  }
  private get built(): Rule {
    if (!this.rule) throw new Error('Data validation rule must have a criteria set.');
    return { ...this.rule, allowInvalid: this.allowInvalid, help: this.help };
  }

  build() {
    return new ValidationStandIn(this.execution, this.built).self;
  }
  copy() {
    return new BuilderStandIn(this.execution, this.rule, this.allowInvalid, this.help).self;
  }
  getAllowInvalid() {
    return this.allowInvalid;
  }
  getCriteriaType() {
    return this.rule ? DataValidationCriteria[told(this.execution, this.rule).type] : null;
  }
  getCriteriaValues() {
    return this.rule ? told(this.execution, this.rule).values : [];
  }
  getHelpText() {
    return this.help === '' ? null : this.help;
  }
  setAllowInvalid(allowInvalidData: boolean) {
    this.allowInvalid = Boolean(allowInvalidData);
    return this.self;
  }
  setHelpText(helpText: string) {
    this.help = String(helpText ?? '');
    return this.self;
  }

  requireCheckbox(checkedValue?: unknown) {
    if (checkedValue !== undefined) throw new Error('Checkbox values are not implemented in the local host');
    return this.require('isBoolean');
  }
  requireDate() {
    return this.require('dateIsValid');
  }
  requireDateAfter(date: unknown) {
    return this.require('dateIsAfter', [date]);
  }
  requireDateBefore(date: unknown) {
    return this.require('dateIsBefore', [date]);
  }
  requireDateBetween(start: unknown, end: unknown) {
    return this.require('dateIsBetween', [start, end]);
  }
  requireDateEqualTo(date: unknown) {
    return this.require('dateIs', [date]);
  }
  requireDateNotBetween(start: unknown, end: unknown) {
    return this.require('dateIsNotBetween', [start, end]);
  }
  requireDateOnOrAfter(date: unknown) {
    return this.require('dateIsOnOrAfter', [date]);
  }
  requireDateOnOrBefore(date: unknown) {
    return this.require('dateIsOnOrBefore', [date]);
  }
  requireFormulaSatisfied(formula: string) {
    return this.require('customFormula', [this.execution.workbook.usFormula(formula)]);
  }
  requireNumberBetween(start: number, end: number) {
    return this.require('isBetween', [start, end]);
  }
  requireNumberEqualTo(number: number) {
    return this.require('isEqual', [number]);
  }
  requireNumberGreaterThan(number: number) {
    return this.require('isGreaterThan', [number]);
  }
  requireNumberGreaterThanOrEqualTo(number: number) {
    return this.require('isGreaterOrEqualTo', [number]);
  }
  requireNumberLessThan(number: number) {
    return this.require('isLessThan', [number]);
  }
  requireNumberLessThanOrEqualTo(number: number) {
    return this.require('isLessOrEqualTo', [number]);
  }
  requireNumberNotBetween(start: number, end: number) {
    return this.require('isNotBetween', [start, end]);
  }
  requireNumberNotEqualTo(number: number) {
    return this.require('isNotEqual', [number]);
  }
  requireTextContains(text: string) {
    return this.require('containsText', [text]);
  }
  requireTextDoesNotContain(text: string) {
    return this.require('notContainsText', [text]);
  }
  requireTextEqualTo(text: string) {
    return this.require('isEqualText', [text]);
  }
  requireTextIsEmail() {
    return this.require('isEmail');
  }
  requireTextIsUrl() {
    return this.require('isLink');
  }
  requireValueInList(values: string[], showDropdown = true) {
    return this.require('isValueInList', values, showDropdown);
  }
  requireValueInRange(range: unknown, showDropdown = true) {
    const { sheet, zone } = placeOfRange(range, 'SpreadsheetApp.DataValidationBuilder.requireValueInRange');
    const { getters } = this.execution.model;
    const name = getters.getRangeString(getters.getRangeFromZone(sheet, zone), undefined, { useFixedReference: true });
    return this.require('isValueInRange', [name], showDropdown);
  }
}

export function newValidation(execution: Execution): GoogleBuilder {
  return new BuilderStandIn(execution, undefined).self;
}

/** The rule of a handle that a script passed; `null` stays `null`. */
export function validationOf(handle: unknown, member: string): Rule | null {
  if (handle === null || handle === undefined) return null;
  return standInOf(handle, ValidationStandIn, member).rule;
}

/** A handle on the rule of a cell, or nothing. */
export function ruleAt(execution: Execution, position: Position): Google | null {
  const rule = execution.model.getters.getValidationRuleForCell(position);
  return rule ? new ValidationStandIn(execution, ruleOf(execution, rule)).self : null;
}

/** A rule of the engine, with its help text. */
export function ruleOf(execution: Execution, rule: EngineRule): Rule {
  const { criterion } = rule;
  return {
    type: criterion.type,
    values: criterion.values,
    dropdown: 'displayStyle' in criterion ? criterion.displayStyle !== 'plainText' : true,
    allowInvalid: !rule.isBlocking,
    help: execution.workbook.extras.kept.help[rule.id] ?? '',
  };
}

/** Gives each cell of a place its rule, or none; equal rules become one rule of the engine with several ranges. */
export function setRules(
  execution: Execution,
  place: Place,
  ruleOfCell: (down: number, across: number) => Rule | null,
): void {
  const { getters } = execution.model;
  const sheetId = place.sheet;
  const zones = new Map<string, { readonly rule: Rule | null; readonly cells: Zone[] }>();
  eachCell(place.zone, (col, row, down, across) => {
    const rule = ruleOfCell(down, across);
    const key = JSON.stringify(rule);
    const group = zones.get(key) ?? { rule, cells: [] };
    zones.set(key, group);
    const last = group.cells[group.cells.length - 1];
    // Cells come row by row: a run within a row grows to the right.
    if (last && last.top === row && last.right === col - 1) {
      group.cells[group.cells.length - 1] = { ...last, right: col };
    } else group.cells.push({ left: col, right: col, top: row, bottom: row });
  });
  for (const { rule, cells } of zones.values()) {
    const target = stacked(cells);
    if (rule) addRule(execution, sheetId, rule, target);
    else removeRules(execution, sheetId, target);
  }

  function removeRules(execution: Execution, sheetId: string, target: readonly Zone[]): void {
    const removed = target.map((zone) => getters.getRangeFromZone(sheetId, zone));
    for (const rule of [...getters.getDataValidationRules(sheetId)]) {
      if (!rule.ranges.some((range) => target.some((zone) => helpers.overlap(range.zone, zone)))) continue;
      const left = getters.recomputeRanges(rule.ranges, removed);
      if (left.length === 0) execution.dispatch('REMOVE_DATA_VALIDATION_RULE', { sheetId, id: rule.id });
      else {
        execution.dispatch('ADD_DATA_VALIDATION_RULE', {
          sheetId,
          rule: { id: rule.id, criterion: rule.criterion, ...(rule.isBlocking && { isBlocking: true }) },
          ranges: left.map((range) => getters.getRangeData(range)),
        });
      }
    }
  }
}

/** Runs of equal width one under another become one rectangle. */
export function stacked(runs: readonly Zone[]): Zone[] {
  const done: Zone[] = [];
  const open = new Map<string, Zone>();
  for (const run of runs) {
    const key = `${run.left} ${run.right}`;
    const above = open.get(key);
    if (above && above.bottom === run.top - 1) {
      open.set(key, { ...above, bottom: run.bottom });
      continue;
    }
    if (above) done.push(above);
    open.set(key, run);
  }
  return [...done, ...open.values()];
}

/** Gives cells a rule beside those that others have. */
export function addRule(execution: Execution, sheetId: string, rule: Rule, target: readonly Zone[]): void {
  const { workbook } = execution;
  const { getters } = execution.model;
  const { nextId, help } = workbook.extras.kept;
  const id = `rule${nextId}`;
  workbook.keep({ nextId: nextId + 1, ...(rule.help !== '' && { help: { ...help, [id]: rule.help } }) });
  const blank = rule.type === 'isBoolean' ? target.flatMap((zone) => blanksIn(execution, sheetId, zone)) : [];
  execution.dispatch('ADD_DATA_VALIDATION_RULE', {
    sheetId,
    rule: { id, criterion: criterionOf(rule), isBlocking: !rule.allowInvalid },
    ranges: target.map((zone) => getters.getRangeDataFromZone(sheetId, zone)),
  });
  execution.apply(blank);
}

/** The blank cells of a zone, as patches that leave them so: the engine unticks every box that it is given. */
function blanksIn({ model }: Execution, sheet: string, zone: Zone): readonly Patch[] {
  const blanks: Patch[] = [];
  eachCell(zone, (col, row) => {
    const held = model.getters.getCell({ sheetId: sheet, col, row });
    if (!held?.isFormula && (held?.content ?? '') === '') blanks.push({ sheet, col, row, input: { kind: 'blank' } });
  });
  return blanks;
}

/** The engine's criterion; its type is a union that a table cannot be checked against. */
function criterionOf({ type, values, dropdown }: Rule): EngineRule['criterion'] {
  const displayStyle = dropdown ? 'arrow' : 'plainText';
  if (type === 'isValueInList' || type === 'isValueInRange') return { type, values: [...values], displayStyle };
  const criterion = DATED.includes(type)
    ? { type, values: [...values], dateValue: 'exactDate' }
    : { type, values: [...values] };
  return criterion as EngineRule['criterion'];
}
