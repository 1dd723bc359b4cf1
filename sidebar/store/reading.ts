import type { Opened } from '../../src/app/endpoints/open';
import type { Answer } from '../../src/model/answer';
import { type Book, bookOf, hasRead, type Row, type Wanted, withRows } from '../book';
import { sources } from '../form/around';
import { reread } from '../form/draft';
import { partOf, partOfRole } from '../planParts';
import { listFields } from '../rows/listFields';
import { stands } from '../rows/stands';
import { type Hub, noAnswerKind } from './state';

type Invalid = Extract<Answer, { status: 'invalid' }>;

export type Reading = ReturnType<typeof readingOf>;

/** How long books are taken as they are for live figures, in milliseconds. */
const freshness = 60_000;

/** Tables of more records are read without the fields that no list or figure needs; a smaller one whole, in one call. */
const wholeTo = 200;

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** What is read from the workbook, and when it is read again. */
export function readingOf(hub: Hub) {
  /** Reads the first view; figures and parts that are shown stay until the new ones are there. */
  async function open(): Promise<void> {
    try {
      const opened = await hub.server.openPlan(null);
      const kept = hub.state.checked.filter(({ part }) => !opened.checked.some((status) => status.part === part));
      hub.set({
        opened,
        language: opened.language,
        checked: [...opened.checked, ...kept],
        reading: false,
        unread: undefined,
        readAt: new Date(),
      });
      await checkOthers(opened);
      if (opened.workbook !== null && opened.standing === 'current')
        hub.set({ following: await hub.server.readFollowing(null) });
    } catch (error) {
      unread(error);
    }
  }

  /** How far each part is that was not told with the figures; whether any of it is another than before. */
  async function checkOthers(opened: Opened): Promise<boolean> {
    const others = opened.present.filter((part) => !opened.checked.some((status) => status.part === part));
    return check(others);
  }

  /** How far all parts are by now; whether any of it is another than before. */
  const states = async (): Promise<boolean> => {
    try {
      return await check(hub.state.opened?.present ?? []);
    } catch (error) {
      unread(error);
      return false;
    }
  };

  async function check(others: readonly string[]): Promise<boolean> {
    let isOther = false;
    for (let start = 0; start < others.length; start += 6) {
      const answer = await hub.server.checkParts({ parts: others.slice(start, start + 6) });
      if (answer.status !== 'done') return isOther;
      const fresh = new Map(answer.checked.map((status) => [status.part, status]));
      const before = hub.state.checked.filter(({ part }) => fresh.has(part));
      if (before.length === fresh.size && before.every((old) => isSame(old, fresh.get(old.part)))) continue;
      isOther = true;
      hub.set({ checked: [...hub.state.checked.filter(({ part }) => !fresh.has(part)), ...answer.checked] });
    }
    return isOther;
  }

  function unread(error: unknown): void {
    hub.set({ reading: false, unread: noAnswerKind(error) });
  }

  const pending = new Map<string, Promise<Book | undefined>>();
  /** When each book was read, in milliseconds. */
  const readAt = new Map<string, number>();
  /** Counts what was written: what was being read meanwhile may be old already. */
  let writes = 0;

  /**
   * A part's records: those known at once, read anew if a save may have changed them. Of a large table, what its list
   * needs and what is wanted besides.
   */
  function read(part: string, anew = false, wanted: Wanted = []): Promise<Book | undefined> {
    const known = hub.state.books[part];
    if (known && !anew && !hub.state.stale.has(part) && hasRead(known, wanted)) return Promise.resolve(known);
    const under = pending.get(part);
    if (under) return under.then((book) => (book && !hasRead(book, wanted) ? read(part, false, wanted) : book));
    const reading = readNow(part, wanted).finally(() => pending.delete(part));
    pending.set(part, reading);
    return reading;
  }

  /** What to ask of a part: all of it, or the fields that are looked at now. */
  function someOf(id: string, wanted: Wanted): { readonly fields: string[]; readonly wholeTo: number } | undefined {
    const { books, listings, view } = hub.state;
    const part = partOf(id);
    // What a file would change is looked for in all fields.
    const all = wanted === 'all' || (view.kind === 'import' && view.part === id);
    if (all || part?.tab.shape !== 'table') return undefined;
    const figure = listings[id]?.figure ?? [];
    const fields = [listFields(part), figure, [...(books[id]?.fields ?? [])], wanted].flat();
    return { fields: [...new Set(fields)], wholeTo };
  }

  async function readNow(part: string, wanted: Wanted): Promise<Book | undefined> {
    const before = writes;
    const some = someOf(part, wanted);
    try {
      const answer = await hub.server.openPart({ part, ...(some && { some }) });
      if (answer.status !== 'done') {
        hub.set({ trouble: { kind: 'said', message: answer.faults[0]?.message ?? answer.message } });
        return undefined;
      }
      const book = bookOf(answer);
      const stale = new Set(hub.state.stale);
      if (writes === before) stale.delete(part);
      readAt.set(part, Date.now());
      const row =
        hub.state.draft?.part === part ? book.rows.find(({ id }) => id === hub.state.draft?.base.id) : undefined;
      const tab = partOf(part)?.tab;
      const draft =
        hub.state.draft && row && !row.partly && tab && !hub.state.draft.saving
          ? reread(tab, hub.state.draft, row)
          : hub.state.draft;
      hub.set({ books: { ...hub.state.books, [part]: book }, stale, unread: undefined, draft });
      if (writes === before) dropUntrue();
      return book;
    } catch (error) {
      unread(error);
      return undefined;
    }
  }

  /**
   * The books that live figures are computed from, as far as they are in the workbook. What was written here is in them
   * already; what others wrote comes with the next reading.
   */
  async function readSources(): Promise<void> {
    const present = new Set(hub.state.opened?.present ?? []);
    const old = (part: string): boolean => Date.now() - (readAt.get(part) ?? 0) > freshness;
    for (const part of sources) {
      if (present.has(part) && (!hub.state.books[part] || old(part))) await read(part, true);
    }
  }

  /** One record anew and whole, in its book; `gone` if the workbook has it no longer. */
  async function readRow(part: string, record: string): Promise<Row | 'gone' | undefined> {
    const before = writes;
    try {
      const answer = await hub.server.openPart({ part, records: [record] });
      const book = hub.state.books[part];
      if (answer.status !== 'done' || !book) return undefined;
      const fresh = bookOf(answer);
      hub.set({ books: { ...hub.state.books, [part]: withRows(book, fresh) }, unread: undefined });
      rebase(part);
      if (writes === before) dropUntrue();
      return fresh.rows[0] ?? 'gone';
    } catch (error) {
      unread(error);
      return undefined;
    }
  }

  /** Records with all of their fields, those of a large table read now; the answer instead if there are none to be had. */
  async function wholeRows(part: string, records: readonly string[]): Promise<readonly Row[] | Invalid> {
    const known = new Map((hub.state.books[part]?.rows ?? []).map((row) => [row.id, row]));
    const partly = records.filter((id) => known.get(id)?.partly);
    if (partly.length > 0) {
      const answer = await hub.server.openPart({ part, records: partly });
      if (answer.status !== 'done') return answer;
      for (const id of partly) known.delete(id);
      for (const row of bookOf(answer).rows) known.set(row.id, row);
    }
    return records.flatMap((id) => known.get(id) ?? []);
  }

  /** After something was written: the record it was about, or the part; the region's figures; the rest in its time. */
  async function follow(part: string, record?: string): Promise<void> {
    writes += 1;
    hub.set({ stale: new Set([...hub.state.stale, ...Object.keys(hub.state.books)]) });
    if (record !== undefined && hub.state.books[part]) await readRow(part, record);
    else {
      const book = await read(part, true);
      // The open form's record stands in the list with less than the form shows.
      const { draft } = hub.state;
      if (book?.fields && draft?.part === part && !draft.isNew) await readRow(part, draft.base.id);
    }
    await live();
  }

  /** What was done and is no longer so, undone in the grid or by others, is not said any more. */
  function dropUntrue(): void {
    const { notice, saved, books } = hub.state;
    if (notice?.of && !stands(notice.of, books[notice.of.part])) hub.set({ notice: undefined });
    if (saved && !stands(saved, books[saved.part])) hub.set({ saved: undefined, savedAt: undefined });
  }

  /** The open form's record as it stands in its book now. */
  function rebase(part: string): void {
    const { draft } = hub.state;
    const tab = partOf(part)?.tab;
    const row = draft?.part === part ? hub.state.books[part]?.rows.find(({ id }) => id === draft.base.id) : undefined;
    if (draft && tab && row && !row.partly && !draft.saving) hub.set({ draft: reread(tab, draft, row) });
  }

  /** The region's figures: what the first view shows live; all of it once they have moved, and whether they have. */
  async function live(): Promise<boolean> {
    const outcome = partOfRole('outcome')?.tab.id;
    if (outcome === undefined || !hub.state.opened?.present.includes(outcome)) return false;
    try {
      const answer = await hub.server.openPart({ part: outcome });
      const { opened } = hub.state;
      if (answer.status !== 'done' || !opened) return false;
      const { status: _, ...cells } = answer;
      const before = opened.figures.find(({ part }) => part === outcome);
      const moved = !isSame(before?.columns, cells.columns);
      const figures = [...opened.figures.filter(({ part }) => part !== outcome), cells];
      const { books: known } = hub.state;
      const books = known[outcome] ? { ...known, [outcome]: bookOf(cells) } : known;
      hub.set({ opened: { ...opened, figures }, books, readAt: new Date(), unread: undefined });
      // Someone typed in the grid: what the figures rest on, and how far each part is, is no longer what it was.
      if (moved) await open();
      return moved;
    } catch (error) {
      unread(error);
      return false;
    }
  }

  return { open, live, states, read, readRow, wholeRows, readSources, follow };
}
