import type { Placement } from '../place';
import type { Step } from './step';

/** Rows and columns of a tab, 1-based. */
export interface Lines {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

/** Where fields stand that steps have retired from a tab: in a record and a report their rows, elsewhere their columns. */
export function retiredLines(steps: readonly Step[], tab: string, { shape, rows, columns }: Placement): Lines {
  const fields = new Set(
    steps.flatMap(({ retired = [] }) => retired.filter((one) => one.tab === tab).map(({ field }) => field)),
  );
  const of = (keys: ReadonlyMap<string, number>): readonly number[] =>
    [...keys].filter(([key]) => fields.has(key.split('.')[0] ?? key)).map(([, at]) => at);
  return shape === 'record' || shape === 'report'
    ? { rows: of(rows), columns: [] }
    : { rows: [], columns: of(columns) };
}

/** Whether a key is one that a tab had in an earlier version and has no more. */
export function isFormerKey(steps: readonly Step[], tab: string, key: string): boolean {
  const field = key.split('.')[0] ?? key;
  return steps.some(
    ({ retired = [], renamed = [] }) =>
      retired.some((one) => one.tab === tab && one.field === field) ||
      renamed.some((one) => one.tab === tab && one.from === field),
  );
}
