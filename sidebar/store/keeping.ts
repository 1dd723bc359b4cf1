import type { Tab } from '../../src/model/tab';
import { draftsRead } from '../answers';
import type { Draft } from '../form/draft';
import { authored, type DraftKept, draftName, keptOf, resumed } from '../form/kept';
import { partOf } from '../planParts';
import type { Reading } from './reading';
import { type Hub, noAnswerKind, type View } from './state';

/** What a browser keeps for this page, where it keeps anything: a text under a name. */
export interface Drawer {
  read(name: string): string | null;
  write(name: string, text: string): void;
}

/** Where a browser keeps nothing. */
export const noDrawer: Drawer = { read: () => null, write: () => {} };

/** Milliseconds until what is typed goes to where it is kept; and until that is tried again without an answer. */
const soon = 1000;
const later = 10_000;

/**
 * Keeps what is being typed into a form until it is saved or given up: with Google, for this person in this workbook, and
 * at once in the browser, as far as that keeps anything. What was kept is offered when the sidebar is opened again.
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
  let open: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isSending = false;

  const here = (): readonly DraftKept[] => (owner === null ? [] : draftsRead(drawer.read(nameOf(owner))));

  function keepHere(name: string, draft: DraftKept | undefined): void {
    if (owner === null) return;
    const others = here().filter((kept) => draftName(kept) !== name);
    drawer.write(nameOf(owner), JSON.stringify(draft ? [draft, ...others] : others));
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
    schedule(isAnswered ? soon : later);
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

  /** Looks whether what is typed is another than was kept. */
  function watch(): void {
    const { draft } = hub.state;
    const part = draft && partOf(draft.part);
    const kept = draft && part ? keptOf(part, draft, hub.terms()) : undefined;
    const name = draft && draftName({ part: draft.part, record: draft.base.id });
    if (open !== undefined && open !== name) forget(open);
    open = name;
    if (name === undefined) return;
    if (!kept) {
      forget(name);
      return;
    }
    const text = JSON.stringify(kept);
    if (known.get(name) === text) return;
    known.set(name, text);
    note(name, kept.part, kept.record, { ...kept, at: new Date().toISOString() });
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
