import { useEffect, useMemo, useState } from 'preact/hooks';
import { dayNumber } from '../../../src/maths/day';
import { closingOf } from '../../../src/model/closing';
import { foldedName, keyOf, neededKeys } from '../../../src/model/key';
import type { Sold } from '../../../src/model/sold';
import { dayOfIso } from '../../../src/model/value';
import type { Book } from '../../book';
import type { Target } from '../../import/target';
import { namesPeople, type PeopleList, peopleListOf } from '../../intake/people';
import { type Agreed, type Held, heldIn, lastOf, type Months, monthsIn } from '../../intake/sales/held';
import { pairShares } from '../../lastIndex';
import { pastPart } from '../../monthSteps';
import { meant, type Part, partOf, parts } from '../../planParts';
import { namingOf } from '../../rows/title';
import { festivalWindows, meantValue } from '../../steps';
import type { Store } from '../../store';
import { useDesk } from '../context';

/** Targets of the version that was signed last, by folded key; undefined where none was. */
async function agreedIn(store: Store, { tab, key, target }: Sold['against']): Promise<Agreed | undefined> {
  const { opened } = store.hub.state;
  const keeping = parts.find((part) => part.tab.kept?.records?.of === tab);
  if (!opened?.signing || !keeping || !opened.present.includes(keeping.tab.id)) return undefined;
  const fieldOf = (path: string): string | undefined => keeping.tab.fields.find(({ keeps }) => keeps === path)?.id;
  const version = keeping.tab.fields.find(({ stamp }) => stamp === 'version')?.id;
  const [named, targets] = [fieldOf(`${tab}.${key}`), fieldOf(`${tab}.${target}`)];
  const book = await store.reading.read(keeping.tab.id, false, 'all');
  if (!book || version === undefined || named === undefined || targets === undefined) return undefined;
  const agreed = new Map<string, Months>();
  for (const row of book.rows)
    if (row.values[version] === opened.signing.version)
      agreed.set(foldedName(String(row.values[named] ?? '')), monthsIn(row, targets));
  return agreed;
}

/** Months that are closed, read anew: someone may have closed one just now. */
async function closedMonths(store: Store, { closings }: Sold): Promise<ReadonlySet<number>> {
  if (closings === undefined || !store.hub.state.opened?.present.includes(closings)) return new Set();
  const book = await store.reading.read(closings, true);
  const tab = partOf(closings)?.tab;
  const rows = new Map(book?.rows.map((row) => [row.id, row.values]));
  const closing = tab && closingOf(tab, (record, field) => rows.get(record)?.[field] ?? null, null, null);
  return new Set(closing?.closed.map(({ month }) => month));
}

/** The day that it is where the form is open. */
const dayOfClock = (now: Date): number => dayNumber(now.getFullYear(), now.getMonth() + 1, now.getDate());

/** The books of the table that figures are held against, and of codes of earlier files. */
async function booksOf(
  store: Store,
  { aliases, against }: Sold,
): Promise<Record<'outlets' | 'aliases', Book | undefined>> {
  const present = store.hub.state.opened?.present ?? [];
  const title = titleOf(against.tab);
  const wanted = [against.key, against.target, against.from, against.through, ...(title === undefined ? [] : [title])];
  return {
    outlets: present.includes(against.tab) ? await store.reading.read(against.tab, false, wanted) : undefined,
    aliases: present.includes(aliases.tab) ? await store.reading.read(aliases.tab, false, 'all') : undefined,
  };
}

function titleOf(tab: string): string | undefined {
  const part = partOf(tab);
  return part && namingOf(part).title?.id;
}

/** The keys that records of a part can have in a file: its own, of figures those of their records and codes of earlier files. */
export async function keysKnown(store: Store, { tab }: Part, own: Book): Promise<readonly string[]> {
  const textsOf = (book: Book | undefined, field: string): readonly string[] =>
    (book?.rows ?? []).map(({ values }) => String(values[field] ?? ''));
  const { sold } = tab;
  const [key] = neededKeys(tab);
  if (!sold) return key ? textsOf(own, key.id) : [];
  const { outlets, aliases } = await booksOf(store, sold);
  return [...textsOf(outlets, sold.against.key), ...textsOf(aliases, sold.aliases.code)];
}

/** What January and February of last year share, as the years gone by tell; undefined for a table of other months. */
export async function sharesKnown(store: Store, { tab }: Part): Promise<Target['shares']> {
  const { opened } = store.hub.state;
  const { planYear, firstMonth } = store.hub.terms();
  const fields = pastPart?.tab.pastYears;
  if (!tab.sold?.isLastYear || planYear === undefined || !pastPart || !fields) return undefined;
  const isThere = opened?.present.includes(pastPart.tab.id) === true;
  const past = isThere ? await store.reading.read(pastPart.tab.id, false, 'all') : undefined;
  return pairShares({ past: past?.rows ?? [], fields, planYear, firstMonth, windows: festivalWindows(opened) });
}

/** The list of people as it is now, where records of a part name any; undefined where there is none, or until it is read. */
export function usePeople({ tab }: Part): { readonly list: PeopleList; readonly book: Book } | undefined {
  const { store, state } = useDesk();
  const [book, setBook] = useState<Book | undefined>(undefined);
  const person = meant('person');
  const isWanted = person !== undefined && namesPeople(tab) && state.opened?.present.includes(person.tab.id) === true;
  const { run } = state;
  useEffect(() => {
    let isShown = true;
    if (!isWanted || !person || run) return undefined;
    void store.reading.read(person.tab.id, true, 'all').then((read) => isShown && setBook(read));
    return () => {
      isShown = false;
    };
  }, [isWanted, run]);
  return useMemo(
    () => (book && person ? { list: peopleListOf(person.tab, person.field), book } : undefined),
    [book, person],
  );
}

/** What figures from a file are held against; undefined until it is read, or without a year of the plan. */
export function useHeld(sold: Sold, own: Book): Held | undefined {
  const { store, state, terms } = useDesk();
  const [held, setHeld] = useState<Held | undefined>(undefined);
  const { against } = sold;
  const dataThrough = dayOfIso(String(meantValue(state.opened, 'dataThrough') ?? '')) ?? null;
  useEffect(() => {
    let isWanted = true;
    const { planYear, firstMonth } = terms;
    if (planYear === undefined) return undefined;
    const title = titleOf(against.tab);
    const yearStart = dayNumber(planYear - (sold.isLastYear ? 1 : 0), firstMonth, 1);
    // Last year is over: its figures reach to its end.
    const through = sold.isLastYear ? lastOf(yearStart, 11) : dataThrough;
    const load = async (): Promise<void> => {
      const books = { own, ...(await booksOf(store, sold)) };
      const agreed = await agreedIn(store, against);
      const key = keyOf(partOf(own.part)?.tab ?? { id: '', shape: 'table', fields: [] })?.fields[0]?.id ?? '';
      if (isWanted)
        setHeld(
          heldIn(
            sold,
            key,
            yearStart,
            through,
            books,
            title,
            agreed,
            await closedMonths(store, sold),
            // Last year may be under way when the plan is made.
            sold.isLastYear ? null : dayOfClock(new Date()),
          ),
        );
    };
    void load();
    return () => {
      isWanted = false;
    };
  }, [own, dataThrough, terms.planYear, terms.firstMonth]);
  return held;
}
