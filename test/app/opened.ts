import type { Addon } from '../../host/addon';
import { answers } from '../../sidebar/answers';
import type { Opened, PartCells, PartStatus } from '../../src/app/endpoints/open';

/** The endpoint's answer as the sidebar reads it, which says that it is done. */
function done<T extends { readonly status: string }>(answer: T): Extract<T, { status: 'done' }> {
  const isDone = (given: T): given is Extract<T, { status: 'done' }> => given.status === 'done';
  if (!isDone(answer)) throw new Error(JSON.stringify(answer));
  return answer;
}

/** What the sidebar shows first. */
export const openPlan = (addon: Addon): Opened => answers.openPlan().parse(addon.run('openPlan'));
/** A part with its records, cell by cell. */
export function openPart(addon: Addon, request: object): PartCells {
  const { status: _, ...cells } = done(answers.openPart().parse(addon.run('openPart', request)));
  return cells;
}
/** How far parts are. */
export const checkParts = (addon: Addon, ...parts: string[]): readonly PartStatus[] =>
  done(answers.checkParts().parse(addon.run('checkParts', { parts }))).checked;
