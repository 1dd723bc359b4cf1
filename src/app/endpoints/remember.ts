import type { Answer } from '../../model/answer';
import { shortened, unkeptIn } from '../../model/characters';
import { endedWays, lineWays, totalWays } from '../../model/headers';
import { cellKeys } from '../../model/tab';
import { locked } from '../../sheets/lock';
import { describedTab, lists } from '../described';
import { said } from '../language';
import { keptColumns, read, requests } from '../requests';
import { type Invalid, invalid, parsedRequest } from './request';

/** Headers of files that were imported, each with what it was matched to; '' for a column left out. */
export type Columns = Readonly<Record<string, string>>;

export type Recalled = { readonly status: 'done'; readonly columns: Columns } | Invalid;

export type Remembered = Recalled | Extract<Answer, { status: 'busy' }>;

/** Characters a property holds for certain: Google's limit is 9 KB, and a character may take three bytes. */
const mostCharacters = 3000;

const propertyOf = (part: string): string => `columns.${part}`;

/** How a column is read, behind its cell's key: `openedOn:dmy`. */
const reading = /^[\p{L}\p{N}+]{0,60}$/u;

/**
 * Of what is kept of a part that which can be: a header with a cell of the part, or with '' where it is left out, a header's
 * text with the choice that it is, or with what lines or rows that say it are, a field of the part with what it is in all
 * rows.
 */
function ours(part: string, columns: Columns): Columns {
  const tab = describedTab(part)?.tab;
  const fields = [...(tab?.fields ?? []), ...(tab?.sold?.lines.fields ?? [])];
  const keys = new Set(['', ...fields.flatMap(cellKeys)]);
  const ids = lists.flatMap(({ choices }) => choices.map(({ id }) => id));
  const choiceIds = new Set<string>([...lineWays, ...endedWays, ...totalWays, ...ids]);
  const isOurs = ([header, kept]: readonly [string, string]): boolean => {
    if (header.startsWith('*')) return fields.some(({ id }) => header === `*${id}`) && isLine(kept);
    if (header.includes('=')) return choiceIds.has(kept);
    const [key = '', ...how] = kept.split(':');
    // Several columns may fill a field together.
    return keys.has(key.replace(/^\+/, '')) && how.every((words) => reading.test(words));
  };
  return Object.fromEntries(Object.entries(columns).filter(isOurs));
}

const isLine = (text: string): boolean => text.length <= 100 && unkeptIn(text) === undefined;

function columnsIn(part: string, text: string | null): Columns {
  try {
    const kept = read(keptColumns, JSON.parse(text ?? '{}'));
    return 'value' in kept ? ours(part, kept.value) : {};
  } catch {
    return {};
  }
}

const unknown = (part: string): Invalid => invalid([{ message: said().unknownPart(shortened(part)) }]);

/** How the columns of earlier imports into a part were matched in this workbook, `{part}`. */
export function recallColumns(request: unknown): Recalled {
  const parsed = parsedRequest(requests.recall, request);
  if ('answer' in parsed) return parsed.answer;
  const { part } = parsed.value;
  if (!describedTab(part)) return unknown(part);
  const properties = PropertiesService.getDocumentProperties();
  return { status: 'done', columns: columnsIn(part, properties.getProperty(propertyOf(part))) };
}

/**
 * Keeps how the columns of a file were matched, `{part, columns}`, each to a cell of the part: the latest ones if there is no
 * room for all. Others who keep theirs at the same moment wait: all of a part's columns are one text.
 */
export function rememberColumns(request: unknown): Remembered {
  const parsed = parsedRequest(requests.remember, request);
  if ('answer' in parsed) return parsed.answer;
  const { part, columns: given } = parsed.value;
  if (!describedTab(part)) return unknown(part);
  const columns = ours(part, given);
  if (Object.keys(columns).length < Object.keys(given).length)
    return invalid([{ field: 'columns', message: said().badRequest('columns') }]);
  const kept = locked(() => added(part, columns));
  return kept === undefined ? { status: 'busy', message: said().busy } : { status: 'done', columns: kept };
}

/** What is kept of a part's columns once these have come to it. */
function added(part: string, columns: Columns): Columns {
  const properties = PropertiesService.getDocumentProperties();
  const kept = columnsIn(part, properties.getProperty(propertyOf(part)));
  const wanted = { ...columns, ...Object.fromEntries(Object.entries(kept).filter(([header]) => !(header in columns))) };
  const fitting: Record<string, string> = {};
  let length = 2;
  for (const [header, key] of Object.entries(wanted)) {
    length += JSON.stringify([header, key]).length;
    if (length > mostCharacters) break;
    fitting[header] = key;
  }
  properties.setProperty(propertyOf(part), JSON.stringify(fitting));
  return fitting;
}
