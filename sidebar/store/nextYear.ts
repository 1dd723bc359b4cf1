import type { AnswerOf } from '../wire';
import type { Grid } from './grid';
import type { Making } from './making';
import { type Hub, noAnswerKind } from './state';

/** What the next year's plan would begin with. */
export type NextYear = Extract<AnswerOf<'readNextYear'>, { readonly status: 'done' }>;

/** The new file's address; or that it cannot be told whether it would know the script. */
export type YearMade = Exclude<AnswerOf<'makeNextYear'>, { readonly status: 'invalid' | 'busy' }>;

/** The next year's plan: what it would begin with, and making its workbook. */
export function nextYearOf(hub: Hub, { make: makeOnce }: Making, { listFile }: Pick<Grid, 'listFile'>) {
  /** Undefined, and said why, if there is nothing to begin it from or it cannot be read. */
  async function read(): Promise<NextYear | undefined> {
    hub.set({ trouble: undefined });
    try {
      const answer = await hub.server.readNextYear(null);
      if (answer.status === 'done') return answer;
      hub.set({ trouble: { kind: 'said', message: answer.message } });
    } catch (error) {
      hub.set({ trouble: { kind: noAnswerKind(error) } });
    }
    return undefined;
  }

  /** Makes its workbook as a new file, then notes it in the list of regions; undefined if there is none. */
  async function make({ region, planYear, language }: NextYear, sure: boolean): Promise<YearMade | undefined> {
    const wish = { planYear, ...(sure && { sure }) };
    const answer = await makeOnce<YearMade, typeof wish>(wish, (once) => hub.server.makeNextYear(once));
    if (answer?.status === 'done') void listFile({ region, planYear, language }, answer.url);
    return answer;
  }

  return { read, make };
}
