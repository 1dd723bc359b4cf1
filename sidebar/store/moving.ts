import { blankRow, type Row, withoutRows } from '../book';
import { type Draft, draftOf, isDirty as isDirtyDraft, withText } from '../form/draft';
import { namedBy, type Part, partOf, parts } from '../planParts';
import type { Reading } from './reading';
import { type Hub, type Listing, type Notice, plainListing, unchecked, type View } from './state';

const sameView = (one: View, other: View): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Views of the whole plan, where what was done to many records of a part is still what was done last. */
const ofAll: ReadonlySet<View['kind']> = new Set(['overview', 'fill', 'part', 'import', 'several', 'respread']);

/** What was only said has been read, and what was done to one record is said nowhere else; the rest stays offered. */
function keptIn(view: View, notice: Notice | undefined): Notice | undefined {
  if (!notice?.undo) return undefined;
  if (notice.record !== undefined) return view.kind === 'record' && view.record === notice.record ? notice : undefined;
  const isElsewhere = 'part' in view && notice.of !== undefined && view.part !== notice.of.part;
  return ofAll.has(view.kind) && !isElsewhere ? notice : undefined;
}

/** Going from view to view: an unsaved form is asked about first. */
export function movingOf(
  hub: Hub,
  { open, read, readRow, readSources }: Reading,
  save: () => Promise<boolean>,
  look: () => Promise<void>,
) {
  function enter(view: View): void {
    const notice = keptIn(view, hub.state.notice);
    // How the last import ended was told where it ran: whoever comes to import again begins anew.
    const isAnew = view.kind === 'import' && hub.state.run?.state === 'done';
    hub.set({
      view,
      ...(isAnew && { run: undefined }),
      leaving: undefined,
      draft: undefined,
      savedAt: undefined,
      saved: undefined,
      trouble: undefined,
      notice,
    });
    if (view.kind === 'overview') void open();
    if (view.kind === 'check') {
      hub.set({ check: unchecked });
      void look();
    }
    if (view.kind === 'part' || view.kind === 'several' || view.kind === 'respread')
      void read(view.part, false, figureOf(view.part));
    if (view.kind === 'import') void read(view.part, false, 'all');
    if (view.kind === 'fill') void readBreakback();
    if (view.kind === 'record' || view.kind === 'new') void openForm(view);
  }

  /** What closing the gap goes by: what the region is computed from, openings by channel, and what stores promise. */
  async function readBreakback(): Promise<void> {
    await readSources();
    const present = hub.state.opened?.present ?? [];
    for (const { tab } of parts)
      if ((tab.opens || tab.promises) && present.includes(tab.id)) await read(tab.id, true, 'all');
  }

  async function openForm(view: Extract<View, { kind: 'record' | 'new' }>): Promise<void> {
    const part = partOf(view.part);
    if (!part) return;
    if (view.kind === 'new') hub.set({ draft: begun(view, part) });
    if (view.kind === 'new') await read(view.part);
    else
      await openRecord(
        view,
        hub.state.books[view.part]?.rows.find(({ id }) => id === view.record),
      );
    if (!sameView(hub.state.view, view)) return;
    const present = hub.state.opened?.present ?? [];
    for (const named of new Set(part.tab.fields.map((field) => namedBy(field)?.tab.id)))
      if (named !== undefined && present.includes(named)) await read(named);
    await readSources();
  }

  /** A new record's form, with what it begins with as if it had been typed. */
  function begun({ part: id, typed = {} }: Extract<View, { kind: 'new' }>, { tab }: Part): Draft {
    let draft = draftOf(id, blankRow(tab, `new-${hub.newId()}`), true);
    for (const [cell, text] of Object.entries(typed)) draft = withText(draft, cell, text);
    return draft;
  }

  /** Opens the form on a record as it is known, or once all of it is read; the list's row stands there meanwhile. */
  async function openRecord(view: Extract<View, { kind: 'record' }>, known: Row | undefined): Promise<void> {
    const { part, record } = view;
    if (known && !known.partly) {
      hub.set({ draft: draftOf(part, known) });
      await readRow(part, record);
      return;
    }
    // A record may have come into the workbook after its part was read.
    const listed = known ?? (await read(part, true))?.rows.find(({ id }) => id === record);
    const row = listed?.partly ? await readRow(part, record) : listed;
    const book = hub.state.books[part];
    if (row === 'gone' && book) hub.set({ books: { ...hub.state.books, [part]: withoutRows(book, [record]) } });
    else if (row && row !== 'gone' && sameView(hub.state.view, view)) hub.set({ draft: draftOf(part, row) });
  }

  /** The figure that was chosen to stand beside a part's rows. */
  function figureOf(part: string): readonly string[] {
    const figure = hub.state.listings[part]?.figure;
    return figure === undefined ? [] : [figure];
  }

  const isDirty = (): boolean => {
    const tab = hub.state.draft && partOf(hub.state.draft.part)?.tab;
    return hub.state.draft !== undefined && tab !== undefined && isDirtyDraft(tab, hub.state.draft, hub.terms());
  };

  /** Goes to a view; an unsaved form is asked about first. */
  function go(view: View): void {
    if (isDirty()) hub.set({ leaving: view });
    else enter(view);
  }

  const stay = (): void => hub.set({ leaving: undefined });

  function discardAndLeave(): void {
    const { leaving } = hub.state;
    if (leaving) enter(leaving);
  }

  async function saveAndLeave(): Promise<void> {
    const { leaving } = hub.state;
    hub.set({ leaving: undefined });
    if (leaving && (await save())) enter(leaving);
  }

  function list(part: string, change: Partial<Listing>): void {
    hub.set({
      listings: { ...hub.state.listings, [part]: { ...(hub.state.listings[part] ?? plainListing), ...change } },
    });
    if (change.figure !== undefined) void read(part, false, figureOf(part));
  }

  return { enter, go, stay, discardAndLeave, saveAndLeave, isDirty, list };
}
