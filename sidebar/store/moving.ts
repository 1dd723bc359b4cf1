import { blankRow } from '../book';
import { draftOf, isDirty as isDirtyDraft } from '../form/draft';
import { namedBy, partOf } from '../planParts';
import type { Reading } from './reading';
import { type Hub, type Listing, plainListing, type View } from './state';

const sameView = (one: View, other: View): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Going from view to view: an unsaved form is asked about first. */
export function movingOf(hub: Hub, { open, read, readRow, readSources }: Reading, save: () => Promise<boolean>) {
  function enter(view: View): void {
    // What can be taken back stays offered; what was only said has been read.
    const notice = hub.state.notice?.undo ? hub.state.notice : undefined;
    hub.set({ view, leaving: undefined, draft: undefined, savedAt: undefined, trouble: undefined, notice });
    if (view.kind === 'overview') void open();
    if (view.kind === 'part' || view.kind === 'several' || view.kind === 'import') void read(view.part);
    if (view.kind === 'fill') void readSources();
    if (view.kind === 'record' || view.kind === 'new') void openForm(view);
  }

  async function openForm(view: Extract<View, { kind: 'record' | 'new' }>): Promise<void> {
    const part = partOf(view.part);
    if (!part) return;
    if (view.kind === 'new') hub.set({ draft: draftOf(view.part, blankRow(part.tab, `new-${hub.newId()}`), true) });
    const known = hub.state.books[view.part]?.rows.find((row) => view.kind === 'record' && row.id === view.record);
    if (known) hub.set({ draft: draftOf(view.part, known) });
    if (known) await readRow(view.part, known.id);
    else {
      // A record may have come into the workbook after its part was read.
      const book = await read(view.part, view.kind === 'record');
      if (!sameView(hub.state.view, view)) return;
      const row = book?.rows.find(({ id }) => view.kind === 'record' && id === view.record);
      if (row) hub.set({ draft: draftOf(view.part, row) });
    }
    const present = hub.state.opened?.present ?? [];
    for (const named of new Set(part.tab.fields.map((field) => namedBy(field)?.tab.id)))
      if (named !== undefined && present.includes(named)) await read(named);
    await readSources();
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
  }

  return { enter, go, stay, discardAndLeave, saveAndLeave, isDirty, list };
}
