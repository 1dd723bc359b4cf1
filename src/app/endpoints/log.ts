import type { FieldValue } from '../../model/answer';
import { keyOf } from '../../model/key';
import { locked } from '../../sheets/lock';
import { type Entry, history, logWhole, purgeBefore } from '../../sheets/log';
import type { Spreadsheet } from '../../sheets/read';
import { logTab } from '../../workbook/own';
import { describedTab } from '../described';
import {
  type Act,
  actsOf,
  changedNothing,
  changesOfAct,
  type KeysLogged,
  keysLogged,
  type LoggedChange,
} from '../history';
import { said } from '../language';
import { ourWorkbook } from '../ours';
import { requests } from '../requests';
import { userEmail } from '../who';
import { type Invalid, parsedRequest, refused } from './request';

/** What one request did to one record, as it is read; or that entries were purged. */
export interface LogLine {
  readonly request: string;
  /** As `2027-03-16T08:00:00.000Z`. */
  readonly at: string;
  readonly who: string;
  /** The reader made it, and it changed something: they may take it back. */
  readonly mine: boolean;
  readonly part: string;
  readonly record: string;
  /** What the record was last known by, as far as the log tells. */
  readonly name: string | null;
  readonly what: Act['what'];
  readonly state: string;
  readonly reason: string | null;
  /** How many records its request has changed, this one among them. */
  readonly together: number;
  readonly changes: readonly LoggedChange[];
  /** Formulas that people had put into cells which it came over, by the cells' keys. */
  readonly formulas: readonly { readonly key: string; readonly formula: string }[];
}

export type LogAnswer =
  | {
      readonly status: 'done';
      /** The newest first. */
      readonly lines: readonly LogLine[];
      /** There are older ones. */
      readonly more: boolean;
      /** Everyone who stands in the log. */
      readonly people: readonly string[];
    }
  | Invalid;

/** Lines told at once. */
const pageSize = 50;

const dayOf = (at: string): string => at.slice(0, 10);

/**
 * What was changed, `{part, record, who, since, until, skip}`, all but `skip` optional: the newest first, fifty at once.
 * `since` and `until` are days, both of them included. Writes nothing.
 */
export function readLog(file: Spreadsheet, request: unknown): LogAnswer {
  const parsed = parsedRequest(requests.log, request);
  if ('answer' in parsed) return parsed.answer;
  const { part, record, who, since = '', until = '9999', skip } = parsed.value;
  const { sheets, language, logs = [] } = ourWorkbook(file);
  const log = sheets.get(logTab);
  if (!log || language === undefined) return refused(said().noWorkbook);
  const isWanted = (act: Act): boolean =>
    (part === undefined || act.part === part) &&
    (record === undefined || act.record === record) &&
    (who === undefined || act.who === who) &&
    dayOf(act.at) >= since &&
    dayOf(act.at) <= until;
  const isEnough = (entries: readonly Entry[]): boolean => actsOf(entries).filter(isWanted).length > skip + pageSize;
  const acts = actsOf(history(logWhole(log.sheet), logs, isEnough));
  const wanted = acts.filter(isWanted);
  const end = Math.max(0, wanted.length - skip);
  const shown = wanted.slice(Math.max(0, end - pageSize), end).reverse();
  const me = userEmail();
  const named = namesIn(acts);
  const together = togetherIn(acts);
  return {
    status: 'done',
    lines: shown.map((act) => ({ ...lineOf(act, me, named), together: together(act) })),
    more: end > pageSize,
    people: [...new Set(acts.map((act) => act.who))].filter((name) => name !== '').sort(),
  };
}

/** How many records an act's request has done something to, as it came at that time. */
function togetherIn(acts: readonly Act[]): (act: Act) => number {
  const key = ({ request, at }: Act): string => JSON.stringify([request, at]);
  const counts = new Map<string, number>();
  for (const act of acts) counts.set(key(act), (counts.get(key(act)) ?? 0) + 1);
  return (act) => counts.get(key(act)) ?? 1;
}

const lineOf = (
  act: Act,
  me: string,
  named: (part: string, record: string) => string | null,
): Omit<LogLine, 'together'> => ({
  request: act.request,
  at: act.at,
  who: act.who,
  mine: me !== '' && act.who === me && !changedNothing(act),
  part: act.part,
  record: act.record,
  name: named(act.part, act.record),
  what: act.what,
  state: act.state,
  reason: act.reason ?? null,
  changes: changesOfAct(act),
  formulas: act.formulas.map(({ key, formula }) => ({ key, formula })),
});

/** What records are called by their keys, each part looked through when it is first asked for. */
function namesIn(acts: readonly Act[]): (part: string, record: string) => string | null {
  const known = new Map<string, KeysLogged>();
  return (part, record) => {
    const tab = describedTab(part)?.tab;
    const key = tab && keyOf(tab);
    if (!tab || !key) return null;
    const logged = known.get(part) ?? keysLogged(tab, acts);
    known.set(part, logged);
    const values: ReadonlyMap<string, FieldValue> = logged.get(record) ?? new Map();
    return key.nameOf((field) => values.get(field)) || null;
  };
}

export type Purged =
  | { readonly status: 'done'; readonly purged: number }
  | { readonly status: 'busy'; readonly message: string }
  | Invalid;

/**
 * Removes what the log tells of days before one, `{before}`; what is still under way stays. What was purged, by whom and
 * when is told in a row of its own.
 */
export function purgeLog(file: Spreadsheet, request: unknown): Purged {
  const parsed = parsedRequest(requests.purge, request);
  if ('answer' in parsed) return parsed.answer;
  const { sheets, logs = [] } = ourWorkbook(file);
  const log = sheets.get(logTab);
  if (!log) return refused(said().noWorkbook);
  const [now, who] = [new Date().toISOString(), userEmail()];
  const { before } = parsed.value;
  if (before > dayOf(now)) return refused(said().purgeAhead);
  const purged = locked(() => purgeBefore(log.sheet, logs, before, { request: Utilities.getUuid(), when: now, who }));
  return purged === undefined ? { status: 'busy', message: said().busy } : { status: 'done', purged };
}
