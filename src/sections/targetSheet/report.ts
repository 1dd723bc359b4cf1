import { blankIf, blankUnless, firstOf } from '../../model/formulas';
import type { ReportCell, ReportRow } from '../../model/tab';

/** The height of two lines of text; of all rows above the channels: heights are set by stretches. */
const tall = 38;

/** A figure in the display unit; blank stays blank. */
const money = (reference: string): string => blankUnless([`{${reference}}`], `{${reference}}/{settings.unitSize}`);
const plain = (reference: string): string => blankIf(`{${reference}}=""`, `{${reference}}`);
const sumMoney = (references: readonly string[]): string =>
  `SUM(${references.map((path) => `{${path}}`).join(',')})/{settings.unitSize}`;

const label = (text: string, span = 1): ReportCell => ({ at: 1, span, text });
const header = (texts: readonly (readonly [number, string])[], ends: number): readonly ReportCell[] =>
  texts.map(([at, text], index) => {
    const span = (texts[index + 1]?.[0] ?? ends + 1) - at;
    return { at, text, look: 'header', ...(span > 1 ? { span } : {}) };
  });

/** How many columns the form has; beside them stand the charts and what they are drawn from. */
export const wide = 8;
const heading = (id: string, text: string): ReportRow => ({
  id,
  cells: [{ at: 1, span: wide, text, look: 'heading' }],
});

/** Last year's average store and this year's growth: one row of the baseline. */
function baselineRow(id: 'franchised' | 'selfOperated' | 'all'): ReportRow {
  const look = id === 'all' ? 'strong' : 'cell';
  return {
    id,
    height: tall,
    cells: [
      { at: 1, text: id, look },
      { at: 2, formula: money(`baseline.${id}.lastYearSales`), kind: 'decimal', look },
      { at: 3, formula: plain(`baseline.${id}.storeCount`), kind: 'count', look },
      { at: 4, formula: plain(`baseline.${id}.avgMonths`), kind: 'months', look },
      { at: 5, formula: money(`baseline.${id}.avgStore`), kind: 'decimal', look },
      { at: 6, formula: plain(`baseline.${id}.growth`), kind: 'growth', look },
      { at: 7, formula: money(`baseline.${id}.targetPerMonth`), kind: 'decimal', look },
      { at: 8, formula: money(`baseline.${id}.existingTarget`), kind: 'decimal', look },
    ],
  };
}

/** Figures of a channel that add up, in the order of the columns, and how each is shown. */
const channelFigures = [
  { field: 'targetOpenings', kind: 'count' },
  { field: 'expectedOpenings', kind: 'decimal' },
  { field: 'leadsNeeded', kind: 'count' },
  { field: 'sales', kind: 'decimal', money: true },
  { field: 'budget', kind: 'decimal', money: true },
] as const;

const namedChannels = ['employee', 'mall', 'alliance', 'media', 'joint'] as const;

const isEnabled = (channel: string): string => `{expansion.${channel}.enabled|FALSE}=TRUE`;

/** A channel's figure if the channel is enabled. */
const enabled = (channel: string, figure: string): string => firstOf([[isEnabled(channel), figure]], '""');

function channelRow(channel: string): ReportRow {
  return {
    id: channel,
    cells: [
      label(channel),
      ...channelFigures.map((figure, index): ReportCell => {
        const path = `expansion.${channel}.${figure.field}`;
        return {
          at: index + 2,
          formula: enabled(channel, 'money' in figure ? money(path) : plain(path)),
          kind: figure.kind,
        };
      }),
      ...who(channel),
    ],
  };
}

function who(channel: string): readonly ReportCell[] {
  return [
    { at: 7, formula: enabled(channel, plain(`expansion.${channel}.owner`)), kind: 'person', look: 'fine' },
    { at: 8, formula: enabled(channel, plain(`expansion.${channel}.progress`)), kind: 'rate' },
  ];
}

/** All enabled channels without some of them: the form's subtotal, and its 7th channel, into which added ones fold. */
function restRow(
  id: string,
  without: readonly string[],
  look: ReportCell['look'],
  people: readonly ReportCell[],
): ReportRow {
  return {
    id,
    cells: [
      { ...label(id), ...(look ? { look } : {}) },
      ...channelFigures.map(({ field, kind, ...figure }, index): ReportCell => {
        const cell = (channel: string): string => `{expansion.${channel}.${field}|0}`;
        const parts = (figure: (cell: string) => string): string =>
          without.map((channel) => firstOf([[isEnabled(channel), figure(cell(channel))]], '0')).join(',');
        const known = `COUNTIFS({expansion.${field}},">=0",{expansion.enabled},TRUE)-SUM(${parts((one) => `COUNT(${one})`)})`;
        const rest = `SUM({expansion.#total.${field}})-SUM(${parts((one) => `SUM(${one})`)})`;
        return {
          at: index + 2,
          // Nothing planned is blank, not 0.
          formula: blankIf(`${known}=0`, 'money' in figure ? `(${rest})/{settings.unitSize}` : rest),
          kind,
          ...(look ? { look } : {}),
        };
      }),
      ...people,
    ],
  };
}

const quarterMonths = (quarter: number): readonly number[] => [1, 2, 3].map((month) => (quarter - 1) * 3 + month);

const openingsIn = (quarter: number): string =>
  quarterMonths(quarter)
    .map((month) => `{expansion.#total.openings.${month}}`)
    .join(',');

/** A row of the franchised stores' improvement plan: item, now, target, key actions, owner, due, progress. */
function planRow(
  id: string,
  now: ReportCell,
  target: ReportCell,
  follow: readonly ReportCell[] = [],
  height = 44,
): ReportRow {
  return { id, height, cells: [label(id, 2), now, target, ...follow] };
}

/** The earliest unfinished action of a table's rows with who, when and how far; its words are in the text. */
function earliest(tab: string): readonly ReportCell[] {
  const pick = (field: string): string =>
    blankUnless([`{${tab}.openDue}`], `INDEX({${tab}.${field}},MATCH(MIN({${tab}.openDue}),{${tab}.openDue},0))`);
  const shown = (field: string): string => blankIf(`${pick(field)}=""`, pick(field));
  return [
    { at: 5, text: `${tab}Action`, look: 'fine' },
    { at: 6, formula: shown('owner'), kind: 'person', look: 'fine' },
    { at: 7, formula: shown('dueOn'), kind: 'date' },
    { at: 8, formula: shown('progress'), kind: 'rate' },
  ];
}

/** The follow-up of one record. */
function follow(path: string): readonly ReportCell[] {
  return [
    { at: 5, formula: plain(`${path}.keyActions`), look: 'fine' },
    { at: 6, formula: plain(`${path}.owner`), kind: 'person', look: 'fine' },
    { at: 7, formula: plain(`${path}.dueOn`), kind: 'date' },
    { at: 8, formula: plain(`${path}.progress`), kind: 'rate' },
  ];
}

function headcountRow(role: string): ReportRow {
  const now: ReportCell = { at: 3, formula: plain(`headcount.${role}.current`), kind: 'count' };
  const target: ReportCell = { at: 4, text: `${role}Needed`, align: 'right' };
  return planRow(role, now, target, follow(`headcount.${role}`));
}

const percent = (at: number, path: string, format: string, look: ReportCell['look'] = 'cell'): ReportCell => ({
  at,
  formula: plain(path),
  kind: 'growth',
  format,
  look,
});

/** The target sheet, row by row in the form's own order and numbering. */
export const rows: readonly ReportRow[] = [
  { id: 'title', height: tall, cells: [{ at: 1, span: wide, text: 'title', look: 'title', kind: 'choice' }] },
  { id: 'subtitle', height: tall, cells: [{ at: 1, span: wide, text: 'subtitle', look: 'small', kind: 'choice' }] },
  { id: 'formula', height: tall, cells: [{ at: 1, span: wide, text: 'formula', look: 'strong' }] },
  {
    id: 'baselineHeader',
    height: tall,
    cells: header(
      [
        [1, 'ownership'],
        [2, 'sales'],
        [3, 'stores'],
        [4, 'months'],
        [5, 'average'],
        [6, 'growth'],
        [7, 'perMonth'],
        [8, 'existing'],
      ],
      wide,
    ),
  },
  baselineRow('franchised'),
  baselineRow('selfOperated'),
  baselineRow('all'),
  {
    id: 'question',
    height: tall,
    cells: [
      { at: 1, span: 4, text: 'question', look: 'strong' },
      percent(5, 'baseline.franchised.plannedGrowth', 'franchisedFormat', 'strong'),
      percent(6, 'baseline.selfOperated.plannedGrowth', 'selfOperatedFormat', 'strong'),
      percent(7, 'summary.plannedGrowth', 'allFormat', 'strong'),
      percent(8, 'summary.requiredGrowth', 'requiredFormat', 'strong'),
    ],
  },
  {
    id: 'growths',
    height: tall,
    cells: [
      { at: 1, span: 4, text: 'growths' },
      percent(5, 'summary.sameStoreGrowth', 'sameStoreFormat'),
      percent(6, 'summary.mixNeutralGrowth', 'mixNeutralFormat'),
      percent(7, 'summary.totalGrowth', 'totalFormat'),
      { at: 8, formula: plain('summary.closures'), kind: 'count', format: 'closuresFormat' },
    ],
  },
  heading('expansionHeading', 'expansionHeading'),
  {
    id: 'expansionHeader',
    cells: header(
      [
        [1, 'channel'],
        [2, 'targetOpenings'],
        [3, 'expectedOpenings'],
        [4, 'leadsNeeded'],
        [5, 'salesThisYear'],
        [6, 'budget'],
        [7, 'owner'],
        [8, 'progress'],
      ],
      wide,
    ),
  },
  channelRow('fair'),
  restRow('otherChannels', ['fair'], 'strong', [
    { at: 7, text: '', look: 'strong' },
    { at: 8, text: '', look: 'strong' },
  ]),
  ...namedChannels.map(channelRow),
  restRow('other', ['fair', ...namedChannels], undefined, who('other')),
  {
    id: 'openings',
    cells: [
      { at: 1, text: 'openings', look: 'strong' },
      {
        at: 2,
        formula: blankUnless(['{expansion.targetOpenings}'], '{expansion.#total.targetOpenings}'),
        kind: 'count',
        look: 'strong',
      },
      ...[1, 2, 3, 4].map(
        (quarter): ReportCell => ({
          at: quarter + 2,
          formula: blankUnless(['{expansion.openings}'], `SUM(${openingsIn(quarter)})`),
          kind: 'count',
          format: `quarter${quarter}Count`,
          look: 'strong',
        }),
      ),
      { at: 7, text: 'newSales', look: 'strong' },
      { at: 8, formula: money('summary.newSales'), kind: 'decimal', look: 'strong' },
    ],
  },
  heading('storesHeading', 'storesHeading'),
  {
    id: 'planHeader',
    cells: header(
      [
        [1, 'item'],
        [3, 'now'],
        [4, 'target'],
        [5, 'keyActions'],
        [6, 'owner'],
        [7, 'due'],
        [8, 'progress'],
      ],
      wide,
    ),
  },
  planRow(
    'salesTarget',
    { at: 3, formula: money('baseline.franchised.lastYearSales'), kind: 'decimal' },
    { at: 4, formula: money('baseline.franchised.existingTarget'), kind: 'decimal' },
  ),
  planRow(
    'floorStretch',
    { at: 3, formula: floorOf('floorFactor'), kind: 'decimal', format: 'floorFormat' },
    { at: 4, formula: money('baseline.franchised.existingTarget'), kind: 'decimal' },
    [{ at: 5, formula: floorOf('stretchFactor'), kind: 'decimal', format: 'stretchFormat' }],
  ),
  planRow(
    'rates',
    { at: 3, text: 'ratesNow', look: 'fine' },
    { at: 4, text: 'ratesTarget', look: 'fine' },
    earliest('rates'),
    74,
  ),
  planRow(
    'ratesSales',
    { at: 3, formula: plain('rates.region.salesNow'), kind: 'money' },
    { at: 4, formula: plain('rates.region.salesTarget'), kind: 'money' },
    [{ at: 5, formula: plain('rates.region.uplift'), kind: 'money', format: 'upliftFormat' }],
  ),
  planRow(
    'memberSales',
    { at: 3, formula: money('members.memberSales.1'), kind: 'decimal' },
    { at: 4, formula: money('members.memberSales.2'), kind: 'decimal' },
    follow('members'),
  ),
  planRow(
    'repurchase',
    { at: 3, formula: plain('members.repurchaseRate.1'), kind: 'rate' },
    { at: 4, formula: plain('members.repurchaseRate.2'), kind: 'rate' },
  ),
  planRow(
    'certification',
    { at: 3, formula: plain('staff.#total.coverage'), kind: 'rate' },
    { at: 4, formula: plain('staff.#total.coverageTarget'), kind: 'rate' },
    earliest('staff'),
  ),
  planRow(
    'retention',
    { at: 3, formula: plain('staff.#total.retention'), kind: 'rate' },
    { at: 4, formula: plain('staff.#total.retentionTarget'), kind: 'rate' },
  ),
  headcountRow('supervisor'),
  headcountRow('expansion'),
  {
    id: 'total',
    cells: [
      { at: 1, span: 2, text: 'total', look: 'strong' },
      {
        at: 3,
        span: 2,
        formula: money('summary.existingTarget'),
        kind: 'decimal',
        format: 'existingFormat',
        look: 'strong',
      },
      { at: 5, span: 2, formula: money('summary.newSales'), kind: 'decimal', format: 'newFormat', look: 'strong' },
      { at: 7, span: 2, formula: money('summary.total'), kind: 'decimal', format: 'regionFormat', look: 'strong' },
    ],
  },
  {
    id: 'company',
    cells: [
      { at: 1, span: 2, text: 'company', look: 'strong' },
      {
        at: 3,
        span: 2,
        formula: money('summary.companyTarget'),
        kind: 'decimal',
        format: 'companyFormat',
        look: 'strong',
      },
      { at: 5, span: 2, formula: money('summary.gap'), kind: 'decimal', format: 'gapFormat', look: 'strong' },
      { at: 7, span: 2, formula: plain('summary.ratio'), kind: 'rate', format: 'ratioFormat', look: 'strong' },
    ],
  },
  {
    id: 'quarters',
    cells: [
      { at: 1, span: 2, text: 'quarters' },
      ...[1, 2, 3, 4].map(
        (quarter): ReportCell => ({
          at: [3, 4, 5, 7][quarter - 1] ?? 3,
          ...(quarter > 2 ? { span: 2 } : {}),
          formula: blankUnless(
            ['{summary.total}'],
            sumMoney(quarterMonths(quarter).map((month) => `summary.totalByMonth.${month}`)),
          ),
          kind: 'decimal',
          format: `quarter${quarter}Money`,
        }),
      ),
    ],
  },
  { id: 'signatures', height: 60, cells: signature(['preparedBy', 'manager', 'director', 'headquarters']) },
  { id: 'dates', cells: signature(['date', 'date', 'date', 'date']) },
];

function floorOf(factor: string): string {
  const target = '{baseline.franchised.existingTarget}';
  return blankUnless([target], `${target}*{settings.${factor}}/{settings.unitSize}`);
}

function signature(texts: readonly string[]): readonly ReportCell[] {
  return texts.map((text, index) => ({ at: index * 2 + 1, span: 2, text }));
}

/** Column widths: the form's fill an A4 page upright; then a gap, the charts, a gap, and the charts' figures. */
export const widths: readonly number[] = [
  ...[168, 104, 104, 104, 128, 128, 128, 128],
  ...[104, 720, 104],
  ...Array.from({ length: 10 }, () => 104),
];
