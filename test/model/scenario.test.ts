import type { Scalar } from '../../src/model/answer';
import {
  applying,
  type CellOf,
  keepingChanges,
  openingsOf,
  openingsText,
  type PlanCell,
  scenarioNow,
} from '../../src/model/scenario';
import { cellKeys } from '../../src/model/tab';
import { sections } from '../../src/sections';

const tabs = sections.flatMap((section) => section.tabs);
const tab = tabs.find(({ role }) => role === 'alternatives');
if (!tab) throw new Error('there is no tab of scenarios');
const fieldIn = (part: string, field: string) =>
  tabs.find(({ id }) => id === part)?.fields.find(({ id }) => id === field);

test('every cell that a scenario holds is one of the plan: drivers are typed, results are not', () => {
  for (const { id, holds } of tab.fields) {
    if (!holds) continue;
    const cells = 'cell' in holds ? [holds.cell] : [holds.enabled, holds.target, `${holds.months}.12`];
    for (const cell of cells) {
      const field = fieldIn(holds.part, cell.split('.')[0] ?? '');
      const role = field?.rows?.[holds.record]?.role ?? field?.role;
      expect({ id, cell, isThere: field !== undefined && cellKeys(field).includes(cell) }).toEqual({
        id,
        cell,
        isThere: true,
      });
      expect({ id, isTyped: role !== 'computed' }).toEqual({ id, isTyped: holds.is !== 'result' });
    }
    const of = tabs.find(({ id: known }) => known === holds.part);
    const records =
      of?.shape === 'table' ? of.seeds?.map((seed) => seed.id) : of?.shape === 'fixed' ? of.rows : [of?.id];
    expect(records).toContain(holds.record);
  }
  const drivers = tab.fields.filter(({ holds }) => holds !== undefined && holds.is !== 'result');
  expect(drivers.length).toBe(16);
});

describe('openings as text', () => {
  const months = [0, 0, 2, 2, 3, 2, 1, 2, 3, 3, 2, 0];
  test.each<readonly [string, boolean, Scalar, readonly Scalar[]]>([
    ['20 = 0 0 2 2 3 2 1 2 3 3 2 0', true, 20, months],
    ['× 20 = 0 0 2 2 3 2 1 2 3 3 2 0', false, 20, months],
    ['–', true, null, Array(12).fill(null)],
    ['× –', false, null, Array(12).fill(null)],
    ['– = – – 1 – – – – – – – – –', true, null, months.map((_, index) => (index === 2 ? 1 : null))],
  ])('%s', (text, enabled, target, by) => {
    expect(openingsText(enabled, target, by)).toBe(text);
    expect(openingsOf(text)).toEqual({ enabled, target, months: by });
  });
  test.each(['', '20', '20 = 1 2 3', 'twenty = 0 0 2 2 3 2 1 2 3 3 2 0', '20 = 0 0 2 2 3 2 1 2 3 3 2 0 1'])(
    '“%s” is none',
    (text) => expect(openingsOf(text)).toBeUndefined(),
  );
});

/** A plan's cells; of a default that is not typed over what its formula comes to, with nothing typed. */
function plan(cells: Readonly<Record<string, Scalar | PlanCell>>): CellOf {
  return (part, record, cell) => {
    const held = cells[`${part}/${record}/${cell}`];
    if (held === undefined) return undefined;
    return typeof held === 'object' && held !== null ? held : { value: held, typed: held };
  };
}

const ramp = (typed: readonly Scalar[]) =>
  Object.fromEntries(
    [0.5, 0.7, 0.85, ...Array(9).fill(1)].map((value, index) => [
      `settings/settings/ramp.${index + 1}`,
      { value: typed[index] ?? value, typed: typed[index] ?? null },
    ]),
  );
const channel = (enabled: boolean, target: Scalar, months: readonly Scalar[]) =>
  Object.fromEntries([
    ['expansion/mall/enabled', enabled],
    ['expansion/mall/targetOpenings', target],
    ...months.map((value, index) => [`expansion/mall/openings.${index + 1}`, value] as const),
  ]);
const flat = Array(12).fill(1);

const now = plan({
  'baseline/franchised/growth': 0.1,
  'baseline/selfOperated/growth': null,
  'summary/summary/total': 145,
  ...ramp([null, 0.75]),
  ...channel(true, 12, flat),
});

test('the plan as it is: what cells come to, and nothing of what is not there', () => {
  expect(scenarioNow(tab, now)).toMatchObject({
    franchised: 0.1,
    selfOperated: null,
    plannedTotal: 145,
    ramp1: 0.5,
    ramp2: 0.75,
    mall: '12 = 1 1 1 1 1 1 1 1 1 1 1 1',
    joint: null,
    entry: null,
  });
});

test('it is kept in its own column and leaves the others', () => {
  const kept = (field: string, slot: number): Scalar => (slot === 0 && field === 'franchised' ? 0.05 : null);
  const changes = keepingChanges(tab, kept, 2, { franchised: 0.1, name: 'Base' });
  expect(changes).toEqual([
    { record: tab.id, field: 'name', from: Array(5).fill(null), to: [null, null, 'Base', null, null] },
    { record: tab.id, field: 'franchised', from: [0.05, null, null, null, null], to: [0.05, null, 0.1, null, null] },
  ]);
});

test('applied it sets what comes to something else, field by field; formulas that come to the same stay', () => {
  const scenario = {
    franchised: 0.12,
    selfOperated: null,
    ramp1: 0.6,
    ramp2: 0.75,
    ramp3: 0.85,
    mall: '13 = 1 2 1 1 1 1 1 1 1 1 1 1',
    joint: '3 = 0 0 0 3 0 0 0 0 0 0 0 0',
    plannedTotal: 1,
  };
  const blank = Array(10).fill(null);
  expect([...applying(tab, scenario, now, fieldIn)]).toEqual([
    ['baseline', [{ record: 'franchised', field: 'growth', from: 0.1, to: 0.12 }]],
    ['settings', [{ record: 'settings', field: 'ramp', from: [null, 0.75, ...blank], to: [0.6, 0.75, ...blank] }]],
    [
      'expansion',
      [
        { record: 'mall', field: 'targetOpenings', from: 12, to: 13 },
        { record: 'mall', field: 'openings', from: flat, to: [1, 2, ...Array(10).fill(1)] },
      ],
    ],
  ]);
  expect([...applying(tab, scenarioNow(tab, now), now, fieldIn)]).toEqual([]);
});
