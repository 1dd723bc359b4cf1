import type { ChoiceList, Field } from '../model/field';
import { blankUnless } from '../model/formulas';
import { copyKey } from '../model/imported';
import type { Language } from '../model/language';
import { locatedId } from '../model/reference';
import { type Rule as FieldRule, isRefusedInTab, rulesOf } from '../model/rules';
import type { Section, TabText } from '../model/section';
import { cellKeys, formulaOf, isTypable, type Only, type ReportCell, roleOf, type Tab } from '../model/tab';
import { choicesOf, toCell } from '../model/value';
import { clearWidth, evened, headWidth } from './headWidth';
import { kinds } from './kinds';
import { choicesTab, copyColumns, logTab } from './own';
import {
  type CellPlan,
  type CellsByColumn,
  type ColumnPlan,
  type Content,
  fieldsRow,
  type HighlightPlan,
  idColumn,
  type Look,
  labelsRow,
  type Owner,
  type RowPlan,
  type Rule,
  type TabPlan,
  titleRow,
  totalRow,
  type Use,
} from './plan';
import { words } from './text';
import { marks, reportHeight } from './theme';

const key = (text: string): CellPlan => ({ content: text, owner: 'ours', look: 'key', kind: 'text' });

const headerLooks: Readonly<Record<Field['role'], Look>> = {
  input: 'header',
  default: 'headerDefault',
  computed: 'headerComputed',
  imported: 'headerImported',
};

/** A copy has no formula, though no one types there either; nor has what closing writes. */
const headerLookOf = ({ role, copyOf, closedOf }: Field): Look =>
  headerLooks[copyOf === undefined && closedOf === undefined ? role : 'imported'];

const owners: Readonly<Record<Field['role'], Owner>> = {
  input: 'theirs',
  default: 'default',
  computed: 'ours',
  imported: 'imported',
};

/** What may be typed into a field's cells. */
export function ruleOf(field: Field): Rule | undefined {
  switch (field.kind) {
    case 'text':
      return field.ref === undefined ? undefined : { type: 'record', key: field.ref };
    case 'longText':
      return undefined;
    case 'choice':
      return field.list === undefined
        ? undefined
        : { type: 'choice', list: field.list, ...(field.open ? { open: true } : {}) };
    case 'person':
      return { type: 'person' };
    case 'date':
      return { type: 'date' };
    case 'month':
      return { type: 'month' };
    case 'tick':
      return { type: 'tick' };
    default:
      return numberRule(field);
  }
}

/**
 * What is suggested where a formula of ours stands: a list to choose from, which refuses nothing. Google holds a
 * formula's result, "" included, against a rule that refuses; what is wrong there is marked by a highlight.
 */
function suggestionOf(field: Field): Rule | undefined {
  const rule = ruleOf(field);
  if (rule?.type === 'choice') return { ...rule, open: true };
  return rule?.type === 'person' ? rule : undefined;
}

/** A number within the field's bounds. */
function numberRule(field: Field): Rule {
  const rules = rulesOf({ ...field, role: 'input' });
  const boundOf = (name: FieldRule['rule']): number | undefined => {
    for (const rule of rules) if (rule.rule === name && 'bound' in rule) return rule.bound;
    return undefined;
  };
  const [least, above, most] = [boundOf('atLeast'), boundOf('above'), boundOf('atMost')];
  const min = least ?? above;
  return {
    type: 'number',
    ...(min === undefined ? {} : { min }),
    ...(most === undefined ? {} : { max: most }),
    ...(above === undefined ? {} : { above: true }),
  };
}

/** The month's name in the plan year's order, which follows the settings' first month. */
function monthLabel(month: number, language: Language): readonly string[] {
  const names = words[language].monthNames.map((name) => `"${name}"`).join(',');
  return [`CHOOSE(MOD(SUM({means.firstMonth})+${month - 2},12)+1,${names})`, `"${words[language].monthOf(month)}"`];
}

/**
 * Words at the head of a tab with the unit of the money in it, said once: cells hold the currency's own unit, whatever
 * forms and paper show. Words alone where nothing in the tab is money.
 */
function withMoney(withUnit: string, alone: string, { fields }: Tab, language: Language): Content {
  if (!fields.some(({ kind, hidden }) => kind === 'money' && !hidden)) return alone;
  const unit = `IF({means.currency}={list.currency.CNY},"${words[language].ownUnit}",{means.currency})`;
  return { formula: [`"${withUnit} ("&${unit}&")"`, `"${alone}"`] };
}

const withMark = (label: string, look: Look): string => (marks[look] ? `${label} ${marks[look]}` : label);

/** Words are a formula if they start with `=`. */
const spoken = (words: string): Content => (words.startsWith('=') ? { formula: words.slice(1) } : words);

/** The label of one cell of a field, as its header shows it. */
function headerCell(
  field: Field,
  cell: number,
  text: TabText,
  language: Language,
  look: Look = headerLookOf(field),
): CellPlan {
  const { label, note } = text.fields[field.id] ?? { label: field.id };
  const said = text.words?.[field.id] ?? withMark(field.cells === undefined ? label : `${label} ${cell}`, look);
  const content = field.monthly ? { formula: monthLabel(cell, language) } : spoken(said);
  return { content, owner: 'label', look, kind: 'choice', ...(note === undefined ? {} : { note }) };
}

/** The cell of a field in one row: what stands there before anyone types. */
function fieldCell(field: Field, row: string | undefined, cell: number): CellPlan {
  const role = roleOf(field, row);
  const formula = formulaOf(field, row, cell);
  const rule = role === 'default' ? suggestionOf(field) : role === 'computed' ? undefined : ruleOf(field);
  const key = cellKeys(field)[cell - 1] ?? field.id;
  return {
    content: formula === undefined ? null : { formula },
    owner: owners[role],
    look: field.hidden ? 'plain' : role === 'imported' ? 'computed' : role,
    kind: field.kind,
    ...(role === 'imported' ? { copy: copyKey(key) } : {}),
    ...(field.copyOf === undefined
      ? {}
      : { copyOf: cellKeys({ ...field, id: field.copyOf })[cell - 1] ?? field.copyOf }),
    ...(rule === undefined ? {} : { rule }),
    ...(field.list === undefined ? {} : { list: field.list }),
    ...(field.initial === undefined ? {} : { initial: field.initial }),
  };
}

function rowOfCells(tab: Tab, each: (field: Field, cell: number) => CellPlan): CellsByColumn {
  const cells: Record<string, CellPlan> = {};
  for (const field of tab.fields) {
    for (const [index, column] of cellKeys(field).entries()) cells[column] = each(field, index + 1);
  }
  return cells;
}

/** What a head says of one cell of a field, in plain words: of a month its name. */
function headWords(field: Field, cell: number, text: TabText, language: Language): string {
  if (field.monthly) return words[language].monthNames[8] ?? '';
  const { label } = text.fields[field.id] ?? { label: field.id };
  const said = text.words?.[field.id];
  if (said !== undefined) return said.startsWith('=') ? '' : said;
  return withMark(field.cells === undefined ? label : `${label} ${cell}`, headerLookOf(field));
}

/** A list that is laid out to be printed. */
const isOnPaper = ({ rowsFor, printed }: Tab): boolean => rowsFor !== undefined && printed !== undefined;

/** A table's columns: as wide as what they hold, and so that their heads stand whole. On paper nothing covers them. */
function fieldColumnPlans(tab: Tab, text: TabText, language: Language): readonly ColumnPlan[] {
  const columns: ColumnPlan[] = [{ key: idColumn, width: 40, hidden: true }];
  const heads = new Map<string, string>();
  const isFiltered = tab.shape === 'table' && !isOnPaper(tab);
  if (tab.shape === 'fixed') columns.push({ key: 'label', width: tab.rowsFor ? 48 : 110, hidden: false });
  for (const field of tab.fields) {
    const least = field.width ?? kinds[field.kind].width;
    for (const [index, column] of cellKeys(field).entries()) {
      const head = headWords(field, index + 1, text, language);
      const width = field.hidden ? least : headWidth(head, least, isFiltered);
      columns.push({ key: column, width, hidden: field.hidden ?? false });
      if (!field.hidden) heads.set(column, head);
    }
  }
  return isOnPaper(tab) ? columns : clearlyEvened(columns, heads, isFiltered);
}

/**
 * Columns in few widths. In a wider column a head's words stand otherwise, and may come under the filter's button: columns
 * of one width beside each other are made wider together until all their heads are clear, and only where that takes too
 * much one by one.
 */
function clearlyEvened(
  columns: readonly ColumnPlan[],
  heads: ReadonlyMap<string, string>,
  isFiltered: boolean,
): readonly ColumnPlan[] {
  const alike: ColumnPlan[][] = [];
  for (const column of evened(columns)) {
    const run = alike.at(-1);
    if (run?.[0]?.width === column.width) run.push(column);
    else alike.push([column]);
  }
  return alike.flatMap((run) => {
    const own = run.flatMap(({ key }) => heads.get(key) ?? []);
    const together = clearWidth(own, run[0]?.width ?? 0, isFiltered);
    return run.map((column) => {
      const head = heads.get(column.key);
      return {
        ...column,
        width: together ?? (head === undefined ? column.width : headWidth(head, column.width, isFiltered)),
      };
    });
  });
}

/** Row 1: each column's key under itself. */
function keysRow(columns: readonly ColumnPlan[]): RowPlan {
  return {
    key: fieldsRow,
    hidden: true,
    cells: Object.fromEntries(
      columns.map((column) => [column.key, key(column.key === idColumn ? fieldsRow : column.key)]),
    ),
  };
}

/** How what breaks a rule is told from what keeps it, in a cell that takes both. */
function breachOf(rule: FieldRule, cell: string, { shape }: Tab): string | undefined {
  switch (rule.rule) {
    case 'needed':
      // A row that is no record needs nothing.
      return shape === 'table' ? `AND({${idColumn}}<>"",{this}="")` : '{this}=""';
    case 'known':
      return `AND({${cell}}<>"",{${locatedId({ id: cell })}}="")`;
    case 'whole':
      return `AND(ISNUMBER({${cell}}),{${cell}}<>INT({${cell}}))`;
    case 'notBefore':
      return `AND(COUNT({${rule.other}},{${cell}})=2,{${cell}}<{${rule.other}})`;
    case 'atMost':
      return `AND(ISNUMBER({${cell}}),{${cell}}>${rule.bound})`;
    default:
      return undefined;
  }
}

/**
 * What a cell takes and is shown as wrong, since no rule in the cell can say it: counts with a part, dates before one
 * that they must not lie before (people fill them in in any order), more than the most where the least is not allowed,
 * names of records that their table does not have (they may come later), a blank where there must be none. A key that
 * comes twice is left to the check: to compare each row with all others costs the square of the rows at each change.
 */
function faultHighlights(tab: Tab): readonly HighlightPlan[] {
  const highlights: HighlightPlan[] = [];
  for (const name of ['needed', 'whole', 'notBefore', 'atMost', 'known']) {
    for (const field of tab.fields) {
      const rule = rulesOf(field).find((candidate) => candidate.rule === name);
      if (!rule || isRefusedInTab(rule.rule, field)) continue;
      // Where a formula of ours stands bounds are among what is marked anyway.
      if (name === 'atMost' && hasDefault(tab, field)) continue;
      for (const [index, cell] of cellKeys(field).entries()) {
        const formula = breachOf(rule, cell, tab);
        const place = tab.shape === 'record' ? { columns: [`value.${index + 1}`], row: field.id } : { columns: [cell] };
        if (formula !== undefined) highlights.push({ ...place, formula, look: 'bad' });
      }
    }
  }
  return highlights;
}

/** What a value that breaks a rule looks like to a formula; undefined of rules that a cell alone cannot break. */
function brokenIn(rule: FieldRule, lists: readonly ChoiceList[]): string | undefined {
  switch (rule.rule) {
    case 'number':
    case 'whole':
    case 'date':
    case 'month':
      return 'NOT(ISNUMBER({this}))';
    case 'atLeast':
      return `{this}<${rule.bound}`;
    case 'above':
      return `{this}<=${rule.bound}`;
    case 'atMost':
      return `{this}>${rule.bound}`;
    case 'choice': {
      const choices = lists.find(({ id }) => id === rule.list)?.choices ?? [];
      return `AND(${choices.map(({ id }) => `{this}<>{list.${rule.list}.${id}}`).join(',')})`;
    }
    default:
      return undefined;
  }
}

/** Whether a formula that may be typed over stands in a field, in some row at least. */
const hasDefault = (tab: Tab, field: Field): boolean =>
  field.role === 'default' || (tab.rows ?? []).some((row) => roleOf(field, row) === 'default');

/** Default cells that hold what must not stand there: no rule in the cell refuses it. */
function wrongDefaults(tab: Tab, lists: readonly ChoiceList[]): readonly HighlightPlan[] {
  return tab.fields.flatMap((field): readonly HighlightPlan[] => {
    if (!hasDefault(tab, field)) return [];
    const row = tab.rows?.find((candidate) => roleOf(field, candidate) === 'default');
    const broken = new Set(rulesOf(field, row).flatMap((rule) => brokenIn(rule, lists) ?? []));
    if (broken.size === 0) return [];
    const keys = cellKeys(field);
    const cells =
      tab.shape === 'record'
        ? { columns: keys.map((_, index) => `value.${index + 1}`), row: field.id }
        : { columns: keys };
    return [{ ...cells, formula: `AND({this}<>"",OR(${[...broken].join(',')}))`, look: 'bad' }];
  });
}

/** Default cells that someone typed over look different. */
function typedOver(tab: Tab): readonly HighlightPlan[] {
  const highlights: HighlightPlan[] = [];
  for (const field of tab.fields) {
    const role = field.rows
      ? Object.values(field.rows).some((row) => row.role === 'default')
      : field.role === 'default';
    if (!role) continue;
    const keys = cellKeys(field);
    highlights.push({
      columns: tab.shape === 'record' ? keys.map((_, index) => `value.${index + 1}`) : keys,
      ...(tab.shape === 'record' ? { row: field.id } : {}),
      formula: 'AND({this}<>"",NOT(ISFORMULA({this})))',
      look: 'typedOver',
    });
  }
  return highlights;
}

/** Imported cells in which something else stands than was written there: a typed 0 is not nothing. */
function typedOverImports(tab: Tab): readonly HighlightPlan[] {
  return tab.fields.flatMap((field): readonly HighlightPlan[] =>
    field.role === 'imported'
      ? cellKeys(field).map((key, index) => {
          const [cell, copy] = [`{${key}}`, `{${copyKey(key)}}`];
          const formula = `OR(${cell}<>${copy},ISBLANK(${cell})<>ISBLANK(${copy}))`;
          const place =
            tab.shape === 'record' ? { columns: [`value.${index + 1}`], row: field.id } : { columns: [key] };
          return { ...place, formula, look: 'typedOver' };
        })
      : [],
  );
}

function sectionHighlights(tab: Tab): readonly HighlightPlan[] {
  return (tab.highlights ?? []).flatMap((highlight) =>
    tab.shape === 'record'
      ? highlight.fields.map((field) => ({
          columns: ['value.1'],
          row: field,
          formula: highlight.formula,
          look: highlight.look,
        }))
      : [
          {
            columns: highlight.fields,
            ...(highlight.row !== undefined && { row: highlight.row }),
            formula: highlight.formula,
            look: highlight.look,
          },
        ],
  );
}

/** Words among a record's values stand to the left, figures below each other to the right. */
function valueCell(field: Field, cell: number): CellPlan {
  const plan = fieldCell(field, undefined, cell);
  const isFigure = kinds[field.kind].align === null && kinds[field.kind].format !== '@';
  return { ...plan, align: isFigure || field.kind === 'date' ? 'right' : 'left' };
}

/** What stands above a record's values: their names, or of the first that it is one; series have names of their own. */
const valueHeader = (text: TabText, cell: number, language: Language): Content =>
  text.values?.[cell - 1] ?? (cell === 1 ? words[language].value : '');

/** What the cells of a field are called: months of the plan year, or as its text says. */
function cellName(field: Field, text: TabText, cell: number, language: Language): Content {
  if (field.monthly) return { formula: monthLabel(cell, language) };
  return text.fields[field.id]?.cells?.[cell - 1] ?? '';
}

/** The row in which a group of a record begins: its name and, where its first field is a series, what the cells are. */
function groupRow(group: string, field: Field, values: readonly string[], text: TabText, language: Language): RowPlan {
  const head = (content: Content, align: 'left' | 'right'): CellPlan => ({
    content,
    owner: 'label',
    look: 'group',
    kind: 'choice',
    align,
  });
  const cells: Record<string, CellPlan> = {
    [idColumn]: key(`#${group}`),
    label: head(text.groups?.[group] ?? group, 'left'),
  };
  for (const [index, column] of values.entries()) {
    const isNamed = text.values === undefined && index < (field.cells ?? 0);
    if (isNamed) cells[column] = head(cellName(field, text, index + 1, language), 'right');
  }
  return { key: `#${group}`, hidden: false, cells };
}

function recordPlan(tab: Tab, text: TabText, language: Language): TabPlan {
  const widest = Math.max(1, ...tab.fields.map((field) => field.cells ?? 1));
  const values = Array.from({ length: widest }, (_, index) => `value.${index + 1}`);
  // Values that stand for something side by side, as scenarios do, are alike; of others most fields have one.
  const width = (index: number): number => (text.values ? 112 : index === 0 ? 140 : 88);
  const columns: readonly ColumnPlan[] = [
    { key: idColumn, width: 40, hidden: true },
    { key: 'label', width: 232, hidden: false },
    { key: 'hint', width: 420, hidden: false },
    ...values.map((column, index) => ({ key: column, width: width(index), hidden: false })),
  ];
  const head = (content: Content, align: 'left' | 'right' = 'left'): CellPlan => ({
    content,
    owner: 'label',
    look: 'header',
    kind: 'choice',
    align,
  });
  const header: RowPlan = {
    key: labelsRow,
    hidden: false,
    height: 28,
    cells: {
      [idColumn]: key(labelsRow),
      label: head(withMoney(words[language].itemAndMoney, words[language].item, tab, language)),
      hint: head(words[language].explanation),
      ...Object.fromEntries(
        values.map((column, index) => [column, head(valueHeader(text, index + 1, language), 'right')]),
      ),
    },
  };
  const rows = tab.fields.flatMap((field): readonly RowPlan[] => {
    const group = tab.groups?.find(({ from }) => from === field.id);
    const begins = group ? [groupRow(group.id, field, values, text, language)] : [];
    const { label, note } = text.fields[field.id] ?? { label: field.id };
    const cells: Record<string, CellPlan> = {
      [idColumn]: key(field.id),
      label: { content: withMark(label, headerLookOf(field)), owner: 'label', look: 'label', kind: 'text' },
      hint: { content: note ?? '', owner: 'label', look: 'hint', kind: 'longText' },
    };
    for (let cell = 1; cell <= (field.cells ?? 1); cell += 1) cells[`value.${cell}`] = valueCell(field, cell);
    return [...begins, { key: field.id, hidden: field.hidden ?? false, cells }];
  });
  return {
    ...blank(tab, text),
    columns,
    rows: [keysRow(columns), header, ...rows],
    frozenRows: 2,
    frozenColumns: 2,
    names: tab.fields
      .filter((field) => field.named)
      .map((field) => ({ name: `${tab.id}_${field.id}`, row: field.id, column: 'value.1' })),
  };
}

/** The row that says, on a page by itself, what the tab is. */
function titleRowPlan({ titled, fields }: Tab, text: TabText): readonly RowPlan[] {
  if (!titled) return [];
  const cell = (word: string, look: Look, align: 'left' | 'right'): CellPlan => ({
    content: spoken(text.words?.[word] ?? ''),
    owner: 'ours',
    look,
    kind: 'choice',
    align,
  });
  const cells: Record<string, CellPlan> = { [idColumn]: key(titleRow), label: cell('title', 'title', 'left') };
  for (const { id, hidden } of fields)
    if (!hidden) cells[id] = { content: null, owner: 'ours', look: 'plain', kind: 'choice' };
  cells[titled.asideAt] = cell('aside', 'small', 'right');
  return [{ key: titleRow, hidden: false, height: 40, cells }];
}

function labelsRowPlan(tab: Tab, text: TabText, language: Language): RowPlan {
  const cells: Record<string, CellPlan> = {
    [idColumn]: key(labelsRow),
    ...rowOfCells(tab, (field, cell) => headerCell(field, cell, text, language, tab.rowsFor && 'header')),
  };
  if (tab.shape === 'fixed') {
    const content = tab.rowsFor ? words[language].number : withMoney(words[language].money, '', tab, language);
    cells.label = { content, owner: 'label', look: 'header', kind: 'choice' };
  }
  return { key: labelsRow, hidden: false, height: isOnPaper(tab) ? 34 : 58, cells };
}

function rowLabel(tab: Tab, text: TabText, row: string, index: number, language: Language): Content {
  if (tab.rowsFor) return index + 1;
  return tab.monthlyRows ? { formula: monthLabel(index + 1, language) } : (text.rows?.[row] ?? row);
}

/** A list of another tab's records is read and printed: nothing in it looks as if it were to be typed. */
function shownAs(tab: Tab, row: string, cell: CellPlan): CellPlan {
  if (tab.rowsFor) return { ...cell, look: 'fine' };
  return row === tab.totalRow ? { ...cell, look: 'total' } : cell;
}

/** A cell of a list's row: below those that are filled only its look, unless every row holds it. */
function listedCell({ filledRows, rowsFor }: Tab, index: number, field: Field, cell: CellPlan): CellPlan {
  if (filledRows === undefined || index < filledRows || rowsFor?.everyRow?.includes(field.id)) return cell;
  // As the formula that may come to stand there needs it: no text.
  const format = cell.format ?? (kinds[cell.kind].format === '@' ? 'General' : undefined);
  return { ...cell, content: null, ...(format === undefined ? {} : { format }) };
}

function fixedPlan(tab: Tab, text: TabText, language: Language): TabPlan {
  const columns = fieldColumnPlans(tab, text, language);
  const rows = (tab.rows ?? []).map(
    (row, index): RowPlan => ({
      key: row,
      hidden: false,
      // Of a list to be signed: two lines of a long name, and room for a hand.
      height: tab.rowsFor ? 32 : 24,
      cells: {
        [idColumn]: key(row),
        label: {
          content: rowLabel(tab, text, row, index, language),
          owner: tab.rowsFor ? 'ours' : 'label',
          look: row === tab.totalRow ? 'total' : 'label',
          kind: tab.rowsFor ? 'count' : 'text',
          ...(tab.rowsFor && { align: 'center' as const }),
        },
        ...rowOfCells(tab, (field, cell) =>
          shownAs(tab, row, listedCell(tab, index, field, fieldCell(field, row, cell))),
        ),
      },
    }),
  );
  return {
    ...blank(tab, text),
    ...lines(tab, columns),
    columns,
    rows: [keysRow(columns), ...titleRowPlan(tab, text), labelsRowPlan(tab, text, language), ...rows],
    listRows: tab.rowsFor ? rows.length : 0,
    frozenRows: tab.titled ? 3 : 2,
    frozenColumns: Math.max(2, columns.findIndex((column) => column.key === tab.frozenThrough) + 1),
    names: tab.fields.flatMap((field) =>
      typeof field.named === 'string' ? [{ name: `${tab.id}_${field.id}`, row: field.named, column: field.id }] : [],
    ),
  };
}

/** A sum of the column, a formula, or nothing, above the records. */
function totalCell(tab: Tab, field: Field, cell: number): CellPlan {
  const column = cellKeys(field)[cell - 1] ?? field.id;
  const kind = field.totalKind ?? field.kind;
  if (field.total === undefined) return { content: null, owner: 'ours', look: 'total', kind: 'text' };
  const total = typeof field.total === 'function' ? field.total(cell) : field.total;
  const cells = `{${tab.id}.${column}}`;
  const sum = `SUM(${cells})`;
  // What no file has told yet is not 0.
  const formula = total !== 'sum' ? total : field.role === 'imported' ? blankUnless([cells], sum) : sum;
  return { content: { formula }, owner: 'ours', look: 'total', kind };
}

/** A table's first records in the words of a language. */
function seedsOf(tab: Tab, lists: readonly ChoiceList[], language: Language): TabPlan['seeds'] {
  const choices = choicesOf(lists);
  return (tab.seeds ?? []).map(({ id, values }) => {
    const cells = new Map<string, string | number | boolean>();
    for (const field of tab.fields) {
      const value = values[field.id] ?? field.initial;
      const cell = value === undefined ? null : toCell(field, value, language, choices);
      if (cell !== null) cells.set(field.id, cell);
    }
    return { id, values: cells };
  });
}

/** A cell of a table that waits to be typed into. */
function entryCell(cell: CellPlan): CellPlan {
  if (cell.look !== 'input' && cell.look !== 'default') return cell;
  return { ...cell, look: cell.kind === 'tick' ? 'entryTick' : 'entry' };
}

/** Rows of a table that are in use show what is typed into; spare ones are quiet. */
function inUse(tab: Tab): readonly HighlightPlan[] {
  const columns = tab.fields.filter(({ role, hidden }) => role === 'input' && !hidden).flatMap(cellKeys);
  return columns.length === 0 ? [] : [{ columns, formula: `{${idColumn}}<>""`, look: 'typing' }];
}

function tablePlan(tab: Tab, text: TabText, language: Language, lists: readonly ChoiceList[]): TabPlan {
  const columns = fieldColumnPlans(tab, text, language);
  const totals: Record<string, CellPlan> = {
    [idColumn]: key(totalRow),
    ...rowOfCells(tab, (field, cell) => totalCell(tab, field, cell)),
  };
  const first = tab.fields[0]?.id;
  const hasTotals = tab.fields.some((field) => field.total !== undefined);
  if (first !== undefined && hasTotals)
    totals[first] = {
      content: withMoney(words[language].total, words[language].total, tab, language),
      owner: 'label',
      look: 'total',
      kind: 'choice',
      align: 'left',
    };
  const plain = blank(tab, text);
  const frozen = columns.findIndex((column) => column.key === (tab.frozenThrough ?? first)) + 1;
  return {
    ...plain,
    highlights: [...plain.highlights, ...inUse(tab)],
    columns,
    rows: [
      keysRow(columns),
      // The filter's buttons stand among the labels; what is above them is neither sorted nor filtered.
      { key: totalRow, hidden: !hasTotals, height: 28, cells: totals },
      labelsRowPlan(tab, text, language),
    ],
    body: {
      [idColumn]: { content: null, owner: 'ours', look: 'key', kind: 'text' },
      ...rowOfCells(tab, (field, cell) => ({
        ...entryCell(fieldCell(field, undefined, cell)),
        ...(field.id === first ? { align: 'left' as const } : {}),
      })),
    },
    seeds: seedsOf(tab, lists, language),
    spareRows: tab.spareRows ?? 50,
    frozenRows: 3,
    frozenColumns: frozen,
  };
}

function useOf(tab: Tab): Use {
  if (tab.printed) return 'paper';
  const rows = tab.rows ?? [undefined];
  return tab.fields.some((field) => rows.some((row) => isTypable(roleOf(field, row)))) ? 'typing' : 'results';
}

function blank(tab: Tab, text: TabText): TabPlan {
  return {
    id: tab.id,
    shape: tab.shape,
    title: text.title,
    hidden: false,
    use: useOf(tab),
    columns: [],
    rows: [],
    listRows: 0,
    seeds: [],
    spareRows: 0,
    frozenRows: 0,
    frozenColumns: 0,
    highlights: [...faultHighlights(tab), ...sectionHighlights(tab), ...typedOver(tab), ...typedOverImports(tab)],
    names: [],
    merges: [],
    charts: [],
    ...lines(tab, []),
  };
}

/** A tab's own lines and how it is printed, both as far as a column. */
function lines(tab: Tab, columns: readonly ColumnPlan[]): Pick<TabPlan, 'grid' | 'printed'> {
  const shown = columns.filter((column) => !column.hidden).map((column) => column.key);
  const upTo = (count = shown.length): string => shown[count - 1] ?? '';
  const { grid, printed } = tab;
  return {
    grid: grid && {
      rows: [grid.from, grid.to ?? tab.rows?.[tab.rows.length - 1] ?? grid.from],
      columns: [shown[0] ?? '', upTo(grid.columns)],
    },
    printed: printed && { lastColumn: upTo(printed.columns), onePage: printed.onePage === true },
  };
}

function reportContent(cell: ReportCell, text: TabText, language: Language): Content {
  if (cell.formula !== undefined) return { formula: cell.formula };
  if (cell.month !== undefined) return { formula: monthLabel(cell.month, language) };
  return spoken(cell.text === undefined ? '' : (text.words?.[cell.text] ?? cell.text));
}

function reportPlan(tab: Tab, text: TabText, language: Language): TabPlan {
  const { widths = [], rows = [], charts = [], hiddenFrom = widths.length + 1 } = tab.report ?? {};
  const columns: readonly ColumnPlan[] = [
    { key: idColumn, width: 40, hidden: true },
    ...widths.map((width, index) => ({ key: `c${index + 1}`, width, hidden: index + 1 >= hiddenFrom })),
  ];
  const planned = rows.map((row): RowPlan => {
    const cells: Record<string, CellPlan> = { [idColumn]: key(row.id) };
    for (const column of columns.slice(1))
      cells[column.key] = { content: null, owner: 'ours', look: 'plain', kind: 'number' };
    for (const cell of row.cells) {
      const look = cell.look ?? 'cell';
      const one: CellPlan = {
        content: reportContent(cell, text, language),
        owner: 'ours',
        look,
        kind: look === 'header' || cell.overflow ? 'choice' : (cell.kind ?? 'text'),
        ...(cell.align === undefined ? {} : { align: cell.align }),
        ...(cell.format === undefined ? {} : { format: cell.format }),
      };
      for (let column = cell.at; column < cell.at + (cell.span ?? 1); column += 1) {
        cells[`c${column}`] = column === cell.at ? one : { content: null, owner: 'ours', look, kind: 'text' };
      }
    }
    return { key: row.id, hidden: false, cells, height: row.height ?? reportHeight };
  });
  return {
    ...blank(tab, text),
    columns,
    rows: [{ ...keysRow(columns), height: reportHeight }, ...planned],
    ...lines(tab, columns),
    charts: charts.map(({ at, title, categories, series, ...chart }) => ({
      ...chart,
      title: text.words?.[title] ?? title,
      titles: [],
      column: `c${at}`,
      categories: `c${categories}`,
      series: series.map(({ at: column, ...look }) => ({ ...look, column: `c${column}` })),
    })),
    merges: rows.flatMap((row, index) =>
      row.cells.flatMap(({ at, span = 1, down = 1, overflow }): TabPlan['merges'] => {
        if (overflow) return [];
        const column = `c${at}`;
        const through = rows[index + down - 1]?.id;
        if (down > 1 && through !== undefined) return [{ row: row.id, column, through }];
        return span > 1 ? [{ row: row.id, column, columns: span }] : [];
      }),
    ),
  };
}

const plans = { record: recordPlan, fixed: fixedPlan, table: tablePlan, report: reportPlan };

/** For how many records of a table there is to be room, of all or of those with a choice. */
export type RoomOf = (table: string, only?: Only) => number;

/** Rows of a list that are filled before it lists anything. */
const leastFilled = 20;

/** A tab with as many numbered rows as the table it lists has room for. */
function withRows(tab: Tab, room: RoomOf): Tab {
  if (!tab.rowsFor) return tab;
  const { table, least, only, more = 0 } = tab.rowsFor;
  const count = Math.max(least, room(table)) + more;
  const rows = Array.from({ length: count }, (_, index) => `n${index + 1}`);
  return { ...tab, rows, ...(only && { filledRows: Math.max(leastFilled, room(table, only)) + more }) };
}

/** The hidden tab of all choices, a list a column: validation takes from it, formulas compare with it. */
export function listsPlan(lists: readonly ChoiceList[], language: Language): TabPlan {
  const columns: readonly ColumnPlan[] = [
    { key: idColumn, width: 40, hidden: true },
    ...lists.map((list) => ({ key: list.id, width: 120, hidden: false })),
  ];
  const longest = Math.max(0, ...lists.map((list) => list.choices.length));
  const rows = Array.from(
    { length: longest },
    (_, index): RowPlan => ({
      key: String(index + 1),
      hidden: false,
      cells: {
        [idColumn]: key(String(index + 1)),
        ...Object.fromEntries(
          lists
            .filter((list) => index < list.choices.length)
            .map((list): [string, CellPlan] => [
              list.id,
              { content: list.choices[index]?.label[language] ?? '', owner: 'ours', look: 'plain', kind: 'text' },
            ]),
        ),
      },
    }),
  );
  return {
    id: choicesTab,
    shape: 'fixed',
    title: words[language].lists,
    hidden: true,
    use: undefined,
    columns,
    rows: [keysRow(columns), ...rows],
    listRows: 0,
    seeds: [],
    spareRows: 0,
    frozenRows: 1,
    frozenColumns: 0,
    highlights: [],
    names: [],
    merges: [],
    printed: undefined,
    grid: undefined,
    charts: [],
  };
}

/** The columns of the change log, in order. */
export const logColumns = ['request', 'when', 'who', 'part', 'record', 'field', 'from', 'to', 'state'] as const;

/** The hidden tab of all changes made through forms and imports: the write-ahead log. */
export function logPlan(language: Language): TabPlan {
  const columns: readonly ColumnPlan[] = [
    { key: idColumn, width: 40, hidden: true },
    ...logColumns.map((column) => ({
      key: column,
      width: column === 'from' || column === 'to' ? 220 : 120,
      hidden: false,
    })),
  ];
  return {
    id: logTab,
    shape: 'table',
    title: words[language].log,
    hidden: true,
    use: undefined,
    columns,
    rows: [
      keysRow(columns),
      {
        key: labelsRow,
        hidden: false,
        cells: {
          [idColumn]: key(labelsRow),
          ...Object.fromEntries(
            logColumns.map((column): [string, CellPlan] => [
              column,
              { content: words[language].logColumns[column], owner: 'label', look: 'header', kind: 'text' },
            ]),
          ),
        },
      },
    ],
    listRows: 0,
    body: Object.fromEntries(
      columns.map((column): [string, CellPlan] => [
        column.key,
        // No format of their own: what is logged is escaped, and a thousand rows of formats are many.
        { content: null, owner: 'ours', look: 'plain', kind: 'text', format: 'General' },
      ]),
    ),
    seeds: [],
    merges: [],
    printed: undefined,
    grid: undefined,
    charts: [],
    spareRows: 998,
    spareColumns: copyColumns,
    frozenRows: 2,
    frozenColumns: 0,
    highlights: [],
    names: [],
  };
}

/** All lists of the sections, one of each id. */
export function listsOf(sections: readonly Section[]): readonly ChoiceList[] {
  return sections.flatMap((section) => section.lists ?? []);
}

/** A tab with the defaults that are usual in a language. */
function withPresets(tab: Tab, text: TabText): Tab {
  const fields = tab.fields.map((field) => {
    const formula = text.fields[field.id]?.preset;
    return formula === undefined ? field : { ...field, formula };
  });
  return { ...tab, fields };
}

/** The plan of one tab of a section in a language; `room` says how many records a table has room for. */
export function tabPlan(
  section: Section,
  tab: Tab,
  language: Language,
  lists: readonly ChoiceList[],
  room: RoomOf = () => 0,
): TabPlan {
  const text = section.text[language].tabs[tab.id] ?? { title: tab.id, fields: {} };
  const plan = plans[tab.shape](withPresets(withRows(tab, room), text), text, language, lists);
  const titled = Object.values(section.text).map(({ tabs }) => tabs[tab.id]?.words ?? {});
  const charts = plan.charts.map((chart, index) => {
    const word = tab.report?.charts?.[index]?.title ?? '';
    return { ...chart, titles: titled.flatMap((words) => words[word] ?? []) };
  });
  return { ...plan, charts, highlights: [...wrongDefaults(tab, lists), ...plan.highlights] };
}
