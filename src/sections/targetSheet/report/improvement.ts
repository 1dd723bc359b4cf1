import { blankIf, blankUnless } from '../../../model/formulas';
import { apart, header, heading, heights, money, number, plain } from '../../../model/paper';
import type { ReportCell, ReportRow } from '../../../model/tab';

/** One measure of the improvement plan: what it is called, how it stands and where it is to go. */
interface Measure {
  readonly id: string;
  readonly kind: 'decimal' | 'count' | 'rate' | 'money';
  readonly now?: string;
  readonly target?: string;
}

/** Measures that one action is to move, with who does it, by when and how far it is: one cell for all of them. */
interface Item {
  readonly id: string;
  readonly measures: readonly Measure[];
  readonly follow: readonly ReportCell[];
}

/** The earliest unfinished action of a table's rows with who, when and how far; its words are in the text. */
function earliest(tab: string): readonly ReportCell[] {
  const pick = (field: string): string =>
    blankUnless([`{${tab}.openDue}`], `INDEX({${tab}.${field}},MATCH(MIN({${tab}.openDue}),{${tab}.openDue},0))`);
  const shown = (field: string): string => blankIf(`${pick(field)}=""`, pick(field));
  const known = (field: string): string => blankUnless([pick(field)], pick(field));
  return [
    { at: 5, text: `${tab}Action`, look: 'fine' },
    { at: 6, formula: shown('owner'), kind: 'person', look: 'fine' },
    { at: 7, formula: known('dueOn'), kind: 'date', look: 'fine' },
    { at: 8, formula: known('progress'), kind: 'rate', look: 'fine' },
  ];
}

/** The follow-up of one record. */
const follow = (path: string): readonly ReportCell[] => [
  { at: 5, formula: plain(`${path}.keyActions`), look: 'fine' },
  { at: 6, formula: plain(`${path}.owner`), kind: 'person', look: 'fine' },
  { at: 7, formula: number(`${path}.dueOn`), kind: 'date', look: 'fine' },
  { at: 8, formula: number(`${path}.progress`), kind: 'rate', look: 'fine' },
];

/** Room to write by hand. */
const byHand: readonly ReportCell[] = [5, 6, 7, 8].map((at) => ({ at, text: '' }));

function factored(factor: string): string {
  const target = '{baseline.franchised.existingTarget}';
  return blankUnless([target, `{settings.${factor}}`], `${target}*{settings.${factor}}/{settings.unitSize}`);
}

const rate = (id: string, kind: Measure['kind']): Measure => ({
  id,
  kind,
  now: number(`rates.region.${id}Now`),
  target: number(`rates.region.${id}Target`),
});

const people = (role: string): Item => ({
  id: role,
  measures: [
    {
      id: role,
      kind: 'count',
      now: number(`headcount.${role}.current`),
      target: number(`headcount.${role}.needed`),
    },
    { id: `${role}Hire`, kind: 'count', target: number(`headcount.${role}.toHire`) },
  ],
  follow: follow(`headcount.${role}`),
});

const sum = (field: string): string => blankUnless([`{staff.${field}|""}`], `{staff.#total.${field}|0}`);

const items: readonly Item[] = [
  {
    id: 'salesTarget',
    measures: [
      {
        id: 'salesTarget',
        kind: 'decimal',
        now: money('baseline.franchised.lastYearSales'),
        target: money('baseline.franchised.existingTarget'),
      },
      { id: 'floor', kind: 'decimal', target: factored('floorFactor') },
      { id: 'stretch', kind: 'decimal', target: factored('stretchFactor') },
    ],
    follow: byHand,
  },
  {
    id: 'rates',
    measures: [
      rate('entry', 'rate'),
      rate('conversion', 'rate'),
      rate('attach', 'decimal'),
      rate('price', 'decimal'),
      {
        id: 'ratesSales',
        kind: 'money',
        now: number('rates.region.salesNow'),
        target: number('rates.region.salesTarget'),
      },
      { id: 'uplift', kind: 'money', target: number('rates.region.uplift') },
    ],
    follow: earliest('rates'),
  },
  {
    id: 'members',
    measures: [
      {
        id: 'memberSales',
        kind: 'decimal',
        now: money('members.memberSales.1'),
        target: money('members.memberSales.2'),
      },
      {
        id: 'repurchase',
        kind: 'rate',
        now: number('members.repurchaseRate.1'),
        target: number('members.repurchaseRate.2'),
      },
    ],
    follow: follow('members'),
  },
  {
    id: 'staff',
    measures: [
      {
        id: 'certification',
        kind: 'rate',
        now: number('staff.#total.coverage'),
        target: number('staff.#total.coverageTarget'),
      },
      { id: 'sessions', kind: 'count', now: sum('sessionsDone'), target: sum('sessionsPlanned') },
      {
        id: 'retention',
        kind: 'rate',
        now: number('staff.#total.retention'),
        target: number('staff.#total.retentionTarget'),
      },
    ],
    follow: earliest('staff'),
  },
  people('supervisor'),
  people('expansion'),
];

/** The rows of an item: its name once, a row for each measure, and what is done about it beside all of them. */
function itemRows({ id, measures, follow: beside }: Item): readonly ReportRow[] {
  const down = measures.length;
  return measures.map((measure, index): ReportRow => {
    const once: readonly ReportCell[] =
      index > 0 ? [] : [{ at: 1, text: `${id}Item` }, ...beside.map((cell) => ({ ...cell, down }))];
    const figures = [measure.now, measure.target].flatMap((formula, place): readonly ReportCell[] =>
      formula === undefined ? [] : [{ at: place + 3, formula, kind: measure.kind, format: apart[measure.kind] }],
    );
    return {
      id: measure.id,
      height: heights.line,
      cells: [...once, { at: 2, text: measure.id, look: 'fine' }, ...figures],
    };
  });
}

/** The franchised stores' improvement plan: item, measure, now, target, key actions, owner, due, progress. */
export const improvement: readonly ReportRow[] = [
  heading('storesHeading'),
  header('planHeader', [
    [1, 'item', 'left'],
    [2, 'measure', 'left'],
    [3, 'now', 'apart'],
    [4, 'target', 'apart'],
    [5, 'keyActions', 'left'],
    [6, 'owner'],
    [7, 'due'],
    [8, 'progress', 'right'],
  ]),
  ...items.flatMap(itemRows),
];
