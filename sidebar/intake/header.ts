import { folded } from '../../src/model/parse';
import { cellKeys } from '../../src/model/tab';
import { namesOf, type Target } from '../import/columns';
import type { ImportFault } from '../import/fault';
import { headerOf, rowsOf } from '../import/rows';

/** How files are matched in this workbook: folded headers, each with the cell key it fills; '' where it is left out. */
export type Remembered = Readonly<Record<string, string>>;

/** The first row of a file. */
export interface Header {
  readonly cells: readonly string[];
  readonly delimiter: string;
  /** The lines of the text it takes, from 0. */
  readonly from: number;
  readonly lines: number;
  /** A few cells below each header, to know a column by. */
  readonly samples: readonly string[];
}

const delimiters = ['\t', ',', ';'] as const;

const plainLines = (text: string): string => text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');

/** The header of a file, read with the delimiter that makes the most of it; undefined if there is none. */
export function headerIn(text: string, target: Target, remembered: Remembered): Header | undefined {
  const names = namesOf(target);
  const known = (header: string): boolean => names.has(folded(header)) || folded(header) in remembered;
  let [best, most]: [string, number] = [',', -1];
  for (const delimiter of delimiters) {
    const cells = headerOf(text.replace(/^\s*\n/, ''), delimiter);
    const score = cells.filter(known).length * 1000 + cells.length;
    if (score > most) [best, most] = [delimiter, score];
  }
  const [header, ...body] = rowsOf(text, best).rows;
  if (!header) return undefined;
  const samples = header.cells.map((_, index) => {
    const filled = body.find(({ cells }) => (cells[index] ?? '').trim() !== '');
    return (filled?.cells[index] ?? '').trim();
  });
  const breaks = header.cells.join('').split('\n').length - 1;
  return { cells: header.cells, delimiter: best, from: header.line - 1, lines: breaks + 1, samples };
}

/** What each column fills, by its index: a cell key, or '' if it is left out. */
export type Matching = readonly string[];

/** Cell keys that a file may fill, in the order of the form. */
export const importable = ({ tab }: Target): readonly string[] =>
  tab.fields.filter((field) => field.role !== 'computed' && !field.hidden).flatMap(cellKeys);

/** Columns matched as they were last time, else by their headers; each cell key once. */
export function matchingOf(header: Header, target: Target, remembered: Remembered): Matching {
  const names = namesOf(target);
  const possible = new Set(importable(target));
  const taken = new Set<string>();
  return header.cells.map((cell) => {
    const name = folded(cell);
    const place = name === '' ? undefined : names.get(name);
    const byName = place && (cellKeys(place.field)[place.cell] ?? '');
    const key = remembered[name] ?? byName ?? '';
    if (key === '' || !possible.has(key) || taken.has(key)) return '';
    taken.add(key);
    return key;
  });
}

/** Whether a matching is what was remembered and not what the headers say. */
export function isRemembered(header: Header, matching: Matching, target: Target): boolean {
  const byName = matchingOf(header, target, {});
  return matching.some((key, index) => key !== byName[index]);
}

/** What is worth remembering of a matching. */
export function remembering(header: Header, matching: Matching): Record<string, string> {
  const columns: Record<string, string> = {};
  for (const [index, cell] of header.cells.entries()) {
    const name = folded(cell).slice(0, 80);
    if (name !== '') columns[name] = matching[index] ?? '';
  }
  return columns;
}

/** The text with cell keys for headers, so that it reads as matched; columns left out have none. */
export function withMatching(text: string, header: Header, matching: Matching): string {
  const lines = plainLines(text).split('\n');
  lines.splice(header.from, header.lines, matching.join(header.delimiter));
  return lines.join('\n');
}

/** Faults in the words of the file: its own headers for cell keys, and none for columns left out. */
export function inFileWords(
  faults: readonly ImportFault[],
  header: Header,
  matching: Matching,
): readonly ImportFault[] {
  const headers = new Map<unknown, string>(matching.map((key, index) => [key, header.cells[index] ?? key]));
  const own = (key: unknown): string | undefined => headers.get(key)?.trim() && headers.get(key);
  return faults
    .filter((fault) => !('code' in fault && fault.code === 'unnamedColumn'))
    .map((fault) => {
      const column = own(fault.column);
      const named = column === undefined ? fault : { ...fault, column };
      const other = 'rule' in named ? own(named.params.other) : undefined;
      return 'rule' in named && other !== undefined ? { ...named, params: { ...named.params, other } } : named;
    });
}
