import { reader } from '../../sidebar/answers';
import type { Requests } from '../../src/app/requests';
import type { FieldValue } from '../../src/model/answer';
import type { Language } from '../../src/model/language';
import { type Addon, addonOn, type Runtime } from '../addon';
import { clockedRuntime } from '../clock';
import type { User } from '../execution';
import type { Workbook } from '../workbook';
import { aprilWords } from './aprilText';
import { changesOf, type Prefill, sampleYear } from './prefill';

/*
 * The made-up region a year on: signed in the October before, followed to the middle of April. It comes about as it would
 * with people: by the add-on's own endpoints, one request after the other, on the days on which they would be made.
 */

/** How far lines of owners have come by then, by part and record; the others as they were planned. */
const progress: Readonly<Record<string, number>> = {
  'expansion media': 1,
  'expansion joint': 0.3,
  'rates region': 1,
  'members members': 1,
  'headcount supervisor': 1,
};

/** What the plan is filled with, as its lines stand in April. */
export function inApril(prefilled: readonly Prefill[]): readonly Prefill[] {
  return prefilled.map((one) => {
    const now = progress[`${one.part} ${one.record}`];
    return now === undefined ? one : { ...one, values: { ...one.values, progress: now } };
  });
}

/** Sections that it is followed in: their tabs are in the file from the start, which costs less than adding them. */
export const aprilSections: readonly string[] = ['signedTargets', 'actuals', 'followUp', 'actions', 'review'];

/** Months whose figures a store has not told, and stores that are far from their target; all others are about it. */
const untold: Readonly<Record<string, readonly number[]>> = { JM009: [3], JM031: [2, 3], JM044: [4] };
const apart: Readonly<Record<string, number>> = {
  JM017: 0.84,
  JM023: 0.79,
  JM028: 1.09,
  JM042: 0.82,
  JM052: 1.12,
  ZY03: 1.06,
  ZY08: 0.86,
};
/** How January to April went for all of them, and which share of April is over by the 15th. */
const seasons = [1.02, 0.95, 1, 0.97];
const shares = [1, 1, 1, 0.5];

/** What a store sold in a month, from 1, of which it has this target: made up, the same each time. */
function soldIn(storeId: string, at: number, month: number, target: FieldValue | undefined): number | null {
  if (typeof target !== 'number' || target <= 0 || untold[storeId]?.includes(month)) return null;
  const [season = 0, share = 0] = [seasons[month - 1], shares[month - 1]];
  const pace = apart[storeId] ?? 0.93 + ((at * 7) % 13) / 100;
  const swing = (((at * 5 + month * 3) % 7) - 3) / 100;
  return Math.round((target * share * season * (pace + swing)) / 10) * 10;
}

/** A store that told a closed month late, and by how much more than it had told. */
const late = { storeId: 'JM012', month: 2, more: 1.08 };

const twelve = (values: (month: number) => number | null): readonly (number | null)[] =>
  Array.from({ length: 12 }, (_, index) => values(index + 1));

/** One endpoint asked on a day as `2026-10-30`; answers what it answers, which is that it is done. */
type Ask = <Name extends keyof Requests>(on: string, name: Name, request: Requests[Name]) => unknown;

/** The region's way from its finished plan to April, a request for each step; `year` is the plan's. */
function* acts(ask: Ask, language: Language, year: number): Generator<void> {
  const text = aprilWords[language];
  const day = (monthAndDay: string): string => `${year}-${monthAndDay}`;
  const october = `${year - 1}-10-30`;
  const { planned } = reader('readSigning')(ask(october, 'readSigning', null));
  yield;
  ask(october, 'signPlan', { request: 'sample-sign', planned, reason: text.signed });
  yield;
  ask(october, 'keepSigned', { request: 'sample-values' });
  yield;
  const opened = reader('openPart')(ask(october, 'openPart', { part: 'stores' }));
  if (opened.status !== 'done') throw new Error(opened.message);
  const { columns } = opened;
  const stores = (columns.storeId ?? []).map(String);
  const sold = (at: number, month: number): number | null =>
    month > shares.length ? null : soldIn(stores[at] ?? '', at, month, columns[`months.${month}`]?.[at]);
  const records = stores.map((storeId, at) => ({ storeId, sales: twelve((month) => sold(at, month)) }));
  ask(day('04-16'), 'importRecords', { request: 'sample-sales', part: 'actuals', records });
  yield;
  const days: Prefill = {
    part: 'settings',
    record: 'settings',
    values: { dataThrough: day('04-15'), asOf: day('04-20') },
  };
  ask(day('04-16'), 'saveRecord', { request: 'sample-days', part: 'settings', changes: [...changesOf(days)] });
  yield;
  for (const month of [1, 2, 3]) {
    ask(day('04-16'), 'closeMonth', { request: `sample-close-${month}`, part: 'closings', record: `m${month}` });
    yield;
  }
  const at = stores.indexOf(late.storeId);
  const corrected = twelve((month) =>
    month === late.month ? Math.round((sold(at, month) ?? 0) * late.more * 100) / 100 : null,
  );
  ask(day('04-18'), 'importRecords', {
    request: 'sample-late',
    part: 'actuals',
    records: [{ storeId: late.storeId, sales: corrected }],
    reason: text.late,
  });
  yield;
  const actions = text.actions.map(({ month, dueOn, ...action }) => ({
    ...action,
    month: day(month),
    dueOn: day(dueOn),
  }));
  ask(day('04-20'), 'addRecords', { request: 'sample-actions', part: 'actions', records: actions });
  yield;
}

interface Whereby {
  /** The built script. */
  readonly code: string;
  /** Starts it. */
  readonly runtime: Runtime;
  readonly language: Language;
  /** The plan's. */
  readonly year?: number;
}

/**
 * Brings the sample's workbook, made of `inApril`, from its finished plan to April: yields between its steps. Throws what an
 * endpoint answers if it is not done.
 */
export function* broughtToApril(
  workbook: Workbook,
  { code, runtime, language, year = sampleYear }: Whereby,
): Generator<void> {
  const user: User = { email: 'planner@example.com', locale: language === 'zh' ? 'zh_CN' : 'en' };
  let now = 0;
  const addon: Addon = addonOn(
    clockedRuntime(runtime, () => now),
    { code, workbook, user, cells: false },
  );
  const ask: Ask = (on, name, request) => {
    // In the morning, wherever the workbook is.
    now = Date.parse(`${on}T04:00:00Z`);
    const answer = request === null ? addon.run(name) : addon.run(name, request);
    const { status } = Object(answer);
    if (status !== 'done') throw new Error(`${name}: ${JSON.stringify(answer)}`);
    return answer;
  };
  yield* acts(ask, language, year);
}
