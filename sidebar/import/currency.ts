import { folded } from '../../src/model/parse';
import { type Currencies, currencyIn, currencyOfUnit, shared } from '../../src/model/written/currency';
import { columnsBeside, namesCurrency } from './beside';
import { bareText, cellText, isBlank, isPlaceholder } from './cell';
import type { Row } from './grid';
import type { Match } from './matching';
import type { CellWrong } from './read/reading';
import type { Column } from './records';
import type { Table } from './table';
import type { Target } from './target';
import { currencyAbove } from './together';

/** What a column says that each row's amounts are in; by place. */
type Said = readonly ({ readonly currencies: Currencies; readonly got: string } | undefined)[];

/** What one amount is in, and what says so. */
interface Mark {
  readonly column: Column;
  readonly at: number;
  readonly currencies: Currencies;
  readonly got: string;
  /** Where it is said: the row, or that of the headers. */
  readonly row: number;
}

/** What a column says of the currency of each row: of one that is headed so, also what nobody knows for one. */
function saidIn(rows: readonly Row[], table: Table, index: number): Said {
  const isCalled = namesCurrency(table.headings[index]?.name ?? '');
  return rows.map(({ cells }) => {
    const cell = cells[index];
    const text = isBlank(cell) ? '' : bareText(cell);
    if (text === '' || isPlaceholder(text)) return undefined;
    const currencies = currencyIn(text) ?? currencyOfUnit(text) ?? (isCalled ? [folded(text)] : undefined);
    return currencies && { currencies, got: text };
  });
}

/** Amounts of a file that are in another currency than the plan: what says so, and where; the plan's own by its code. */
export interface OtherThanPlan {
  readonly code: 'planCurrency';
  readonly got: string;
  readonly row: number;
  readonly currency: string;
}

/** Columns whose amounts are in one currency, and whether it is another one than the plan's. */
interface InOne {
  readonly columns: readonly Column[];
  readonly other?: OtherThanPlan;
}

/**
 * Columns of money as they were read, with what is in another currency than most of it named at its cell: amounts of two
 * currencies are never added up. What says no currency is in that of the others.
 */
export function inOneCurrency(
  rows: readonly Row[],
  table: Table,
  matching: readonly Match[],
  columns: readonly Column[],
  target: Target,
): InOne {
  const plan = target.currency;
  const money = columns.filter(({ field }) => field.kind === 'money' || field.kind === 'price');
  if (money.length === 0) return { columns };
  const beside = columnsBeside(rows, table, matching, target);
  const marks = money.flatMap((column) => {
    const said = beside(column.index).map((index) => saidIn(rows, table, index));
    return marksIn(rows, table, column, said);
  });
  const base = usual(marks);
  if (!base) return { columns };
  const { got, row } = base.telling;
  const isPlans = plan === undefined || shared(base.currencies, [plan]).length > 0;
  const other: Pick<InOne, 'other'> = isPlans ? {} : { other: { code: 'planCurrency', got, row, currency: plan } };
  const wrong = new Map<Column, Map<number, CellWrong>>();
  for (const { column, at, currencies, got } of marks) {
    if (shared(base.currencies, currencies).length > 0) continue;
    const own = wrong.get(column) ?? new Map<number, CellWrong>();
    wrong.set(column, own.set(at, { code: 'otherCurrency', got, beside: base.got, first: base.row }));
  }
  if (wrong.size === 0) return { columns, ...other };
  const marked = columns.map((column) => {
    const found = wrong.get(column);
    const faults = found && new Map([...found, ...column.read.faults]);
    return faults ? { ...column, read: { ...column.read, faults } } : column;
  });
  return { columns: marked, ...other };
}

/** All that a column's amounts are said to be in: by themselves or the header, by columns beside, else by a line above. */
function marksIn(rows: readonly Row[], table: Table, column: Column, said: readonly Said[]): readonly Mark[] {
  const { read, index } = column;
  const ofHeader = table.headings[index]?.currency;
  const above = currencyAbove(table);
  const marks: Mark[] = [];
  for (const [at, value] of read.values.entries()) {
    const row = rows[at];
    if (value === null || !row) continue;
    const add = (currencies: Currencies, got: string, where = row.row): void => {
      marks.push({ column, at, currencies, got, row: where });
    };
    const own = read.currencies?.get(at);
    const beside = said.flatMap((texts) => texts[at] ?? []);
    const ofColumn = ofHeader ? { currencies: ofHeader, got: column.header, row: table.headerRow } : above;
    // A sign of several is what the column says, where it can be: `¥` below `元`.
    const both = own && ofColumn ? shared(own, ofColumn.currencies) : [];
    if (own && both.length > 0 && both.length < own.length && ofColumn) add(both, ofColumn.got, ofColumn.row);
    else if (own) add(own, cellText(row.cells[index]).trim());
    else if (ofColumn && (ofHeader || beside.length === 0)) add(ofColumn.currencies, ofColumn.got, ofColumn.row);
    for (const { currencies, got } of beside) add(currencies, got);
  }
  return marks;
}

/**
 * The currency that most amounts are in, as the first of them says it; of a sign that means several what all can mean,
 * and which of them tells.
 */
function usual(marks: readonly Mark[]): (Mark & { readonly telling: Mark }) | undefined {
  const counts = new Map<string, { count: number; readonly first: Mark }>();
  for (const mark of marks) {
    const name = mark.currencies.join(' ');
    const known = counts.get(name);
    if (known) known.count += 1;
    else counts.set(name, { count: 1, first: mark });
  }
  const [most, ...others] = [...counts.values()].sort((one, other) => other.count - one.count);
  if (!most) return undefined;
  let [{ currencies }, telling] = [most.first, most.first];
  for (const { first } of others) {
    const both = shared(currencies, first.currencies);
    if (both.length > 0 && both.length < currencies.length) telling = first;
    if (both.length > 0) currencies = both;
  }
  return { ...most.first, currencies, telling };
}
