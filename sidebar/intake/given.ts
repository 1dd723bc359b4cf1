import { type Encoding, kindOf, textOf } from '../import/bytes';
import type { ImportFault } from '../import/fault';
import { gridOfText, type Opened, opened } from '../import/import';
import type { Remembered } from '../import/memory';
import type { Target } from '../import/target';
import type { ReadWorkbook } from './reader';

/** What a person gave: a file, or rows that were pasted. */
export type Given = { readonly name: string; readonly bytes: Uint8Array } | { readonly text: string };

/** How it is to be read where its bytes do not tell. */
export interface Choice {
  readonly encoding?: Encoding;
  /** The name of a sheet; the first that is shown if left out. */
  readonly sheet?: string;
}

/** A file that was read, and what else it could be read as. */
export interface Read {
  readonly file: Opened;
  /** Of a text. */
  readonly encoding?: Encoding;
  /** Of a workbook: the sheets there are, and the one that was read. */
  readonly sheets?: readonly string[];
  readonly sheet?: string;
}

/** Reads what was given; what is wrong with it, if it cannot be read at all. */
export async function readGiven(
  given: Given,
  choice: Choice,
  target: Target,
  remembered: Remembered,
  reader: () => Promise<ReadWorkbook>,
): Promise<Read | { readonly fault: ImportFault }> {
  if ('text' in given) return { file: opened(gridOfText(given.text, target, remembered), target, remembered) };
  const kind = kindOf(given.bytes);
  if (kind === 'xls' || kind === 'locked') return { fault: { code: kind === 'xls' ? 'oldWorkbook' : 'locked' } };
  if (kind === 'xlsx') {
    const read = await (await reader())(given.bytes, choice.sheet);
    if ('fault' in read) return read;
    const { grid, ...sheets } = read;
    return { file: opened(grid, target, remembered), ...sheets };
  }
  const read = textOf(given.bytes, choice.encoding);
  if ('fault' in read) return read;
  const grid = gridOfText(read.text, target, remembered);
  return { file: opened(grid, target, remembered), encoding: read.encoding };
}
