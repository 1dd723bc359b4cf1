import { blankIf, blankUnless } from '../../model/formulas';
import { apart, figure, header, heights, number, wide } from '../../model/paper';
import type { Highlight, ReportCell, ReportRow } from '../../model/tab';
import { dueRows, dueThrough } from './due';
import { fitted } from './fitted';
import { reachedMonth as month, type StoreGroup } from './months';
import { stands } from './stands';
import { bridgeStep } from './variance';

const unit = '{settings.unitSize}';
const signed = '+#,##0.00;-#,##0.00;0.00';
/** Pixels: many lines stand on one page. */
const line = 28;
const room = 60;

const isFollowed = 'SUM({followUpTerms.month})>0';
const once = (formula: string): string => `IF(${isFollowed},${formula},"")`;

const ofMonth = (figures: string): string => `SUM(INDEX({reviewMonths.${figures}},${month}))`;
const toDate = (figures: string): string => `SUM({reviewMonths.${figures}})`;

const groups: readonly StoreGroup[] = ['franchised', 'selfOperated', 'opened', 'all'];

/** What of the months says how a group stands against last year: the region has a history, ownerships their stores. */
const onYear: Readonly<Record<'month' | 'year', Partial<Readonly<Record<StoreGroup, string>>>>> = {
  month: { all: 'monthOnYear' },
  year: { all: 'yearOnYear', franchised: 'franchisedYearOnYear', selfOperated: 'selfOperatedYearOnYear' },
};

/** A group in the month or in the year so far; against last year the same months of the stores that are known in both. */
function standingRow(id: string, group: StoreGroup, span: 'month' | 'year'): ReportRow {
  const sum = (figures: string): string => (span === 'month' ? ofMonth : toDate)(`${group}${figures}`);
  const look = group === 'all' ? 'strong' : 'cell';
  const compared = onYear[span][group];
  const yearOnYear = compared === undefined ? '""' : `INDEX({reviewMonths.${compared}},${month})`;
  return {
    id,
    height: line,
    cells: [
      { at: 1, text: group, look },
      ...(['Due', 'Covered', 'Actual'] as const).map((figures, index) =>
        figure(index + 2, once(`${sum(figures)}/${unit}`), 'decimal', look),
      ),
      figure(5, once(blankIf('ROUND(SUM({c3}),6)=0', '{c4}/{c3}')), 'rate', look),
      { ...figure(6, once('{c4}-{c3}'), 'decimal', look), format: signed },
      figure(7, once(yearOnYear), 'growth', look),
      figure(8, once(blankIf('ROUND(SUM({c2}),6)=0', '{c3}/{c2}')), 'rate', look),
    ],
  };
}

const standingHeads = (id: string, first: string): ReportRow =>
  header(
    id,
    [
      [1, first, 'left'],
      [2, 'target', 'right'],
      [3, 'covered', 'right'],
      [4, 'actual', 'right'],
      [5, 'achievement', 'right'],
      [6, 'gap', 'right'],
      [7, 'yearOnYear', 'right'],
      [8, 'coverage', 'right'],
    ],
    heights.two,
  );

const standing = (span: 'month' | 'year'): readonly ReportRow[] => [
  standingHeads(`${span}Header`, span === 'month' ? 'monthHead' : 'yearHead'),
  ...groups.map((group) => standingRow(`${span}.${group}`, group, span)),
];

/** Heads with a row of figures below them. */
function named(
  id: string,
  first: string,
  cells: readonly (readonly [name: string, formula: string, kind: NonNullable<ReportCell['kind']>, format?: string])[],
): readonly ReportRow[] {
  const blanks: readonly number[] = Array.from(
    { length: wide - 1 - cells.length },
    (_, index) => cells.length + 2 + index,
  );
  return [
    header(
      `${id}Header`,
      [
        [1, first, 'left'],
        ...cells.map(([name], index) => [index + 2, name, 'right'] as const),
        ...blanks.map((at) => [at, ''] as const),
      ],
      line,
    ),
    {
      id,
      height: line,
      cells: [
        { at: 1, text: `${id}Row` },
        ...cells.map(([, formula, kind, format], index) => ({
          ...figure(index + 2, formula, kind),
          ...(format === undefined ? {} : { format }),
        })),
      ],
    },
  ];
}

/** Money of another part, in the unit that the page names. */
const inUnit = (path: string): string => blankUnless([`{${path}}`], `{${path}}/${unit}`);
const standsIn = (figures: keyof typeof stands): string => once(inUnit(stands[figures].of));

/** What the forecast is held against. */
const aims = ['yearSigned', 'yearWorking', 'yearCompany'] as const;

const outlook: readonly ReportRow[] = [
  ...named('forecast', 'forecastHead', [
    ['atPlan', standsIn('forecastAtPlan'), 'decimal'],
    ['season', standsIn('forecastSeason'), 'decimal'],
    ['recent', standsIn('forecastRecent'), 'decimal'],
    ['used', standsIn('yearForecast'), 'decimal'],
    ['signedTarget', standsIn('yearSigned'), 'decimal'],
    ['workingTarget', standsIn('yearWorking'), 'decimal'],
    ['companyTarget', standsIn('yearCompany'), 'decimal'],
  ]),
  {
    id: 'forecastGap',
    height: line,
    cells: [
      { at: 1, text: 'requiredRate' },
      figure(2, once(number(stands.requiredRate.of)), 'rate'),
      { at: 3, text: 'perDay', align: 'right' },
      figure(4, standsIn('perDay'), 'decimal'),
      { at: 5, text: 'usedLess', align: 'right' },
      ...aims.map((aim, index) => {
        const [used, against] = [`{${stands.yearForecast.of}}`, `{${stands[aim].of}}`];
        const less = once(blankUnless([used, against], `(${used}-${against})/${unit}`));
        return { ...figure(6 + index, less, 'decimal'), format: signed };
      }),
    ],
  },
  ...named(
    'bridge',
    'bridgeHead',
    (
      [
        ['planLess', 'plan'],
        ['kept', 'kept'],
        ['openedAsPlanned', 'opened'],
        ['notOpened', 'notOpened'],
        ['unplanned', 'unplanned'],
        ['closed', 'closure'],
        ['rest', 'rest'],
      ] as const
    ).map(([name, bar]) => [name, once(bridgeStep('toForecast', bar)), 'decimal', signed] as const),
  ),
];

/** Beside the form: the row of the store in the follow-up, that of what is done about it among the actions, and what that is. */
const [storeAt, actionAt, wordsAt] = [10, 11, 12];

const ofStore = (field: string): string => blankIf(`{c${storeAt}}=""`, `INDEX({followUp.${field}},{c${storeAt}})`);
const ofAction = (field: string): string => blankIf(`{c${actionAt}}=""`, `INDEX({actions.${field}},{c${actionAt}})&""`);

/** Stores of which enough is known by their gap in money: those that are ahead, or those that are behind. */
function placeRow(kind: 'best' | 'worst', place: number): ReportRow {
  const keys = '{followUp.gapKey}';
  const key = kind === 'worst' ? `SMALL(${keys},${place})` : `SMALL(${keys},COUNT(${keys})+1-${place})`;
  const at = `MATCH(${key},${keys},0)`;
  const isIn = `INDEX({followUp.gap},${at})${kind === 'worst' ? '<' : '>='}0`;
  const rows = 'ROW({actions.store})';
  const own = `({actions.store}=INDEX({followUp.storeId},{c${storeAt}}))*({actions.store}<>"")*ISNUMBER({actions.openDue})`;
  const last = `SUMPRODUCT(MAX(${own}*${rows}))`;
  return {
    id: `${kind}${place}`,
    height: heights.two,
    cells: [
      { at: 1, formula: ofStore('name'), align: 'left' },
      {
        ...figure(2, blankIf(`{c${storeAt}}=""`, `INDEX({followUp.gap},{c${storeAt}})/${unit}`), 'decimal'),
        format: signed,
      },
      { ...figure(3, ofStore('achievement'), 'rate'), format: apart.rate },
      { at: 4, formula: ofAction('reason'), look: 'fine', align: 'left' },
      { at: 5, span: 3, formula: fitted(`{c${wordsAt}}`, 56), look: 'fine', align: 'left' },
      { at: 8, formula: ofAction('owner'), look: 'fine', align: 'left' },
      figure(storeAt, once(`IFERROR(IF(${isIn},${at},""),"")`), 'count', 'small'),
      figure(
        actionAt,
        blankIf(`{c${storeAt}}=""`, `IF(${last}=0,"",${last}-SUMPRODUCT(MIN(${rows}))+1)`),
        'count',
        'small',
      ),
      { at: wordsAt, formula: ofAction('keyActions'), kind: 'choice', look: 'small' },
    ],
  };
}

const places = [1, 2, 3, 4, 5];
const ranked = (kind: 'best' | 'worst'): readonly ReportRow[] => [
  header(
    `${kind}Header`,
    [
      [1, `${kind}Head`, 'left'],
      [2, 'gap', 'right'],
      [3, 'achievement', 'apart'],
      [4, 'reason', 'left'],
      [5, 'nextAction', 'left'],
      [8, 'owner', 'left'],
    ],
    line,
  ),
  ...places.map((place) => placeRow(kind, place)),
];

const redName = (place: number): string => `IFERROR(INDEX({followUp.name},SMALL({followUp.redKey},${place})),"")`;

const channels = (column: string): string => once(`SUM({followUpOpenings.${column}})`);

const others: readonly ReportRow[] = [
  {
    id: 'red',
    // Names of stores take two lines.
    height: heights.two,
    cells: [
      { at: 1, text: 'redHead', look: 'fine' },
      ...[1, 2, 3, 4, 5, 6].map(
        (place): ReportCell => ({ at: place + 1, formula: redName(place), look: 'fine', align: 'left' }),
      ),
      {
        at: 8,
        text: 'redMore',
        look: 'fine',
        align: 'left',
      },
    ],
  },
  ...named('openings', 'openingsHead', [
    ['signedOpenings', channels('planned'), 'count'],
    ['came', channels('opened'), 'count'],
    ['toOpen', channels('toOpen'), 'count'],
    ['plannedOpenings', number(stands.openingsPlanned.of), 'count'],
  ]),
  ...named('rates', 'ratesHead', [
    ['entry', number(stands.entryRate.of), 'rate'],
    ['conversion', number(stands.conversionRate.of), 'rate'],
    ['attach', number(stands.attachRate.of), 'decimal'],
    ['price', number(stands.unitPrice.of), 'decimal'],
    ['salesNow', inUnit(stands.ratesSales.of), 'decimal'],
    ['salesTarget', inUnit(stands.ratesTarget.of), 'decimal'],
    ['uplift', inUnit(stands.ratesUplift.of), 'decimal'],
  ]),
  ...named('people', 'peopleHead', [
    ['memberSales', inUnit(stands.memberSales.of), 'decimal'],
    ['memberTarget', inUnit(stands.memberTarget.of), 'decimal'],
    ['repurchase', number(stands.repurchaseRate.of), 'rate'],
    ['certified', number(stands.certifiedRate.of), 'rate'],
    ['supervisors', number(stands.supervisors.of), 'count'],
    ['supervisorsNeeded', number(stands.supervisorsNeeded.of), 'count'],
    ['expansionStaff', number(stands.expansionStaff.of), 'count'],
  ]),
];

/** How many stores are red for two months that no cell names. */
export const redWords = (more: readonly [string, string]): string =>
  `=IF(COUNT({followUp.redKey})>6,"${more[0]}"&(COUNT({followUp.redKey})-6)&"${more[1]}","")`;

const top: readonly ReportRow[] = [
  {
    id: 'title',
    height: 36,
    cells: [
      { at: 1, span: 6, text: 'title', look: 'title', overflow: true, align: 'left' },
      { at: 8, text: 'moneyIn', look: 'small', overflow: true, align: 'right' },
    ],
  },
  {
    id: 'note',
    height: line,
    cells: [{ at: 1, span: wide, text: 'note', look: 'small', overflow: true, align: 'left' }],
  },
  {
    id: 'warnings',
    height: line,
    cells: [
      { at: 1, span: 4, text: 'coverageWarning', look: 'fine', overflow: true, align: 'left' },
      { at: 5, span: 4, text: 'changedWarning', look: 'fine', overflow: true, align: 'left' },
    ],
  },
];

const signatures: readonly ReportRow[] = [
  {
    id: 'signatures',
    height: line,
    cells: ['preparedBy', 'manager', 'director', 'headquarters'].map((text, index) => ({
      at: index * 2 + 1,
      span: 2,
      text,
      look: 'caption' as const,
      overflow: true as const,
      align: 'left' as const,
    })),
  },
  { id: 'signed', height: room, cells: [] },
];

/** The month and the year so far, how the year will end, who is ahead and behind, and what is to be done: one page. */
export const monthlyRows = (report: string): readonly ReportRow[] => [
  ...top,
  ...standing('month'),
  ...standing('year'),
  ...outlook,
  ...ranked('best'),
  ...ranked('worst'),
  ...others,
  ...dueRows(report),
  ...signatures,
];

/** Of it what a week is looked at by. */
export const weeklyRows = (report: string): readonly ReportRow[] => [
  ...top,
  ...standing('month'),
  ...standing('year'),
  ...ranked('best'),
  ...ranked('worst'),
  ...dueRows(report),
];

/** Eight columns of the page; behind a gap, hidden, what rows are found by. */
export const foundFrom = 9;
export const reportWidths: readonly number[] = [
  ...[220, 120, 120, 120, 120, 120, 120, 120],
  48,
  ...Array.from({ length: dueThrough - foundFrom }, () => 64),
];

/** What is to be looked at before the figures. */
export const reportHighlights: readonly Highlight[] = [
  { fields: ['c1', 'c2', 'c3', 'c4'], row: 'warnings', formula: '{c1}<>""', look: 'warn' },
  { fields: ['c5', 'c6', 'c7', 'c8'], row: 'warnings', formula: '{c5}<>""', look: 'bad' },
];
