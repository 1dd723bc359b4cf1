import type { ConditionalRule, DataValidation } from 'hucre/xlsx';
import type { Execution } from '../execution';
import { type Condition, conditionsOf } from '../services/condition';
import { a1 } from '../services/place';
import { type Rule, ruleOf } from '../services/validation';
import { ruleFormula } from './formula';
import { writable } from './letters';
import { fileStyle } from './style';

type Operator = NonNullable<DataValidation['operator']>;

/** The engine's comparisons as a workbook file has them; of numbers and, with `date` in front, of dates. */
const COMPARED: Readonly<Record<string, Operator>> = {
  isBetween: 'between',
  isNotBetween: 'notBetween',
  isEqual: 'equal',
  isNotEqual: 'notEqual',
  isGreaterThan: 'greaterThan',
  isGreaterOrEqualTo: 'greaterThanOrEqual',
  isLessThan: 'lessThan',
  isLessOrEqualTo: 'lessThanOrEqual',
  dateIsBetween: 'between',
  dateIsNotBetween: 'notBetween',
  dateIs: 'equal',
  dateIsAfter: 'greaterThan',
  dateIsOnOrAfter: 'greaterThanOrEqual',
  dateIsBefore: 'lessThan',
  dateIsOnOrBefore: 'lessThanOrEqual',
};

/** What a message of a workbook file may be long. */
const LONGEST = 255;

type Check = Pick<DataValidation, 'type' | 'operator' | 'formula1' | 'formula2' | 'values'>;

/** What a rule asks for; nothing where a workbook file has no words for it. `first` is the first cell it applies to. */
function check(execution: Execution, rule: Rule, sheetId: string, first: string): Check | undefined {
  const [one = '', two] = rule.values;
  const operator = COMPARED[rule.type];
  if (operator) {
    const type = rule.type.startsWith('date') ? 'date' : 'decimal';
    return { type, operator, formula1: one, ...(two !== undefined && { formula2: two }) };
  }
  switch (rule.type) {
    case 'isValueInList':
      return rule.values.join(',').length <= LONGEST && !rule.values.some((value) => value.includes(','))
        ? { type: 'list', values: rule.values.map(writable) }
        : undefined;
    case 'isValueInRange':
      return { type: 'list', formula1: ruleFormula(execution.model, `=${one}`, sheetId) };
    case 'isBoolean':
      return { type: 'list', values: ['TRUE', 'FALSE'] };
    case 'dateIsValid':
      // Every date there is: from 1 January 1900 on.
      return { type: 'date', operator: 'greaterThanOrEqual', formula1: '1' };
    case 'customFormula':
      return { type: 'custom', formula1: ruleFormula(execution.model, one, sheetId) };
    case 'containsText':
      return { type: 'custom', formula1: `ISNUMBER(SEARCH("${writable(one).replace(/"/g, '""')}",${first}))` };
    default:
      return undefined;
  }
}

/** The validation rules of a sheet. Those that only warn let anything pass, as on Google, and show their help. */
export function fileValidations(execution: Execution, sheetId: string): DataValidation[] {
  const found: DataValidation[] = [];
  for (const engineRule of execution.model.getters.getDataValidationRules(sheetId)) {
    const [first] = engineRule.ranges;
    if (!first) continue;
    const rule = ruleOf(execution, engineRule);
    const asked = check(
      execution,
      rule,
      sheetId,
      a1({ ...first.zone, right: first.zone.left, bottom: first.zone.top }),
    );
    if (!asked) continue;
    const help = writable(rule.help.slice(0, LONGEST));
    found.push({
      ...asked,
      range: engineRule.ranges.map(({ zone }) => a1(zone)).join(' '),
      allowBlank: true,
      ...(rule.allowInvalid ? {} : { showErrorMessage: true, errorStyle: 'stop', ...(help && { errorMessage: help }) }),
      ...(rule.allowInvalid && help && { showInputMessage: true, inputMessage: help }),
    });
  }
  return found;
}

type When = Pick<ConditionalRule, 'type' | 'operator' | 'formula' | 'text'>;

const number = (value: string) =>
  value !== '' && Number.isFinite(Number(value)) ? value : `"${writable(value).replace(/"/g, '""')}"`;

function when(
  execution: Execution,
  { operator = 'customFormula', values }: Condition,
  sheetId: string,
  first: string,
): When | undefined {
  const [one = ''] = values;
  const compared = COMPARED[operator];
  if (compared) {
    const formulas = values.map((value) =>
      value.startsWith('=') ? ruleFormula(execution.model, value, sheetId) : number(value),
    );
    return { type: 'cellIs', operator: compared, formula: formulas.length > 1 ? formulas : (formulas[0] ?? '0') };
  }
  const text = writable(one).replace(/"/g, '""');
  switch (operator) {
    case 'customFormula':
      return { type: 'expression', formula: ruleFormula(execution.model, one, sheetId) };
    case 'isEmpty':
      return { type: 'expression', formula: `LEN(TRIM(${first}))=0` };
    case 'isNotEmpty':
      return { type: 'expression', formula: `LEN(TRIM(${first}))>0` };
    case 'containsText':
      return { type: 'expression', formula: `ISNUMBER(SEARCH("${text}",${first}))` };
    case 'notContainsText':
      return { type: 'expression', formula: `ISERROR(SEARCH("${text}",${first}))` };
    case 'beginsWithText':
      return { type: 'expression', formula: `LEFT(${first},${one.length})="${text}"` };
    case 'endsWithText':
      return { type: 'expression', formula: `RIGHT(${first},${one.length})="${text}"` };
    default:
      return undefined;
  }
}

/** The conditional formats of a sheet, in order: the first that holds counts. */
export function fileConditions(execution: Execution, sheetId: string): ConditionalRule[] {
  const found: ConditionalRule[] = [];
  for (const [index, condition] of conditionsOf(execution, sheetId).entries()) {
    const [first] = condition.places;
    if (!first) continue;
    const { left, top } = first.zone;
    const asked = when(execution, condition, sheetId, a1({ left, right: left, top, bottom: top }));
    const style = fileStyle(condition.style, 'General', null);
    if (!asked || !style) continue;
    // Only what differs: a font's name and size cannot change with a condition.
    if (style.font) {
      const { name: _name, size: _size, ...font } = style.font;
      style.font = font;
    }
    found.push({ ...asked, priority: index + 1, style, range: condition.places.map(({ zone }) => a1(zone)).join(' ') });
  }
  return found;
}
