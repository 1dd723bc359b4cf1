import { lineWays } from '../../src/model/headers';
import { folded } from '../../src/model/parse';
import { cellText } from './cell';
import type { Row } from './grid';
import type { Answers, Match } from './matching';
import type { Question, ReadColumn } from './read/reading';
import type { Column } from './records';

/** How amounts of lines that are marked count: as they stand, taken off, or, '', not at all. */
export type Counted = (typeof lineWays)[number];

/** What people can say of marked lines, the likeliest first. */
export const countedWays: readonly Counted[] = lineWays;

/** Ways that have a name, as a command is told them. */
export const namedWays: readonly Counted[] = countedWays.filter((way) => way !== '');

export const wayNamed = (text: string): Counted | undefined => namedWays.find((way) => way === text);

/** Lines whose file says that they were given back or came to nothing, and that amount to something all the same. */
export interface Mark {
  readonly index: number;
  readonly text: string;
  readonly rows: number;
  readonly sum: number;
  /** What was said of them. */
  readonly way: Counted | undefined;
}

/** A file of lines marks them with few words; a column of more is of names, notes or receipts. */
const mostWords = 30;
const longestWord = 24;

/** Given back, cancelled, void, as tills of several languages say it. */
const givenBack = new RegExp(
  [
    '退货|退貨|退款|已退|退单|退單|取消|作废|作廢|冲红|红冲|冲销|撤销|撤单|无效|交易关闭|已关闭',
    'refund|returned|\\breturns?\\b|cancel|\\bvoid|reversed|reversal|chargeback|declined',
    'rembours|annul|storn|retoure|rückerstatt|erstattet|gutschrift|devol|reembols|anulad|reso\\b|rimbors',
    'возврат|отмен|返品|返金|キャンセル|환불|취소|반품|zwrot|anulowan|iade|iptal|hoàn|hủy|huỷ',
  ].join('|'),
  'i',
);

/** Not given back: `未退款`, `no refund`, `non-refundable`; a promise, `7天无理由退货`; one that came to nothing, `退款失败`. */
const notSo = new RegExp(
  [
    '未|没有|沒有|无退|無退|不可|无理由|無理由|支持|可退|退(?:款|货|貨)(?:失败|失敗|关闭|關閉|已?拒绝|驳回)|拒绝退',
    '\\bno\\b|\\bnot\\b|\\bnon\\b|refundable|returnable|free returns?|(?:refund|return|cancellation) (?:policy|failed|rejected)|kein|sans|без|없음',
  ].join('|'),
  'i',
);

/** Whether a text of a column that fills nothing says that its line is no sale. */
const isMark = (text: string): boolean => text.length <= longestWord && givenBack.test(text) && !notSo.test(text);

/** The words of columns that fill nothing that say so, by column, each with the places of its lines. */
type Marks = ReadonlyMap<number, ReadonlyMap<string, readonly number[]>>;

/** Finds them. */
function marksIn(rows: readonly Row[], free: readonly number[]): Marks {
  const found = new Map<number, ReadonlyMap<string, readonly number[]>>();
  for (const index of free) {
    const words = wordsIn(rows, index);
    if (words && words.size > 0) found.set(index, words);
  }
  return found;
}

/** A column's marks, where it holds few words; undefined where it is none of words. */
function wordsIn(rows: readonly Row[], index: number): ReadonlyMap<string, readonly number[]> | undefined {
  const isOf = new Map<string, boolean>();
  const marks = new Map<string, number[]>();
  for (const [at, { cells }] of rows.entries()) {
    const cell = cells[index];
    if (typeof cell !== 'string' || cell === '') continue;
    let is = isOf.get(cell);
    if (is === undefined) {
      if (isOf.size >= mostWords) return undefined;
      is = isMark(cellText(cell).trim());
      isOf.set(cell, is);
    }
    if (!is) continue;
    const text = cellText(cell).trim();
    const places = marks.get(text);
    if (places) places.push(at);
    else marks.set(text, [at]);
  }
  return marks;
}

/** Marks whose lines amount to something; what amounts to less than nothing has been taken off already. */
function marksOf(marks: Marks, { read }: Column, { choices }: Pick<Answers, 'choices'>): readonly Mark[] {
  const found: Mark[] = [];
  for (const [index, words] of marks) {
    for (const [text, places] of words) {
      let [rows, sum] = [0, 0];
      for (const at of places) {
        const value = read.values[at];
        if (typeof value !== 'number' || value <= 0) continue;
        rows += 1;
        sum += value;
      }
      const said = choices[index]?.[folded(text)];
      const way = countedWays.find((one) => one === said);
      if (rows > 0) found.push({ index, text, rows, sum: Number(sum.toFixed(6)), way });
    }
  }
  return found;
}

/** The amounts as they count: those of marked lines not at all, or taken off; a line with two marks by the first. */
function counted(read: ReadColumn, marks: Marks, said: readonly Mark[]): ReadColumn {
  const values = [...read.values];
  const [done, uncounted] = [new Set<number>(), new Set<number>()];
  for (const { index, text, way } of said) {
    if (way === undefined || way === 'counts') continue;
    for (const at of marks.get(index)?.get(text) ?? []) {
      const value = values[at];
      if (done.has(at) || typeof value !== 'number' || value <= 0) continue;
      done.add(at);
      values[at] = way === '' ? null : -value;
      if (way === '') uncounted.add(at);
    }
  }
  return done.size === 0 ? read : { ...read, values, uncounted };
}

/** The columns of a file, those of amounts as they count, and what marks there are. */
export type WithMarks = (
  columns: readonly Column[],
  isAmount: (column: Column) => boolean,
  rows: readonly Row[],
  matching: readonly Match[],
  answers: Answers,
) => { readonly columns: readonly Column[]; readonly marks: readonly Mark[] };

/** Reads the marks of a file: found once for the same rows and columns that fill nothing. */
export function marking(): WithMarks {
  let words: { readonly rows: readonly Row[]; readonly free: string; readonly marks: Marks } | undefined;
  // The same amounts that count in the same way stay the same ones, so that lines are not added up anew.
  const kept = new WeakMap<ReadColumn, { readonly said: string; readonly read: ReadColumn }>();
  return (columns, isAmount, rows, matching, answers) => {
    const amount = columns.find(isAmount);
    if (!amount) return { columns, marks: [] };
    const free = matching.flatMap(({ key }, index) => (key === '' ? [index] : []));
    if (words?.rows !== rows || words.free !== free.join())
      words = { rows, free: free.join(), marks: marksIn(rows, free) };
    const found = words.marks;
    if (found.size === 0) return { columns, marks: [] };
    const marks = marksOf(found, amount, answers);
    const said = JSON.stringify(marks);
    const asCounted = (column: Column): Column => {
      if (!isAmount(column)) return column;
      const known = kept.get(column.read);
      const read = known?.said === said ? known.read : counted(column.read, found, marks);
      kept.set(column.read, { said, read });
      return { ...column, read };
    };
    return { columns: columns.map(asCounted), marks };
  };
}

/** What is to be asked of marks of which nothing is said. */
export const questionsOf = (marks: readonly Mark[]): readonly Question[] =>
  marks.flatMap(({ index, text, rows, sum, way }): readonly Question[] =>
    way === undefined ? [{ ask: 'marked', index, text, rows, sum }] : [],
  );

/** Lines that say that they were given back or came to nothing, and how they count. */
export interface MarkedNotice {
  readonly code: 'marked';
  readonly text: string;
  readonly rows: number;
  readonly sum: number;
  readonly way: Counted;
}

/** How those of which something is said count. */
export const noticesOfMarks = (marks: readonly Mark[]): readonly MarkedNotice[] =>
  marks.flatMap(({ text, rows, sum, way }): readonly MarkedNotice[] =>
    way === undefined ? [] : [{ code: 'marked', text, rows, sum, way }],
  );
