import { writtenDay } from '../../src/model/written/day';
import { factorIn, metresIn } from '../../src/model/written/units';
import { bareText, type Cell, cellText, isBlank, isPlaceholder } from './cell';
import type { Grid, Row } from './grid';
import { type Heading, headingOf } from './heading';
import { withMonths } from './monthRow';

/** A file as a table: its headers, the rows below them, and what stands around it. */
export interface Table {
  /** One for each column; without a row of headers, blank ones. */
  readonly headings: readonly Heading[];
  /** The row they stand in, the lower one of two; undefined if the file has none. */
  readonly headerRow: number | undefined;
  /** Columns that a row may fill: those with a header, and those that most rows fill. */
  readonly width: number;
  readonly body: readonly Row[];
  /** Rows above the headers: titles, dates, units. */
  readonly above: readonly Row[];
  /** Rows of headers that come again below. */
  readonly repeated: readonly Row[];
  /** Rows of other figures than the table is of: targets between what was sold. */
  readonly others?: readonly Row[];
  /** Lines drawn with signs. */
  readonly ruled: readonly Row[];
  readonly delimiter?: string | undefined;
}

/** Rows from the top in which the headers are looked for. */
const looked = 30;

/** A line drawn with signs between the rows of a table; in chats `:-:` says how a column is set. */
const isRule = ({ cells }: Row): boolean =>
  cells.every(
    (cell) => isBlank(cell) || (typeof cell === 'string' && /^\s*(?::-+:?|-+:|[-=_+*─━═]{2,})\s*$/.test(cell)),
  );

/** `|-|-|` below the headers of a table that is drawn so: elsewhere a dash says that there is nothing. */
const isDashes = ({ cells }: Row): boolean =>
  cells.every((cell) => isBlank(cell) || /^\s*[-–—:]+\s*$/.test(cellText(cell)));

/** Whether the records of a file stand in its columns: its first column holds more known headers than any row. */
export function isTurned({ rows }: Grid, known: (heading: Heading) => boolean): boolean {
  // Codes of stores look like months of a plan's year: `M01`.
  const isHead = (cell: Cell | undefined): boolean =>
    typeof cell === 'string' && !/^\s*[a-z]\d{1,2}\s*$/i.test(cell) && known(headingOf(cell));
  const heads = (cells: readonly (Cell | undefined)[]): number =>
    new Set(cells.filter(isHead).map((cell) => cellText(cell))).size;
  const top = rows.slice(0, looked);
  const first = heads(top.map(({ cells }) => cells[0]));
  return first >= 3 && top.every(({ cells }) => heads(cells) * 2 < first) && rows.length < looked;
}

/** Whether a cell could head a column: words, no figure, no date. */
function isWords(cell: Cell | undefined): boolean {
  if (typeof cell !== 'string') return false;
  const text = bareText(cell);
  return text !== '' && !isPlaceholder(text) && /\p{L}|#/u.test(text) && !/^[^\p{L}]*\d[^\p{L}]*$/u.test(text);
}

const isFilled = (cell: Cell | undefined): boolean => !isBlank(cell);

/** How many different things a row says: a title that is merged over many cells says one. */
const sayings = ({ cells }: Row): number => new Set(cells.filter(isFilled).map(cellText)).size;

/**
 * Finds the headers of a file: the row that holds most known ones; where none is known, the first row that is as wide as
 * the rows below it and holds words only.
 */
export function tableOf(grid: Grid, known: (heading: Heading) => boolean): Table {
  const { delimiter } = grid;
  const rules = grid.rows.filter(isRule);
  const rows = grid.rows.filter((row) => !isRule(row));
  const top = rows.slice(0, looked);
  // What is merged over many cells is one header.
  const heads = top.map(({ cells }) =>
    [...new Set(cells.filter(isFilled).map(cellText))].map((text) => headingOf(text)),
  );
  // Beside figures a month is what a row is of, or a code like one: `M01`, `2027-01`, `1000`.
  const isHeading = (row: Row | undefined, heading: Heading): boolean =>
    known(heading) && (heading.month === undefined || !hasFigures(row));
  const counts = heads.map((row, at) => row.filter((heading) => isHeading(top[at], heading)).length + toldMonths(row));
  const best = counts.indexOf(Math.max(...counts, 0));
  const isKnown = (counts[best] ?? 0) > 0 && (counts[best] === 1 ? isHeads(top[best], known) : true);
  const at = isKnown ? best : unknownHeader(top);
  if (at === undefined) {
    const headings = Array.from({ length: widthOf(rows) }, () => headingOf(''));
    const { length: width } = headings;
    return { headings, headerRow: undefined, width, body: rows, above: [], repeated: [], ruled: rules, delimiter };
  }
  const { upper, lower, last: lastHeader } = headerRows(rows, at, known);
  const units = unitsBelow(rows[lastHeader + 1]);
  const last = units ? lastHeader + 1 : lastHeader;
  const dashes = delimiter === '|' ? rows.slice(last + 1, last + 2).filter(isDashes) : [];
  const below = rows.slice(last + 1 + dashes.length);
  const width = usualWidth(below, Math.max(lower.cells.length, upper?.cells.length ?? 0));
  const groups = upper ? groupsOf(upper, lower, width) : undefined;
  const own = Array.from({ length: width }, (_, index) => {
    const cell = cellText(lower.cells[index]);
    const group = groups?.[index] ?? '';
    const text = cell.trim() === '' ? group : cell;
    const unit = cellText(units?.cells[index]).trim();
    return headingOf(unit === '' || text === '' ? text : `${text}(${unit})`, group === text ? '' : group);
  });
  const headings = withGroups(withoutDays(withMonths(own)));
  const first = upper ? Math.min(at, rows.indexOf(upper)) : at;
  const isSame = ({ cells }: Row): boolean =>
    cells.length === lower.cells.length &&
    cells.every((cell, index) => cellText(cell) === cellText(lower.cells[index]));
  return {
    headings,
    headerRow: lower.row,
    width,
    body: below.filter((row) => !isSame(row)),
    above: rows.slice(0, first),
    repeated: below.filter(isSame),
    ruled: [...rules, ...dashes].sort((one, other) => one.row - other.row),
    delimiter,
  };
}

/** Whether a cell of a row is a figure that names no month: what stands below headers. */
function hasFigures(row: Row | undefined): boolean {
  if (!row) return false;
  const told = withMonths(row.cells.map((cell) => headingOf(cellText(cell))));
  return row.cells.some((cell, index) => {
    const isMonth = told[index]?.month !== undefined || told[index]?.perhaps !== undefined;
    return (
      !isBlank(cell) &&
      !isMonth &&
      !isYear(cell) &&
      (typeof cell !== 'string' || /^[^\p{L}]*\d[^\p{L}]*$/u.test(bareText(cell)))
    );
  });
}

/** So many months beside one another are no figures and no days of records. */
const mostChance = 3;

/** How many headers are months by those beside them alone. */
function toldMonths(row: readonly Heading[]): number {
  const told = withMonths(row).filter(({ month }, index) => month !== undefined && row[index]?.month === undefined);
  return told.length < mostChance ? 0 : told.length;
}

/** Whether all of a row heads columns: words, and what could be months beside a header that is known. */
function isHeads(row: Row | undefined, known: (heading: Heading) => boolean): boolean {
  const headings = withMonths((row?.cells ?? []).map((cell) => headingOf(cellText(cell))));
  const isMonth = ({ month, perhaps }: Heading): boolean => month !== undefined || perhaps !== undefined;
  const hasName = headings.some((heading) => !isMonth(heading) && known(heading));
  return headings.every(
    (heading, index) => isBlank(row?.cells[index]) || isWords(row?.cells[index]) || (hasName && isMonth(heading)),
  );
}

/** Headers that are the same below several groups say which is whose: `堂食 1月`, `外卖 1月`. */
function withGroups(headings: readonly Heading[]): readonly Heading[] {
  const groups = new Map<string, Set<string>>();
  for (const { text, group } of headings) groups.set(text, (groups.get(text) ?? new Set()).add(group));
  return headings.map((heading) => {
    const { text, group } = heading;
    const isOne = group === '' || text === '' || (groups.get(text)?.size ?? 0) < 2;
    return isOne ? heading : { ...heading, text: `${group} ${text}` };
  });
}

/** The first of a month among days of columns of their own is a day as they are, no month. */
function withoutDays(headings: readonly Heading[]): readonly Heading[] {
  const isDay = ({ text }: Heading): boolean => {
    const day = writtenDay(text);
    return 'iso' in day && day.how !== 'serial';
  };
  const isOther = (heading: Heading): boolean => isDay(heading) && heading.month === undefined;
  if (!headings.some(isOther)) return headings;
  return headings.map((heading) => (isDay(heading) ? { ...heading, month: undefined, isDated: false } : heading));
}

const widthOf = (rows: readonly Row[]): number => rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);

/**
 * The width of the headers, or of the rows where most of them fill more: but for figures whose groups were taken for
 * cells of their own, since a comma parts both.
 */
function usualWidth(body: readonly Row[], header: number): number {
  const wider = body.filter(({ cells }) => cells.length > header);
  const torn = wider.filter(isTorn);
  return wider.length * 2 > body.length && torn.length * 2 < wider.length ? widthOf(wider) : header;
}

/** `1`, `200`, `000`: what was a figure. */
const isTorn = ({ cells }: Row): boolean =>
  cells.some((cell, index) => {
    const next = cells[index + 1];
    return (
      typeof cell === 'string' &&
      typeof next === 'string' &&
      /^\D?\d{1,3}$/.test(cell.trim()) &&
      /^\d{3}(?:\.\d+)?\D?$/.test(next.trim())
    );
  });

const isAllWords = (row: Row | undefined): boolean =>
  row !== undefined && (row.cells.every((cell) => isBlank(cell) || isWords(cell)) || isMonths(row));

/** Words and months that only those beside them tell. */
function isMonths({ cells }: Row): boolean {
  const headings = cells.map((cell) => headingOf(cellText(cell)));
  if (toldMonths(headings) === 0) return false;
  const told = withMonths(headings);
  return cells.every((cell, index) => isBlank(cell) || isWords(cell) || told[index]?.month !== undefined);
}

/** A year, as it heads a column of figures. */
const isYear = (cell: Cell | undefined): boolean => /^(?:19|20)\d\d$/.test(cellText(cell).trim());

/** `A1`, `S-001`: what numbers a record. */
const isCode = (cell: Cell | undefined): boolean =>
  !isYear(cell) && /^\p{L}{0,4}[-_.]?\d+$/u.test(cellText(cell).trim());

/** Whether a row could head a table without a known header: words, years, nothing that numbers a record. */
const couldHead = (row: Row): boolean =>
  row.cells.every((cell) => isBlank(cell) || isYear(cell) || isWords(cell)) && !row.cells.some(isCode);

/** The first row of words that says something of at least two columns, and more than the rows above it. */
function unknownHeader(top: readonly Row[]): number | undefined {
  const widths = top.map(sayings);
  const usual = [...widths].sort((one, other) => one - other)[Math.floor(widths.length / 2)] ?? 0;
  const at = top.findIndex((row) => {
    const filled = row.cells.filter(isFilled).length;
    return filled >= 2 && filled >= usual * 0.6 && sayings(row) === filled && couldHead(row);
  });
  if (at < 0) return undefined;
  // Rows of words all the way down head nothing: the first of them is as much a record as the others.
  const others = top.slice(at + 1);
  return others.length > 0 && others.every(couldHead) && looksLike(top[at], others) ? undefined : at;
}

/** Whether the cells of a row come again below it. */
function looksLike(row: Row | undefined, others: readonly Row[]): boolean {
  return row?.cells.some((cell, index) => isFilled(cell) && others.some(({ cells }) => cells[index] === cell)) ?? false;
}

/** The row of headers, and the one above or below it that belongs to it. */
function headerRows(
  rows: readonly Row[],
  at: number,
  known: (heading: Heading) => boolean,
): { readonly upper: Row | undefined; readonly lower: Row; readonly last: number } {
  const [before, row, after] = [rows[at - 1], rows[at], rows[at + 1]];
  if (!row) throw new Error(`there is no row ${at}`);
  const fills = (above: Row, below: Row): boolean =>
    above.cells.some((cell, index) => isFilled(cell) && !isFilled(below.cells[index]));
  // Below: words in columns that this row leaves blank, or under one of its merged cells.
  if (after && isAllWords(after) && isSplit(row, after, known) && rows.length > at + 2) {
    const own = (cells: readonly Cell[]): number =>
      cells.filter((cell) => isFilled(cell) && known(headingOf(cellText(cell)))).length;
    if (own(after.cells) > 0 || !isAllWords(rows[at + 2])) return { upper: row, lower: after, last: at + 1 };
  }
  if (!before || before.row !== row.row - 1 || !isAllWords(before)) return { upper: undefined, lower: row, last: at };
  const isMerged = before.cells.some((cell, index) => index > 0 && isFilled(cell) && cell === before.cells[index - 1]);
  // In a text a merged cell is its first one: the same headers below each group tell.
  const isGroup = sayings(before) >= 2 && (fills(before, row) || isMerged || repeats(row));
  // One word over some of the columns; a title stands in the first one, and what says the unit speaks for all.
  const isOver =
    sayings(before) === 1 &&
    !isFilled(before.cells[0]) &&
    before.cells.every((cell) => unitIn(cellText(cell)) === undefined);
  // Years over columns alone: `2026年` over November, `2027年` over January.
  const isYears = !isFilled(before.cells[0]) && before.cells.every((cell) => !isFilled(cell) || isYearText(cell));
  return { upper: isGroup || isOver || isYears ? before : undefined, lower: row, last: at };
}

/** A year and nothing else: `2026年`, `FY26`. */
const isYearText = (cell: Cell): boolean =>
  /^(?:fy\s*'?(?:20)?\d\d|20\d\d\s*(?:年度?|财年)?|\d\d\s*(?:年度?|财年))$/i.test(bareText(cell));

/** Whether headers come again further to the right. */
function repeats({ cells }: Row): boolean {
  const texts = cells.filter(isFilled).map((cell) => cellText(cell).trim());
  return new Set(texts).size < texts.length;
}

/** A row of units below the headers: `万元`, `㎡`, and nothing else. */
function unitsBelow(row: Row | undefined): Row | undefined {
  const filled = row?.cells.filter(isFilled) ?? [];
  const isUnit = (cell: Cell): boolean => {
    const text = bareText(cell).replace(/^[(（[]|[)）\]]$/g, '');
    return typeof cell === 'string' && (factorIn(text) !== undefined || metresIn(text) !== undefined || text === '%');
  };
  return filled.length > 0 && filled.every(isUnit) ? row : undefined;
}

/** The words for what money counts in, where a line says so: `单位：万元`, `(in thousands)`. */
export function unitWordsIn(line: string): string | undefined {
  const [, unit] = /(?:单位\s*[:：]|\bunits?\s*:)\s*([^\s,，;；)）]+)/i.exec(line) ?? [];
  if (unit !== undefined) return unit;
  // `各店销售（万元）`.
  const [, behind] =
    /[(（[【]\s*((?:人民币|RMB|[A-Z]{3})?\s*(?:[十百]?[千万亿]元?|元|thousands?|millions?))\s*[)）\]】]\s*$/i.exec(
      line,
    ) ?? [];
  if (behind !== undefined) return behind;
  const [, words] = /\b(in (?:thousands|millions|rmb|cny|usd|[a-z]{3} (?:thousands|millions)))\b/i.exec(line) ?? [];
  return words;
}

/** What money counts in, where a line says so. */
export function unitIn(line: string): number | undefined {
  const words = unitWordsIn(line);
  return words === undefined ? undefined : factorIn(words);
}

/**
 * Whether the lower row goes on where the upper one says nothing, or one thing for several columns; what is merged over
 * both rows stands in both.
 */
function isSplit(upper: Row, lower: Row, known: (heading: Heading) => boolean): boolean {
  const [above, below] = [upper, lower].map(
    ({ cells }) =>
      (index: number) =>
        cellText(cells[index]).trim(),
  );
  if (!above || !below) return false;
  let [splits, heads] = [0, 0];
  for (let index = 0; index < Math.max(upper.cells.length, lower.cells.length); index++) {
    const [over, own] = [above(index), below(index)];
    if (own === '' || own === over) {
      if (over !== '') heads += 1;
      continue;
    }
    const isOfGroup = over === above(index - 1) || over === above(index + 1);
    const isFirst = above(index + 1) === '' && below(index + 1) !== '';
    if (over !== '' && !isOfGroup && !isFirst) return false;
    // A header that stands in the lower row alone.
    if (over === '' && known(headingOf(own))) heads += 1;
    splits += 1;
  }
  return splits > 0 && heads > 0;
}

/** What stands above each column: a blank cell belongs to the group on its left, unless a header of its own stands there. */
function groupsOf(upper: Row, lower: Row, width: number): readonly string[] {
  const groups: string[] = [];
  let group = '';
  for (let index = 0; index < width; index++) {
    const cell = cellText(upper.cells[index]).trim();
    if (cell !== '') group = cell;
    else if (!isFilled(lower.cells[index])) group = '';
    groups.push(group);
  }
  return groups;
}

/** What a column is called: its header, or its letter. */
export const headerOf = (table: Table, index: number): string => table.headings[index]?.text || letters(index);

/** 0 → A, 26 → AA. */
export function letters(index: number): string {
  const before = index < 26 ? '' : letters(Math.floor(index / 26) - 1);
  return before + String.fromCharCode(65 + (index % 26));
}
