import { computed, type Field, input } from './field';
import { blankIf, blankUnless } from './formulas';

/** The id of the hidden field that says where the record stands that a field names. */
export const locatedId = ({ id }: Pick<Field, 'id'>): string => `${id}At`;

/** Where a text stands in a column, blank if nowhere, whatever signs it holds: every cell is compared. */
export function comparedPlace(text: string, column: string): string {
  const isText = `(${column}=${text})`;
  const place = `(ROW(${column})-MIN(ROW(${column}))+1)`;
  return blankIf(`SUMPRODUCT(${isText}*1)=0`, `SUMPRODUCT(MAX(${isText}*${place}))`);
}

/**
 * The same. MATCH is fast and reads `*`, `?` and `~`: where what it finds is not the text itself, the division fails and
 * every cell is compared.
 */
export function placeOf(text: string, column: string): string {
  const matched = `MATCH(${text},${column},0)`;
  return `IFERROR(${matched}/(INDEX(${column},${matched})=${text}),${comparedPlace(text, column)})`;
}

/**
 * Where the record stands that a field names by its key (as `stores.storeId`), for others to INDEX by. Blank if there is
 * none; 0 if its table is not in the workbook. Hidden as `<id>At`, or as it is to be called.
 */
export function located(id: string, key: string, as = locatedId({ id })): Field {
  const whereNamed = (place: string): string => blankIf(`{${id}}=""`, place);
  const found = whereNamed(placeOf(`{${id}}`, `{${key}}`));
  return computed(as, 'count', [found, whereNamed('0')], { hidden: true });
}

/** A field that names a record of another table by its key, and beside it, hidden, `<id>At`: where that stands. */
export function reference(
  id: string,
  key: string,
  more: Omit<NonNullable<Parameters<typeof input>[2]>, 'ref'> = {},
): readonly [Field, Field] {
  return [input(id, 'text', { ...more, ref: key }), located(id, key)];
}

/**
 * Which month of the plan year, 1 to 12, a month or a day lies in, hidden as `<id>At`: what figures by month are found
 * by. Blank outside the plan year.
 */
export function placed(id: string): Field {
  const months = `(YEAR({${id}})-YEAR({means.yearStart}))*12+MONTH({${id}})-MONTH({means.yearStart})+1`;
  const inYear = blankIf(`OR(${months}<1,${months}>12)`, months);
  return computed(`${id}At`, 'count', blankUnless([`{${id}}`, '{means.yearStart}'], inYear), { hidden: true });
}
