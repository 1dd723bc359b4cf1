import { dueAhead } from '../../model/followUp';
import { blankIf, firstOf } from '../../model/formulas';
import { figure, header, heights, wide } from '../../model/paper';
import type { ReportCell, ReportRow } from '../../model/tab';
import { fitted } from './fitted';

/** Parts in which someone does something by a day, in the order in which they are told, and what a record is called there. */
const named: Readonly<Record<string, string>> = {
  expansion: '{expansion.channel}',
  rates: '{rates.scope}',
  members: '',
  staff: '{staff.role}',
  headcount: '{headcount.role}',
  actions: 'IF({actions.name}="",{actions.channel},{actions.name})',
};
export const dueParts: readonly string[] = Object.keys(named);

/** Of a part that is not there nothing is due. */
const ofTab = (tab: string, field: string): string => `{${tab}.${field}|""}`;

/** How many records of all parts are due before a day. */
export const dueBefore = (day: string): string =>
  dueParts.map((tab) => `SUMPRODUCT(ISNUMBER(${ofTab(tab, 'openKey')})*(${ofTab(tab, 'openKey')}<${day}))`).join('+');

const asOf = 'SUM({means.asOf})';
const overdue = dueBefore(asOf);
const soon = dueBefore(`(${asOf}+${dueAhead + 1})`);

/** How many rows they have on paper. */
const places = 6;

/** Hidden: which part a row is of, which of its rows, its key, which it is in its part, its words, and each part’s keys. */
const [partAt, rowAt, keyAt, orderAt, issueAt, actionsAt, firstAt] = [10, 11, 12, 13, 14, 15, 16];
export const dueThrough = firstAt + dueParts.length - 1;

/** A field of the record, whatever part it is of; `of` is what stands for it in a part that calls it otherwise. */
const ofRecord = (of: (tab: string) => string): string =>
  firstOf(
    dueParts.map((tab, index) => [`{c${partAt}}=${index + 1}`, of(tab)]),
    '""',
  );
const inRow = (tab: string, field: string): string => `INDEX(${ofTab(tab, field)},{c${rowAt}})`;
const shared = (field: string): string => ofRecord((tab) => inRow(tab, field));
const nameIn = (tab: string): string => {
  const formula = named[tab] ?? '';
  return formula === ''
    ? '""'
    : `${formula.replace(/\{(\w+)\.(\w+)\}/g, (_, part: string, field: string) => inRow(part, field))}&""`;
};

/** What is to be done: of an action its own words; of a line of the plan which part it is of, in words of a language. */
export const issueWords = (titles: Readonly<Record<string, string>>): string =>
  `=${ofRecord((tab) => (tab === 'actions' ? `${inRow(tab, 'issue')}&""` : `"${titles[tab] ?? ''}"`))}`;

/** How many records no row shows, and how many are overdue; words of a language around the figures. */
export const moreWords = (more: readonly [string, string], late: readonly [string, string]): string =>
  `=IF(${soon}>${places},"${more[0]}"&(${soon}-${places})&"${more[1]}","")&IF(${overdue}>0,"${late[0]}"&(${overdue})&"${late[1]}","")`;

function dueRow(report: string, place: number): ReportRow {
  const corner = `{${report}.action1.c${firstAt}}`;
  const keys = `${corner}:{${report}.action${places}.c${dueThrough}}`;
  const isIt = `(${keys}={c${keyAt}})`;
  const unlessNone = (formula: string): string => blankIf(`{c${keyAt}}=""`, formula);
  const openKeys = (tab: string): string => ofTab(tab, 'openKey');
  const hidden = (at: number, formula: string): ReportCell => figure(at, formula, 'number', 'small');
  const words = (at: number, more: Pick<ReportCell, 'formula' | 'text'>): ReportCell => ({
    at,
    ...more,
    kind: 'choice',
    look: 'small',
  });
  return {
    id: `action${place}`,
    height: heights.three,
    cells: [
      { at: 1, formula: ofRecord(nameIn), align: 'left' },
      { at: 2, span: 2, formula: fitted(`{c${issueAt}}`, 54), look: 'fine', align: 'left' },
      { at: 4, span: 2, formula: fitted(`{c${actionsAt}}`, 54), look: 'fine', align: 'left' },
      { at: 6, formula: `${shared('owner')}&""`, look: 'fine', align: 'left' },
      figure(7, shared('dueOn'), 'date', 'fine'),
      { at: 8, formula: `${shared('status')}&""`, look: 'fine', align: 'left' },
      hidden(partAt, unlessNone(`SUMPRODUCT(${isIt}*(COLUMN(${keys})-COLUMN(${corner})+1))`)),
      hidden(
        rowAt,
        ofRecord((tab) => `MATCH(SMALL(${openKeys(tab)},{c${orderAt}}),${openKeys(tab)},0)`),
      ),
      hidden(keyAt, `IFERROR(IF(SMALL(${keys},${place})<${asOf}+${dueAhead + 1},SMALL(${keys},${place}),""),"")`),
      hidden(orderAt, unlessNone(`SUMPRODUCT(${isIt}*(ROW(${keys})-ROW(${corner})+1))`)),
      words(issueAt, { text: 'dueIssue' }),
      words(actionsAt, { formula: `${shared('keyActions')}&""` }),
      // The next of each part: of one day part by part, a part’s rows by their millionths.
      ...dueParts.map((tab, index) =>
        hidden(firstAt + index, `IFERROR(SMALL(${openKeys(tab)},${place})+${index}/10,"")`),
      ),
    ],
  };
}

/** What is due in all parts of the plan: overdue first, then what is due within so many days. */
export const dueRows = (report: string): readonly ReportRow[] => [
  header(
    'actionsHeader',
    [
      [1, 'dueHead', 'left'],
      [2, 'issue', 'left'],
      [4, 'nextAction', 'left'],
      [6, 'owner', 'left'],
      [7, 'due'],
      [8, 'status', 'left'],
    ],
    heights.line,
  ),
  ...Array.from({ length: places }, (_, index) => dueRow(report, index + 1)),
  {
    id: 'more',
    height: heights.line,
    cells: [{ at: 1, span: wide, text: 'more', look: 'small', overflow: true, align: 'left' }],
  },
];
