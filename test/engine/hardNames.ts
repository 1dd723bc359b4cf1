import { kept } from '../kept';
import { type Desk, openedDesk, plannedDesk, savedFile } from './addon';
import { wrote } from './answer';

/**
 * Names with the signs that criteria and MATCH read something into; of each a namesake that it would match. Those with `~`
 * or an operator match less than themselves instead.
 */
const hard: readonly (readonly [name: string, namesake: string])[] = [
  ['A*', 'Abc'],
  ['B?', 'B1'],
  ['C~*', 'C*'],
  ['D~1', 'D1'],
  ['>5', '7'],
  ['<>E', 'e5'],
  ['=F', 'F'],
  ['*', 'G'],
  ['??', 'Hh'],
  ['~', 'I'],
];

/** The namesakes first: they stand above those that would match them. */
export const names: readonly string[] = [...hard.map(([, namesake]) => namesake), ...hard.map(([name]) => name)];

/** Names of nobody, which would match somebody. */
export const nobodies: readonly string[] = ['nobody*', '~~'];

/** How many stores open in the plan year by the channel of each name. */
export const openings: readonly number[] = names.map((_, index) => (index % 3) + 1);

/** A workbook and the ids of the rows that were added to it last. */
type Rows = Desk & { readonly rows: readonly string[] };

/** The workbook that is made once for all test files, opened. */
function once(name: string, make: () => Rows): Rows {
  const { file, rows } = JSON.parse(
    kept(name, () => {
      const { workbook, rows: added } = make();
      return JSON.stringify({ file: savedFile(workbook), rows: added });
    }),
  );
  return { ...openedDesk(file), rows };
}

/** Stores of those names, and scopes that name each of them and nobodies; ids of the scopes' rows. */
export const scoped = (): Rows => once('hard names of stores', scopes);

/** Channels of those names with stores that open in the plan year, the year before, and have no day; ids of the channels' rows. */
export const channelled = (): Rows => once('hard names of channels', channels);

function scopes(): Rows {
  const desk = plannedDesk({ language: 'en', sections: ['stores', 'rates'] });
  const stores = names.map((storeId, index) => ({
    storeId,
    ownership: 'franchised',
    lastYearSales: (index + 1) * 12_000,
    lastYearMonths: 12,
  }));
  wrote(desk.addon, 'addRecords', { request: 'stores', part: 'stores', records: stores });
  const records = [...names, ...nobodies].map((scope) => ({ scope }));
  return { ...desk, rows: wrote(desk.addon, 'addRecords', { request: 'rates', part: 'rates', records }) };
}

function channels(): Rows {
  const desk = plannedDesk({ language: 'en', sections: ['settings', 'stores', 'expansion'] });
  const stores = names.flatMap((channel, index) =>
    ['2026-12-31', undefined, ...Array.from({ length: openings[index] ?? 0 }, () => '2027-05-01')].map(
      (openedOn, number) => ({
        storeId: `S${index}-${number}`,
        ownership: 'franchised',
        channel,
        ...(openedOn && { openedOn }),
      }),
    ),
  );
  wrote(desk.addon, 'addRecords', { request: 'stores', part: 'stores', records: stores });
  const records = names.map((channel) => ({ channel }));
  return { ...desk, rows: wrote(desk.addon, 'addRecords', { request: 'channels', part: 'expansion', records }) };
}
