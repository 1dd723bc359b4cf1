import { type CellValue, readXlsx, type WriteOptions, writeXlsx } from 'hucre/xlsx';
import type { Addon } from '../../host/addon';
import type { Workbook } from '../../host/workbook';
import { fileOf } from '../../host/xlsx';
import { answers } from '../../sidebar/answers';
import type { Language } from '../../src/model/language';
import { asked, listing, wrote } from '../engine/answer';
import { inApril } from '../engine/followed';
import { channelled, scoped } from '../engine/hardNames';
import { describeWith } from '../needs';
import { oneOf } from '../places';
import { converted } from './office';
import { samplePlan } from './samplePlan';

jest.setTimeout(900_000);

/** The same file with a wrong result in every formula's place: only who calculates anew finds the figures. */
function stale(file: WriteOptions): WriteOptions {
  return {
    ...file,
    sheets: file.sheets.map((sheet) => ({
      ...sheet,
      cells: new Map(
        [...(sheet.cells ?? [])].map(([key, cell]) => [
          key,
          cell.formula === undefined ? cell : { ...cell, value: -12345, formulaResult: -12345 },
        ]),
      ),
    })),
  };
}

const blank = (value: CellValue | undefined): boolean => value === null || value === undefined || value === '';

function same(one: CellValue | undefined, other: CellValue | undefined): boolean {
  if (blank(one)) return blank(other);
  const [first, second] = [one, other].map((value) => (value instanceof Date ? value.getTime() : value));
  if (typeof first === 'number' && typeof second === 'number')
    return Math.abs(first - second) <= 1e-9 * Math.max(1, Math.abs(first));
  return first === second;
}

async function differences(workbook: Workbook): Promise<{ formulas: number; differing: readonly string[] }> {
  const file = fileOf(workbook);
  const here = await readXlsx(await writeXlsx(file));
  const there = await readXlsx(converted(await writeXlsx(stale(file)), 'xlsx'));
  const differing: string[] = [];
  let formulas = 0;
  for (const sheet of here.sheets) {
    const other = there.sheets.find(({ name }) => name === sheet.name);
    for (const [key, { formula }] of sheet.cells ?? []) {
      if (formula === undefined) continue;
      formulas += 1;
      const [row = 0, column = 0] = key.split(',').map(Number);
      const [ours, theirs] = [sheet.rows[row]?.[column], other?.rows[row]?.[column]];
      if (!same(ours, theirs))
        differing.push(`${sheet.name} ${row + 1},${column + 1}: ${ours} here, ${theirs} there: =${formula}`);
    }
  }
  return { formulas, differing };
}

/** Weights of days, and a store that opens in the month under way. */
function withWeights(addon: Addon): void {
  const cells = (count: number, first: readonly (string | number)[]) =>
    Array.from({ length: count }, (_, index) => first[index] ?? null);
  const set = (field: string, to: readonly (string | number | null)[]) => ({
    record: 'followUpTerms',
    field,
    from: to.map(() => null),
    to,
  });
  const changes = [
    set('weekdayWeight', cells(7, [0.8, 0.9, 1, 1, 1.2, 1.5, 1.6])),
    set('listedOn', cells(12, ['2027-04-05', '2027-05-01', '2027-04-30'])),
    set('listedWeight', cells(12, [2, 3, 0])),
  ];
  wrote(addon, 'saveRecord', { request: 'weights', part: 'followUpTerms', changes });
  const opened = { record: listing(addon, 'stores')[1]?.id, field: 'openedOn', from: null, to: '2027-04-05' };
  wrote(addon, 'saveRecord', { request: 'opened', part: 'stores', changes: [opened] });
}

/** Years gone by, of one of them January and February in one figure; the festival is followed; two stores' last year. */
function withFestival(addon: Addon): void {
  const year = (january: number | null, february: number, march: number) => [
    ...[january, february, march],
    ...Array<number>(9).fill(3000),
  ];
  wrote(addon, 'addRecords', {
    request: 'years',
    part: 'history',
    records: [
      { year: 2024, months: year(3700, 2810, 3080) },
      { year: 2025, months: year(4030, 2360, 3100) },
      { year: 2026, months: year(null, 6570, 2920), together: true },
    ],
  });
  const change = { record: 'settings', field: 'festival', from: null, to: true };
  wrote(addon, 'saveRecord', { request: 'festival', part: 'settings', changes: [change] });
  wrote(addon, 'importRecords', {
    request: 'last year',
    part: 'lastSales',
    records: [
      { storeId: 'A', sales: year(100_000, 90_000, 95_000) },
      { storeId: 'B', sales: year(null, 60_000, 70_000) },
    ],
  });
}

describeWith('LibreOffice')('LibreOffice', () => {
  test.each(oneOf<Language>(['zh', 'en'], 'recalculated'))(
    'calculates every figure of the %s workbook as the host does',
    async (language) => {
      const { formulas, differing } = await differences(samplePlan(language));
      expect(differing).toEqual([]);
      // 72 stores alone have some twenty formulas each.
      expect(formulas).toBeGreaterThan(72 * 20);
    },
  );

  test('follows stores that were signed, and re-spread since, as the host does, and says where differences come from', async () => {
    const { workbook, addon } = inApril();
    withFestival(addon);
    withWeights(addon);
    for (const section of ['working', 'review']) addon.run('generatePlan', { section });
    const { planned } = answers.readSigning().parse(addon.run('readSigning'));
    expect(addon.run('signPlan', { request: 'sign', planned, reason: 'agreed' })).toMatchObject({ status: 'done' });
    expect(asked(addon, 'keepSigned', { request: 'keep' }).status).toBe('done');
    addon.run('generatePlan', { section: 'working' });
    const spread = answers.proposeRespread().parse(addon.run('proposeRespread', {}));
    if (spread.status !== 'done') throw new Error(spread.message);
    const given = { request: 'spread', part: 'working', changes: [...spread.changes], reason: 'first quarter' };
    expect(asked(addon, 'saveRecord', given)).toMatchObject({ status: 'done' });
    const { formulas, differing } = await differences(workbook);
    // Of stores without sales of last year the plan has no average.
    expect(differing.filter((line) => !/^(?:Baseline|Region summary|Store targets|Target sheet)/.test(line))).toEqual(
      [],
    );
    expect(formulas).toBeGreaterThan(4000);
  });

  test.each([
    ['stores', scoped],
    ['channels', channelled],
  ])('finds %s whose names hold * ? ~ > < = as the host does', async (_, made) => {
    const { differing } = await differences(made().workbook);
    expect(differing).toEqual([]);
  });
});
