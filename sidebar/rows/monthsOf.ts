import type { Scalar } from '../../src/model/answer';
import { foldedName } from '../../src/model/key';
import { dayOfIso } from '../../src/model/value';
import type { Book, Row } from '../book';
import { soldPart, workingPart } from '../monthSteps';
import { partOfRole } from '../planParts';

/** A month of a store: what it is to sell and what it sold; null where it is not known. */
export interface MonthOfStore {
  readonly target: number | null;
  readonly actual: number | null;
}

const outlets = partOfRole('outlets')?.tab;
const targets = outlets?.fields.find(({ monthly, kind }) => monthly === true && kind === 'money');
const storeKey = outlets?.fields.find(({ key }) => key);
const soldKey = soldPart?.tab.fields.find(({ key }) => key);

const number = (value: Scalar | undefined): number | null => (typeof value === 'number' ? value : null);

/** What stores are followed against, where that is told store by store. */
const followed = workingPart?.tab;
const followedKey = followed?.fields.find(({ key }) => key);

/**
 * The twelve months of a store by its row in the store list, by what it is followed against where that is known, and what
 * was sold; undefined where nothing was.
 */
export function monthsOf(row: Row, sold: Book | undefined, working?: Book): readonly MonthOfStore[] | undefined {
  if (!targets || !storeKey || !soldKey) return undefined;
  const key = foldedName(String(row.values[storeKey.id] ?? ''));
  const lineIn = (book: Book | undefined, field: string): Row | undefined =>
    book?.rows.find(({ values }) => foldedName(String(values[field] ?? '')) === key);
  const line = lineIn(sold, soldKey.id);
  const followedLine = followedKey && lineIn(working, followedKey.id);
  const months = followed?.working?.months ?? '';
  if (!line) return undefined;
  return Array.from({ length: targets.cells ?? 12 }, (_, index) => ({
    target: number(followedLine?.values[`${months}.${index + 1}`] ?? row.values[`${targets.id}.${index + 1}`]),
    actual: number(line.values[`${soldPart?.tab.sold?.figure ?? ''}.${index + 1}`]),
  }));
}

/** How a month that has a figure stands; that of the month under way is not held against the target of all of it. */
export function standingOf({ target, actual }: MonthOfStore, isUnderWay: boolean): 'met' | 'short' | 'underWay' {
  if (isUnderWay) return 'underWay';
  return actual !== null && target !== null && actual < target ? 'short' : 'met';
}

/** Which month of the plan year, from 1, is under way on the day that data reach; undefined if that day ends a month. */
export function monthUnderWay(through: string | null, firstMonth: number): number | undefined {
  const [year = 0, month = 0] = (through ?? '').split('-').map(Number);
  const day = through === null ? undefined : dayOfIso(through);
  if (day === undefined) return undefined;
  const next = dayOfIso(`${month === 12 ? year + 1 : year}-${String((month % 12) + 1).padStart(2, '0')}-01`);
  return next === day + 1 ? undefined : ((month - firstMonth + 12) % 12) + 1;
}
