import type { Frame } from 'playwright-core';
import * as sidebarText from '../../../sidebar/text';
import type { Language } from '../../../src/model/language';
import { sections } from '../../../src/sections';
import { cellOf, comes, home, shown, sidebar, stored, titleOf, typed } from '../hands';
import type { Props, Scene } from '../scene';
import { looked } from './views';

/** What is typed into a field of a part's form, and what its cell shows then; `row` is where the record stands. */
interface Filling {
  readonly tab: string;
  readonly field: string;
  readonly typed: string;
  readonly shown: string;
  /** Which record of the list is opened; a new one if undefined. A part of one record has no list. */
  readonly record?: number;
  readonly row?: number;
}

const fillings: readonly Filling[] = [
  { tab: 'settings', field: 'version', typed: 'V2', shown: 'V2' },
  { tab: 'history', field: 'year', typed: '2025', shown: '2025', row: 4 },
  { tab: 'people', field: 'person', typed: 'Finance', shown: 'Finance', row: 17 },
  { tab: 'baseline', field: 'growth', typed: '12', shown: '12.00%', record: 0, row: 3 },
  { tab: 'stores', field: 'agreedTarget', typed: '1', shown: '', record: 0, row: 4 },
  { tab: 'rates', field: 'entryTarget', typed: '13%', shown: '13.0%', record: 0, row: 4 },
  { tab: 'members', field: 'repurchaseWindow', typed: '180', shown: '180' },
  { tab: 'monitor', field: 'newTarget', typed: '1500', shown: '1,500', record: 0, row: 3 },
  { tab: 'staff', field: 'sessionsDone', typed: '４', shown: '4', record: 0, row: 4 },
  { tab: 'headcount', field: 'current', typed: '7', shown: '7', record: 0, row: 4 },
];

/** Money is typed in the unit it is shown in: 1 is 1,000 in English, 10,000 in Chinese. */
const ONE = { en: '1,000', zh: '10,000' };

function labelOf(tab: string, field: string, language: Language): string {
  for (const { text } of sections) {
    const found = text[language].tabs[tab]?.fields[field];
    if (found) return found.label;
  }
  throw new Error(`no section has ${tab}.${field}`);
}

const words: Readonly<Record<Language, typeof sidebarText.en>> = { en: sidebarText.en, zh: sidebarText.zh };

/** A form’s input by its label, behind which stand marks: filled by a formula, has to be filled in. */
const inputOf = (side: Frame, label: string) =>
  side.getByLabel(new RegExp(`^${label.replace(/[()]/g, '\\$&')}[\\sƒ*]*$`));

async function part(side: Frame, tab: string, language: Language): Promise<void> {
  await home(side, language);
  // By its own name: one part's may begin with another's.
  await side
    .locator('.parts .part')
    .filter({ has: side.getByText(titleOf(tab, language), { exact: true }) })
    .click();
  await side.locator('.parts').waitFor({ state: 'detached' });
}

/** Every part has a form, drawn from its fields: what is typed there stands in its cell, and the views can be used by all. */
export const everyForm: Scene = async (props) => {
  const { page, language } = props;
  const text = words[language];
  const side = await sidebar(page, language);
  for (const { tab, field, typed: entry, shown: expected, record, row } of fillings) {
    await part(side, tab, language);
    if (record !== undefined) await side.locator('ul.rows button').nth(record).click();
    else if (row !== undefined) await side.getByRole('button', { name: text.part.add, exact: true }).click();
    await inputOf(side, labelOf(tab, field, language)).fill(entry);
    await looked(props, `form-${tab}`);
    await side.locator('button[type=submit]').click();
    await stored(side, language);
    const cell = await cellOf(page, titleOf(tab, language), field, row);
    await comes(() => shown(page, titleOf(tab, language), cell), expected || ONE[language]);
  }
  await spreading(props, side);
};

/** A channel's openings over the twelve months, evenly and by the season index. */
async function spreading({ page, language }: Props, side: Frame): Promise<void> {
  const text = words[language];
  const [settings, expansion] = [titleOf('settings', language), titleOf('expansion', language)];
  // The first month sells as much as the other eleven, and one.
  await typed(page, settings, await cellOf(page, settings, 'seasonIndex'), '12');
  await part(side, 'expansion', language);
  await side.locator('ul.rows button').nth(1).click();
  await inputOf(side, labelOf('expansion', 'targetOpenings', language)).fill('23');
  for (const [button, months] of [
    [text.form.spreadEvenly, [2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 1]],
    [text.form.spreadBySeason, [12, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]],
  ] as const) {
    const typedMonths = () =>
      side
        .locator('.cells .grid input')
        .evaluateAll((cells) => cells.map((cell) => (cell instanceof HTMLInputElement ? cell.value : '')).join());
    const before = await typedMonths();
    await side.getByRole('button', { name: button, exact: true }).click();
    // Proposed first: each month that changes, with their total below, and nothing is typed before it is said to be.
    const last = side.locator('.spread .changes').first().locator('tbody').first().locator('tr').last();
    await comes(async () => (await last.locator('td').last().textContent())?.trim(), String(months[11]));
    expect(await typedMonths()).toBe(before);
    await last.scrollIntoViewIfNeeded();
    await looked({ page, language }, `form-spread-${months[0]}`);
    await side.getByRole('button', { name: text.form.spreadApply, exact: true }).click();
    await comes(typedMonths, months.join());
  }
  await side.locator('button[type=submit]').click();
  await stored(side, language);
  const first = await cellOf(page, expansion, 'openings.1', 5);
  await comes(() => shown(page, expansion, first), '12');
}
