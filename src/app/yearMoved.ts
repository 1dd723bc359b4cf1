import type { Scalar } from '../model/answer';
import { history, logWhole } from '../sheets/log';
import type { OurWorkbook } from '../sheets/read';
import { logTab } from '../workbook/own';
import { fieldThatMeans, tabOfRole } from './described';
import { type Act, actsOf } from './history';

/*
 * Another plan year in a plan that holds stores: what they sold "last year" is then taken for sales of another year. A form
 * asks before it saves that; in the grid anyone may type it, and the log tells.
 */

/** The year that the plan was made for, the one that stands there now, and who typed that. */
export interface YearMoved {
  readonly from: number;
  readonly to: number;
  /** An e-mail address; '' where Google did not tell. */
  readonly who: string;
}

/** What a request of the add-on's own is logged by ends with a digest of what it was to do; what was typed in the grid has none. */
const isRequest = ({ request }: Act): boolean => request.includes(':');

/**
 * How the plan year has moved in the grid since the plan was made, as far as its log tells; undefined where it stands as
 * it was, or someone has said in a form that it is to be what it is.
 */
export function yearMovedIn(acts: readonly Act[], now: Scalar): YearMoved | undefined {
  const terms = tabOfRole('terms')?.tab.id;
  const [outlets, field] = [tabOfRole('outlets')?.tab.id, fieldThatMeans('planYear') ?? ''];
  const first = acts.findIndex(({ part, what, state }) => part === outlets && what === 'added' && state === 'done');
  let made: number | undefined;
  let who = '';
  // Before there were stores the year was anyone's to choose.
  for (const act of acts.slice(Math.max(0, first))) {
    if (act.part !== terms || act.state !== 'done') continue;
    for (const { from, to } of act.operations) {
      if (!from || !to || !(field in to)) continue;
      const [before, after] = [from[field], to[field]];
      if (isRequest(act)) made = typeof after === 'number' ? after : undefined;
      else if (typeof before === 'number') made ??= before;
      who = act.who;
    }
  }
  return typeof now === 'number' && made !== undefined && made !== now ? { from: made, to: now, who } : undefined;
}

/** All that a workbook's log tells. */
export function actsInLog({ sheets, logs = [] }: Pick<OurWorkbook, 'sheets' | 'logs'>): readonly Act[] {
  const log = sheets.get(logTab);
  return log ? actsOf(history(logWhole(log.sheet), logs)) : [];
}
