/** What a row that has the sum of others is: a total that is left out, or a record, as a person says; else asked. */
export type SumSaid = 'total' | 'record' | undefined;

/** The money of a file's rows, column by column, and where totals by their words stood. */
export interface Amounts {
  readonly rows: number;
  readonly columns: readonly (readonly (number | null)[])[];
  /** Whether a row at a place has no key: it is no record, and a sum even of one other. */
  readonly isNameless: (at: number) => boolean;
  /** Places before which a total stood that is not among the rows. */
  readonly closed: ReadonlySet<number>;
}

/** Powers of ten that figures may be rounded to: a cent to a hundred million. */
const steps = Array.from({ length: 11 }, (_, index) => 10 ** (8 - index));

/** The largest power of ten of which a figure is a multiple: of 1,234,000 a thousand, of 12.5 a tenth. */
function stepOf(figure: number): number {
  for (const step of steps) {
    const times = figure / step;
    if (Math.abs(times - Math.round(times)) < 1e-7 * Math.max(1, Math.abs(times))) return step;
  }
  return 0.01;
}

/** What figures of one column are rounded to: all of them are multiples of it. */
export function coarsest(figures: readonly (number | null)[]): number {
  let least = steps[0] ?? 1;
  for (const figure of figures) if (figure !== null && figure !== 0) least = Math.min(least, stepOf(figure));
  return least;
}

/** So much of a sum a total may be off at most, however much figures were rounded. */
const mostOff = 0.005;

/**
 * How near a total is to a sum of so many figures: to half a cent each; where they are rounded to `step`, every one of
 * them may be half a step off, and the total half of its own.
 */
export function isNear(total: number, sum: number, count: number, step?: number): boolean {
  const off = Math.abs(total - sum);
  if (off <= Math.max(1e-9 * Math.abs(sum), 0.005 * count)) return true;
  if (step === undefined) return false;
  return off <= mostOff * Math.abs(sum) && off <= ((step * count + stepOf(total)) / 2) * (1 + 1e-9);
}

/** The same, and what each column's figures are rounded to; of those that are not the totals are exact. */
interface Stepped extends Amounts {
  readonly steps: readonly number[];
}

/** Amounts of several rows added up, and of how many. */
interface Sum {
  readonly amounts: number[];
  count: number;
}

/**
 * Places of rows whose money is, in every column that holds any, the sum of rows beside them: of those above since the
 * last such row, of several such sums, of all above; of those below up to the next such row. Rows that were said to be
 * records are added up as such.
 */
export function sums(amounts: Amounts, saidOf: (at: number) => SumSaid): readonly number[] {
  // What adds up to the cent is found whatever else might add up with figures that were rounded.
  const rounded = { ...amounts, steps: amounts.columns.map(coarsest) };
  const found = [{ ...amounts, steps: [] }, rounded].flatMap((given) => {
    const heads = sumsBelow(given, saidOf);
    return heads.length > 0 ? heads : sumsAbove(given, saidOf);
  });
  return [...new Set(found)].sort((one, other) => one - other);
}

const none = ({ columns }: Amounts): Sum => ({ amounts: columns.map(() => 0), count: 0 });

/** Adds a row that holds money. */
function add(sum: Sum, { columns }: Amounts, at: number): void {
  let holds = false;
  for (const [index, column] of columns.entries()) {
    const amount = column[at] ?? 0;
    sum.amounts[index] = (sum.amounts[index] ?? 0) + amount;
    if (amount !== 0) holds = true;
  }
  if (holds) sum.count += 1;
}

/** How many sums a sum of sums is looked for in. */
const mostSums = 100;

/** Whether a row holds money, and all of it is the sum of so many or more. */
function isSum({ columns, steps: of }: Stepped, at: number, sum: Sum, least: number): boolean {
  if (sum.count < least) return false;
  let told = 0;
  for (const [index, column] of columns.entries()) {
    const value = column[at] ?? null;
    if (value === null || value === 0) continue;
    if (!isNear(value, sum.amounts[index] ?? 0, sum.count, of[index])) return false;
    told += 1;
  }
  return told > 0;
}

/** Totals that stand below what they add up. */
function sumsAbove(amounts: Stepped, saidOf: (at: number) => SumSaid): readonly number[] {
  const found: number[] = [];
  const all = none(amounts);
  let own = none(amounts);
  let closed: readonly Sum[] = [];
  const close = (): void => {
    if (own.count > 0) closed = [...closed.slice(-mostSums), own];
    own = none(amounts);
  };
  /** The sums since which a row is the sum, as they are once it has closed them; undefined if it is of none. */
  const closedBy = (at: number): readonly Sum[] | undefined => {
    const least = amounts.isNameless(at) ? 1 : 2;
    if (isSum(amounts, at, all, Math.max(least, own.count + 1))) return [joined(all)];
    if (own.count > 0) return isSum(amounts, at, own, least) ? [...closed.slice(-mostSums), own] : undefined;
    let whole = none(amounts);
    for (let last = closed.length - 1; last >= 0; last--) {
      whole = joined(whole, closed[last] ?? none(amounts));
      if (isSum(amounts, at, whole, least)) return [...closed.slice(0, last), whole];
    }
    return undefined;
  };
  for (let at = 0; at < amounts.rows; at++) {
    if (amounts.closed.has(at)) close();
    const isRecord = saidOf(at) === 'record';
    const after = isRecord ? undefined : closedBy(at);
    if (after === undefined) {
      add(own, amounts, at);
      add(all, amounts, at);
      continue;
    }
    found.push(at);
    closed = after;
    own = none(amounts);
  }
  return found;
}

function joined({ amounts, count }: Sum, other?: Sum): Sum {
  return {
    amounts: amounts.map((amount, index) => amount + (other?.amounts[index] ?? 0)),
    count: count + (other?.count ?? 0),
  };
}

/** Totals that stand above what they add up, one after the other, so that every row is one or in one. */
function sumsBelow(amounts: Stepped, saidOf: (at: number) => SumSaid): readonly number[] {
  const found: number[] = [];
  let isOfSeveral = false;
  for (let head = 0; head < amounts.rows; ) {
    if (saidOf(head) === 'record') return [];
    const own = none(amounts);
    let at = head + 1;
    while (at < amounts.rows && !isSum(amounts, head, own, 1)) {
      add(own, amounts, at);
      at += 1;
    }
    if (!isSum(amounts, head, own, 1)) return [];
    if (own.count > 1) isOfSeveral = true;
    found.push(head);
    head = at;
  }
  return isOfSeveral ? found : [];
}
