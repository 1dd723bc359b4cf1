import type { DraftKept } from '../../src/app/requests';
import type { Scalar } from '../../src/model/answer';
import { partOfRole } from '../planParts';
import { type Filter, noFilter } from '../rows/find';

/**
 * Where something is typed that is no record's form; in the place of a record's id, which never begins so. `#run` is typed
 * by nobody: an import that is being written.
 */
export const slipKinds = ['#several', '#import', '#run', '#sign', '#reopen', '#respread', '#generate'] as const;
export type SlipKind = (typeof slipKinds)[number];

/** What is typed where no record is filled in: a value for many rows, pasted rows, a reason, what a new plan starts from. */
export interface Slip {
  readonly part: string;
  readonly kind: SlipKind;
  /** The texts typed, and what was chosen for them, by name. */
  readonly texts: Readonly<Record<string, string>>;
  /** What it was typed beside, and may be another when it is offered again. */
  readonly was: Readonly<Record<string, Scalar>>;
}

/** All of them, by their kind and part. */
export type Slips = Readonly<Record<string, Slip>>;

export const slipName = (part: string, kind: SlipKind): string => `${kind} ${part}`;

/** The part that signing, opening again and a new plan are kept under: they are about all of it. */
export const wholePlan = (): string => partOfRole('terms')?.tab.id ?? '';

const isKind = (record: string): record is SlipKind => slipKinds.some((kind) => kind === record);

/** Most characters of one text that is kept: longer ones are kept in pieces. */
const longestPiece = 20_000;

/** Characters that Google keeps of one person in one workbook, with some room for what is kept beside. */
const mostWithGoogle = 55_000;

/** Whether a slip is short enough to be kept with Google. */
export const isShort = ({ texts }: Slip): boolean =>
  Object.values(texts).reduce((length, text) => length + text.length, 0) <= mostWithGoogle;

/** Whether anything has been typed: of a value for many rows also that there is to be none; a choice alone is soon made again. */
export const isTyped = ({ kind, texts }: Slip): boolean =>
  kind === '#several' ? 'value' in texts : Object.values(texts).some((text) => text.trim() !== '');

/** What is to be kept of it. */
export function keptSlip({ part, kind, texts, was }: Slip): Omit<DraftKept, 'at'> {
  const edits: Record<string, string> = {};
  for (const [name, text] of Object.entries(texts)) {
    edits[name] = text.slice(0, longestPiece);
    for (let piece = 1; piece * longestPiece < text.length; piece += 1)
      edits[`${name}#${piece}`] = text.slice(piece * longestPiece, (piece + 1) * longestPiece);
  }
  return { part, record: kind, title: '', isNew: false, edits, was: { ...was } };
}

/** The reverse of {@link keptSlip}; undefined for what was typed into a record's form. */
export function slipOf({ part, record, edits, was }: DraftKept): Slip | undefined {
  if (!isKind(record)) return undefined;
  const texts: Record<string, string> = {};
  for (const [name, text] of Object.entries(edits)) {
    if (name.includes('#')) continue;
    let whole = text;
    for (let piece = 1; edits[`${name}#${piece}`] !== undefined; piece += 1) whole += edits[`${name}#${piece}`];
    texts[name] = whole;
  }
  return { part, kind: record, texts, was };
}

const [ofValue, ofText, ofFaulty, ofLeft] = ['filter.values.', 'filter.text', 'filter.faulty', 'left.'] as const;

/** Which rows a value is for, as texts: the filter, and those left out of what it finds. */
export function rowsChosen({ text, values, faulty }: Filter, left: Iterable<string>): Readonly<Record<string, string>> {
  const texts: Record<string, string> = {};
  if (text !== '') texts[ofText] = text;
  if (faulty) texts[ofFaulty] = 'yes';
  for (const [field, value] of Object.entries(values)) texts[`${ofValue}${field}`] = value;
  for (const record of left) texts[`${ofLeft}${record}`] = 'yes';
  return texts;
}

/** The reverse of {@link rowsChosen}. */
export function chosenRows({ texts }: Slip): { readonly filter: Filter; readonly left: ReadonlySet<string> } {
  const values: Record<string, string> = {};
  const left = new Set<string>();
  for (const [name, text] of Object.entries(texts)) {
    if (name.startsWith(ofValue)) values[name.slice(ofValue.length)] = text;
    if (name.startsWith(ofLeft)) left.add(name.slice(ofLeft.length));
  }
  return { filter: { ...noFilter, text: texts[ofText] ?? '', values, faulty: texts[ofFaulty] !== undefined }, left };
}
