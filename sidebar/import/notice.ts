import type { Scalar } from '../../src/model/answer';
import type { Field } from '../../src/model/field';
import type { Text } from '../../src/model/language';
import { type Aside, asideOf } from './aside';
import type { CalledNotice } from './called';
import type { OtherThanPlan } from './currency';
import type { EndedNotice } from './ended';
import type { Grid } from './grid';
import type { MarkedNotice } from './marked';
import { type Match, worthTelling } from './matching';
import type { Column } from './records';
import { headerOf, type Table } from './table';
import { labelOf, type Target } from './target';
import type { TotalsNotice } from './totals';

/** What is to be known before anything is written, and keeps nothing from being written. */
export type Notice =
  | { readonly code: 'takenColumn'; readonly column: string }
  | { readonly code: 'unknownColumns' | 'computedColumns' | 'otherYear' | 'spans'; readonly headers: readonly string[] }
  | { readonly code: 'lastYearMonths'; readonly columns: number }
  /** Columns whose figures take the place of formulas. */
  | { readonly code: 'typesOver'; readonly columns: number; readonly labels: readonly Text[] }
  | {
      readonly code: 'noChoices' | 'notRead';
      readonly column: string;
      readonly label: Text;
      readonly texts: readonly string[];
    }
  | { readonly code: 'nothings'; readonly cells: number; readonly texts: readonly string[] }
  | { readonly code: 'setAside'; readonly why: Aside['why']; readonly rows: readonly Aside[] }
  | { readonly code: 'forAll'; readonly label: Text; readonly field: string; readonly value: Scalar }
  /** Records with sales of last year that were not open in it; rows in which bytes of the text are damaged. */
  | { readonly code: 'withoutMonths' | 'damaged'; readonly rows: readonly Pick<Aside, 'row' | 'file' | 'text'>[] }
  | { readonly code: 'otherYears'; readonly year: number; readonly rows: number }
  | TotalsNotice
  | OtherThanPlan
  /** Lines added up, from and to days as `2027-03-16`. */
  | {
      readonly code: 'addedUp';
      readonly lines: number;
      readonly stores: number;
      readonly first: string;
      readonly last: string;
    }
  /** Lines of days outside the year, left out. */
  | { readonly code: 'outsideYear'; readonly rows: number; readonly first: string; readonly last: string }
  | MarkedNotice
  | EndedNotice
  | CalledNotice
  /** Months of records that are left out since a line of theirs cannot be read, or whole records: `S1 · 2027-03`, `S2`. */
  | { readonly code: 'linesWrong'; readonly months: number; readonly texts: readonly string[] }
  | { readonly code: 'hiddenRows' | 'rowsLeft' | 'withoutAmount'; readonly rows: number };

/** What is left out, typed over, or read as nothing. */
export function noticesOf(
  grid: Grid,
  table: Table,
  target: Target,
  matching: readonly Match[],
  columns: readonly Column[],
  aside: readonly Aside[],
): readonly Notice[] {
  const notices: Notice[] = [];
  let months = 0;
  const unknown: string[] = [];
  const computed: string[] = [];
  const ofOthers: string[] = [];
  const spans: string[] = [];
  for (const [index, { key, by, out }] of matching.entries()) {
    if (key !== '' || !worthTelling(table, index)) continue;
    const column = headerOf(table, index);
    if (out === 'lastYearMonths') months += 1;
    else if (out === 'computed') computed.push(column);
    else if (out === 'otherYear') ofOthers.push(column);
    else if (out === 'span') spans.push(column);
    else if (out === 'taken' || out === 'rival') notices.push({ code: 'takenColumn', column });
    else if (by === 'none' && out === undefined) unknown.push(column);
  }
  if (ofOthers.length > 0) notices.push({ code: 'otherYear', headers: ofOthers });
  if (spans.length > 0) notices.push({ code: 'spans', headers: spans });
  if (computed.length > 0) notices.push({ code: 'computedColumns', headers: computed });
  if (unknown.length > 0) notices.push({ code: 'unknownColumns', headers: unknown });
  if (months > 0) notices.push({ code: 'lastYearMonths', columns: months });
  const over = columns.filter(({ field, read }) => field.role === 'default' && read.read > 0);
  if (over.length > 0) {
    const fields = [...new Set(over.map(({ field }) => field))];
    notices.push({ code: 'typesOver', columns: over.length, labels: fields.map((field) => overLabel(field, target)) });
  }
  const nothings = new Map<string, number>();
  for (const { read } of columns)
    for (const [text, count] of read.nothings) nothings.set(text, (nothings.get(text) ?? 0) + count);
  if (nothings.size > 0) {
    const cells = [...nothings.values()].reduce((sum, count) => sum + count, 0);
    notices.push({ code: 'nothings', cells, texts: [...nothings.keys()] });
  }
  const title = table.above.map((row) => asideOf(row, 'title'));
  const repeated = table.repeated.map((row) => asideOf(row, 'repeated'));
  const others = (table.others ?? []).map((row) => asideOf(row, 'others'));
  const ruled = table.ruled.map((row) => asideOf(row, 'ruled'));
  for (const rows of [
    title,
    ruled,
    others,
    repeated,
    ...(['heading', 'total', 'sum', 'footer'] as const).map((why) => aside.filter((one) => one.why === why)),
  ]) {
    const [first] = rows;
    if (first) notices.push({ code: 'setAside', why: first.why, rows });
  }
  if (grid.damaged && grid.damaged.length > 0)
    notices.push({ code: 'damaged', rows: grid.damaged.map((row) => asideOf(row, 'sum')) });
  if (grid.hiddenRows) notices.push({ code: 'hiddenRows', rows: grid.hiddenRows });
  return notices;
}

const byMonth: Text = { zh: '各月', en: 'Jan…Dec' };
const overLabel = (field: Field, target: Target): Text => (field.monthly ? byMonth : labelOf(field, target));
