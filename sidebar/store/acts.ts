import type { Answer, FieldValue } from '../../src/model/answer';
import { blockSize } from '../../src/model/block';
import { type Applied, type Change, type Proposal, reversed } from '../../src/model/proposal';
import { type Row, typedValues, withoutRows } from '../book';
import { sendable } from '../form/draft';
import { partOf, roleIn } from '../planParts';
import { changedRows } from '../rows/several';
import { words } from '../text';
import { asked } from './making';
import type { Reading } from './reading';
import { type Hub, noAnswerKind, patience, pause, type View } from './state';

/** Changes of several parts that go as one request, and what is said once they are done. */
interface PartsRequest {
  readonly request: string;
  readonly parts: readonly Pick<Proposal, 'part' | 'changes'>[];
  readonly text: string;
}

/** Changes as a request carries them. */
const sent = (changes: readonly Change[]) =>
  changes.map(({ from, to, ...at }) => ({ ...at, from: sendable(from), to: sendable(to) }));

export type Acts = ReturnType<typeof actsOf>;

/** Records that one request changes: the log, a row a record, recognises a repeated one among its last two thousand rows. */
const mostRecords = 1500;

/** How many changes, several of them of one record, go into a request. */
function blockOf(changes: readonly Change[]): number {
  const records = new Set(changes.map(({ record }) => record)).size;
  return Math.floor((mostRecords * changes.length) / Math.max(1, records));
}

/** What is done to records outside their forms, and taking it back. */
export function actsOf(hub: Hub, { follow, wholeRows }: Reading, enter: (view: View) => void) {
  /** Says what was done, with a way back if there is one. */
  const offer = (text: string, undo: () => Promise<Answer>, of?: Applied, record?: string): void =>
    hub.set({ notice: { text, undo, ...(of && { of }), ...(record !== undefined && { record }) } });

  /**
   * The way back from what was done: each change from what it was set to, to what it was, and what was added away again.
   * Tried once more after a busy lock it goes on where it stopped.
   */
  function wayBack({ part, changes, added }: Applied, takingBack?: string): () => Promise<Answer> {
    const [left, extra] = [[...reversed(changes)], [...added]];
    return async () => {
      const why = isOfImports(part, left) ? (takingBack ?? words[hub.state.language].done.takingBack) : undefined;
      let answer = await emptied(left, blockOf(changes), (block) => saved(part, block, why));
      if (answer.status === 'done')
        answer = await emptied(extra, blockSize, (records) =>
          hub.server.removeRecords({ request: hub.newId(), part, records }),
        );
      if (answer.status !== 'done') return answer;
      const { view } = hub.state;
      if (view.kind === 'record' && added.includes(view.record)) enter({ kind: 'part', part });
      void follow(part);
      return answer;
    };
  }

  /**
   * Sends changes in one request, with why where it is said. Where no answer comes it is sent once more under its id: what
   * has been written is answered with that.
   */
  function saved(part: string, changes: readonly Change[], reason?: string): Promise<Answer> {
    const request = hub.newId();
    return asked(() =>
      hub.server.saveRecord({ request, part, changes: sent(changes), ...(reason !== undefined && { reason }) }),
    );
  }

  /** Sends work in blocks and drops what is done of it. */
  async function emptied<T>(left: T[], size: number, send: (block: T[]) => Promise<Answer>): Promise<Answer> {
    return inBlocks([...left], size, async (block) => {
      const answer = await send(block);
      if (answer.status === 'done') left.splice(0, block.length);
      return answer;
    });
  }

  /** The way back from removing records: the same ids with all that was typed into them. */
  function removalBack(part: string, rows: readonly Row[]): () => Promise<Answer> {
    const tab = partOf(part)?.tab;
    const records = tab ? rows.map((row) => ({ id: row.id, values: mutable(typedValues(tab, row)) })) : [];
    return async () => {
      const answer = await inBlocks(records, blockSize, (block) =>
        hub.server.restoreRecords({ request: hub.newId(), part, records: block }),
      );
      if (answer.status === 'done') void follow(part);
      return answer;
    };
  }

  /** Sends work in blocks, each until it is answered; stops at the first that is not done. */
  async function inBlocks<T>(all: readonly T[], size: number, send: (block: T[]) => Promise<Answer>): Promise<Answer> {
    let answer: Answer = { status: 'done', records: [] };
    for (let start = 0; start < all.length && answer.status === 'done'; start += size) {
      if (all.length > size) hub.set({ busy: { done: start, of: all.length } });
      const said: string | undefined = answer.status === 'done' ? answer.message : undefined;
      answer = await send(all.slice(start, start + size));
      // What was said of an earlier block is not lost with the next.
      if (answer.status === 'done' && said !== undefined && answer.message === undefined)
        answer = { ...answer, message: said };
    }
    return answer;
  }

  /** Runs something that writes and is no form: says that it is under way, and what went wrong. */
  async function act(work: () => Promise<Answer>): Promise<Answer | undefined> {
    if (hub.state.busy) return undefined;
    hub.set({ busy: { done: 0, of: 0 }, trouble: undefined });
    try {
      let answer = await work();
      for (let attempt = 1; answer.status === 'busy' && attempt <= patience.times; attempt += 1) {
        hub.set({ trouble: { kind: 'busy' } });
        await pause(patience.pause);
        answer = await work();
      }
      hub.set({ busy: undefined, trouble: troubleIn(answer) });
      return answer;
    } catch (error) {
      hub.set({ busy: undefined, trouble: { kind: noAnswerKind(error) } });
      return undefined;
    }
  }

  /** Removes records once it is known what they hold; their rows come back with "undo", under their old ids. */
  async function remove(part: string, records: readonly string[]): Promise<void> {
    let removed: readonly Row[] | undefined;
    const requests = new Map<number, string>();
    const answer = await act(async () => {
      if (!removed) {
        const whole = await wholeRows(part, records);
        if ('status' in whole) return whole;
        removed = whole;
      }
      return inBlocks(records, blockSize, (block) => {
        const at = records.indexOf(block[0] ?? '');
        const request = requests.get(at) ?? hub.newId();
        requests.set(at, request);
        return hub.server.removeRecords({ request, part, records: block });
      });
    });
    if (answer?.status !== 'done' || !removed) return;
    const book = hub.state.books[part];
    if (book) hub.set({ books: { ...hub.state.books, [part]: withoutRows(book, records) } });
    if (hub.state.view.kind === 'record') enter({ kind: 'part', part });
    offer(words[hub.state.language].done.removed(records.length), removalBack(part, removed));
    void follow(part);
  }

  /** Applies a proposal: in one request up to 1,500 records, beyond in blocks, with why where it is said. What was written can be taken back. */
  async function apply(
    { part, changes }: Proposal,
    text: string,
    why?: { readonly reason: string; readonly takingBack: string },
  ): Promise<boolean> {
    const tab = partOf(part)?.tab;
    const written: Change[] = [];
    const answer = await act(() =>
      inBlocks(changes.slice(written.length), blockOf(changes), async (block) => {
        const sent = await saved(part, block, why?.reason);
        if (sent.status === 'done') written.push(...block);
        return sent;
      }),
    );
    const book = hub.state.books[part];
    if (book && tab && written.length > 0) {
      const rows = changedRows(tab, book.rows, written);
      hub.set({ books: { ...hub.state.books, [part]: { ...book, rows } } });
      const applied = { part, changes: written, added: [] };
      offer(text, wayBack(applied, why?.takingBack), applied);
      void follow(part);
    }
    return answer?.status === 'done';
  }

  /** What was sent and never answered: whether it is written is settled by sending it again. */
  let unsettled: PartsRequest | undefined;

  /**
   * Applies what is to be done in several parts as one request, all of it or nothing, and offers to take all of it back;
   * also where no answer came, and it is not known whether it is written.
   */
  async function applyAll(wanted: readonly Pick<Proposal, 'part' | 'changes'>[], text: string): Promise<boolean> {
    if (hub.state.busy) return false;
    const parts = wanted.filter(({ changes }) => changes.length > 0);
    return applyParts({ request: hub.newId(), parts, text });
  }

  async function applyParts(wanted: PartsRequest): Promise<boolean> {
    unsettled = undefined;
    const answer = await act(async () => {
      try {
        return await savedParts(wanted);
      } catch (error) {
        if (noAnswerKind(error) !== 'barred') unsettled = wanted;
        throw error;
      }
    });
    const isDone = answer?.status === 'done';
    if (isDone || unsettled)
      offer(isDone ? wanted.text : words[hub.state.language].done.unsure, partsBack(wanted, hub.newId()));
    if (isDone) for (const { part } of wanted.parts) void follow(part);
    return isDone;
  }

  /** Goes on with what was sent and never answered; whether it is done. */
  const goOn = async (): Promise<boolean> =>
    unsettled !== undefined && hub.state.busy === undefined && applyParts(unsettled);

  /** Sends changes of several parts in one request; where no answer comes, once more under its id. */
  async function savedParts({ request, parts }: Pick<PartsRequest, 'request' | 'parts'>): Promise<Answer> {
    return asked(() =>
      hub.server.saveParts({ request, parts: parts.map(({ part, changes }) => ({ part, changes: sent(changes) })) }),
    );
  }

  /** The way back from what was done in several parts, one request as well. */
  function partsBack({ request, parts }: PartsRequest, back: string): () => Promise<Answer> {
    const reverse = [...parts].reverse().map(({ part, changes }) => ({ part, changes: reversed(changes) }));
    return async () => {
      if (unsettled?.request === request) {
        const settled = await savedParts({ request, parts });
        if (settled.status === 'busy') return settled;
        unsettled = undefined;
        // It cannot be carried out: there is nothing to take back.
        if (settled.status !== 'done') return { status: 'done', records: [] };
      }
      const answer = await savedParts({ request: back, parts: reverse });
      if (answer.status === 'done') for (const { part } of parts) void follow(part);
      return answer;
    };
  }

  async function undo(): Promise<void> {
    const { notice } = hub.state;
    if (!notice?.undo || hub.state.busy) return;
    const answer = await act(notice.undo);
    const text = words[hub.state.language].done;
    if (answer?.status === 'done') hub.set({ notice: { text: answer.message ?? text.undone, undo: undefined } });
    else if (answer?.status === 'conflict' || answer?.status === 'gone')
      hub.set({ notice: { text: text.notUndone, undo: undefined }, trouble: undefined });
  }

  const dismissNotice = (): void => hub.set({ notice: undefined });
  const dismissTrouble = (): void => hub.set({ trouble: undefined });

  return { act, inBlocks, offer, wayBack, remove, apply, applyAll, goOn, undo, dismissNotice, dismissTrouble };
}

/** Whether changes are of figures that imports write, and others only with a reason. */
function isOfImports(part: string, changes: readonly Change[]): boolean {
  const tab = partOf(part)?.tab;
  return changes.some(({ record, field: id }) => {
    const field = tab?.fields.find((one) => one.id === id);
    return tab !== undefined && field !== undefined && roleIn(tab, field, record) === 'imported';
  });
}

function troubleIn(answer: Answer): { readonly kind: 'said'; readonly message: string } | undefined {
  if (answer.status === 'done') return undefined;
  const faults = answer.status === 'invalid' ? answer.faults.map(({ message }) => message) : [];
  return { kind: 'said', message: [...new Set(faults)].slice(0, 5).join(' ') || answer.message };
}

/** Values by field as a request carries them. */
export function mutable(values: Readonly<Record<string, FieldValue>>): Record<string, ReturnType<typeof sendable>> {
  return Object.fromEntries(Object.entries(values).map(([field, value]) => [field, sendable(value)]));
}
