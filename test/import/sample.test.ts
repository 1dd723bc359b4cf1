import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { samplePeople, samplePrefill } from '../../host/sample/prefill';
import { textOf } from '../../sidebar/import/bytes';
import { importText } from '../../sidebar/import/import';
import type { Language } from '../../src/model/language';
import { targetOf } from './target';

const languages = ['zh', 'en'] as const;
const fileIn = (language: Language): Buffer =>
  readFileSync(join(__dirname, '..', '..', 'host', 'sample', `stores.${language}.csv`));

interface Line {
  readonly id: string;
  readonly name: string;
  readonly own: string;
  readonly opened: string;
  readonly closed: string;
  /** In cents, so that sums are exact. */
  readonly sales: number;
}

/** The file taken apart by hand: it has no quotes. */
const cellsIn = (language: Language): readonly (readonly string[])[] =>
  fileIn(language)
    .toString('utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));
const lines = cellsIn('zh').map((cells): Line => {
  const [id = '', name = '', own = '', , , , , , , opened = '', closed = '', sales = ''] = cells;
  return { id, name, own, opened, closed, sales: Number(sales.replace('.', '')) };
});
const franchised = lines.filter(({ own }) => own === '加盟');
const selfOperated = lines.filter(({ own }) => own === '自营');

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
const salesOf = (stores: readonly Line[]): number => sum(stores.map(({ sales }) => sales));

/** Whole months of 2026 and of 2027: every opening in them is on a first, every closing on a last of a month. */
const lastMonths = ({ opened }: Line): number => (opened < '2026' ? 12 : 13 - Number(opened.slice(5, 7)));
const monthsOf = ({ closed }: Line): number => (closed === '' ? 12 : Number(closed.slice(5, 7)));

/** Cents, rounded half up, in whole numbers: sales ÷ months last year × (100 + growth) % × months. */
function finalOf(store: Line, percent: number): number {
  const over = BigInt(store.sales) * BigInt(100 + percent) * BigInt(monthsOf(store));
  const under = BigInt(100 * lastMonths(store));
  return Number((over * 2n + under) / (under * 2n));
}

test('60 franchised and 12 self-operated stores, each with its own id and name', () => {
  expect([franchised.length, selfOperated.length, lines.length]).toEqual([60, 12, 72]);
  expect(new Set(lines.map(({ id }) => id)).size).toBe(72);
  expect(new Set(lines.map(({ name }) => name)).size).toBe(72);
});

test('last year’s sales are 86.4 and 34.56 million', () => {
  expect([salesOf(franchised), salesOf(selfOperated)]).toEqual([8_640_000_000, 3_456_000_000]);
});

test('they traded 11.2 and 12 months on average, and none is young', () => {
  expect([sum(franchised.map(lastMonths)) / 60, sum(selfOperated.map(lastMonths)) / 12]).toEqual([11.2, 12]);
  expect(lines.filter((store) => lastMonths(store) < 3)).toEqual([]);
  expect(lines.filter(({ opened }) => opened > '2026' && opened !== '2026-05-01')).toEqual([]);
});

test('closures are those of the case: 702 and 135 store-months', () => {
  const closing = (stores: readonly Line[]): readonly string[] => stores.map(({ closed }) => closed).filter(Boolean);
  expect([...closing(franchised)].sort()).toEqual(['2027-06-30', '2027-06-30', '2027-09-30', '2027-09-30']);
  expect(closing(selfOperated)).toEqual(['2027-03-31']);
  expect([sum(franchised.map(monthsOf)), sum(selfOperated.map(monthsOf))]).toEqual([702, 135]);
});

test('with growth of 10 and 5 % the targets, each to the cent, add up to 99,282,857.14 and 34,020,000.00', () => {
  expect(sum(franchised.map((store) => finalOf(store, 10)))).toBe(9_928_285_714);
  expect(sum(selfOperated.map((store) => finalOf(store, 5)))).toBe(3_402_000_000);
});

test('a store that closes on 30 June has a target of 848,571.43', () => {
  const june = franchised.filter(({ closed }) => closed === '2027-06-30');
  expect(june.map((store) => finalOf(store, 10))).toEqual([84_857_143, 84_857_143]);
});

test('no target is so near to half a cent that binary fractions could round it the other way', () => {
  for (const [stores, percent] of [
    [franchised, 10],
    [selfOperated, 5],
  ] as const) {
    for (const store of stores) {
      const cents = (store.sales / lastMonths(store)) * (1 + percent / 100) * monthsOf(store);
      expect(Math.abs((cents % 1) - 0.5)).toBeGreaterThan(0.01);
    }
  }
});

test.each(languages)('it is read without a fault or a notice (%s)', (language) => {
  const read = textOf(fileIn(language));
  const text = 'text' in read ? read.text : '';
  const { records, faults, notices, questions } = importText(text, targetOf('stores'));
  expect([records.length, faults, notices, questions]).toEqual([72, [], [], []]);
  expect(sum(records.map(({ values }) => Math.round(Number(values.lastYearSales) * 100)))).toBe(12_096_000_000);
});

test('both languages tell of the same stores: ids, grades, areas, dates and sales are the same', () => {
  const figures = ([id, , , , , grade, area, , , opened, closed, sales]: readonly string[]) => [
    id,
    grade,
    area,
    opened,
    closed,
    sales,
  ];
  expect(cellsIn('en').map(figures)).toEqual(cellsIn('zh').map(figures));
  const own = new Map([
    ['加盟', 'Franchised'],
    ['自营', 'Self-operated'],
  ]);
  expect(cellsIn('en').map(([, , ownership]) => ownership)).toEqual(
    cellsIn('zh').map(([, , ownership = '']) => own.get(ownership)),
  );
  expect(new Set(cellsIn('en').map(([, name]) => name)).size).toBe(72);
});

test.each(languages)('every owner and supervisor is in the people list, in words of the language (%s)', (language) => {
  const people = samplePeople(language).map(({ person }) => person);
  const owners = samplePrefill(language).flatMap(({ values }) => values.owner ?? []);
  const supervisors = cellsIn(language).map((cells) => cells[8]);
  expect([...owners, ...supervisors].filter((name) => !people.includes(name ?? null))).toEqual([]);
  expect(new Set(people).size).toBe(people.length);
  const isHan = /\p{Script=Han}/u.test(JSON.stringify([people, samplePrefill(language)]));
  expect(isHan).toBe(language === 'zh');
});
