import { join } from 'node:path';
import type { Language } from '../../src/model/language';
import { sections } from '../../src/sections';
import { oneOf } from '../places';
import { bookOf } from './book';
import { newFolder, removeFolder, run } from './run';

const folder = newFolder();
afterAll(() => removeFolder(folder));

/** Shares of January to April that are over by the fifteenth. */
const gone = [1, 1, 1, 0.5];
const numbers = (values: readonly unknown[]): readonly number[] =>
  values.map((value) => (typeof value === 'number' ? value : 0));
const dayOf = (value: unknown): string =>
  value instanceof Date
    ? value.toISOString().slice(0, 10)
    : new Date(Number(value) * 86_400_000 - 2_209_161_600_000).toISOString().slice(0, 10);

test.each(oneOf<Language>(['en', 'zh'], 'april'))(
  'the sample in April is signed, followed to the fifteenth, closed to March, and what came late is told (%s)',
  async (language) => {
    const { status, warned } = run(folder, ['--sample=april', '--lang', language, '--out', 'april.xlsx']);
    expect([status, warned]).toEqual([0, []]);
    const book = await bookOf(join(folder, 'april.xlsx'));
    const tab = (id: string): string => {
      const section = sections.find(({ tabs }) => tabs.some((one) => one.id === id));
      return section?.text[language].tabs[id]?.title ?? id;
    };

    // Signed in October before the plan year, at what the plan adds up to, although it falls short.
    const signed = (column: string): readonly unknown[] => book.column(tab('signedTargets'), column);
    const version = (column: string): unknown => book.column(tab('signedVersions'), column)[0];
    expect(dayOf(version('signedOn'))).toBe('2026-10-30');
    expect(Number(version('planned')).toFixed(2)).toBe('145941428.57');
    expect(version('reason')).toMatch(/406|4\.06/);
    expect(signed('storeId')).toHaveLength(72);

    // Followed against it: three stores told not all of their months, and that is nowhere held against them.
    const stores = book.column(tab('actuals'), 'storeId');
    expect(stores).toEqual(signed('storeId'));
    let [actual, covered, due] = [0, 0, 0];
    const untold: string[] = [];
    for (const [index, share] of gone.entries()) {
      const [targets, sold] = [signed(`months.${index + 1}`), book.column(tab('actuals'), `sales.${index + 1}`)];
      for (const [at, target] of numbers(targets).entries()) {
        due += target * share;
        if (typeof sold[at] === 'number') {
          actual += sold[at];
          covered += target * share;
        } else if (target > 0) untold.push(`${stores[at]} ${index + 1}`);
      }
    }
    expect(untold).toEqual(['JM031 2', 'JM009 3', 'JM031 3', 'JM044 4']);
    const region = (column: string): unknown => book.cell(tab('followUpSummary'), 'all', column).value;
    expect(region('actual')).toBeCloseTo(actual, 2);
    expect(region('covered')).toBeCloseTo(covered, 2);
    expect(region('achievement')).toBeCloseTo(actual / covered, 8);
    expect(region('coverage')).toBeCloseTo(covered / due, 8);
    expect(region('coverage')).toBeLessThan(1);

    // January to March are closed; February has changed since by what JM012 told late, eight hundredths more.
    const closing = (column: string): readonly unknown[] => book.column(tab('closings'), column);
    expect(closing('closedOn').map((on) => (on === null || on === '' ? '' : dayOf(on)))).toEqual([
      ...Array(3).fill('2027-04-16'),
      ...Array(9).fill(''),
    ]);
    const february = Number(book.column(tab('actuals'), 'sales.2')[stores.indexOf('JM012')]);
    expect(numbers(closing('changed')).slice(0, 3)).toEqual([
      expect.closeTo(0, 6),
      expect.closeTo((february / 1.08) * 0.08, 2),
      expect.closeTo(0, 6),
    ]);

    // Two things to do are overdue on the twentieth, one of those that are done.
    const action = (column: string): readonly unknown[] => book.column(tab('actions'), column);
    const overdue = action('dueOn').filter((on, at) => dayOf(on) < '2027-04-20' && action('progress')[at] !== 1);
    expect([action('issue').length, overdue.length]).toEqual([5, 2]);
  },
);
