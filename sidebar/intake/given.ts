import { type Encoding, kindOf, textOf } from '../import/bytes';
import { cellText } from '../import/cell';
import type { ImportFault } from '../import/fault';
import type { Grid, Row } from '../import/grid';
import { gridInText, mostRows, type Opened, opened, openedTogether, type Shape } from '../import/import';
import type { Remembered } from '../import/memory';
import type { Target } from '../import/target';
import type { readWorkbook } from '../import/workbook';
import { inTurns, type Told } from './inTurns';

/** Reads a sheet of an .xlsx; fetched where it is not at hand. */
export type ReadWorkbook = typeof readWorkbook;

/** What a person gave: a file, or rows that were pasted. */
export type Given = { readonly name: string; readonly bytes: Uint8Array } | { readonly text: string };

/** How it is to be read where its bytes do not tell. */
export interface Choice {
  readonly encoding?: Encoding;
  /** The name of a sheet; the first that is shown if left out. */
  readonly sheet?: string;
  /** What a row of it is; told by its columns if left out. */
  readonly shape?: Shape;
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

type GridRead = { readonly grid: Grid } & Omit<Read, 'file'>;

/** Reads what was given; what is wrong with it, if it cannot be read at all. Several files are read as one. */
export async function readGiven(
  given: readonly Given[],
  choice: Choice,
  target: Target,
  remembered: Remembered,
  reader: () => Promise<ReadWorkbook>,
  told: Told = () => true,
): Promise<Read | { readonly fault: ImportFault }> {
  const grids: { readonly name: string; readonly read: GridRead }[] = [];
  for (const one of given) {
    const read = await gridOfGiven(one, choice, target, remembered, reader, told);
    const name = 'name' in one ? one.name : '';
    if ('fault' in read) return given.length > 1 ? { fault: { ...read.fault, file: name } } : read;
    grids.push({ name, read });
  }
  const [only] = grids;
  if (!only) return { fault: { code: 'empty' } };
  if (grids.length === 1) {
    const { grid, ...source } = only.read;
    return { file: opened(grid, target, remembered, choice.shape), ...source };
  }
  const files = grids.map(({ name, read }) => ({ name, grid: read.grid }));
  const file = openedTogether(files, target, remembered, choice.shape);
  return 'fault' in file ? file : { file };
}

async function gridOfGiven(
  given: Given,
  choice: Choice,
  target: Target,
  remembered: Remembered,
  reader: () => Promise<ReadWorkbook>,
  told: Told,
): Promise<GridRead | { readonly fault: ImportFault }> {
  const gridOf = async (text: string): Promise<Grid> => {
    const read = await inTurns(gridInText(text, target, remembered), told);
    return read?.result ?? { rows: [], faults: [] };
  };
  if ('text' in given) return { grid: await gridOf(given.text) };
  const kind = kindOf(given.bytes);
  if (kind === 'xls' || kind === 'locked') return { fault: { code: kind === 'xls' ? 'oldWorkbook' : 'locked' } };
  if (kind === 'xlsx') {
    // Without a connection, or after the script has changed, it does not come.
    const readWorkbook = await reader().catch(() => undefined);
    return readWorkbook ? readWorkbook(given.bytes, choice.sheet, mostRows(target)) : { fault: { code: 'noReader' } };
  }
  const read = textOf(given.bytes, choice.encoding);
  if ('fault' in read) return read;
  const grid = await gridOf(read.text);
  return { grid: read.isDamaged ? { ...grid, damaged: damagedIn(grid) } : grid, encoding: read.encoding };
}

/** Rows with a letter that could not be read. */
const damagedIn = ({ rows }: Grid): readonly Row[] =>
  rows.filter(({ cells }) => cells.some((cell) => cellText(cell).includes('\ufffd')));
