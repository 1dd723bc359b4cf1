import type { Opened } from '../../src/app/endpoints/open';
import { dayNumber } from '../../src/maths/day';
import type { Scalar } from '../../src/model/answer';
import type { Closes } from '../../src/model/sold';
import { dayOfIso } from '../../src/model/value';
import { lastOf } from '../intake/sales/held';
import { type Part, parts } from '../planParts';
import { meantValue } from '../steps';

/** A month of the plan year: its place from 0, and its row. */
export interface Month {
  readonly month: number;
  readonly record: string;
}

/** How the closing of months stands. */
export interface Closing {
  readonly part: string;
  /** Months that data reach the end of and nobody has closed. */
  readonly toClose: readonly Month[];
  readonly closed: readonly (Month & { readonly on: string })[];
  /** Closed months whose figures come to something else since, and by how much. */
  readonly changed: readonly (Month & { readonly by: number })[];
}

/** The part in which months are closed. */
const closingPart: (Part & { readonly closes: Closes }) | undefined = parts.flatMap(({ tab, section }) =>
  tab.closes ? [{ tab, section, closes: tab.closes }] : [],
)[0];

/** The months that are closed, out of the books that were read; what is closed since an import began is not in them. */
export function closedIn(value: (record: string, field: string) => Scalar): ReadonlySet<number> {
  const { tab, closes } = closingPart ?? {};
  const rows = tab?.rows ?? [];
  return new Set(rows.flatMap((record, month) => ((value(record, closes?.on ?? '') ?? null) === null ? [] : [month])));
}

/** How the closing of months stands, by what was read at opening; undefined while there is no tab for it. */
export function closingOf(opened: Pick<Opened, 'figures'> | undefined): Closing | undefined {
  const cells = opened?.figures.find(({ part }) => part === closingPart?.tab.id);
  if (!closingPart || !cells) return undefined;
  const { tab, closes } = closingPart;
  const [year, first] = [meantValue(opened, 'planYear'), meantValue(opened, 'firstMonth')];
  const through = dayOfIso(String(meantValue(opened, 'dataThrough') ?? ''));
  const yearStart = typeof year === 'number' ? dayNumber(year, typeof first === 'number' ? first : 1, 1) : undefined;
  const value = (record: string, field: string): Scalar => cells.columns[field]?.[cells.ids.indexOf(record)] ?? null;
  const all = (tab.rows ?? []).map((record, month): Month => ({ month, record }));
  return {
    part: tab.id,
    toClose: all.filter(({ month, record }) => {
      const isOver = through !== undefined && yearStart !== undefined && lastOf(yearStart, month) <= through;
      return isOver && value(record, closes.on) === null;
    }),
    closed: all.flatMap((one) => {
      const on = value(one.record, closes.on);
      return typeof on === 'string' ? [{ ...one, on }] : [];
    }),
    changed: all.flatMap((one) => {
      const by = value(one.record, closes.changed);
      return typeof by === 'number' && Math.abs(by) >= 0.005 ? [{ ...one, by }] : [];
    }),
  };
}
