import type { LogLine } from '../../src/app/endpoints/log';
import type { Scalar } from '../../src/model/answer';
import { keyOf } from '../../src/model/key';
import type { Language } from '../../src/model/language';
import { cellKeys } from '../../src/model/tab';
import type { Book } from '../book';
import { cellLabels, fieldLabel, lists, type Part, partOf, rowLabel, textOf } from '../planParts';
import { titleOf } from '../rows/title';
import { words } from '../text';
import { changeTexts } from '../value/change';
import { shownText } from '../value/shown';
import type { Terms } from '../value/terms';

/** One cell of a record, from what it held to what it was set to, in words. */
export interface ToldChange {
  readonly field: string;
  readonly label: string;
  readonly from: string;
  readonly to: string;
}

const at = (value: Scalar | readonly Scalar[], index: number): Scalar =>
  typeof value === 'object' && value !== null ? (value[index] ?? null) : index === 0 ? value : null;

/** What a record is called: as it stands if its part was read, else as the log knows it. */
export function recordName(
  part: Part,
  { record, name, changes }: LogLine,
  book: Book | undefined,
  terms: Terms,
): string {
  if (part.tab.shape === 'record') return '';
  if (part.tab.shape === 'fixed') return rowLabel(part, record, terms.language, terms.firstMonth);
  const row = book?.rows.find(({ id }) => id === record);
  if (row) return titleOf(part, row, terms);
  const keys = keyOf(part.tab)?.fields ?? [];
  // Its own key says a choice by its name; the log knows its id.
  const own = keys.map(({ id }) => changes.find(({ field, to }) => field === id && to !== null));
  if (keys.length === 0 || own.includes(undefined)) return name ?? words[terms.language].unnamed;
  return words[terms.language].status.join(
    keys.flatMap((field, index) => shownText(field, at(own[index]?.to ?? null, 0), lists, terms)),
  );
}

/** The changes of a line cell by cell, blanks that stayed blank left out; `terms` are those of the workbook's language. */
export function toldChanges({ part: id, changes }: LogLine, terms: Terms): readonly ToldChange[] {
  const part = partOf(id);
  if (!part) return [];
  return changes.flatMap(({ field: name, from, to }): readonly ToldChange[] => {
    const field = part.tab.fields.find((candidate) => candidate.id === name);
    if (!field) return [];
    const label = fieldLabel(part, field, terms.language);
    const labels = cellLabels(part, field, terms.language, terms.firstMonth);
    return cellKeys(field).flatMap((_, index): readonly ToldChange[] => {
      const [was, is] = [at(from, index), at(to, index)];
      if (was === is) return [];
      const [before, after] = changeTexts(field, [was, is], terms);
      const own = labels[index] ?? String(index + 1);
      const said =
        field.cells === undefined ? label : field.monthly ? own : words[terms.language].intake.cellOf(label, own);
      return [{ field: name, label: said, from: before, to: after }];
    });
  });
}

/** Formulas that people had put into cells which a change came over, each with what its cell is called. */
export function toldFormulas(
  { part: id, formulas }: LogLine,
  terms: Terms,
): readonly { readonly label: string; readonly formula: string }[] {
  const part = partOf(id);
  return formulas.flatMap(({ key, formula }) => {
    const field = part?.tab.fields.find((candidate) => cellKeys(candidate).includes(key));
    if (!part || !field) return [];
    const label = fieldLabel(part, field, terms.language);
    if (field.cells === undefined) return [{ label, formula }];
    const own = cellLabels(part, field, terms.language, terms.firstMonth)[cellKeys(field).indexOf(key)] ?? '';
    return [{ label: field.monthly ? own : words[terms.language].intake.cellOf(label, own), formula }];
  });
}

/** The part of a line in the workbook's words; of a part that the plan has no longer its id. */
export function partName(id: string, language: Language): string {
  const part = partOf(id);
  return part ? textOf(part, language).title : id;
}

/** Days and times of a line where the reader is: `16 Mar 2027`, `14:05`. */
export function dayAndTime(iso: string, language: Language): { readonly day: string; readonly time: string } {
  const moment = new Date(iso);
  if (Number.isNaN(moment.getTime())) return { day: iso, time: '' };
  const locale = language === 'zh' ? 'zh-CN' : 'en-GB';
  return {
    day: words[language].date(
      moment.getFullYear(),
      words[language].monthNames[moment.getMonth()] ?? '',
      moment.getDate(),
    ),
    time: moment.toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit' }),
  };
}
