import type { Answer } from '../../src/model/answer';
import type { Proposal } from '../../src/model/proposal';
import { cellKeys } from '../../src/model/tab';
import { withoutRows } from '../book';
import type { Draft } from '../form/draft';
import * as drafts from '../form/draft';
import { partOf } from '../planParts';
import { words } from '../text';
import { inputText } from '../value/inputText';
import type { Acts } from './acts';
import type { Reading } from './reading';
import { type Hub, noAnswerKind, patience, pause, type View } from './state';

/** Typing into the open form, and saving it. */
export function formsOf(
  hub: Hub,
  { read, readRow, follow }: Reading,
  { offer, wayBack }: Acts,
  enter: (view: View) => void,
) {
  function type(key: string, text: string): void {
    if (hub.state.draft) hub.set({ draft: drafts.withText(hub.state.draft, key, text) });
  }

  /** What was typed under a key has served. */
  function untype(key: string): void {
    const { draft } = hub.state;
    if (!draft || draft.edits[key] === undefined) return;
    const { [key]: _, ...edits } = draft.edits;
    hub.set({ draft: { ...draft, edits } });
  }

  /** Types a proposal's changes into the open form, which saves them; what stood there is a step back. */
  function apply({ changes }: Proposal, text: string): void {
    const before = hub.state.draft;
    const tab = before && partOf(before.part)?.tab;
    if (!before || !tab) return;
    let draft = before;
    for (const { field: id, to } of changes) {
      const field = tab.fields.find((candidate) => candidate.id === id);
      if (!field) continue;
      for (const [index, key] of cellKeys(field).entries()) {
        const value = typeof to === 'object' && to !== null ? (to[index] ?? null) : to;
        draft = drafts.withText(draft, key, inputText(field, value, hub.terms()));
      }
    }
    hub.set({ draft });
    const filled = draft;
    const back = async (): Promise<Answer> => {
      const now = hub.state.draft;
      if (now === undefined || now.base.id !== before.base.id) return { status: 'done', records: [] };
      const edits = { ...now.edits };
      for (const key of Object.keys(filled.edits)) {
        const was = before.edits[key];
        // What was typed over the proposal since stays.
        if (edits[key] !== filled.edits[key] || was === filled.edits[key]) continue;
        if (was === undefined) delete edits[key];
        else edits[key] = was;
      }
      hub.set({ draft: { ...now, edits, ...(now.saving ? {} : { request: undefined, sent: undefined }) } });
      return { status: 'done', records: [] };
    };
    offer(text, back, undefined, before.base.id);
  }

  function choose(cell: string, choice: 'theirs' | 'mine'): void {
    if (hub.state.draft) hub.set({ draft: drafts.chosen(hub.state.draft, cell, choice) });
  }

  function revert(): void {
    if (hub.state.draft) hub.set({ draft: drafts.reverted(hub.state.draft), trouble: undefined });
  }

  /** Saves the open form. True if it is saved: what is wrong, busy, in conflict or out of reach stays in the form. */
  async function save(): Promise<boolean> {
    for (let attempt = 1; ; attempt += 1) {
      const saved = await saveOnce();
      const trouble = hub.state.draft?.trouble;
      if (saved || trouble?.kind !== 'busy' || attempt > patience.times) return saved;
      if (hub.state.draft) hub.set({ draft: { ...hub.state.draft, trouble: { kind: 'busy', again: true } } });
      await pause(patience.pause);
      if (hub.state.draft?.trouble?.kind !== 'busy' || hub.state.draft.saving) return false;
    }
  }

  async function saveOnce(): Promise<boolean> {
    const { draft } = hub.state;
    const tab = draft && partOf(draft.part)?.tab;
    if (!draft || !tab || draft.saving) return false;
    if (drafts.draftFaults(tab, draft, hub.terms(), hub.state.books[draft.part]?.rows).size > 0) return false;
    const sending = drafts.sendingOf(draft);
    const changes = drafts.changesOf(tab, sending, hub.terms());
    if (changes.length === 0 && !draft.isNew) {
      hub.set({ draft: { ...draft, edits: {}, trouble: undefined } });
      return true;
    }
    const request = draft.request ?? hub.newId();
    hub.set({ draft: drafts.sent(draft, request), savedAt: undefined });
    try {
      const answer = draft.isNew
        ? await hub.server.addRecords({
            request,
            part: draft.part,
            records: [drafts.valuesOf(tab, sending, hub.terms())],
          })
        : await hub.server.saveRecord({ request, part: draft.part, changes });
      return await settle(draft, sending, answer, changes);
    } catch (error) {
      const kind = noAnswerKind(error);
      if (hub.state.draft?.base.id === draft.base.id)
        hub.set({ draft: drafts.unanswered(tab, hub.state.draft, kind, hub.terms()) });
      return false;
    }
  }

  async function settle(
    draft: Draft,
    sending: Draft,
    answer: Answer,
    changes: readonly drafts.Change[],
  ): Promise<boolean> {
    const tab = partOf(draft.part)?.tab;
    const now = hub.state.draft;
    if (!tab || !now || now.base.id !== draft.base.id) return answer.status === 'done';
    const next = drafts.answered(tab, now, answer, sending.edits, hub.terms());
    if (answer.status !== 'done') {
      hub.set({ draft: next });
      // What was sent without an answer is not taken as it was: what was typed since may be.
      if (answer.status === 'invalid' && sending !== draft && drafts.isDirty(tab, next, hub.terms())) return saveOnce();
      const book = hub.state.books[draft.part];
      if (answer.status === 'gone' && book)
        hub.set({ books: { ...hub.state.books, [draft.part]: withoutRows(book, answer.records) } });
      // A conflict that settled itself: what is left to save goes on its way, from what stands there now.
      if (answer.status !== 'conflict' || next.clashes.length > 0) return false;
      if (drafts.isDirty(tab, next, hub.terms())) return saveOnce();
      afterSave(draft, changes);
      return true;
    }
    hub.set({ draft: next, savedAt: new Date() });
    if (!draft.isNew) afterSave(draft, changes);
    else {
      await afterAdd(draft, answer.records);
      const { draft: added } = hub.state;
      if (sending !== draft && added?.part === draft.part && drafts.isDirty(tab, added, hub.terms())) return saveOnce();
    }
    return true;
  }

  function afterSave({ part, base }: Draft, changes: readonly drafts.Change[]): void {
    const applied = { part, changes, added: [] };
    hub.set({ saved: applied });
    offer(words[hub.state.language].done.saved, wayBack(applied), applied, base.id);
    void follow(part, base.id);
  }

  async function afterAdd({ part }: Draft, records: readonly string[]): Promise<void> {
    const applied = { part, changes: [], added: records };
    const book = await read(part, true);
    offer(words[hub.state.language].done.added, wayBack(applied), applied, records[0]);
    const listed = book?.rows.find(({ id }) => id === records[0]);
    const row = listed?.partly ? await readRow(part, listed.id) : listed;
    if (row === 'gone') return;
    if (row && hub.state.view.kind === 'new' && hub.state.view.part === part)
      hub.set({
        view: { kind: 'record', part, record: row.id },
        // What was typed while it was on its way is still to be saved.
        draft: { ...drafts.draftOf(part, row), edits: hub.state.draft?.edits ?? {} },
      });
    if (row) void follow(part, row.id);
  }

  /** The choices between theirs and mine are made: saves what is left of mine. */
  async function saveChoices(): Promise<void> {
    if (!hub.state.draft || !drafts.isSettled(hub.state.draft)) return;
    hub.set({ draft: drafts.settled(hub.state.draft) });
    await save();
  }

  /** A record that someone else removed, as a new one with all that the form holds. */
  function addAgain(): void {
    const { draft } = hub.state;
    const part = draft && partOf(draft.part);
    if (!draft || !part) return;
    const fresh = drafts.draftOf(draft.part, { ...draft.base, id: `new-${hub.newId()}` }, true);
    hub.set({ view: { kind: 'new', part: draft.part }, draft: { ...fresh, edits: draft.edits } });
    void save();
  }

  /** What was typed into a record that someone else removed is given up. */
  function giveUp(): void {
    const { draft } = hub.state;
    if (!draft) return;
    hub.set({ draft: drafts.reverted(draft) });
    enter({ kind: 'part', part: draft.part });
  }

  return { type, untype, apply, choose, revert, save, saveChoices, addAgain, giveUp };
}
