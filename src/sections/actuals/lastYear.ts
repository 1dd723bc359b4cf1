import { computed, type Field } from '../../model/field';
import { blankIf, blankUnless } from '../../model/formulas';
import { imported } from '../../model/imported';
import { reference } from '../../model/reference';
import type { Sold } from '../../model/sold';
import { sold } from './fields';

const [storeId, storeIdAt] = reference('storeId', 'stores.storeId', { required: true, key: true });
const [sales, salesAs] = imported('sales', 'money', { cells: 12, monthly: true, total: 'sum' });

/** As this year's come, but for the months that are closed. */
export const lastSold: Sold = {
  figure: sales.id,
  lines: sold.lines,
  aliases: sold.aliases,
  against: sold.against,
  isLastYear: true,
};

/** What every store sold a year before, month by month. */
export const lastSales: readonly Field[] = [
  storeId,
  computed('name', 'text', blankIf('SUM({storeIdAt})=0', 'INDEX({stores.name},{storeIdAt})&""'), {
    width: 200,
    afterSaving: true,
    shows: 'stores.name',
  }),
  sales,
  computed('total', 'money', blankUnless(['{sales}'], 'SUM({sales})'), { total: 'sum', afterSaving: true }),
  storeIdAt,
  salesAs,
];
