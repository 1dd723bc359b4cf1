import { coreTypes } from '@odoo/o-spreadsheet';
import type { Revisions } from '../engine/model';
import type { Contents } from './shelf';

/** What a kept workbook is opened from; the engine would take anything else for an empty one. Throws if it is none. */
export function wholeIn(data: string): object {
  const whole: unknown = JSON.parse(data);
  const sheets: unknown = typeof whole === 'object' && whole !== null ? Reflect.get(whole, 'sheets') : undefined;
  if (typeof whole !== 'object' || whole === null || !Array.isArray(sheets) || sheets.length === 0)
    throw new Error('this is no workbook');
  return whole;
}

/** A kept change as the engine replays it; one of a kind that it does not know it would leave out without a word. Throws then. */
export function revisionIn(message: string): Revisions[number] {
  const revision: Revisions[number] = JSON.parse(message);
  const commands: unknown = Reflect.get(revision, 'commands');
  if (!Array.isArray(commands)) return revision;
  const known: ReadonlySet<string> = coreTypes;
  for (const { type } of commands) if (!known.has(type)) throw new Error(`${type} is no change of a workbook`);
  return revision;
}

/** A kept workbook as it is opened. Throws where any of it cannot be read. */
export const readContents = ({ data, revisions }: Pick<Contents, 'data' | 'revisions'>) => ({
  data: wholeIn(data),
  revisions: revisions.map(({ message }) => revisionIn(message)),
});
