import type { Answer } from '../../model/answer';
import { locked } from '../../sheets/lock';
import { appendDone } from '../../sheets/log';
import type { Spreadsheet } from '../../sheets/read';
import { logTab } from '../../workbook/own';
import { fieldThatMeans, tabOfRole } from '../described';
import { gatedParts } from '../gate';
import { identity } from '../identity';
import { said } from '../language';
import { ourWorkbook } from '../ours';
import { requests } from '../requests';
import { userEmail } from '../who';
import { actsInLog, yearMovedIn } from '../yearMoved';
import { parsedRequest, refused } from './request';

const termsTab = (): string => tabOfRole('terms')?.tab.id ?? '';

/**
 * Puts the plan year back that someone has changed in the grid, `{request, from, to}`, from what stands there now: also in a
 * plan that is signed, as it was signed for that year.
 */
export const putYearBack = gatedParts(
  requests.putYearBack,
  ({ from, to }, file): readonly string[] | Answer => {
    const moved = yearMovedIn(actsInLog(ourWorkbook(file)), from);
    return moved?.from === to ? [termsTab()] : refused(said().yearNotMoved);
  },
  ({ from, to }, { tab }) => {
    const field = fieldThatMeans('planYear') ?? '';
    return {
      entries: [{ record: tab.id, values: { [field]: to } }],
      operations: [{ record: tab.id, from: { [field]: from }, to: { [field]: to } }],
      isPutBack: true,
    };
  },
);

/** Says that the plan is to be of the year that someone has typed in the grid, `{request, year}`: in the log, where who did stands. */
export function keepYear(file: Spreadsheet, request: unknown): Answer {
  const parsed = parsedRequest(requests.keepYear, request);
  if ('answer' in parsed) return parsed.answer;
  const { year } = parsed.value;
  const log = ourWorkbook(file).sheets.get(logTab);
  if (!log) return refused(said().noWorkbook);
  const [part, field] = [termsTab(), fieldThatMeans('planYear') ?? ''];
  const header = {
    request: identity(parsed.value),
    who: userEmail(),
    when: new Date().toISOString(),
    reason: said().yearKept(year),
  };
  const operation = { record: part, from: { [field]: year }, to: { [field]: year } };
  const done = locked(() => {
    appendDone(log.sheet, header, { part, operations: [operation] });
    SpreadsheetApp.flush();
    return true;
  });
  return done ? { status: 'done', records: [part] } : { status: 'busy', message: said().busy };
}
