import { draftFaults, draftOf, withText } from '../../sidebar/form/draft';
import { gridOfText, opened } from '../../sidebar/import/import';
import { targetOf } from '../../sidebar/import/target';
import { lists, type Part, parts, roleIn } from '../../sidebar/planParts';
import { inputText } from '../../sidebar/value/inputText';
import { plainTerms } from '../../sidebar/value/terms';
import { faultsOf } from '../../src/app/endpoints/cells';
import type { FieldValue, Scalar } from '../../src/model/answer';
import type { Field } from '../../src/model/field';
import { type Rule, rulesOf } from '../../src/model/rules';
import { cellKeys, isTypable, type Tab } from '../../src/model/tab';
import { dayOfIso } from '../../src/model/value';
import { tabPlan } from '../../src/workbook/layout';
import type { Rule as CellRule, HighlightPlan } from '../../src/workbook/plan';
import { plannedDesk } from '../engine/addon';
import { nameOf } from '../import/target';

/*
 * For every rule of every field of every part, from the description: a value that breaks it is refused by the form, the
 * endpoint and the import, marked in the tab and found by the check; a value that keeps it passes everywhere.
 */

const terms = plainTerms('en');

/** Values, cell by cell, of one record. */
type Cells = Readonly<Record<string, Scalar>>;

interface Case {
  readonly field: Field;
  readonly rule: Rule['rule'];
  /** The cell concerned, and what it and those beside it hold. */
  readonly cell: string;
  readonly cells: Cells;
}

function boundOf(rules: readonly Rule[], ...names: Rule['rule'][]): number | undefined {
  for (const rule of rules) if ('bound' in rule && names.includes(rule.rule)) return rule.bound;
  return undefined;
}

/** A value that keeps all rules of a field. */
function kept(field: Field): Scalar {
  const rules = rulesOf({ ...field, role: 'input' });
  const most = boundOf(rules, 'atMost');
  for (const rule of rules) {
    switch (rule.rule) {
      case 'number':
        return most ?? (boundOf(rules, 'atLeast', 'above') ?? 0) + 1;
      case 'date':
        return '2027-03-16';
      case 'month':
        return '2027-03';
      case 'tick':
        return true;
      case 'choice':
        return lists.find(({ id }) => id === rule.list)?.choices[0]?.id ?? null;
      case 'text':
        return 'a';
    }
  }
  return null;
}

/** Values that break one rule of a field and keep those before it; what the rule of another field looks at comes apart. */
function broken(rule: Rule, rules: readonly Rule[]): Scalar | undefined {
  switch (rule.rule) {
    case 'needed':
      return null;
    case 'number':
      return 'many';
    case 'size':
      // Where there is a most, the tab knows that.
      return boundOf(rules, 'atMost') === undefined ? 1e16 : undefined;
    case 'whole':
      return (boundOf(rules, 'atLeast', 'above') ?? 0) + 0.5;
    case 'atLeast':
      return rule.bound - 1;
    case 'above':
      return rule.bound;
    case 'atMost':
      return rule.bound + 1;
    case 'date':
      return 'soon';
    case 'month':
      return 'soon';
    case 'tick':
      return 'maybe';
    case 'choice':
      return 'nobody';
    case 'text':
      return 'x'.repeat(20_001);
    default:
      return undefined;
  }
}

/** The fixed row in which a field is typed, the record of a tab that has one, or a new record. */
const recordFor = (tab: Tab, field: Field): string =>
  tab.shape === 'fixed' ? (tab.rows?.find((row) => roleIn(tab, field, row) !== 'computed') ?? '') : tab.id;

const isTyped = (tab: Tab, field: Field): boolean =>
  !field.hidden && roleIn(tab, field, recordFor(tab, field)) !== 'computed';

/** What every record of a tab needs. */
function needs(tab: Tab): Cells {
  return Object.fromEntries(tab.fields.filter(({ required }) => required).map((field) => [field.id, kept(field)]));
}

/** Something in another cell: a row of blanks is none. */
function beside(tab: Tab, field: Field): Cells {
  const others = tab.fields.filter((candidate) => candidate !== field && isTyped(tab, candidate));
  const other = others.find(({ cells }) => cells === undefined) ?? others[0];
  return other ? { [cellKeys(other)[0] ?? other.id]: kept(other) } : {};
}

function casesOf(tab: Tab): readonly Case[] {
  return tab.fields
    .filter((field) => isTyped(tab, field))
    .flatMap((field) => {
      const rules = rulesOf({ ...field, role: 'input' });
      const cell = cellKeys(field).at(-1) ?? field.id;
      return rules.flatMap((rule): readonly Case[] => {
        if (rule.rule === 'notBefore') {
          const cells = { ...needs(tab), [rule.other]: '2027-03-16', [cell]: '2027-03-15' };
          return [{ field, rule: rule.rule, cell, cells }];
        }
        const value = broken(rule, rules);
        if (value === undefined) return [];
        return [{ field, rule: rule.rule, cell, cells: { ...needs(tab), ...beside(tab, field), [cell]: value } }];
      });
    });
}

/** All that a form of the part can hold, all of it right. */
function keptCells(tab: Tab, record: string): Cells {
  const cells: Record<string, Scalar> = {};
  for (const field of tab.fields) {
    if (field.hidden || roleIn(tab, field, record) === 'computed') continue;
    for (const cell of cellKeys(field)) cells[cell] = kept(field);
  }
  return cells;
}

const recordOf = ({ tab }: Part, one?: Case): string => (one ? recordFor(tab, one.field) : (tab.rows?.[0] ?? tab.id));

/** What a person would type to mean a value. */
const textFor = (field: Field, value: Scalar): string => inputText(field, value, terms);

/** Rules that the form says are broken, by cell. */
function inForm({ tab }: Part, record: string, cells: Cells): ReadonlyMap<string, string> {
  let draft = draftOf(tab.id, { id: record, values: {}, typedOver: new Set() }, tab.shape === 'table');
  for (const field of tab.fields)
    for (const cell of cellKeys(field))
      if (cell in cells) draft = withText(draft, cell, textFor(field, cells[cell] ?? null));
  return new Map([...draftFaults(tab, draft, terms)].map(([cell, { rule }]) => [cell, rule]));
}

/** Rules that an import says are broken. */
function inFile({ tab, section }: Part, rows: readonly Cells[]): readonly string[] {
  const keys = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const line = (row: Cells): string => keys.map((key) => String(row[key] ?? '')).join(',');
  const target = targetOf(tab, section, 1);
  const file = opened(gridOfText([keys.join(','), ...rows.map(line)].join('\n'), target), target);
  // Headers are keys and figures are as they are stored: nothing is left to be found out.
  const matching = keys.map((key) => ({ key, by: 'person' as const }));
  const readings = Object.fromEntries(keys.map((_, index) => [index, { percent: 'fraction' as const }]));
  const { faults, questions } = file.read({ ...file.first, matching, readings });
  const asked = questions.map(({ ask }) => (ask === 'values' ? 'choice' : ask));
  return [...faults.map((fault) => (nameOf(fault) === 'negative' ? 'atLeast' : nameOf(fault))), ...asked];
}

/** Rules that the check says are broken, with their cells. */
function inCheck({ tab }: Part, rows: readonly (readonly [id: string, cells: Cells])[]): readonly string[] {
  const columns = tab.fields
    .filter(({ hidden }) => !hidden)
    .flatMap((field) =>
      cellKeys(field).map((key) => ({ key, field, formulas: [], values: rows.map(([, cells]) => cells[key] ?? null) })),
    );
  const ids = rows.map(([id]) => id);
  return faultsOf(tab, ids, columns).map(({ field, rule }) => `${field} ${rule}`);
}

/** Whether a cell of the tab refuses a value: what Google checks for the rule it is given. */
function isRefused(rule: CellRule | undefined, value: Scalar): boolean {
  if (!rule || value === null) return false;
  switch (rule.type) {
    case 'choice':
      return !rule.open && !lists.find(({ id }) => id === rule.list)?.choices.some(({ id }) => id === value);
    case 'date':
      return dayOfIso(String(value)) === undefined;
    case 'month':
      return !/^\d{4}-\d{2}$/.test(String(value));
    case 'tick':
      return typeof value !== 'boolean';
    case 'number': {
      if (typeof value !== 'number') return true;
      if (rule.min !== undefined && rule.above) return value <= rule.min;
      if (rule.min !== undefined && rule.max !== undefined) return value < rule.min || value > rule.max;
      return rule.min !== undefined && value < rule.min;
    }
    default:
      return false;
  }
}

/** A value as a cell holds it in a formula: a day is a number, a choice its id. */
const literal = (value: Scalar | undefined): string =>
  JSON.stringify((typeof value === 'string' ? dayOfIso(value) : undefined) ?? value ?? '');

/** Whether a highlight of the description's rules holds in a cell: the few functions that they are written with. */
function holds({ formula }: HighlightPlan, cell: string, cells: Cells): boolean {
  const script = formula
    .replace(/\{list\.\w+\.(\w+)\}/g, '"$1"')
    .replace(/\{#id\}/g, '"1"')
    .replace(/\{([\w.]+)\}/g, (_, name: string) => literal(cells[name === 'this' ? cell : name]))
    .replace(/<>/g, '!==')
    .replace(/([^<>!=])=([^=])/g, '$1===$2');
  const functions = {
    AND: (...all: readonly boolean[]) => all.every(Boolean),
    OR: (...all: readonly boolean[]) => all.some(Boolean),
    NOT: (one: boolean) => !one,
    ISNUMBER: (value: unknown) => typeof value === 'number',
    INT: Math.floor,
    COUNT: (...values: readonly unknown[]) => values.filter((value) => typeof value === 'number').length,
  };
  return new Function(...Object.keys(functions), `return ${script}`)(...Object.values(functions)) === true;
}

/** Highlights that come from rules, by how they are written; others say what a figure means. */
const fromRules =
  /^\{this\}=""$|^AND\((?:\{#id\}|ISNUMBER\(\{[\w.]+\}\),\{[\w.]+\}(?:<>INT|>)|COUNT\(|\{this\}<>"",OR\()/;

/** Whether the tab shows a cell as wrong or does not take it. */
function isMarked({ tab, section }: Part, record: string, field: Field, cell: string, cells: Cells): boolean {
  const place = tab.shape === 'record' ? `value.${cellKeys(field).indexOf(cell) + 1}` : cell;
  const { body, rows, highlights } = tabPlan(section, tab, 'en', lists);
  const row = tab.shape === 'record' ? field.id : record;
  const rule = (body ?? rows.find(({ key }) => key === row)?.cells)?.[place]?.rule;
  const marking = highlights.filter(
    (one) =>
      one.look === 'bad' &&
      one.columns.includes(place) &&
      (one.row === undefined || one.row === field.id) &&
      fromRules.test(one.formula),
  );
  return isRefused(rule, cells[cell] ?? null) || marking.some((highlight) => holds(highlight, cell, cells));
}

/** Texts of any length and numbers of any size no one types into a cell: the tab leaves them to the check. */
const leftToCheck: ReadonlySet<Rule['rule']> = new Set(['text', 'size']);

// What signing keeps no one types or imports.
const described = parts.filter(
  ({ tab }) => tab.rowsFor === undefined && !tab.kept && tab.fields.some((field) => isTyped(tab, field)),
);
const broke = described.flatMap((part) => casesOf(part.tab).map((one) => ({ part, one })));

test('there are cases of every rule', () => {
  expect(described.length).toBeGreaterThan(9);
  expect([...new Set(broke.map(({ one }) => one.rule))].sort()).toEqual(
    [
      'above',
      'atLeast',
      'atMost',
      'choice',
      'date',
      'month',
      'needed',
      'notBefore',
      'number',
      'size',
      'text',
      'tick',
      'whole',
    ].sort(),
  );
});

describe('a value that breaks a rule', () => {
  test.each(broke.map(({ part, one }) => [`${part.tab.id} ${one.cell} ${one.rule}`, part, one] as const))(
    '%s',
    (_, part, one) => {
      const record = recordOf(part, one);
      // A form only shows what is imported.
      if (isTypable(roleIn(part.tab, one.field, record)))
        expect(inForm(part, record, one.cells).get(one.cell)).toBe(spoken(one));
      if (part.tab.shape === 'table') expect(inFile(part, [one.cells])).toEqual([spoken(one)]);
      expect(inCheck(part, [[record, one.cells]])).toContain(`${one.cell} ${one.rule}`);
      expect(isMarked(part, record, one.field, one.cell, one.cells)).toBe(!leftToCheck.has(one.rule));
    },
  );

  /** A text that is no number is told what kind of number it should be. */
  function spoken({ rule, field }: Case): string {
    return rule === 'number' && (field.kind === 'count' || field.kind === 'year') ? 'whole' : rule;
  }
});

describe.each(described.map((part) => [part.tab.id, part] as const))('%s', (_, part) => {
  const { tab } = part;
  const rows = tab.shape === 'fixed' ? (tab.rows ?? []) : [tab.id];

  test('what keeps all rules passes everywhere', () => {
    for (const record of rows) {
      const cells = keptCells(tab, record);
      expect([...inForm(part, record, cells)]).toEqual([]);
      expect(inCheck(part, [[record, cells]])).toEqual([]);
      for (const [cell] of Object.entries(cells)) {
        const field = tab.fields.find(({ id }) => id === cell.split('.')[0]);
        if (field)
          expect({ cell, marked: isMarked(part, record, field, cell, cells) }).toEqual({ cell, marked: false });
      }
      if (tab.shape === 'table') expect(inFile(part, [cells])).toEqual([]);
    }
  });

  test('a key that comes twice is refused by form and import and found by the check', () => {
    // Of a key of several fields, its last is told.
    const key = tab.fields.filter((field) => field.key).at(-1);
    if (!key) return;
    const cells = needs(tab);
    let draft = draftOf(tab.id, { id: 'new', values: {}, typedOver: new Set() }, true);
    for (const [cell, value] of Object.entries(cells)) draft = withText(draft, cell, String(value));
    const beside = [{ id: 'other', values: cells, typedOver: new Set<string>() }];
    expect([...draftFaults(tab, draft, terms, beside)].map(([cell, { rule }]) => [cell, rule])).toEqual([
      [key.id, 'unique'],
    ]);
    expect(inFile(part, [cells, cells])).toEqual(['unique']);
    expect(
      inCheck(part, [
        ['one', cells],
        ['two', cells],
      ]),
    ).toEqual([`${key.id} unique`]);
  });
});

describe('the endpoint', () => {
  const { addon } = plannedDesk();
  for (const { tab, section } of described) if (tab.onDemand) addon.run('generatePlan', { section: section.id });
  const said = (name: string, request: object) => addon.run(name, request);

  /** A record's cells as an endpoint takes them, by field. */
  function values(tab: Tab, cells: Cells): Record<string, FieldValue> {
    const given: Record<string, FieldValue> = {};
    for (const field of tab.fields) {
      const keys = cellKeys(field);
      if (!keys.some((key) => key in cells)) continue;
      given[field.id] = field.cells === undefined ? (cells[field.id] ?? null) : keys.map((key) => cells[key] ?? null);
    }
    return given;
  }

  function answerTo(part: Part, record: string, cells: Cells, request: string): unknown {
    const { tab } = part;
    if (tab.shape === 'table')
      return said('addRecords', { request, part: tab.id, records: [values(tab, cells)], reason: 'by hand' });
    const changes = Object.entries(values(tab, cells)).map(([field, to]) => ({
      record,
      field,
      from: Array.isArray(to) ? to.map(() => null) : null,
      to,
    }));
    return said('saveRecord', { request, part: tab.id, changes, reason: 'by hand' });
  }

  test.each(broke.map(({ part, one }) => [`${part.tab.id} ${one.cell} ${one.rule}`, part, one] as const))(
    'refuses %s',
    (name, part, one) => {
      expect(answerTo(part, recordOf(part, one), one.cells, name)).toMatchObject({
        status: 'invalid',
        faults: [{ field: one.cell }],
      });
    },
  );

  test.each(described.map((part) => [part.tab.id, part] as const))('%s: computed figures are refused', (id, part) => {
    const { tab } = part;
    const computed = tab.fields.filter((field) => !field.hidden && roleIn(tab, field, recordOf(part)) === 'computed');
    for (const field of computed) {
      const cells = { ...needs(tab), ...Object.fromEntries(cellKeys(field).map((key) => [key, 1])) };
      expect(answerTo(part, recordOf(part), cells, `${id} ${field.id}`)).toMatchObject({
        status: 'invalid',
        faults: [{ field: expect.stringContaining(field.id) }],
      });
    }
  });

  test.each(described.filter(({ tab }) => tab.shape === 'table').map((part) => [part.tab.id, part] as const))(
    '%s: takes what keeps all rules, once',
    (id, part) => {
      const cells = keptCells(part.tab, id);
      const key = part.tab.fields.filter((field) => field.key).at(-1);
      if (key?.kind === 'choice') return;
      expect(answerTo(part, id, cells, `${id} kept`)).toMatchObject({ status: 'done' });
      if (key) expect(answerTo(part, id, cells, `${id} again`)).toMatchObject({ faults: [{ field: key.id }] });
    },
  );
});
