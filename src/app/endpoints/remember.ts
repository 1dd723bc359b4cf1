import { keptColumns, read, requests } from '../requests';
import { type Invalid, parsedRequest } from './request';

/** Headers of files that were imported, each with the cell key it was matched to; '' for a column left out. */
export type Columns = Readonly<Record<string, string>>;

export type Recalled = { readonly status: 'done'; readonly columns: Columns } | Invalid;

/** Characters a property holds for certain: Google's limit is 9 KB, and a character may take three bytes. */
const mostCharacters = 3000;

const propertyOf = (part: string): string => `columns.${part}`;

function columnsIn(text: string | null): Columns {
  try {
    const kept = read(keptColumns, JSON.parse(text ?? '{}'));
    return 'value' in kept ? kept.value : {};
  } catch {
    return {};
  }
}

/** How the columns of earlier imports into a part were matched in this workbook, `{part}`. */
export function recallColumns(request: unknown): Recalled {
  const parsed = parsedRequest(requests.recall, request);
  if ('answer' in parsed) return parsed.answer;
  const properties = PropertiesService.getDocumentProperties();
  return { status: 'done', columns: columnsIn(properties.getProperty(propertyOf(parsed.value.part))) };
}

/** Keeps how the columns of a file were matched, `{part, columns}`, the latest ones if there is no room for all. */
export function rememberColumns(request: unknown): Recalled {
  const parsed = parsedRequest(requests.remember, request);
  if ('answer' in parsed) return parsed.answer;
  const { part, columns } = parsed.value;
  const properties = PropertiesService.getDocumentProperties();
  const kept = columnsIn(properties.getProperty(propertyOf(part)));
  const wanted = { ...columns, ...Object.fromEntries(Object.entries(kept).filter(([header]) => !(header in columns))) };
  const fitting: Record<string, string> = {};
  let length = 2;
  for (const [header, key] of Object.entries(wanted)) {
    length += JSON.stringify([header, key]).length;
    if (length > mostCharacters) break;
    fitting[header] = key;
  }
  properties.setProperty(propertyOf(part), JSON.stringify(fitting));
  return { status: 'done', columns: fitting };
}
