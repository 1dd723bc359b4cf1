import type { Addon } from '../../host/addon';
import type { Workbook } from '../../host/workbook';
import { asked } from '../engine/answer';
import { registeredIn } from '../engine/book';

/** What a workbook said of itself when a user opened it. */
const told = new WeakMap<Addon, string>();

/** Has a user open a workbook as a form does: from then on what is written takes along what it said of itself. */
export function hasOpened(who: Addon, workbook: Workbook): void {
  told.set(who, registeredIn(workbook));
}

/** A request to write, as the form of a user sends it who has opened the workbook; of another without a word of it. */
export const sent = (who: Addon, endpoint: string, request: object): ReturnType<typeof asked> =>
  asked(who, endpoint, told.has(who) ? { ...request, registered: told.get(who) } : request);
