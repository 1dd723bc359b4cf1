import { type Field, type Kind, numericKinds } from '../model/field';
import type { Language } from '../model/language';
import { type Parsed, parsed } from '../model/parse';
import { faultWords } from '../model/ruleText';
import type { ShownAs } from '../model/shownAs';
import type { Tab } from '../model/tab';
import { toCell } from '../model/value';
import { writtenIn } from '../model/written/number';
import { asideAt, clearCopies } from '../sheets/aside';
import { type CellValue, endAtRest } from '../sheets/log';
import type { OurWorkbook } from '../sheets/read';
import { type OverText, writtenOver } from '../sheets/run';
import { separatorIn } from '../sheets/separator';
import { plannedCell } from '../sheets/spot';
import { columnLetters } from '../workbook/formula';
import { logTab } from '../workbook/own';
import { choices, describedTab, lists, plannedTab } from './described';
import { words } from './text';

/** A cell that a person typed into: where it stands, and what it is of. */
export interface Typed {
  readonly row: number;
  readonly column: number;
  readonly record: string;
  readonly key: string;
  readonly field: Field;
}

const days: ReadonlySet<Kind> = new Set<Kind>(['date', 'month']);

/** Whether a field holds numbers or days. */
export const isOfNumbers = ({ kind }: Field): boolean => numericKinds.has(kind) || days.has(kind);

/** Whether text in a cell is none of what its field holds, so that it counts nowhere as it stands. */
export const isAstray = (field: Field, held: CellValue): held is string =>
  typeof held === 'string' && held.trim() !== '' && isOfNumbers(field);

/** What a text says in a field, by the decimal sign of the workbook's locale: what is no number with that is none. */
function readingOf(field: Field, text: string, point: '.' | ','): Parsed {
  const found = parsed(field, text, lists);
  const number = numericKinds.has(field.kind) ? writtenIn(text) : undefined;
  const other = number?.as[','];
  if (number && number.as[point] === undefined) return { fault: { rule: 'number', params: {} } };
  if (point === '.' || !number || number.as['.'] === undefined || other === undefined || other === number.as['.'])
    return found;
  // Where numbers have a decimal comma, `1.234万` is twelve million.
  return parsed(
    field,
    text.replace(/[.,]/g, (sign) => (sign === ',' ? '.' : '')),
    lists,
  );
}

const labelIn = (tab: Tab, id: string, language: Language): string | undefined =>
  describedTab(tab.id)?.section.text[language].tabs[tab.id]?.fields[id]?.label;

/** What a message calls a cell: its field's label; a month's, which a formula heads, by where it stands. */
const nameOf = (
  tab: Tab,
  { row, column, field }: Pick<Typed, 'row' | 'column' | 'field'>,
  language: Language,
): string => labelIn(tab, field.id, language) || `${columnLetters(column)}${row}`;

/** A cell with the text that stands in it. */
export interface TypedText {
  readonly typed: Typed;
  readonly text: string;
}

/**
 * What was typed or pasted into cells of numbers or days, and what the grid took for text: `123.4万` is written as
 * 1,234,000, as a form reads it, all cells at once. What cannot be read stays as it was typed, and is told; so is a text
 * that a formula comes to. To be called under the lock; the value that took each text's place, if one did.
 */
export function writeMeant(
  { file, sheets, language }: OurWorkbook & { readonly language: Language },
  tab: Tab,
  cells: readonly TypedText[],
): readonly (CellValue | undefined)[] {
  const [ours, log, plan] = [sheets.get(tab.id), sheets.get(logTab), plannedTab(tab.id, language)];
  const labelOf = (id: string): string => labelIn(tab, id, language) ?? id;
  const said = words[language];
  const point = separatorIn(file) === ',' ? '.' : ',';
  const unread: string[] = [];
  const over: (OverText & { readonly at: number })[] = [];
  for (const [at, { typed, text }] of cells.entries()) {
    const { field, row, column, key, record } = typed;
    const reading = readingOf(field, text, point);
    if ('fault' in reading) {
      unread.push(said.notRead(text, nameOf(tab, typed, language), faultWords(reading.fault, language, labelOf)));
      continue;
    }
    const content = toCell(field, reading.value, language, choices);
    const cell = plan && plannedCell(plan, record, key);
    if (cell && content !== null) over.push({ at, row, column, cell, text, content });
  }
  const lastRow = ours && log && plan && over.length > 0 ? endAtRest(log.sheet) : undefined;
  const written = new Map<number, CellValue>();
  if (ours && log && plan && lastRow !== undefined) {
    const aside = asideAt(log, lastRow + 1);
    const done = writtenOver({ ours, plan, aside }, over);
    clearCopies(aside);
    for (const [index, { at, content }] of over.entries()) {
      const { typed, text } = cells[at] ?? {};
      if (done[index] === 'written') written.set(at, content);
      else if (done[index] === 'formula' && typed && text !== undefined)
        unread.push(said.formulaText(text, nameOf(tab, typed, language)));
    }
  }
  const [first, ...more] = unread;
  if (first !== undefined) file.toast(more.length === 0 ? first : said.andMore(first, more.length));
  return cells.map((_, at) => written.get(at));
}

/** A number, and what its cell shows it as that its field does not hold. */
export interface NumberAs extends Pick<Typed, 'row' | 'column' | 'field'> {
  readonly value: number;
  readonly as: ShownAs;
}

/** Says of what was typed as a percentage or a day into cells of other numbers what it counts as. */
export function toldAs(
  { file, language }: Pick<OurWorkbook, 'file'> & { readonly language: Language },
  tab: Tab,
  cells: readonly NumberAs[],
): void {
  const [first, ...more] = cells;
  if (!first) return;
  const said = words[language];
  const message = said.typedAs[first.as](first.value, nameOf(tab, first, language));
  file.toast(more.length === 0 ? message : said.andMore(message, more.length));
}
