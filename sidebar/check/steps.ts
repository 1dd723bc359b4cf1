import type { Requests } from '../../src/app/requests';
import { type FindingKind, type Found, mendedBy } from '../../src/model/finding';

export type Mending = Requests['mendFindings'];

/** What others follow from: mended first, each by itself. */
const causes: ReadonlySet<FindingKind> = new Set<FindingKind>(['interrupted', 'tab', 'unfinished', 'stranger']);

/** What can be mended, and what only people can put right; what is only good to know is neither. */
export const byRepair = (found: readonly Found[]): readonly Found[] =>
  found.filter(({ kind }) => mendedBy(kind) === 'repair');
export const byHand = (found: readonly Found[]): readonly Found[] =>
  found.filter(({ kind }) => mendedBy(kind) === 'hand');
export const notes = (found: readonly Found[]): readonly Found[] =>
  found.filter(({ kind }) => mendedBy(kind) === 'note');

/** How often something was found. */
export const countOf = (found: readonly Found[]): number => found.reduce((sum, { count }) => sum + count, 0);

/** What it takes to mend one thing that was found. */
export const mendingOf = ({ tab, kind }: Found): Mending => ({ tab, kind });

/** What it takes to mend all: causes one by one, then what else was found tab by tab. */
export function stepsFor(found: readonly Found[]): readonly Mending[] {
  const open = byRepair(found);
  const steps = open.filter(({ kind }) => causes.has(kind)).map(mendingOf);
  const tabs = new Set(open.filter(({ kind }) => !causes.has(kind)).map(({ tab }) => tab));
  return [...steps, ...[...tabs].map((tab) => ({ tab }))];
}

/** Things that were found in the same tab, in the order in which the first of each was. */
export function byTab(
  found: readonly Found[],
): readonly { readonly title: string; readonly found: readonly Found[] }[] {
  const tabs = new Map<string, Found[]>();
  for (const one of found) {
    const known = tabs.get(one.title);
    if (known) known.push(one);
    else tabs.set(one.title, [one]);
  }
  return [...tabs].map(([title, own]) => ({ title, found: own }));
}
