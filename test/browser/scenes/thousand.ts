import { salesWords } from '../../../sidebar/intake/sales/text';
import * as sidebarText from '../../../sidebar/text';
import { cellOf, comes, kept, ready, shown, sidebar, titleOf } from '../hands';
import type { Scene } from '../scene';
import { pressedOnceThere } from './intake';

const STORES = 1000;
const days = [31, 28, 31, 10];

/** What a store sells on a day of a month: about a day of its year, and no two stores alike. */
const soldOn = (store: number, month: number, day: number): number => 4000 + store + month * 10 + day;

/** A line for each store and day, 1 January to 10 April: a hundred thousand. */
function exported(): { readonly buffer: Buffer; readonly lines: number } {
  const lines: string[] = [];
  for (const [index, count] of days.entries()) {
    const month = index + 1;
    for (let day = 1; day <= count; day += 1) {
      for (let store = 1; store <= STORES; store += 1)
        lines.push(`S${store},2027-0${month}-${String(day).padStart(2, '0')},${soldOn(store, month, day)}`);
    }
  }
  return { buffer: Buffer.from(['门店编码,营业日期,实收金额', ...lines].join('\n')), lines: lines.length };
}

/** The sum of a month by hand: days × (4000 + store + 10 · month) + 1 + 2 + … + days. */
const monthOf = (store: number, month: number): number => {
  const count = days[month - 1] ?? 0;
  return count * (4000 + store + month * 10) + (count * (count + 1)) / 2;
};

/** What a store sells in a month of a table of twelve. */
const soldIn = (store: number, month: number): number => 120_000 + store + month * 10;

/** A row for each store, with all its months. */
function table(): Buffer {
  const head = ['门店编码', ...Array.from({ length: 12 }, (_, month) => `${month + 1}月`)];
  const rows = Array.from({ length: STORES }, (_, index) => [
    `S${index + 1}`,
    ...Array.from({ length: 12 }, (_month, month) => soldIn(index + 1, month + 1)),
  ]);
  return Buffer.from([head, ...rows].map((row) => row.join(',')).join('\n'));
}

/** A file of what a thousand stores sold is read, stopped between two blocks, resumed, and kept. */
const imported =
  (
    name: string,
    file: () => Buffer,
    months: readonly number[],
    sold: (store: number, month: number) => number,
  ): Scene =>
  async ({ page, language }) => {
    const text = { en: sidebarText.en, zh: sidebarText.zh }[language];
    const { ways } = salesWords[language];
    const tab = titleOf('actuals', language);
    const side = await sidebar(page, language);
    const button = (name: string) => side.getByRole('button', { name, exact: true });
    const buffer = file();
    const start = Date.now();
    const told: string[] = [];
    const tell = (what: string): void => {
      told.push(`${what} ${((Date.now() - start) / 1000).toFixed(1)} s`);
    };
    await side.locator('.parts .part', { hasText: tab }).first().click();
    await button(text.part.importFile).click();
    await side.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer });
    const questions = [ways.basis?.yes, ways.far?.take, ways.ahead?.take, ways.gap?.take].flatMap((name) => name ?? []);
    const go = button(text.intake.go(STORES));
    while ((await go.count()) === 0 || !(await go.isEnabled())) {
      for (const name of questions) if ((await button(name).count()) > 0) await button(name).click();
      await page.waitForTimeout(200);
    }
    tell('read, added up and asked about');
    await pressedOnceThere(side, text.intake.stop);
    await go.click();
    await side.getByText(text.intake.stopped).waitFor();
    await side.getByText(text.intake.progress(500, STORES)).waitFor();
    tell('stopped after 500 stores');
    await button(text.intake.resume).click();
    await side.getByText(text.intake.done(STORES, 0)).waitFor();
    tell('written');
    console.log(`${name}: ${told.join('; ')}`);
    await kept(page);
    await page.reload();
    await ready(page);
    const shownAt = async (column: string, row: number): Promise<string> =>
      (await shown(page, tab, await cellOf(page, tab, column, row))).replace(/,/g, '');
    for (const store of [1, 500, 501, STORES])
      for (const month of months) await comes(() => shownAt(`sales.${month}`, 3 + store), String(sold(store, month)));
  };

/** A hundred thousand lines, added up. */
export const thousandSold = imported(
  'pos.csv',
  () => {
    const { buffer, lines } = exported();
    expect(lines).toBe(100_000);
    return buffer;
  },
  [1, 2, 3, 4],
  monthOf,
);

/** A table of stores and months. */
export const thousandByMonth = imported('months.csv', table, [1, 6, 12], soldIn);
