import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Entry, planOf } from '../../host/cli/plan';
import { storesIn } from '../../host/cli/stores';
import type { Workbook } from '../../host/workbook';
import type { FieldValue } from '../../src/model/answer';
import type { Language } from '../../src/model/language';

const root = resolve(__dirname, '..', '..');

/** The script as it goes to Google, built from the source as it stands. */
function built(): string {
  const folder = mkdtempSync(join(tmpdir(), 'region-targets-xlsx-'));
  try {
    execFileSync(process.execPath, [join(root, 'build.mjs'), '--out', folder], { stdio: 'pipe' });
    return readFileSync(join(folder, 'Code.js'), 'utf8');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

let code: string | undefined;

const entriesOf = (part: string, record: string, values: Readonly<Record<string, FieldValue>>): readonly Entry[] =>
  Object.entries(values).map(([field, value]) => ({ part, record, field, value }));

/** Something in every part of the plan; with the sample's stores, domain.md's golden case. */
const entries: readonly Entry[] = [
  // A day of its own: what depends on today would differ between two programs around midnight.
  ...entriesOf('settings', 'settings', { roundingUnit: 0.01, companyTarget: 150_000_000, asOf: '2027-02-14' }),
  ...entriesOf('settings', 'settings', { version: 'V1', preparedOn: '2026-10-15' }),
  ...entriesOf('baseline', 'franchised', { growth: 0.1 }),
  ...entriesOf('baseline', 'selfOperated', { growth: 0.05 }),
  ...entriesOf('expansion', 'employee', {
    leads: 40,
    visitRate: 0.4,
    signRate: 0.5,
    openRate: 0.75,
    targetOpenings: 6,
    openings: [0, 0, 1, 1, 1, 0, 0, 1, 1, 1, 0, 0],
    dueOn: '2027-01-31',
    keyActions: 'coach',
    progress: 0.2,
  }),
  ...entriesOf('expansion', 'mall', {
    targetOpenings: 14,
    openings: [0, 0, 1, 1, 2, 2, 1, 1, 2, 2, 2, 0],
    budget: 4e5,
  }),
  ...entriesOf('rates', 'region', {
    trafficNow: 200,
    entryNow: 0.5,
    conversionNow: 0.5,
    attachNow: 1.5,
    priceNow: 200,
  }),
  ...entriesOf('rates', 'region', { trafficTarget: 220, entryTarget: 0.48, conversionTarget: 0.55 }),
  ...entriesOf('rates', 'region', { keyActions: 'windows', progress: 0.3, dueOn: '2027-03-31' }),
  ...entriesOf('members', 'members', {
    active: [48_000, 60_000],
    perActive: [1200, 1250],
    repurchaseRate: [0.38, 0.45],
  }),
  ...entriesOf('monitor', 'm1', { newTarget: 2500, newActual: 2420, rateActual: 0.39 }),
  ...entriesOf('staff', 'storeManager', { inPost: 50, certified: 48, coverageTarget: 1, openingStaff: 50, left: 6 }),
  ...entriesOf('headcount', 'supervisor', { current: 6, expectedLeavers: 1, keyActions: 'promote' }),
];

/** The sample region with so many stores, its plan filled in; the sample has 72. */
export function samplePlan(language: Language, count = 72): Workbook {
  code ??= built();
  const { records } = storesIn(join(root, 'host', 'sample', 'stores.csv'));
  const stores = Array.from({ length: count }, (_, index) => {
    const record = records[index % records.length];
    if (!record) throw new Error('the sample has no stores');
    const round = Math.floor(index / records.length);
    if (round === 0) return record;
    return { ...record, values: { ...record.values, storeId: `${record.values.storeId}-${round}` } };
  });
  const plan = planOf({ code, language, region: '华东', year: 2027, stores, entries });
  if ('refusals' in plan) throw new Error(JSON.stringify(plan.refusals));
  return plan.workbook;
}
