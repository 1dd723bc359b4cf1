import type { Tab } from '../../src/model/tab';
import { draftsRead } from '../answers';
import type { Draft } from '../form/draft';
import { authored, type DraftKept, draftName, keptOf, resumed } from '../form/kept';
import { chosenRows, isShort, isTyped, keptSlip, type Slip, slipName, slipOf } from '../form/slip';
import { partOf } from '../planParts';
import type { Reading } from './reading';
import { type Hub, noAnswerKind, plainListing, type View } from './state';

/** What a browser keeps for this page, where it keeps anything: a text under a name. */
export interface Drawer {
  read(name: string): string | null;
  /** Whether it is kept. */
  write(name: string, text: string): boolean;
}

/** Where a browser keeps nothing. */
export const noDrawer: Drawer = { read: () => null, write: () => false };

/** Milliseconds until what is typed goes to where it is kept; and until that is tried again without an answer. */
const soon = 1000;
const later = 10_000;

/** More characters than this are not kept in the browser, whose room is for all pages of one origin. */
const mostHere = 1_000_000;

/**
 * Keeps what is being typed into any form until it is saved or given up: with Google, for this person in this workbook,
 * and at once in the browser, as far as that keeps anything. What was kept is offered when the sidebar is opened again.
 */
export function keepingOf(hub: Hub, { readRow, read }: Reading, enter: (view: View) => void, drawer: Drawer) {
  /** Who this is in this workbook; null as long as that is not known. */
  let owner: string | null = null;
  /** What was kept last of each form, as text. */
  const known = new Map<string, string>();
  /** What is still to be sent, the last of each form: undefined where it is to be forgotten. */
  const waiting = new Map<
    string,
    { readonly part: string; readonly record: string; readonly draft: DraftKept | undefined }
  >();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isSending = false;

  const here = (): readonly DraftKept[] => (owner === null ? [] : draftsRead(drawer.read(nameOf(owner))));

  function keepHere(name: string, draft: DraftKept | undefined): boolean {
    if (owner === null) return false;
    const others = here().filter((kept) => draftName(kept) !== name);
    const text = JSON.stringify(draft ? [draft, ...others] : others);
    return text.length <= mostHere && drawer.write(nameOf(owner), text);
  }

  function schedule(after: number): void {
    if (timer !== undefined || isSending || waiting.size === 0) return;
    timer = setTimeout(() => void flush(), after);
  }

  /** Sends what waits, one after the other; what finds no answer waits on. */
  async function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    if (isSending) return;
    isSending = true;
    const began = Date.now();
    let isAnswered = true;
    try {
      for (const [name, work] of [...waiting]) {
        const { part, record, draft } = work;
        waiting.delete(name);
        try {
          await hub.server.keepDraft({ part, record, ...(draft && { draft: contentOf(draft) }) });
        } catch (error) {
          noAnswerKind(error);
          if (!waiting.has(name)) waiting.set(name, work);
          isAnswered = false;
          break;
        }
      }
    } finally {
      isSending = false;
    }
    // What was typed while Google took its time has waited already.
    schedule(isAnswered ? Math.max(0, soon - (Date.now() - began)) : later);
  }

  function note(name: string, part: string, record: string, draft: DraftKept | undefined): void {
    waiting.set(name, { part, record, draft });
    keepHere(name, draft);
    schedule(soon);
  }

  function forget(name: string): void {
    if (!known.delete(name)) return;
    const [part = '', record = ''] = JSON.parse(name) as readonly string[];
    note(name, part, record, undefined);
  }

  /** The slips as they were when they were kept last. */
  const seen = new Map<string, Slip>();

  /** Looks whether what is typed is another than was kept. */
  function watch(): void {
    const { draft, slips } = hub.state;
    const part = draft && partOf(draft.part);
    const kept = draft && part ? keptOf(part, draft, hub.terms()) : undefined;
    const typed = new Set<string>();
    if (kept) {
      const name = draftName(kept);
      typed.add(name);
      const text = JSON.stringify(kept);
      if (known.get(name) !== text) {
        known.set(name, text);
        note(name, kept.part, kept.record, { ...kept, at: new Date().toISOString() });
      }
    }
    for (const slip of Object.values(slips).filter(isTyped)) {
      const name = draftName({ part: slip.part, record: slip.kind });
      typed.add(name);
      if (seen.get(name) === slip) continue;
      seen.set(name, slip);
      known.set(name, name);
      keepSlip(name, slip);
    }
    for (const name of [...known.keys()]) {
      if (typed.has(name)) continue;
      seen.delete(name);
      forget(name);
    }
  }

  /** What is too long for Google is kept in the browser alone, and that is said. */
  function keepSlip(name: string, slip: Slip): void {
    const kept = { ...keptSlip(slip), at: new Date().toISOString() };
    const own = slipName(slip.part, slip.kind);
    let where: 'browser' | 'nowhere' | undefined;
    if (isShort(slip)) note(name, slip.part, slip.kind, kept);
    else where = keepHere(name, kept) ? 'browser' : 'nowhere';
    const { [own]: before, ...others } = hub.state.unkept;
    if (before !== where) hub.set({ unkept: where ? { ...others, [own]: where } : others });
  }
  hub.subscribe(watch);

  /** Asks what was typed and not saved before this page was opened, and offers it. */
  async function recall(): Promise<void> {
    try {
      const answer = await hub.server.recallDrafts(null);
      owner = answer.owner;
      const latest = new Map<string, DraftKept>();
      for (const draft of [...answer.drafts, ...here()]) {
        const name = draftName(draft);
        const other = latest.get(name);
        if (partOf(draft.part) && !known.has(name) && (!other || other.at < draft.at)) latest.set(name, draft);
      }
      const offered = [...latest.values()].sort((one, other) => other.at.localeCompare(one.at));
      if (offered.length > 0) hub.set({ offered });
      // What was typed before it was known who types it.
      for (const { draft } of waiting.values()) if (draft) keepHere(draftName(draft), draft);
    } catch (error) {
      noAnswerKind(error);
    }
  }

  const withdraw = (draft: DraftKept): void =>
    hub.set({ offered: hub.state.offered.filter((other) => draftName(other) !== draftName(draft)) });

  /** Goes on with an offered draft, on its record as it stands now. */
  async function resume(draft: DraftKept): Promise<void> {
    const part = partOf(draft.part);
    if (!part) return;
    const slip = slipOf(draft);
    if (slip) {
      await resumeSlip(draft, slip);
      return;
    }
    const view: View = draft.isNew
      ? { kind: 'new', part: draft.part }
      : { kind: 'record', part: draft.part, record: draft.record };
    const book = await read(draft.part);
    const row = draft.isNew || !book ? undefined : await readRow(draft.part, draft.record);
    // Out of reach: it stays offered.
    if (!book || (!draft.isNew && row === undefined)) return;
    const anew = await told(part.tab, resumed(part.tab, draft, row === 'gone' ? undefined : row, hub.terms()));
    enter(view);
    hub.set({ draft: anew });
    known.set(draftName(draft), known.get(draftName(draft)) ?? '');
    withdraw(draft);
    watch();
  }

  /** Goes on where no record is filled in; of a value for many rows also with those that it was for. */
  async function resumeSlip(draft: DraftKept, slip: Slip): Promise<void> {
    if (slip.kind === '#several') {
      const { texts, part } = slip;
      const fields = [texts.field ?? []].flat();
      if (!(await read(part, false, fields))) return;
      const { filter } = chosenRows(slip);
      const listing = hub.state.listings[part] ?? plainListing;
      hub.set({ listings: { ...hub.state.listings, [part]: { ...listing, filter } } });
    }
    hub.set({ slips: { ...hub.state.slips, [slipName(slip.part, slip.kind)]: slip } });
    withdraw(draft);
    enter(slipView(slip));
  }

  /** The form with who has changed meanwhile what was typed over, and when, as far as the log tells. */
  async function told(tab: Tab, draft: Draft): Promise<Draft> {
    if (draft.clashes.length === 0) return draft;
    try {
      const answer = await hub.server.readLog({ part: draft.part, record: draft.base.id, skip: 0 });
      return answer.status === 'done' ? authored(tab, draft, answer.lines) : draft;
    } catch (error) {
      noAnswerKind(error);
      return draft;
    }
  }

  /** An offered draft is given up. */
  function discard(draft: DraftKept): void {
    withdraw(draft);
    known.set(draftName(draft), '');
    forget(draftName(draft));
  }

  return { recall, resume, discard, flush };
}

const nameOf = (owner: string): string => `regionTargets.${owner}`;

const contentOf = ({ part: _, record: __, ...content }: DraftKept): Omit<DraftKept, 'part' | 'record'> => content;

/** Where it is typed. */
function slipView({ part, kind }: Pick<Slip, 'part' | 'kind'>): View {
  switch (kind) {
    case '#several':
      return { kind: 'several', part };
    case '#import':
    case '#run':
      return { kind: 'import', part };
    case '#respread':
      return { kind: 'respread', part };
    case '#sign':
    case '#reopen':
      return { kind: 'signing' };
    case '#generate':
      return { kind: 'generate' };
  }
}
