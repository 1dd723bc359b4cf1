import type { Answer } from '../../src/model/answer';
import { blockSize } from '../../src/model/block';
import type { Applied } from '../../src/model/proposal';
import { type CutOff, rowsIn, textsOf } from '../intake/cutOff';
import type { Arrival } from '../intake/preview';
import * as runs from '../intake/run';
import { words } from '../text';
import { type Acts, mutable } from './acts';
import type { Reading } from './reading';
import type { slipsOf } from './slips';
import { type Hub, noAnswerKind, patience, pause } from './state';

/** Writing the rows of a file, block by block; it goes on whatever view is shown. */
export function importsOf(
  hub: Hub,
  { open, follow }: Reading,
  { act, apply, inBlocks, offer, wayBack }: Acts,
  slips: ReturnType<typeof slipsOf>,
) {
  /** Writes the rows of a file block by block, from the first that is not written, until done, stopped or stuck. */
  async function runOn(): Promise<void> {
    let busy = 0;
    await bringPeople();
    while (hub.state.run && (hub.state.run.state === 'running' || hub.state.run.state === 'stopping')) {
      const { run } = hub.state;
      const block = run.blocks[run.written];
      if (!block) break;
      try {
        const answer = await hub.server.importRecords({
          request: runs.requestOf(run),
          part: run.part,
          records: block.map(({ record }) => mutable(record.values)),
          confirmed: true,
          toFollow: runs.toFollow(run),
          ...(run.reason !== undefined && { reason: run.reason }),
        });
        if (!hub.state.run) return;
        const next = runs.ranOn(hub.state.run, answer);
        hub.set({ run: next });
        if (next.state !== 'busy') busy = 0;
        else if (busy < patience.times) {
          busy += 1;
          await pause(patience.pause);
          goOnIfBusy();
        }
      } catch (error) {
        if (hub.state.run) hub.set({ run: runs.ranAground(hub.state.run, noAnswerKind(error)) });
      }
    }
    const after = await followed();
    offerBack(after);
    const part = hub.state.run?.part;
    // What was pasted stays until all of it is written, and so does that there is an import.
    if (part !== undefined && hub.state.run?.state === 'done') {
      slips.clear(part, '#import');
      slips.clear(part, '#run');
    }
    if (part !== undefined) await follow(part);
    void open();
  }

  /** The people whom the rows name, before the rows; sent again under its id it is the same request. */
  async function bringPeople(): Promise<void> {
    const { run } = hub.state;
    if (run?.state !== 'running' || !run.newPeople || run.first || run.newPeople.records.length === 0) return;
    const { part, records } = run.newPeople;
    try {
      const send = (): Promise<Answer> =>
        hub.server.importRecords({ request: `${run.id}-people`, part, records: records.map(mutable), confirmed: true });
      let answer = await send();
      for (let tries = 0; answer.status === 'busy' && tries < patience.times; tries += 1) {
        await pause(patience.pause);
        answer = await send();
      }
      if (!hub.state.run) return;
      const { [part]: _, ...books } = hub.state.books;
      hub.set({ run: runs.broughtPeople(hub.state.run, answer), books });
    } catch (error) {
      if (hub.state.run) hub.set({ run: runs.ranAground(hub.state.run, noAnswerKind(error)) });
    }
  }

  /** Once all is written, what follows from it in another part; undefined if nothing was changed there. */
  async function followed(): Promise<Applied | undefined> {
    const { run } = hub.state;
    const after = run?.state === 'done' ? run.after : undefined;
    if (!after) return undefined;
    const saved = await apply({ ...after, added: [], totals: [] }, '');
    return saved ? { ...after, added: [] } : undefined;
  }

  /** What is written so far can be taken back, whether it was all or the import was stopped. */
  function offerBack(after: Applied | undefined): void {
    const { run, language } = hub.state;
    if (!run || run.applied.changes.length + run.applied.added.length === 0) return;
    const { done, added } = runs.progressOf(run);
    const own = wayBack(run.applied);
    const others = [after, run.first].flatMap((other) => (other ? [wayBack(other)] : []));
    // What someone has changed in another part since stays; the import itself is taken back all the same.
    const back = async (): Promise<Answer> => {
      for (const other of others) {
        const answer = await other();
        if (answer.status !== 'done' && answer.status !== 'conflict') return answer;
      }
      return own();
    };
    const takeBack = async (): Promise<Answer> => {
      const answer = await back();
      // What is taken back is no import that went well, or that could go on.
      if (answer.status === 'done' && hub.state.run?.id === run.id) endImport();
      return answer;
    };
    offer(words[language].done.imported(added, done - added), takeBack, run.applied);
  }

  function goOnIfBusy(): void {
    const { run } = hub.state;
    if (run?.state === 'busy') hub.set({ run: runs.resumed(run) });
  }

  /** Keeps that there is an import until it is done or given up: whoever closes the sidebar meanwhile is told how far it got. */
  function note(): void {
    const { run } = hub.state;
    if (run) slips.type(run.part, '#run', textsOf(run, slips.of(run.part, '#run')?.texts));
  }

  function importRows(part: string, arrivals: readonly Arrival[], besides: runs.Besides = {}): void {
    hub.set({ run: runs.runOf(part, hub.newId(), arrivals, besides), notice: undefined });
    note();
    void runOn();
  }

  /** Keeps what codes of a file mean, for the next one; the tab comes with the first. What cannot be kept is asked again. */
  async function keepAliases(
    section: string,
    part: string,
    records: readonly Readonly<Record<string, string | boolean>>[],
  ): Promise<void> {
    if (records.length === 0) return;
    await act(async () => {
      if (!hub.state.opened?.present.includes(part)) await hub.server.generatePlan({ section });
      return inBlocks(records, blockSize, (block) =>
        hub.server.importRecords({ request: hub.newId(), part, records: block.map(mutable), confirmed: true }),
      );
    });
    const { [part]: _, ...books } = hub.state.books;
    hub.set({ books });
  }

  /** Closes a month, or opens it again for a reason. */
  async function closeMonth(part: string, record: string, reason?: string): Promise<void> {
    const request = hub.newId();
    const answer = await act(() =>
      hub.server.closeMonth({ request, part, record, ...(reason !== undefined && { reason }) }),
    );
    if (answer?.status !== 'done') return;
    if (answer.message !== undefined) hub.set({ notice: { text: answer.message, undo: undefined } });
    await follow(part);
    await open();
  }

  const stopImport = (): void => {
    if (hub.state.run) hub.set({ run: runs.stopping(hub.state.run) });
  };

  function resumeImport(): void {
    if (!hub.state.run) return;
    // What was offered to be taken back is about to be more.
    hub.set({ run: runs.resumed(hub.state.run), notice: undefined });
    void runOn();
  }

  function leaveRefused(): void {
    if (!hub.state.run) return;
    hub.set({ run: runs.withoutRefused(hub.state.run), notice: undefined });
    note();
    void runOn();
  }

  function endImport(): void {
    const { run } = hub.state;
    hub.set({ run: undefined });
    if (run) slips.clear(run.part, '#run');
    if (run && run.written > 0 && run.state !== 'done') void growLists();
  }

  /** What lists the rows is made longer with the last block: of an import that is given up with what was written of it. */
  async function growLists(): Promise<void> {
    try {
      await hub.server.generatePlan({ section: '' });
    } catch (error) {
      noAnswerKind(error);
    }
  }

  /** What a cut-off import was to change in another part once all of it is in. */
  async function finish({ after }: CutOff): Promise<void> {
    if (after) await apply({ ...after, added: [], totals: [] }, '');
  }

  const writtenOf = (cutOff: CutOff): Promise<number | undefined> => rowsIn(hub.server, cutOff);

  return { writtenOf, finish, importRows, keepAliases, closeMonth, stopImport, resumeImport, leaveRefused, endImport };
}
