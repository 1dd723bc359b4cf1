import { folded } from '../../src/model/parse';
import { type Currencies, currencyIn, shared } from '../../src/model/written/currency';
import { bareText, cellText, isBlank, isPlaceholder } from './cell';
import type { Row } from './grid';
import type { Match } from './matching';
import type { CellWrong } from './read/reading';
import type { Column } from './records';
import { headerOf, type Table } from './table';

const headers: ReadonlySet<string> = new Set(
  [
    '币种',
    '货币',
    '币别',
    '幣別',
    '幣種',
    '结算币种',
    '交易币种',
    '本位币',
    'currency',
    'currency code',
    'curr',
    'ccy',
    'devise',
    'währung',
    'moneda',
    'divisa',
    'moeda',
    'valuta',
    '通貨',
    '통화',
    'валюта',
  ].map(folded),
);

/** What a column says that each row's amounts are in; by place. */
interface Said {
  readonly header: string;
  readonly texts: readonly (string | undefined)[];
}

/** What one amount is in, and what says so. */
interface Mark {
  readonly column: Column;
  readonly at: number;
  readonly currencies: Currencies;
  readonly got: string;
  /** Where it is said: the row, or that of the headers. */
  readonly row: number;
}

/** Columns that fill nothing and say the currency of their rows: by their header, or by what every cell of them says. */
function columnsSaying(rows: readonly Row[], table: Table, matching: readonly Match[]): readonly Said[] {
  return matching.flatMap(({ key }, index): readonly Said[] => {
    if (key !== '') return [];
    const header = headerOf(table, index);
    const isCalled = headers.has(folded(table.headings[index]?.name ?? ''));
    const texts: (string | undefined)[] = [];
    let filled = 0;
    for (const { cells } of rows) {
      const cell = cells[index];
      const text = isBlank(cell) ? '' : bareText(cell);
      const isNothing = text === '' || isPlaceholder(text);
      if (!isNothing && !isCalled && currencyIn(text) === undefined) return [];
      texts.push(isNothing ? undefined : text);
      if (!isNothing) filled += 1;
    }
    return filled > 0 ? [{ header, texts }] : [];
  });
}

/** What a text of a column of currencies means; one that is not known is a currency of its own. */
const meant = (text: string): Currencies => currencyIn(text) ?? [folded(text)];

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
  plan: string | undefined,
): InOne {
  const money = columns.filter(({ field }) => field.kind === 'money' || field.kind === 'price');
  if (money.length === 0) return { columns };
  const said = columnsSaying(rows, table, matching);
  const isSilent = money.every(
    ({ index, read }) => (read.currencies?.size ?? 0) === 0 && table.headings[index]?.currency === undefined,
  );
  if (isSilent && said.length === 0) return { columns };
  const marks = money.flatMap((column) => marksIn(rows, table, column, said));
  const base = usual(marks);
  if (!base) return { columns };
  const { got, row } = base;
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

/** All that a column's amounts are said to be in: by themselves, by the column's header, by columns beside it. */
function marksIn(rows: readonly Row[], table: Table, column: Column, said: readonly Said[]): readonly Mark[] {
  const { read, index } = column;
  const ofHeader = table.headings[index]?.currency;
  const marks: Mark[] = [];
  for (const [at, value] of read.values.entries()) {
    const row = rows[at];
    if (value === null || !row) continue;
    const add = (currencies: Currencies, got: string, where = row.row): void => {
      marks.push({ column, at, currencies, got, row: where });
    };
    const own = read.currencies?.get(at);
    if (own) add(own, cellText(row.cells[index]).trim());
    else if (ofHeader) add(ofHeader, column.header, table.headerRow);
    for (const { texts } of said) {
      const text = texts[at];
      if (text !== undefined) add(meant(text), text);
    }
  }
  return marks;
}

/** The currency that most amounts are in, as the first of them says it; of a sign that means several what all can mean. */
function usual(marks: readonly Mark[]): Mark | undefined {
  const counts = new Map<string, { count: number; readonly first: Mark }>();
  for (const mark of marks) {
    const name = mark.currencies.join(' ');
    const known = counts.get(name);
    if (known) known.count += 1;
    else counts.set(name, { count: 1, first: mark });
  }
  const [most, ...others] = [...counts.values()].sort((one, other) => other.count - one.count);
  if (!most) return undefined;
  let { currencies } = most.first;
  for (const { first } of others) {
    const both = shared(currencies, first.currencies);
    if (both.length > 0) currencies = both;
  }
  return { ...most.first, currencies };
}
