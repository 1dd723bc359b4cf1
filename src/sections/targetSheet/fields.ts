import { computed, type Field, input } from '../../model/field';
import { blankIf, firstOf } from '../../model/formulas';

/** A figure of the store in this place of the list, in the display unit where it is money. */
const picked = (field: string): string => `INDEX({stores.${field}},{at})`;
const text = (field: string): string => blankIf('{at}=""', `${picked(field)}&""`);
const money = (figure: string, known: string): string =>
  blankIf('{at}=""', blankIf(`${known}=""`, `${figure}/{settings.unitSize}`));

function quarter(number: number): string {
  const months = [1, 2, 3].map((month) => picked(`months.${(number - 1) * 3 + month}`));
  return money(`SUM(${months.join(',')})`, picked('finalTarget'));
}

/** Pixels that a figure in the display unit takes. */
const figureWidth = 76;

/** The franchised stores, overleaf of the target sheet: as many rows as there are stores. */
export const storeList: readonly Field[] = [
  computed('name', 'text', text('name'), { width: 200 }),
  computed('franchisee', 'text', text('franchisee'), { width: 120 }),
  ...['lastYearSales', 'floorTarget', 'finalTarget', 'stretchTarget'].map(
    (field): Field => computed(field, 'decimal', money(picked(field), picked(field)), { width: figureWidth }),
  ),
  ...[1, 2, 3, 4].map(
    (number): Field => computed(`quarter${number}`, 'decimal', quarter(number), { width: figureWidth }),
  ),
  input('signature', 'text', { width: 110 }),
  // Where in the store list the franchised store of this number stands; looked for among all where the table goes on
  // below the rows counted here.
  computed(
    'at',
    'count',
    blankIf(
      '{label}>{stores.#total.listKey}',
      firstOf(
        [['IFERROR(INDEX({storeList.listedUpTo},{listedBy}),0)={label}', 'INDEX({storeList.label},{listedBy})']],
        'IFERROR(SMALL({stores.listKey},{label})-ROW({stores.#total.storeId}),"")',
      ),
    ),
    { hidden: true },
  ),
  // How many of the table's rows are franchised stores, up to the row of this number.
  computed('listedUpTo', 'count', 'SUM({above.listedUpTo},IFERROR(COUNT(INDEX({stores.listKey},{label})),0))', {
    hidden: true,
  }),
  // The first row of this list by which so many are: to look for it in order takes as long in a long list as in a short one.
  computed('listedBy', 'count', 'IFERROR(MATCH({label}-1/2,{storeList.listedUpTo},1),0)+1', { hidden: true }),
];
