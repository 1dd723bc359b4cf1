import type { OurWorkbook } from '../sheets/read';
import { fieldOf, fieldThatMeans, tabOfRole } from './described';
import { heldIn, partOf } from './kept';
import { said } from './language';

/** The currency that money of a plan is in where nothing else is said. */
const usual = 'CNY';

/** The currency that a workbook's cells hold money in, in its own unit whatever people have it shown in. */
export function currencyIn(workbook: OurWorkbook): string {
  const part = partOf(workbook, tabOfRole('terms')?.tab.id ?? '');
  const field = part && fieldOf(part.tab, fieldThatMeans('currency') ?? '');
  return part && field ? String(heldIn(part, part.tab.id, field) ?? usual) : usual;
}

/** An amount with its unit, in the user's words: 841500.5 → `841,500.50 CNY`; a whole amount without decimals. */
export function moneyWords(value: number, currency: string): string {
  const cleared = Number(value.toFixed(2));
  const [whole = '', cents] = (Number.isInteger(cleared) ? String(cleared) : cleared.toFixed(2)).split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return said().money(cents === undefined ? grouped : `${grouped}.${cents}`, currency);
}
