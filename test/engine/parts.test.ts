import fc from 'fast-check';
import { funnelExpected, funnelRequired } from '../../src/maths/funnel';
import { headcountNeeded, hiresNeeded } from '../../src/maths/headcount';
import { newStoreSales } from '../../src/maths/newStoreSales';
import { ratePriceEffects, ratePriceSales } from '../../src/maths/ratePrice';
import { certCoverage, retentionRate } from '../../src/maths/staff';
import { openedDesk, plannedDesk, savedFile } from './addon';
import { wrote } from './answer';
import { tabIn, type Value, valueIn } from './book';

const file = savedFile(plannedDesk({ language: 'en' }).workbook);

const decimal = (min: number, max: number, decimals: number): fc.Arbitrary<number> =>
  fc.integer({ min: min * 10 ** decimals, max: max * 10 ** decimals }).map((value) => value / 10 ** decimals);
const count = (max: number): fc.Arbitrary<number> => fc.integer({ min: 0, max });
const rate = decimal(0.01, 1, 2);
const twelve = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(one, { minLength: 12, maxLength: 12 });

const channelIds = ['fair', 'employee', 'mall', 'alliance', 'media', 'joint', 'other'];
const drivers = ['traffic', 'entry', 'conversion', 'attach', 'price'];

const channel = fc.record({
  enabled: fc.boolean(),
  ownership: fc.constantFrom('franchised', 'selfOperated'),
  carriedOver: count(5),
  leads: count(90),
  rates: fc.tuple(rate, rate, rate),
  targetOpenings: count(30),
  openings: twelve(count(4)),
  budget: decimal(0, 900_000, 2),
});

/** Traffic and price from 0, rates within 0 to 1: zeros are legal, now and as targets. */
const fiveDrivers = fc.tuple(
  count(5000),
  fc.oneof(fc.constant(0), rate),
  fc.oneof(fc.constant(0), rate),
  decimal(0, 3, 2),
  decimal(0, 500, 2),
);

const people = fc.record({
  inPost: fc.integer({ min: 1, max: 300 }),
  certified: count(300),
  opening: fc.integer({ min: 1, max: 300 }),
  left: count(300),
  target: decimal(0, 1, 2),
});

const region = fc.record({
  baselines: fc.record({ franchised: decimal(1000, 300_000, 2), selfOperated: decimal(1000, 300_000, 2) }),
  ramp: fc.array(decimal(0, 1, 2), { minLength: 12, maxLength: 12 }),
  index: twelve(decimal(0.1, 2, 3)),
  channels: fc.array(channel, { minLength: channelIds.length, maxLength: channelIds.length }),
  now: fiveDrivers,
  target: fiveDrivers,
  people: fc.tuple(people, people),
  current: count(20),
  leavers: count(5),
  span: fc.integer({ min: 1, max: 25 }),
  storeCount: fc.integer({ min: 1, max: 200 }),
});

const nulls = (cells: readonly unknown[]): null[] => cells.map(() => null);

function near(actual: Value, expected: number): boolean {
  return typeof actual === 'number' && Math.abs(actual - expected) <= Math.max(1e-6, Math.abs(expected) * 1e-9);
}

test('every figure of expansion, rates, staff and headcount equals the pure calculation, for random plans', () => {
  let looked = 0;
  fc.assert(
    fc.property(region, (plan) => {
      const { workbook, addon } = openedDesk(file);
      let requests = 0;
      const type = (part: string, record: string, values: Readonly<Record<string, unknown>>): void => {
        requests += 1;
        const listing = Object.entries(values);
        const changes = listing.map(([field, to]) => ({
          record,
          field,
          from: Array.isArray(to) ? nulls(to) : null,
          to,
        }));
        wrote(addon, 'saveRecord', { request: `typed ${requests}`, part, changes });
      };
      // Without a store list the baseline tab's figures are typed; months of 12 and one sum make the average store.
      for (const own of ['franchised', 'selfOperated'] as const) {
        type('baseline', own, {
          lastYearSales: plan.baselines[own] * 12 * plan.storeCount,
          storeCount: plan.storeCount,
          avgMonths: 12,
        });
      }
      type('settings', 'settings', { ramp: plan.ramp, seasonIndex: plan.index, supervisorSpan: plan.span });
      for (const [index, id] of channelIds.entries()) {
        const given = plan.channels[index];
        if (!given) continue;
        const [visitRate, signRate, openRate] = given.rates;
        const { enabled, carriedOver, leads, targetOpenings, openings, budget, ownership } = given;
        const before = { enabled: id !== 'fair' };
        const changes = Object.entries({
          carriedOver,
          leads,
          visitRate,
          signRate,
          openRate,
          targetOpenings,
          openings,
          budget,
          ownership,
        }).map(([field, to]) => ({ record: id, field, from: Array.isArray(to) ? nulls(to) : null, to }));
        const ticked = { record: id, field: 'enabled', from: before.enabled, to: enabled };
        wrote(addon, 'saveRecord', {
          request: `channel ${id}`,
          part: 'expansion',
          changes: enabled === before.enabled ? changes : [...changes, ticked],
        });
      }
      const five = (when: string, values: readonly number[]) =>
        Object.fromEntries(drivers.map((driver, index) => [`${driver}${when}`, values[index]]));
      type('rates', 'region', { ...five('Now', plan.now), ...five('Target', plan.target) });
      for (const [index, role] of ['storeManager', 'clerk'].entries()) {
        const group = plan.people[index];
        if (group) {
          type('staff', role, {
            inPost: group.inPost,
            certified: Math.min(group.certified, group.inPost),
            coverageTarget: group.target,
            openingStaff: group.opening,
            left: Math.min(group.left, group.opening),
          });
        }
      }
      type('headcount', 'supervisor', { current: plan.current, expectedLeavers: plan.leavers });

      const expect_ = (tab: string, row: string, column: string, figure: number): void => {
        looked += 1;
        const actual = valueIn(tabIn(workbook, tab), row, column);
        if (!near(actual, figure)) throw new Error(`${tab}.${row}.${column}: ${actual}, expected ${figure}`);
      };
      const byMonth = Array(12).fill(0);
      let all = 0;
      let targets = 0;
      for (const [index, id] of channelIds.entries()) {
        const given = plan.channels[index];
        if (!given) continue;
        const mature = plan.baselines[given.ownership as 'franchised' | 'selfOperated'];
        const months = given.enabled ? newStoreSales(mature, given.openings, plan.ramp, plan.index) : Array(12).fill(0);
        for (const [month, sales] of months.entries()) byMonth[month] += sales;
        const year = months.reduce((sum: number, sales: number) => sum + sales, 0);
        all += year;
        if (given.enabled) targets += given.targetOpenings;
        expect_('expansion', id, 'sales', year);
        expect_(
          'expansion',
          id,
          'expectedOpenings',
          given.carriedOver + (funnelExpected(given.leads, given.rates)[2] ?? 0),
        );
        expect_(
          'expansion',
          id,
          'leadsNeeded',
          funnelRequired(Math.max(0, given.targetOpenings - given.carriedOver), given.rates)[0] ?? 0,
        );
        expect_(
          'expansion',
          id,
          'check',
          given.openings.reduce((sum, openings) => sum + openings, 0) - given.targetOpenings,
        );
      }
      expect_('expansion', '#total', 'sales', all);
      expect_('expansion', '#total', 'targetOpenings', targets);
      for (const [month, sales] of byMonth.entries()) expect_('summary', 'newByMonth', `value.${month + 1}`, sales);
      expect_('rates', 'region', 'salesNow', ratePriceSales(plan.now));
      expect_('rates', 'region', 'salesTarget', ratePriceSales(plan.target));
      const effects = ratePriceEffects(plan.now, plan.target);
      for (const [index, driver] of drivers.entries())
        expect_('rates', 'region', `${driver}Effect`, effects[index] ?? 0);
      const sum = drivers.reduce(
        (total, driver) => total + Number(valueIn(tabIn(workbook, 'rates'), 'region', `${driver}Effect`)),
        0,
      );
      expect_('rates', 'region', 'uplift', sum);
      for (const [index, role] of ['storeManager', 'clerk'].entries()) {
        const group = plan.people[index];
        if (!group) continue;
        const certified = Math.min(group.certified, group.inPost);
        expect_('staff', role, 'coverage', certCoverage(certified, group.inPost));
        expect_('staff', role, 'retention', retentionRate(group.opening, Math.min(group.left, group.opening)));
      }
      // Without a store list the stores at the year's end are those of the baseline tab and those to come.
      const needed = headcountNeeded(2 * plan.storeCount + targets, plan.span);
      expect_('headcount', 'supervisor', 'needed', needed);
      expect_('headcount', 'supervisor', 'toHire', hiresNeeded(needed, plan.current, plan.leavers));
    }),
    { numRuns: 4 },
  );
  expect(looked).toBeGreaterThanOrEqual(4 * 50);
});
