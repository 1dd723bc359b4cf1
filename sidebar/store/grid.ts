import { words } from '../text';
import type { AnswerOf, Server } from '../wire';
import type { Acts } from './acts';
import { asked, type Making } from './making';
import type { Reading } from './reading';
import { type Hub, noAnswerKind, type View } from './state';

/** A new file's address, or that of a copy where it cannot be told which of them would know the script. */
export type FileMade = Exclude<AnswerOf<'makeFile'>, { readonly status: 'invalid' | 'busy' }>;

export type Grid = ReturnType<typeof gridOf>;

/** The workbook's grid and its tabs: going to a row, finding the selected one, making tabs. */
export function gridOf(
  hub: Hub,
  { open }: Reading,
  { make }: Making,
  { act }: Pick<Acts, 'act'>,
  go: (view: View) => void,
) {
  async function toRow(part: string, record?: string, cell?: string): Promise<void> {
    try {
      const answer = await hub.server.showRecord({
        part,
        ...(record === undefined ? {} : { record }),
        ...(cell === undefined ? {} : { cell }),
      });
      if (answer.status !== 'done')
        hub.set({ trouble: { kind: 'said', message: words[hub.state.language].done.goneRow } });
    } catch (error) {
      hub.set({ trouble: { kind: noAnswerKind(error) } });
    }
  }

  /** Goes to a cell of a part's tab, as `B7`. */
  async function toCell(part: string, at: string): Promise<void> {
    try {
      const answer = await hub.server.showRecord({ part, at });
      if (answer.status !== 'done')
        hub.set({ trouble: { kind: 'said', message: words[hub.state.language].done.goneRow } });
    } catch (error) {
      hub.set({ trouble: { kind: noAnswerKind(error) } });
    }
  }

  /** Opens the form of the record whose row is selected in the grid. */
  async function thisRow(): Promise<void> {
    try {
      const answer = await hub.server.selectedRecord(null);
      if (answer.status === 'none') {
        hub.set({ trouble: { kind: 'said', message: words[hub.state.language].done.noRow } });
        return;
      }
      const { part, record, cell } = answer;
      go({ kind: 'record', part, record, ...(cell === null ? {} : { cell }) });
    } catch (error) {
      hub.set({ trouble: { kind: noAnswerKind(error) } });
    }
  }

  /** Generates the workbook or one part of it, or upgrades it. */
  async function generate(wish: Parameters<Server['generatePlan']>[0]): Promise<boolean> {
    if (hub.state.busy) return false;
    const { generate: generated, overview } = words[hub.state.language];
    hub.set({ busy: { done: 0, of: 0 }, trouble: undefined });
    try {
      const answer = await hub.server.generatePlan(wish);
      if (answer.status !== 'done') {
        const message = answer.status === 'invalid' ? (answer.faults[0]?.message ?? answer.message) : answer.message;
        hub.set({ busy: undefined, trouble: { kind: 'said', message } });
        return false;
      }
      hub.set({
        busy: undefined,
        books: {},
        notice: { text: wish.upgrade ? overview.upgraded : generated.done(answer.made.length), undo: undefined },
      });
      await open();
      return true;
    } catch (error) {
      hub.set({ busy: undefined, trouble: { kind: noAnswerKind(error) } });
      return false;
    }
  }

  /** Makes the region's workbook as a new file, then notes it in the list of regions; undefined if there is none. */
  async function makeFile(wish: Omit<Parameters<Server['makeFile']>[0], 'request'>): Promise<FileMade | undefined> {
    const answer = await make<FileMade, typeof wish>(wish, (once) => hub.server.makeFile(once));
    if (answer?.status === 'done') void listFile(wish, answer.url);
    return answer;
  }

  /** The way to the new file stands by now: what goes wrong with the list is only said. */
  async function listFile(
    { region, planYear, language }: Pick<Parameters<Server['listFile']>[0], 'region' | 'planYear' | 'language'>,
    url: string,
  ): Promise<void> {
    const request = hub.newId();
    try {
      const answer = await asked(() => hub.server.listFile({ request, region, planYear, language, url }));
      if (answer.status === 'done') await open();
      else hub.set({ trouble: { kind: 'said', message: answer.message } });
    } catch (error) {
      hub.set({ trouble: { kind: noAnswerKind(error) } });
    }
  }

  /** Puts the plan year back that was changed in the grid; whether it is done. */
  async function putYearBack({ from, to }: { readonly from: number; readonly to: number }): Promise<boolean> {
    const request = hub.newId();
    const answer = await act(() => asked(() => hub.server.putYearBack({ request, from: to, to: from })));
    if (answer?.status !== 'done') return false;
    hub.set({ books: {}, notice: { text: words[hub.state.language].form.yearWasPut(from), undo: undefined } });
    await open();
    return true;
  }

  /** Says that the plan is of the year that was typed in the grid. */
  async function keepYear(year: number): Promise<void> {
    const request = hub.newId();
    const answer = await act(() => asked(() => hub.server.keepYear({ request, year })));
    if (answer?.status === 'done') await open();
  }

  return { toRow, toCell, thisRow, generate, makeFile, listFile, putYearBack, keepYear };
}
