import type { FieldValue, Scalar } from './answer';
import { planYears } from './calendar';
import { shortened, unkeptIn } from './characters';
import type { ChoiceList, Field, Kind } from './field';
import { copyKey } from './imported';
import { keyOf } from './key';
import { errorIn } from './reader';
import { locatedId } from './reference';
import type { Params } from './sentence';
import { cellKeys, roleOf, type Tab } from './tab';
import { dayOfIso, firstDayOf } from './value';

/** Longest text a cell is given: a cell holds 50,000 characters, and the change log holds what was and what is beside each other. */
const longestText = 20_000;

/** Numbers that a cell is given: beyond, a sheet no longer keeps every unit, and what is computed from them overflows. */
const largestNumber = 1e15;
const smallestNumber = 1e-12;

/**
 * What must hold for a cell, a record or a table. All that refuses a value, marks it or finds it is drawn from these:
 * the form, the tab's cells, the endpoints, an import and the check.
 */
export type Rule =
  /** Computed: nothing is typed there. */
  | { readonly rule: 'locked' }
  /** Every record has it. */
  | { readonly rule: 'needed' }
  | { readonly rule: 'words' }
  | { readonly rule: 'text'; readonly most: number }
  /** Only characters that a cell and a file can hold. */
  | { readonly rule: 'characters' }
  /** `size`: neither so large nor so close to 0 that a sheet cannot compute with it. */
  | { readonly rule: 'number' | 'size' | 'whole' | 'date' | 'month' | 'tick' }
  /** One of a list's choices. */
  | { readonly rule: 'choice'; readonly list: string }
  | { readonly rule: 'atLeast' | 'above' | 'atMost'; readonly bound: number }
  /** A date that does not lie before that of another field of its record. */
  | { readonly rule: 'notBefore'; readonly other: string }
  /** It names a record that is there: taken all the same, since that may come later. */
  | { readonly rule: 'known' }
  /** No other record of the table has the same, however it is typed, or one that looks the same. */
  | { readonly rule: 'unique' };

/** What a fault is called: the rule it breaks, or why a text cannot be read as what its rule asks for. */
export type FaultName =
  | Rule['rule']
  | 'ambiguousDate'
  | 'noSuchDay'
  | 'cells'
  | 'error'
  /** 0, where another figure of its record is divided by it. */
  | 'divided'
  /** The same record comes twice in what is imported at once. */
  | 'twice'
  /** Another record's name looks the same and has letters of another alphabet. */
  | 'lookalike'
  /** Written by hand where only imports write, and no reason is given. */
  | 'reasonless'
  /** Something else stands there than was imported; or something, and nothing was. */
  | 'typedOver'
  | 'notImported';

/** A rule broken, as data; `faultWords` puts it into words. */
export interface RuleFault {
  readonly rule: FaultName;
  /**
   * What its sentence tells: `bound` as people write it (`−100%`), `got`, `least` (a day), `other` (the id of a field),
   * `list`, `most`, `cells`.
   */
  readonly params: Params;
}

/** A fault at its cell: `growth`, or `months.3` of a field of several. */
export interface CellFault extends RuleFault {
  readonly field: string;
}

/** A fault at its record. */
export interface RecordFault extends CellFault {
  readonly record: string;
}

/** A record as plain values: dates as `2027-03-16`, choices by their ids. */
export interface RecordValues {
  readonly id: string;
  /** Undefined where the tab lacks the cell. */
  readonly value: (cell: string) => Scalar | undefined;
  /** The cells that someone is about to set; left out, the record is looked at as it stands. */
  readonly entered?: ReadonlySet<string>;
}

const number = (): readonly Rule[] => [{ rule: 'number' }, { rule: 'size' }];
const whole = (): readonly Rule[] => [...number(), { rule: 'whole' }];
const text = (): readonly Rule[] => [{ rule: 'words' }, { rule: 'text', most: longestText }, { rule: 'characters' }];

/** What each kind of field asks of a value. */
const kindRules: Readonly<Record<Kind, (field: Field) => readonly Rule[]>> = {
  text,
  longText: text,
  person: text,
  money: number,
  price: number,
  number,
  decimal: number,
  count: whole,
  rate: number,
  growth: number,
  months: number,
  index: number,
  year: whole,
  date: () => [{ rule: 'date' }],
  month: () => [{ rule: 'month' }],
  tick: () => [{ rule: 'tick' }],
  choice: ({ list = '', open }) => (open ? text() : [{ rule: 'choice', list }]),
};

/** The rules of a field in one row of its tab, in the order in which a fault is told. */
export function rulesOf(field: Field, row?: string): readonly Rule[] {
  if (roleOf(field, row) === 'computed') return [{ rule: 'locked' }];
  const { min, max, above, required, cells, notBefore, key, ref, kind } = field;
  return [
    ...(required && cells === undefined ? [{ rule: 'needed' } as const] : []),
    ...kindRules[field.kind](field),
    ...(min === undefined ? [] : [{ rule: above ? 'above' : 'atLeast', bound: min } as const]),
    ...(max === undefined ? [] : [{ rule: 'atMost', bound: max } as const]),
    ...(notBefore === undefined ? [] : [{ rule: 'notBefore', other: notBefore } as const]),
    // Of a list that also names records its own choices are as good: only a text has nothing else to be.
    ...(ref !== undefined && kind === 'text' ? [{ rule: 'known' } as const] : []),
    ...(key ? [{ rule: 'unique' } as const] : []),
  ];
}

/**
 * Whether a tab's cell itself refuses what breaks a rule. The others it takes: it shows them as wrong, or leaves them to
 * the check. Of two bounds it knows the lower one where that is not allowed itself.
 */
export function isRefusedInTab(rule: FaultName, { above, min, role }: Field): boolean {
  // Google holds a formula's result against a rule that refuses: no cell with a formula of ours has one.
  if (role === 'default') return false;
  switch (rule) {
    case 'number':
    case 'date':
    case 'month':
    case 'tick':
    case 'choice':
    case 'atLeast':
    case 'above':
      return true;
    case 'atMost':
      return min !== undefined && !above;
    default:
      return false;
  }
}

/** A bound as people write it: `0`, or `−100%` for a fraction. */
function boundText(kind: Kind, bound: number): string {
  const text = kind === 'rate' || kind === 'growth' ? `${bound * 100}%` : String(bound);
  return text.replace('-', '−');
}

/** Whether a day or a month is of a year that a plan can have to do with: a cell of days takes any number for one. */
function isNear(iso: string): boolean {
  const year = Number(iso.slice(0, 4));
  return year >= planYears.first && year <= planYears.last;
}

type Test = (value: Scalar) => boolean;

const isNumber: Test = (value) => typeof value === 'number' && Number.isFinite(value);
const isComputable = (size: number): boolean => size >= smallestNumber && size <= largestNumber;
const always: Test = () => true;

/** Whether a value keeps a rule that looks at nothing else; those that look further are kept here. */
function testOf(rule: Rule, lists: readonly ChoiceList[]): Test {
  switch (rule.rule) {
    case 'locked':
      return () => false;
    case 'words':
      return (value) => typeof value === 'string';
    case 'text':
      return (value) => typeof value === 'string' && value.length <= rule.most;
    case 'characters':
      return (value) => typeof value === 'string' && unkeptIn(value) === undefined;
    case 'size':
      return (value) => value === 0 || isComputable(Math.abs(Number(value)));
    case 'number':
      return isNumber;
    case 'whole':
      return Number.isInteger;
    case 'month':
      return (value) => typeof value === 'string' && firstDayOf(value) !== undefined && isNear(value);
    case 'date':
      return (value) => typeof value === 'string' && dayOfIso(value) !== undefined && isNear(value);
    case 'tick':
      return (value) => typeof value === 'boolean';
    case 'choice': {
      const choices = new Set<Scalar>(lists.find(({ id }) => id === rule.list)?.choices.map(({ id }) => id));
      return (value) => choices.has(value);
    }
    case 'atLeast':
      return (value) => typeof value === 'number' && value >= rule.bound;
    case 'above':
      return (value) => typeof value === 'number' && value > rule.bound;
    case 'atMost':
      return (value) => typeof value === 'number' && value <= rule.bound;
    default:
      return always;
  }
}

function paramsOf(rule: Rule, { kind }: Field, value: Scalar): Params {
  if (rule.rule === 'characters') return { got: unkeptIn(String(value)) ?? '' };
  if ('bound' in rule) return { bound: boundText(kind, rule.bound) };
  if ('most' in rule) return { most: rule.most.toLocaleString('en') };
  return 'list' in rule ? { list: rule.list } : {};
}

/** Looks at the values of a typed field's cells, one at a time: the first rule that a value breaks, if it breaks one. */
export function cellCheck(
  field: Field,
  row: string | undefined,
  lists: readonly ChoiceList[],
): (value: Scalar) => RuleFault | undefined {
  const tests = rulesOf(field, row).map((rule) => ({ rule, holds: testOf(rule, lists) }));
  const isNeeded = tests[0]?.rule.rule === 'needed';
  return (value) => {
    if (value === null || value === '') return isNeeded ? { rule: 'needed', params: {} } : undefined;
    const broken = tests.find(({ holds }) => !holds(value))?.rule;
    return broken && { rule: broken.rule, params: paramsOf(broken, field, value) };
  };
}

/** What a field's value breaks, a list for a field of several cells, at the cells concerned. */
export function valueFaults(
  field: Field,
  row: string | undefined,
  value: FieldValue,
  lists: readonly ChoiceList[],
): readonly CellFault[] {
  if (roleOf(field, row) === 'computed') return [{ rule: 'locked', field: field.id, params: {} }];
  const isList = typeof value === 'object' && value !== null;
  if (field.cells === undefined ? isList : !isList || value.length !== field.cells)
    return [{ rule: 'cells', field: field.id, params: { cells: field.cells ?? 1 } }];
  const check = cellCheck(field, row, lists);
  const values: readonly Scalar[] = isList ? value : [value];
  return cellKeys(field).flatMap((key, index): readonly CellFault[] => {
    const fault = check(values[index] ?? null);
    return fault ? [{ ...fault, field: key }] : [];
  });
}

/** Whether a day lies before the one that it must not lie before; what is blank, or no day at all, lies before none. */
function isEarly(day: Scalar, least: Scalar): least is string {
  if (typeof day !== 'string' || typeof least !== 'string') return false;
  const [one, other] = [dayOfIso(day), dayOfIso(least)];
  return one !== undefined && other !== undefined && one < other;
}

/** Dates of a record that lie before the one that they must not lie before, where either is entered. */
export function orderFaults({ fields }: Tab, { value, entered }: Omit<RecordValues, 'id'>): readonly CellFault[] {
  const faults: CellFault[] = [];
  for (const { id, notBefore } of fields) {
    if (notBefore === undefined || (entered && !entered.has(id) && !entered.has(notBefore))) continue;
    const least = value(notBefore) ?? null;
    if (isEarly(value(id) ?? null, least))
      faults.push({ rule: 'notBefore', field: id, params: { other: notBefore, least } });
  }
  return faults;
}

/** A record whose key another one has, or one that looks like it. */
export interface KeyFault extends RecordFault {
  /** The record that has it. */
  readonly holder: string;
}

/** A record's key: what it is, what it looks like, and how it is written. */
interface Keyed {
  readonly id: string;
  readonly known: string;
  readonly looks: string;
  readonly name: string;
}

/**
 * Records whose key another one has: of those that are looked at as they stand all but the first, of those about to be
 * set each that meets another, whatever stands where. A key that only looks like another's is as bad: it is taken for
 * another record.
 */
export function keyFaults(tab: Tab, records: Iterable<RecordValues>): readonly KeyFault[] {
  const key = keyOf(tab);
  const last = key?.fields[key.fields.length - 1];
  if (!key || !last) return [];
  const holders = new Map<string, Keyed>();
  const lookalikes = new Map<string, Keyed>();
  const hold = (keyed: Keyed): void => {
    holders.set(keyed.known, keyed);
    if (!lookalikes.has(keyed.looks)) lookalikes.set(keyed.looks, keyed);
  };
  const entering: Keyed[] = [];
  for (const { id, value, entered } of records) {
    const known = key.idOf(value);
    if (known === '') continue;
    const keyed = { id, known, looks: key.looksOf(value), name: key.nameOf(value) };
    if (entered && !key.fields.some((field) => entered.has(field.id))) hold(keyed);
    else entering.push(keyed);
  }
  const faults: KeyFault[] = [];
  for (const keyed of entering) {
    const { id, known, looks, name } = keyed;
    const [same, like] = [holders.get(known), lookalikes.get(looks)];
    const got = shortened(name);
    if (same) faults.push({ rule: 'unique', record: id, field: last.id, params: { got }, holder: same.id });
    else if (like) {
      const params = { got, like: shortened(like.name) };
      faults.push({ rule: 'lookalike', record: id, field: last.id, params, holder: like.id });
    }
    if (!same) hold(keyed);
  }
  return faults;
}

/** What is wrong between the cells of a record, and between the records of a table. */
export function acrossFaults(tab: Tab, records: readonly RecordValues[]): readonly RecordFault[] {
  return [
    ...records.flatMap((record) => orderFaults(tab, record).map((fault) => ({ ...fault, record: record.id }))),
    ...keyFaults(tab, records).map(({ holder: _, ...fault }) => fault),
  ];
}

/** A name without a record: nothing stands where it was looked up. */
function unknownFault(field: Field, { value }: RecordValues): RuleFault | undefined {
  const got = value(field.id) ?? null;
  return got === null || value(locatedId(field)) !== null
    ? undefined
    : { rule: 'known', params: { got: shortened(String(got)) } };
}

/** An imported cell in which something else stands than was written there; not told where the tab lacks the copy. */
function overFault(cell: string, { value }: RecordValues): RuleFault | undefined {
  const kept = value(copyKey(cell));
  if (kept === undefined || kept === (value(cell) ?? null)) return undefined;
  return kept === null
    ? { rule: 'notImported', params: {} }
    : { rule: 'typedOver', params: { got: shortened(String(kept)) } };
}

/** A figure that stands beside 0 of what it is divided by: it is in no average. */
function dividedFault({ id, dividing }: Field, { value }: RecordValues): RuleFault | undefined {
  if (dividing === undefined || value(id) !== 0) return undefined;
  const divided = value(dividing);
  return typeof divided === 'number' && divided > 0 ? { rule: 'divided', params: { other: dividing } } : undefined;
}

function errorFault(value: Scalar): RuleFault | undefined {
  const error = errorIn(value);
  return error === undefined ? undefined : { rule: 'error', params: { got: error } };
}

/** How a field's values are looked at in each record; not at all where they are computed. */
function checksOf(tab: Tab, field: Field, lists: readonly ChoiceList[]) {
  const plain = field.role === 'computed' ? undefined : cellCheck(field, undefined, lists);
  if (tab.shape !== 'fixed' || field.rows === undefined) return () => plain;
  const byRow = new Map(
    (tab.rows ?? []).map((row) => [row, roleOf(field, row) === 'computed' ? undefined : cellCheck(field, row, lists)]),
  );
  return (row: string) => byRow.get(row);
}

/**
 * All that is wrong in a table's records as they stand, column by column: cells that people may see, one fault each,
 * failed formulas included.
 */
export function tableFaults(
  tab: Tab,
  records: readonly RecordValues[],
  lists: readonly ChoiceList[],
): readonly RecordFault[] {
  const at = (record: string, cell: string): string => JSON.stringify([record, cell]);
  const across = new Map(acrossFaults(tab, records).map((fault) => [at(fault.record, fault.field), fault]));
  const faults: RecordFault[] = [];
  for (const field of tab.fields) {
    if (field.hidden) continue;
    const checkOf = checksOf(tab, field, lists);
    const isImported = (id: string) => roleOf(field, tab.shape === 'fixed' ? id : undefined) === 'imported';
    const isName = rulesOf(field).some(({ rule }) => rule === 'known');
    for (const cell of cellKeys(field)) {
      for (const record of records) {
        const { id, value } = record;
        const held = value(cell) ?? null;
        const fault =
          errorFault(held) ??
          checkOf(id)?.(held) ??
          dividedFault(field, record) ??
          (isName ? unknownFault(field, record) : undefined) ??
          (isImported(id) ? overFault(cell, record) : undefined);
        const found = fault ? { ...fault, record: id, field: cell } : across.get(at(id, cell));
        if (found) faults.push(found);
      }
    }
  }
  return faults;
}

/** Whether an import leaves what stands in a field alone. */
export const isKept = ({ keptByImport }: Field, held: Scalar): boolean => keptByImport === true && held !== null;

/** Ten times more or less: likely 元 against 万元. */
const jumpFactor = 10;

/** Whether money becomes ten times or more what it was, or a tenth or less: no fault, but asked about. */
export function isJump({ kind }: Field, from: Scalar, to: Scalar): boolean {
  if (kind !== 'money' || typeof from !== 'number' || typeof to !== 'number' || from <= 0) return false;
  return to >= from * jumpFactor || to <= from / jumpFactor;
}
