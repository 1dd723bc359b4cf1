import { words } from '../text';
import type { Server } from '../wire';
import type { Reading } from './reading';
import { type Hub, noAnswerKind, type View } from './state';

/** The workbook's grid and its tabs: going to a row, finding the selected one, making tabs. */
export function gridOf(hub: Hub, { open }: Reading, go: (view: View) => void) {
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

  return { toRow, toCell, thisRow, generate };
}
