import { blankIf, firstOf } from '../../model/formulas';
import { figure, header, heading, heights, wide } from '../../model/paper';
import { drivers } from '../../model/ratePrice';
import type { Highlight, ReportCell, ReportChart, ReportRow } from '../../model/tab';

/** What a group of stores has its place for, by the number that its rows of the follow-up say. */
const groups = ['kept', 'opened', 'notOpened', 'unplanned', 'closure', 'missing'] as const;
type Group = (typeof groups)[number];

const unit = '{settings.unitSize}';
const signed = '+#,##0.00;-#,##0.00;0.00';

/** Blank before data reach the plan year. */
const once = (formula: string): string => blankIf('COUNT({followUpSummary.plan.used})=0', formula);
const amount = (at: number, formula: string, look: ReportCell['look'] = 'cell'): ReportCell =>
  figure(at, once(formula), 'decimal', look);
const difference = (at: number, formula: string, look: ReportCell['look'] = 'cell'): ReportCell => ({
  ...amount(at, formula, look),
  format: signed,
});

/** What parts come to less what they should, to the cent: 0, or something is wrong. */
const check = (id: string, formula: string): ReportRow => ({
  id,
  height: heights.line,
  cells: [
    { at: 1, span: 7, text: id, look: 'small', overflow: true, align: 'left' },
    figure(8, once(`ROUND((${formula})*${unit},2)+0`), 'decimal', 'small'),
  ],
});

const inGroup = (group: Group): string => String(groups.indexOf(group) + 1);
const ofGroup = (column: string, group: Group): string =>
  `SUMIFS({followUp.${column}},{followUp.group},${inGroup(group)})`;

const months = Array.from({ length: 12 }, (_, index) => index + 1);
const elapsed = (month: number): string => `SUM({followUpTerms.elapsed.${month}})`;

/** What a group has beside its stores of the list. */
const besides: Readonly<Partial<Record<Group, Readonly<Record<string, string>>>>> = {
  notOpened: {
    // Those planned up to the month that data have reached: what is planned for later is not missed yet.
    stores: `+${months.map((month) => `(${elapsed(month)}>0)*SUM({followUpOpenings.left.${month}})`).join('+')}`,
    due: '+SUM({followUpSummary.toOpen.due})',
    covered: '+SUM({followUpSummary.toOpen.covered})',
  },
  // A store that is closed has sold nothing: that much is known.
  closure: { covered: '+SUMIFS({followUp.lost},{followUp.group},5)' },
};

function groupRow(group: Group): ReportRow {
  const more = (figure: string): string => besides[group]?.[figure] ?? '';
  return {
    id: group,
    height: heights.line,
    cells: [
      { at: 1, text: group },
      figure(2, once(`SUMPRODUCT(({followUp.group}=${inGroup(group)})*1)${more('stores')}`), 'count'),
      amount(3, `(${ofGroup('due', group)}${more('due')})/${unit}`),
      amount(4, `(${ofGroup('covered', group)}${more('covered')})/${unit}`),
      amount(5, '{c3}-{c4}'),
      amount(6, `${ofGroup('actual', group)}/${unit}`),
      difference(7, '{c6}-{c4}'),
      { ...figure(8, once(blankIf('ROUND({c4},6)=0', '{c6}/{c4}')), 'rate') },
    ],
  };
}

const down = (rows: readonly string[], column: number): string =>
  `SUM(${rows.map((row) => `{variance.${row}.c${column}}`).join(',')})`;

const byGroup: readonly ReportRow[] = [
  heading('groupsHeading'),
  header(
    'groupsHeader',
    [
      [1, 'group', 'left'],
      [2, 'stores', 'right'],
      [3, 'due', 'right'],
      [4, 'covered', 'right'],
      [5, 'uncovered', 'right'],
      [6, 'actual', 'right'],
      [7, 'difference', 'right'],
      [8, 'achievement', 'right'],
    ],
    heights.two,
  ),
  ...groups.map(groupRow),
  {
    id: 'all',
    height: heights.line,
    cells: [
      { at: 1, text: 'all', look: 'strong' },
      figure(2, once(down(groups, 2)), 'count', 'strong'),
      ...[3, 4, 5, 6].map((at) => amount(at, down(groups, at), 'strong')),
      difference(7, down(groups, 7), 'strong'),
      figure(8, once(blankIf('ROUND({c4},6)=0', '{c6}/{c4}')), 'rate', 'strong'),
    ],
  },
  check(
    'groupsCheck',
    `{variance.all.c7}-(SUM({followUpSummary.plan.actual})-SUM({followUpSummary.plan.covered})-SUM({followUp.lost}))/${unit}`,
  ),
];

/** Ownerships, and openings that the list does not have yet, in both years: store-months and sales. */
const shares: readonly (readonly [id: string, figures: readonly [string, string, string, string]])[] = [
  ...(['franchised', 'selfOperated'] as const).map(
    (own) =>
      [
        own,
        [
          `SUM({baseline.${own}.lastYearStoreMonths})`,
          `SUM({baseline.${own}.lastYearSales})/${unit}`,
          `SUMIFS({stores.monthsThisYear},{stores.ownership},{list.ownership.${own}})`,
          `SUM({followUpSummary.${own}.used})/${unit}`,
        ],
      ] as const,
  ),
  ['toOpen', ['0', '0', 'SUM({followUpOpenings.monthsLeft})', `SUM({followUpSummary.toOpen.used})/${unit}`]],
];
const shareRows = shares.map(([id]) => id);

/** Where the workings of the mix stand: sales a store-month and shares of store-months, in both years. */
const [rateBefore, rateAfter, shareBefore, shareAfter] = [20, 21, 22, 23];

/** A figure over another; of a year without any, the other year’s. */
const orOther = (part: string, whole: string, other: string, otherWhole: string): string =>
  firstOf(
    [
      [`${whole}<>0`, `${part}/${whole}`],
      [`${otherWhole}<>0`, `${other}/${otherWhole}`],
    ],
    '0',
  );

const working = (at: number, formula: string, kind: 'decimal' | 'rate'): ReportCell =>
  figure(at, once(formula), kind, 'small');

const meanMonths = '({variance.years.c2}+{variance.years.c4})/2';
const average = `({variance.years.c${rateBefore}}+{variance.years.c${rateAfter}})/2`;

const byMix: readonly ReportRow[] = [
  heading('mixHeading'),
  header(
    'mixHeader',
    [
      [1, 'ownership', 'left'],
      [2, 'monthsBefore', 'right'],
      [3, 'salesBefore', 'right'],
      [4, 'monthsAfter', 'right'],
      [5, 'salesAfter', 'right'],
      [6, 'volume', 'right'],
      [7, 'mix', 'right'],
      [8, 'rate', 'right'],
    ],
    heights.two,
  ),
  ...shares.map(
    ([id, [monthsBefore, salesBefore, monthsAfter, salesAfter]]): ReportRow => ({
      id,
      height: heights.line,
      cells: [
        { at: 1, text: id },
        amount(2, monthsBefore),
        amount(3, salesBefore),
        amount(4, monthsAfter),
        amount(5, salesAfter),
        difference(6, `({c4}-{c2})*${average}`),
        difference(
          7,
          `${meanMonths}*({c${shareAfter}}-{c${shareBefore}})*(({c${rateBefore}}+{c${rateAfter}})/2-${average})`,
        ),
        difference(8, `${meanMonths}*({c${shareBefore}}+{c${shareAfter}})/2*({c${rateAfter}}-{c${rateBefore}})`),
        working(rateBefore, orOther('{c3}', '{c2}', '{c5}', '{c4}'), 'decimal'),
        working(rateAfter, orOther('{c5}', '{c4}', '{c3}', '{c2}'), 'decimal'),
        working(shareBefore, orOther('{c2}', '{variance.years.c2}', '{c4}', '{variance.years.c4}'), 'rate'),
        working(shareAfter, orOther('{c4}', '{variance.years.c4}', '{c2}', '{variance.years.c2}'), 'rate'),
      ],
    }),
  ),
  {
    id: 'years',
    height: heights.line,
    cells: [
      { at: 1, text: 'years', look: 'strong' },
      ...[2, 3, 4, 5].map((at) => amount(at, down(shareRows, at), 'strong')),
      ...[6, 7, 8].map((at) => difference(at, down(shareRows, at), 'strong')),
      ...(
        [
          [rateBefore, shareBefore],
          [rateAfter, shareAfter],
        ] as const
      ).map(([rate, share]) =>
        working(
          rate,
          shareRows.map((row) => `{variance.${row}.c${rate}}*{variance.${row}.c${share}}`).join('+'),
          'decimal',
        ),
      ),
    ],
  },
  check(
    'mixCheck',
    `{variance.years.c6}+{variance.years.c7}+{variance.years.c8}-(SUM({followUpSummary.plan.used})-SUM({baseline.all.lastYearSales}))/${unit}`,
  ),
];

const openingRow = (id: 'planned' | 'came', storeMonths: string, sales: string, other: string): ReportRow => ({
  id,
  height: heights.line,
  cells: [
    { at: 1, text: id },
    amount(2, storeMonths),
    amount(3, `(${sales})/${unit}`),
    amount(4, orOther('{c3}', '{c2}', `{variance.${other}.c3}`, `{variance.${other}.c2}`)),
  ],
});

const byOpening: readonly ReportRow[] = [
  heading('openingsHeading'),
  header(
    'openingsHeader',
    [
      [1, 'openings', 'left'],
      [2, 'rampedMonths', 'right'],
      [3, 'sales', 'right'],
      [4, 'perMonth', 'right'],
      [5, 'timing', 'right'],
      [6, 'performance', 'right'],
      [7, 'difference', 'right'],
      [8, '', 'right'],
    ],
    heights.two,
  ),
  openingRow(
    'planned',
    months.map((month) => `${elapsed(month)}*SUM({followUpOpenings.rampedMonths.${month}})`).join('+'),
    months
      .map(
        (month) => `${elapsed(month)}*SUMPRODUCT({followUpOpenings.weight},{followUpOpenings.rampedMonths.${month}})`,
      )
      .join('+'),
    'came',
  ),
  openingRow('came', 'SUM({reviewMonths.rampedMonths})', 'SUM({reviewMonths.openedActual})', 'planned'),
  {
    id: 'openingEffects',
    height: heights.line,
    cells: [
      { at: 1, text: 'openingEffects', look: 'strong' },
      ...[2, 3, 4].map((at) => difference(at, `{variance.came.c${at}}-{variance.planned.c${at}}`, 'strong')),
      difference(
        5,
        '({variance.came.c2}-{variance.planned.c2})*({variance.planned.c4}+{variance.came.c4})/2',
        'strong',
      ),
      difference(
        6,
        '({variance.came.c4}-{variance.planned.c4})*({variance.planned.c2}+{variance.came.c2})/2',
        'strong',
      ),
      difference(7, '{c5}+{c6}', 'strong'),
      { at: 8, text: '', look: 'strong' },
    ],
  },
  check('openingsCheck', '{variance.openingEffects.c7}-({variance.came.c3}-{variance.planned.c3})'),
];

/** Where a bridge’s figures stand beside the form: its words, a step, how far it has come, and the columns drawn. */
const bridgeAt = 10;
const [step, level, base, up, upBelow, down_, downBelow, whole] = [1, 2, 3, 4, 5, 6, 7, 8].map(
  (offset) => bridgeAt + offset,
) as [number, number, number, number, number, number, number, number];

interface Bridge {
  readonly id: string;
  /** The row of its heads; its own follow from the next. */
  readonly header: string;
  readonly start: string;
  readonly steps: readonly (readonly [id: string, formula: string])[];
  readonly end: string;
}

const total = (column: string): string => `SUM({followUpSummary.plan.${column}})/${unit}`;
const company = `IF(COUNT({settings.companyTarget})=0,${total('year')},SUM({settings.companyTarget})/${unit})`;

/** What the rest of the year is expected to bring more or less than the year still lacks, at each store’s own pace. */
const restOfYear = `(SUMPRODUCT({followUp.pace},{followUp.year})+SUMPRODUCT({followUp.pace},{followUp.carried})-SUMPRODUCT({followUp.pace},{followUp.covered})-SUM({followUp.year})+SUM({followUp.covered})+SUM({followUp.lost}))/${unit}`;

const bridges: readonly Bridge[] = [
  {
    id: 'toForecast',
    header: 'groupsHeader',
    start: company,
    steps: [
      ['plan', `${total('year')}-${company}`],
      ...(['kept', 'opened', 'notOpened', 'unplanned', 'closure'] as const).map(
        (group) => [group, `{variance.${group}.c7}`] as const,
      ),
      ['rest', restOfYear],
    ],
    end: total('used'),
  },
  {
    id: 'toThisYear',
    header: 'mixHeader',
    start: `SUM({baseline.all.lastYearSales})/${unit}`,
    steps: [
      ['volume', '{variance.years.c6}'],
      ['mix', '{variance.years.c7}'],
      ['rateFranchised', '{variance.franchised.c8}'],
      ['rateSelfOperated', '{variance.selfOperated.c8}'],
    ],
    end: total('used'),
  },
];

/** Of stores whose rates are counted: a figure of the rows that both sides are known of; nothing while there is no tab of them. */
const counted = (field: string): string => `SUMPRODUCT({storeRates.known|0}*1,{storeRates.${field}|0})`;
const onceCounted = (formula: string): string => blankIf('SUM({storeRates.known|0})=0', formula);
const countedDifference = (at: number, formula: string, look: ReportCell['look'] = 'cell'): ReportCell => ({
  ...figure(at, onceCounted(once(formula)), 'decimal', look),
  format: signed,
});
const ratesRow = (id: string, formula: string, look: ReportCell['look'] = 'cell'): ReportRow => ({
  id,
  height: heights.line,
  cells: [{ at: 1, span: 6, text: id, look, align: 'left' }, countedDifference(7, formula, look)],
});
const driverRows = drivers.map((driver) => `${driver}Part`);
const ofRates = [...driverRows, 'ratesRest', 'withoutRates'];

const byRates: readonly ReportRow[] = [
  heading('ratesHeading'),
  {
    id: 'ratesHeader',
    height: heights.line,
    cells: [
      { at: 1, span: 6, text: 'driver', look: 'header', align: 'left' },
      { at: 7, text: 'difference', look: 'header', align: 'right' },
      { at: 8, text: 'storeMonths', look: 'header', align: 'right' },
    ],
  },
  ...drivers.map((driver) => ratesRow(`${driver}Part`, `${counted(`${driver}Effect`)}/${unit}`)),
  ratesRow('ratesRest', `${counted('difference')}/${unit}-(${down(driverRows, 7)})`),
  ratesRow('withoutRates', `{variance.all.c7}-${counted('difference')}/${unit}`),
  {
    ...ratesRow('ratesAll', down(ofRates, 7), 'strong'),
    cells: [
      ...ratesRow('ratesAll', down(ofRates, 7), 'strong').cells,
      figure(8, onceCounted('SUM({storeRates.known|0})'), 'count', 'strong'),
    ],
  },
  {
    id: 'ratesCheck',
    height: heights.line,
    cells: [
      { at: 1, span: 7, text: 'ratesCheck', look: 'small', overflow: true, align: 'left' },
      figure(8, onceCounted(once(`ROUND(({variance.ratesAll.c7}-{variance.all.c7})*${unit},2)+0`)), 'decimal', 'small'),
    ],
  },
];

const figured = [...byGroup, ...byMix, ...byOpening, ...byRates];

/** The rows that a bridge’s steps stand in, first that of its start. */
function rowsOf({ header: head, steps }: Bridge): readonly string[] {
  const at = figured.findIndex(({ id }) => id === head) + 1;
  return figured.slice(at, at + steps.length + 2).map(({ id }) => id);
}

const drawn = (at: number, formula: string): ReportCell => ({
  ...figure(at, once(formula), 'number', 'small'),
  format: '#,##0.00;-#,##0.00;0',
});

/** A step between two levels, both counted from the start: its part above the line of the start, and its part below. */
function stepCells(row: number, rows: readonly string[]): readonly ReportCell[] {
  const before = `{variance.${rows[row - 1]}.c${level}}`;
  const now = `{c${level}}`;
  const [low, high] = [`MIN(${before},${now})`, `MAX(${before},${now})`];
  const above = `MAX(0,${high})-MAX(0,${low})`;
  const below = `MIN(0,${low})-MIN(0,${high})`;
  const where = (isUp: boolean, part: string): string => `IF(${now}${isUp ? '>=' : '<'}${before},${part},0)`;
  return [
    drawn(level, `${before}+{c${step}}`),
    drawn(base, `MAX(0,${low})+MIN(0,${high})`),
    drawn(up, where(true, above)),
    drawn(upBelow, where(true, below)),
    drawn(down_, where(false, above)),
    drawn(downBelow, where(false, below)),
    drawn(whole, '0'),
  ];
}

const zeros = (columns: readonly number[]): readonly ReportCell[] => columns.map((at) => drawn(at, '0'));

/** The cells of each row of a bridge, by row. */
function bridgeCells(bridge: Bridge): ReadonlyMap<string, readonly ReportCell[]> {
  const { id, header: head, start, steps, end } = bridge;
  const rows = rowsOf(bridge);
  const word = (name: string): ReportCell => ({ at: bridgeAt, text: `${id}.${name}`, look: 'small', align: 'left' });
  const last = rows.length - 1;
  return new Map<string, readonly ReportCell[]>([
    [
      head,
      ['bridge', 'step', 'level', 'base', 'up', 'upBelow', 'down', 'downBelow', 'whole'].map((text, index) => ({
        at: bridgeAt + index,
        text,
        look: 'header' as const,
        align: index === 0 ? ('left' as const) : ('right' as const),
      })),
    ],
    [rows[0] ?? '', [word('start'), drawn(step, start), ...zeros([level, base, up, upBelow, down_, downBelow, whole])]],
    ...steps.map(
      ([name, formula], index) =>
        [rows[index + 1] ?? '', [word(name), drawn(step, formula), ...stepCells(index + 1, rows)]] as const,
    ),
    [
      rows[last] ?? '',
      [
        word('end'),
        drawn(step, end),
        drawn(level, `{c${step}}-{variance.${rows[0]}.c${step}}`),
        ...zeros([base, up, upBelow, down_, downBelow]),
        drawn(whole, `{c${level}}`),
      ],
    ],
  ]);
}

const bridgeCheck = (bridge: Bridge): ReportRow => {
  const rows = rowsOf(bridge);
  const [lastStep, end] = rows.slice(-2);
  return check(`${bridge.id}Check`, `{variance.${lastStep}.c${level}}-{variance.${end}.c${level}}`);
};

const beside = bridges.map(bridgeCells);
const withBridges = (row: ReportRow): ReportRow => ({
  ...row,
  cells: [...row.cells, ...beside.flatMap((cells) => cells.get(row.id) ?? [])],
});

/** The heads of the mix’s workings, beside its own. */
const workings: readonly ReportCell[] = (
  [
    [rateBefore, 'rateBefore'],
    [rateAfter, 'rateAfter'],
    [shareBefore, 'shareBefore'],
    [shareAfter, 'shareAfter'],
  ] as const
).map(([at, text]) => ({ at, text, look: 'header', align: 'right' }));

const withWorkings = (row: ReportRow): ReportRow =>
  row.id === 'mixHeader' ? { ...row, cells: [...row.cells, ...workings] } : row;

const chartHeight = 252;
const chartRow = (id: string): ReportRow => ({ id, height: chartHeight, cells: [] });

/** Target to actual by group, last year to this one, and openings; then both bridges. */
export const varianceRows: readonly ReportRow[] = [
  {
    id: 'title',
    height: heights.two,
    cells: [{ at: 1, span: wide, text: 'title', look: 'title', overflow: true, align: 'left' }],
  },
  {
    id: 'note',
    height: heights.line,
    cells: [{ at: 1, span: wide, text: 'note', look: 'small', overflow: true, align: 'left' }],
  },
  ...figured.map(withBridges).map(withWorkings),
  chartRow('toForecast'),
  ...bridges.slice(0, 1).map(bridgeCheck),
  chartRow('toThisYear'),
  ...bridges.slice(1).map(bridgeCheck),
];

export const varianceWidths: readonly number[] = [
  ...[184, 120, 112, 120, 112, 112, 104, 112],
  ...[48, 200],
  ...Array.from({ length: 13 }, () => 96),
];

const colors = { base: '#ffffff', up: '#0b6b54', down: '#c5221f', whole: '#5f6368' } as const;

export const varianceCharts: readonly ReportChart[] = bridges.map((bridge) => ({
  id: bridge.id,
  title: bridge.id,
  kind: 'steps',
  row: bridge.id,
  at: 1,
  width: 904,
  height: chartHeight,
  header: bridge.header,
  last: rowsOf(bridge).slice(-1)[0] ?? '',
  categories: bridgeAt,
  series: [
    { at: base, color: colors.base },
    { at: up, color: colors.up },
    { at: upBelow, color: colors.up },
    { at: down_, color: colors.down },
    { at: downBelow, color: colors.down },
    { at: whole, color: colors.whole },
  ],
}));

/** A check that is not 0 stands out. */
export const varianceHighlights: readonly Highlight[] = varianceRows
  .filter(({ id }) => id.endsWith('Check'))
  .map(({ id }) => ({ fields: ['c8'], row: id, formula: 'AND(ISNUMBER({c8}),{c8}<>0)', look: 'bad' }));

/** The amount of a bar of a bridge, in the display unit. */
export function bridgeStep(bridge: 'toForecast' | 'toThisYear', bar: string): string {
  const found = bridges.find(({ id }) => id === bridge);
  if (!found) return '';
  const names = ['start', ...found.steps.map(([id]) => id), 'end'];
  return `{variance.${rowsOf(found)[names.indexOf(bar)]}.c${step}}`;
}

/** What a bar is called and how much it is: below each, as nothing else says it alike everywhere. No line ends at its minus. */
export const barName = (bridge: 'toForecast' | 'toThisYear', bar: string, name: string): string => {
  const figure = bridgeStep(bridge, bar);
  const plus = bar === 'start' || bar === 'end' ? '' : `IF(ROUND(${figure},0)>0,"+","")&`;
  return `=IF(COUNT(${figure})=0,"${name}","${name} "&${plus}SUBSTITUTE(FIXED(${figure},0),"-","−"))`;
};
