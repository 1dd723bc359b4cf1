import type { Answered, Case, Json, Room, Verdict } from '../case';
import type { Words } from './text';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** A case in its room. */
export interface Placed {
  readonly room: Room;
  readonly one: Case;
}

/** What a cell of the report may hold. */
const LONGEST_ANSWER = 1000;

/** Well below the 50,000 characters that a cell takes. */
const LONGEST_TEXT = 45_000;

/** Text that is to stand as it is. */
const verbatim = (text: string): string => (/^[=+\-@']/.test(text) ? `'${text}` : text);

const shown = (value: Json): string => {
  const text = JSON.stringify(value);
  return text.length > LONGEST_ANSWER ? `${text.slice(0, LONGEST_ANSWER)}…` : text;
};

/** A tab for the report, with its head. */
export function startReport(file: Spreadsheet, words: Words, cases: number): Sheet {
  const tab = file.insertSheet(words.tab, file.getNumSheets());
  const columns = words.head.length;
  // As large as it needs to be, with some cells below for the differences.
  const rows = cases + 20;
  tab.deleteRows(rows + 1, tab.getMaxRows() - rows);
  tab.deleteColumns(columns + 1, tab.getMaxColumns() - columns);
  tab.getRange(1, 1, rows, columns).setNumberFormat('@');
  tab.getRange(1, 1, 1, columns).setValues([words.head]).setFontWeight('bold');
  tab.setFrozenRows(1);
  tab.setColumnWidths(2, 3, 260);
  return tab;
}

/** Writes a case's line, the one of this number. */
export function writeLine(tab: Sheet, number: number, { room, one }: Placed, answer: Answered, words: Words): void {
  const expected = [one.expected, ...(one.or ?? [])].map(shown).join(` ${words.or} `);
  const line = [room.name, one.name, expected, shown(answer.got), words.verdicts[answer.verdict], one.source];
  tab.getRange(number + 2, 1, 1, line.length).setValues([line.map(verbatim)]);
}

/** How many cases came out how. */
export type Counts = Readonly<Record<Verdict, number>>;

/** Puts what is not the same below the lines, as text to be copied: one cell, or more if it is long. */
export function writeSummary(tab: Sheet, cases: number, environment: string, words: Words): Counts {
  const lines = tab
    .getRange(2, 1, cases, words.head.length)
    .getValues()
    .map((row) => row.map(String));
  const counts = { same: 0, different: 0, 'cannot tell': 0 };
  const told: string[] = [];
  for (const [room, name, expected, got, said, source] of lines) {
    const verdict: Verdict =
      said === words.verdicts.same ? 'same' : said === words.verdicts.different ? 'different' : 'cannot tell';
    counts[verdict] += 1;
    if (verdict === 'same') continue;
    told.push(`[${room}] ${name}: ${said}\n  ${words.expected} ${expected}\n  ${words.got} ${got}\n  ${source}`);
  }
  const { same, different, 'cannot tell': unsure } = counts;
  const head = `Region Targets probe\n${environment}\n${words.summary(cases, same, different, unsure)}`;
  const parts = inParts([head, ...told]);
  const below = cases + 3;
  tab.getRange(below, 1).setValue(words.copy);
  tab.getRange(below + 1, 1, parts.length, 1).setValues(parts.map((part) => [verbatim(part)]));
  return counts;
}

/** Texts joined by blank lines, as few parts as hold them. */
export function inParts(texts: readonly string[], longest = LONGEST_TEXT): readonly string[] {
  const parts: string[] = [];
  for (const text of texts) {
    const last = parts[parts.length - 1];
    if (last !== undefined && last.length + text.length + 2 <= longest) parts[parts.length - 1] = `${last}\n\n${text}`;
    else parts.push(text);
  }
  return parts;
}
