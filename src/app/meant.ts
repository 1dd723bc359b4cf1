import { type Field, type Kind, numericKinds } from '../model/field';
import type { Language } from '../model/language';
import { type Parsed, parsed } from '../model/parse';
import { faultWords } from '../model/ruleText';
import type { Tab } from '../model/tab';
import { toCell } from '../model/value';
import { writtenIn } from '../model/written/number';
import { asideAt, clearCopies } from '../sheets/aside';
import { type CellValue, endAtRest } from '../sheets/log';
import type { OurWorkbook } from '../sheets/read';
import { writtenOver } from '../sheets/run';
import { separatorIn } from '../sheets/separator';
import { plannedCell } from '../sheets/spot';
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

/** Whether text in a cell is none of what its field holds, so that it counts nowhere as it stands. */
export const isAstray = ({ kind }: Field, held: CellValue): held is string =>
  typeof held === 'string' && held.trim() !== '' && (numericKinds.has(kind) || days.has(kind));

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

/**
 * What was typed into a cell of numbers or days, and what the grid took for text: `123.4万` is written as 1,234,000, as a
 * form reads it. What cannot be read stays as it was typed, and is told. To be called under the lock; the value that took
 * the text's place, if one did.
 */
export function writeMeant(
  { file, sheets, language }: OurWorkbook & { readonly language: Language },
  { tab, typed, text }: { readonly tab: Tab; readonly typed: Typed; readonly text: string },
): CellValue | undefined {
  const { field, row, column, key, record } = typed;
  const [ours, log, plan] = [sheets.get(tab.id), sheets.get(logTab), plannedTab(tab.id, language)];
  const reading = readingOf(field, text, separatorIn(file) === ',' ? '.' : ',');
  if ('fault' in reading) {
    const labels = describedTab(tab.id)?.section.text[language].tabs[tab.id]?.fields;
    const why = faultWords(reading.fault, language, (id) => labels?.[id]?.label ?? id);
    file.toast(words[language].notRead(text, labels?.[field.id]?.label ?? field.id, why));
    return undefined;
  }
  const value = toCell(field, reading.value, language, choices);
  const cell = plan && plannedCell(plan, record, key);
  const lastRow = ours && log && cell && endAtRest(log.sheet);
  if (!ours || !log || !plan || !cell || lastRow === undefined || value === null) return undefined;
  const aside = asideAt(log, lastRow + 1);
  const isWritten = writtenOver({ ours, plan, aside }, { row, column, cell }, text, value);
  clearCopies(aside);
  return isWritten ? value : undefined;
}
