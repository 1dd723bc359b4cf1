import { folded } from '../../src/model/parse';
import { writtenDay } from '../../src/model/written/day';
import { narrow } from '../../src/model/written/narrow';
import { bareText, type Cell, cellText, isBlank, isPlaceholder } from './cell';
import type { Row } from './grid';
import { under } from './under';

/** A row that is no record, why, and what it says. */
export interface Aside {
  readonly row: number;
  readonly file?: string;
  readonly why: 'total' | 'sum' | 'footer' | 'repeated' | 'title' | 'heading' | 'ruled' | 'others';
  readonly text: string;
}

const totals = [
  '合计|总计|小计|累计|共计|总和|汇总|合計|總計|小計|累計|総計|総合計|平均|平均值|均值',
  'grand ?total|sub-? ?total|total|totals|sum|average',
  'gesamt|gesamtsumme|gesamtergebnis|endsumme|zwischensumme|teilsumme|summe|insgesamt|durchschnitt',
  'total général|total general|total geral|gran total|sous-? ?total|ensemble|moyenne|suma|promedio|média|somma|sub-?totale|totale',
  'totaal|eindtotaal|subtotaal|gemiddelde|razem|ogółem|łącznie|celkem|összesen|summa|yhteensä|i alt|totalt|toplam|jumlah',
  'итого|всего|итог|среднее|всього|합계|총계|소계|총합계|평균|tổng|tổng cộng|cộng|trung bình|รวม|รวมทั้งหมด|ยอดรวม',
].join('|');

/** What else a spreadsheet counts below a table: by itself in the id's place, or in a name's where there is no id. */
const counted =
  /^(?:平均数|最大|最大值|最小|最小值|最高|最高值|最低|最低值|中位数|中位值|标准差|avg|mean|median|max|maximum|min|minimum|std\.? ?dev\.?|standard deviation)\s*[:：]?$/i;

/** A total and nothing else but what it is of: `合计：`, `加盟合计`, `Total (2 stores)`. */
const alone = new RegExp(`^(?:${totals})\\s*[:：]?\\s*(?:[(（].*[)）])?$`, 'i');
const before = new RegExp(`^(?:${totals})(?:\\s*[:：]|\\s+(?:of|for)\\b|\\s*[-–])`, 'i');
const hanBehind = /^.{1,12}(?:合计|总计|小计|累计|共计|汇总)\s*[:：]?$/;
const latinBehind = /^.{1,30}\s(?:sub-?\s?total|total|grand total)s?\s*[:：]?$/i;

/** `Total West` is one where no id says that it is a store. */
const latinBefore = /^(?:sub-?\s?total|grand total|total)s?\s/i;

/** What stands below a table, with no record of its own: notes, sources, who made it. */
const footer =
  /^(?:(?:注|备注|说明|附注|制表人?|制单人?|审核人?|填表人?|填报人?|复核人?|数据来源|来源|打印时间|导出时间|生成时间|统计时间|签字)\s*(?:[:：]|$)|以上|(?:notes?|source|printed|generated|exported|prepared|approved)\b)/i;

/** What stands at the foot of each page of a report. */
const page = /^(?:第\s*\d+\s*页(?:\s*[,，/]?\s*(?:共|总)\s*\d+\s*页)?|-?\s*page\s*\d+(?:\s*(?:of|\/)\s*\d+)?\s*-?)$/i;

/** What a row says, each text once: what is merged over many cells is one. */
const sayings = ({ cells }: Row): readonly string[] => [
  ...new Set(cells.filter((cell) => !isBlank(cell)).map((cell) => cellText(cell).trim())),
];

/** Whether a row says more than one thing: told without looking at all of it. */
function saysMore({ cells }: Row): boolean {
  let first: string | undefined;
  for (const cell of cells) {
    if (isBlank(cell)) continue;
    const text = cellText(cell).trim();
    if (first !== undefined && text !== first) return true;
    first = text;
  }
  return false;
}

function isPage(row: Row): boolean {
  if (saysMore(row)) return false;
  const [text = '', ...more] = sayings(row);
  return more.length === 0 && page.test(narrow(text));
}

/** A text by its kinds of letters: `S-001` and `S-27` are alike, `一、直营店` is not. */
const shapeOf = (text: string): string =>
  text
    .replace(/\d+/g, '0')
    .replace(/\p{Script=Han}+/gu, '汉')
    .replace(/\p{Script=Latin}+/gu, 'a');

/**
 * Tells rows that head the records right below them: they say one thing and no number, where the others fill several
 * columns, and no record is called alike.
 */
function headsIn(body: readonly Row[], { key, isWide }: Telling): (row: Row, at: number) => boolean {
  if (key === undefined || !isWide) return () => false;
  let called: Set<string> | undefined;
  const calledIn = (): ReadonlySet<string> => {
    called ??= new Set(body.filter(saysMore).map((row) => shapeOf(textAt(row, key))));
    return called;
  };
  return (row, at) => {
    if (saysMore(row)) return false;
    const [text = '', ...more] = sayings(row);
    if (isBlank(row.cells[0]) && isBlank(row.cells[key])) return false;
    const next = body[at + 1];
    if (more.length > 0 || isPlaceholder(text) || !/\p{L}/u.test(text) || /\d/.test(text)) return false;
    return next !== undefined && saysMore(next) && !calledIn().has(shapeOf(narrow(bareText(text))));
  };
}

/** What was said of texts that are a total's, in a column of keys or names: whether they are one, by the folded text. */
export type SaidTotals = Readonly<Record<string, string>>;

/** Which columns tell what a row is: the key's, the name's, and those that hold money. */
export interface Telling {
  readonly key: number | undefined;
  readonly name: number | undefined;
  /** What was said of the texts of either. */
  readonly said: { readonly key: SaidTotals; readonly name: SaidTotals };
  /** Columns that fill nothing: in rows of a month each, the month's. */
  readonly free: readonly number[];
  /** Whether records fill several columns. */
  readonly isWide: boolean;
}

const textAt = ({ cells }: Row, index: number | undefined): string =>
  index === undefined ? '' : cellNarrow(cells[index]);

const cellNarrow = (cell: Cell | undefined): string => {
  const text = narrow(bareText(cell));
  return isPlaceholder(text) ? '' : text;
};

/** What makes a row a total by its words: of one with an id, which text of it, and what was said of that. */
interface Worded {
  readonly by?: TotalRow['by'];
  readonly said?: string | undefined;
}

/** Whether a row is a total by its words; with an id of its own only a name that says nothing else is one. */
function totalIn(row: Row, { key, name, free, said }: Telling): Worded | undefined {
  const id = textAt(row, key);
  const called = textAt(row, name);
  const worded = (index: number | undefined, text: string, known: SaidTotals): Worded =>
    index === undefined ? {} : { by: { index, text }, said: under(known, folded(text)) };
  if (id !== '') {
    if (isTotalText(id)) return worded(key, id, said.key);
    if (free.some((index) => alone.test(textAt(row, index)))) return {};
    const isCounted = /\p{Script=Han}/u.test(called) && counted.test(called);
    const isAlone = alone.test(called) && !/^(?:sum|total|totals|average|totale)$/i.test(called);
    return isCounted || isAlone ? worded(name, called, said.name) : undefined;
  }
  if (called !== '') return isTotalText(called) || latinBefore.test(called) ? {} : undefined;
  const first = row.cells.find((cell) => !isBlank(cell));
  return typeof first === 'string' && isTotalText(cellNarrow(first)) ? {} : undefined;
}

/** Whether a text is a total's; `S-001` is none at one look. */
export const isTotalText = (text: string): boolean =>
  !/^[A-Z]{0,4}[-_.]?\d+$/.test(text) &&
  text.length <= 40 &&
  (alone.test(text) || counted.test(text) || before.test(text) || hanBehind.test(text) || latinBehind.test(text));

/** A row that is left out, as it is told. */
export const asideOf = (row: Row, why: Aside['why']): Aside => ({
  row: row.row,
  ...(row.file !== undefined && { file: row.file }),
  why,
  text: rowText(row),
});

/** A row that is a total by its words, and how many of the rows that may be records stand before it. */
export interface TotalRow {
  readonly row: Row;
  readonly before: number;
  /** The text that makes it one beside an id, and its column: such a row may be a record all the same. */
  readonly by?: { readonly index: number; readonly text: string };
  /** A person has said that it is one. */
  readonly isSaid: boolean;
}

/** Rows that may be records, and those that are none. */
export interface Parted {
  readonly rows: readonly Row[];
  readonly aside: readonly Aside[];
  readonly totals: readonly TotalRow[];
  /** Rows that are called like totals, and records as was said. */
  readonly called: readonly Row[];
}

/** Rows that are records, and those that are not: totals by their words, and notes below the last record. */
export function parted(body: readonly Row[], telling: Telling): Parted {
  const aside: Aside[] = [];
  const kept: Row[] = [];
  const totals: TotalRow[] = [];
  const called: Row[] = [];
  const isHead = headsIn(body, telling);
  for (const [at, row] of body.entries()) {
    const total = totalIn(row, telling);
    if (total?.said === 'record') {
      called.push(row);
      kept.push(row);
    } else if (total) {
      aside.push(asideOf(row, 'total'));
      totals.push({ row, before: kept.length, ...(total.by && { by: total.by }), isSaid: total.said === 'total' });
    } else if (isPage(row)) aside.push(asideOf(row, 'footer'));
    else if (isHead(row, at)) aside.push(asideOf(row, 'heading'));
    else kept.push(row);
  }
  // Notes stand at the end only.
  let end = kept.length;
  while (end > 1) {
    const row = kept[end - 1];
    if (!row || !isNote(row, telling)) break;
    aside.push(asideOf(row, 'footer'));
    end -= 1;
  }
  return { rows: kept.slice(0, end), aside: inOrder(aside), totals, called };
}

const inOrder = (aside: readonly Aside[]): readonly Aside[] =>
  [...aside].sort((one, other) => (one.file === other.file ? one.row - other.row : 0));

/** A line that fills one cell where records fill more, and says something no id says. */
function isNote(row: Row, { isWide }: Telling): boolean {
  const cells = [...new Set(row.cells.filter((cell) => !isBlank(cell)))];
  const text = cellText(cells[0]).trim();
  if (!isWide || cells.length > 3) return false;
  if (footer.test(text)) return true;
  if (cells.length !== 1) return false;
  if (isDate(cells[0])) return true;
  return typeof cells[0] === 'string' && (/[:：]|。$|\.$/.test(text) || text.length > 24);
}

/** A day, or a month of a year, which no record is called. */
function isDate(cell: Cell | undefined): boolean {
  if (typeof cell === 'object') return 'day' in cell;
  const text = narrow(bareText(cell));
  const day = /[-/.年]/.test(text) ? writtenDay(text) : undefined;
  return day !== undefined && (!('wrong' in day) || day.wrong === 'noDay');
}

/** What a row says, as it is shown. */
export function rowText({ cells }: Row): string {
  const texts = cells.filter((cell) => !isBlank(cell)).map((cell) => cellText(cell).trim().replace(/\s+/g, ' '));
  // What is merged over many cells is said once.
  const text = [...new Set(texts)].join(' · ');
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
