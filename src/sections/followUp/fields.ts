import { computed, type Field, type Formula, input, preset } from '../../model/field';
import { blankIf, blankUnless, firstOf, numberOrNone, orNone } from '../../model/formulas';
import { comparedPlace } from '../../model/reference';
import { chosenTerms, cleared, dayTerms, weightBetween, weightUpTo } from './days';

const { yearStart, yearEnd, dataThrough } = {
  yearStart: '{settings.yearStart}',
  yearEnd: '{settings.yearEnd}',
  dataThrough: '{settings.dataThrough}',
};

/** Which month of the calendar a month of the plan year is. */
const calendarMonth = (month: number | string): string => `MOD(SUM({settings.firstMonth})+${month}-2,12)+1`;

/** Whether data have reached a month of January to March. */
const isInQuarter = `AND({month}>=1,{month}<=12,${calendarMonth('{month}')}<=3)`;

/** How a year is held against the last one: by what a language calls it. */
export function comparisonFormula(words: { readonly asSold: string; readonly festival: string }): string {
  const isShifted = 'SUMPRODUCT(({settings.shift}<>1)*1)>0';
  return `IF(${isInQuarter},IF(${isShifted},"${words.festival}","${words.asSold}"),"${words.asSold}")`;
}

/** A label, and in January to March how the year is held against the last one. */
export const comparedLabel = (label: string): string =>
  `="${label}"&IF({followUpTerms.comparedAs}="",""," · "&{followUpTerms.comparedAs})`;

/** What all stores are followed with: how far data reach, and by what a store is told to be on its way. */
export const terms: readonly Field[] = [
  computed('through', 'date', blankUnless([dataThrough], dataThrough), { afterSaving: true }),
  preset('coverageLine', 'rate', '95%', { min: 0, max: 1 }),
  preset('method', 'count', '1', { min: 0, max: 2 }),
  // What days weigh against each other: those of the week from Monday on, 1 where nothing is typed, and days of their own.
  input('weekdayWeight', 'decimal', { cells: 7, min: 0, max: 100, optional: true }),
  input('listedOn', 'date', { cells: 12, optional: true }),
  input('listedWeight', 'decimal', { cells: 12, min: 0, max: 100, optional: true }),
  ...chosenTerms,
  // The month of the plan year that data have reached, from 1; 0 before the year, 13 after it.
  computed(
    'month',
    'count',
    `IF(COUNT(${dataThrough},${yearStart})<2,0,MAX(0,MIN(13,(YEAR(${dataThrough})-YEAR(${yearStart}))*12+MONTH(${dataThrough})-MONTH(${yearStart})+1)))`,
    { afterSaving: true },
  ),
  computed(
    'elapsed',
    'rate',
    (month) =>
      firstOf(
        [
          [`{month}>${month}`, '1'],
          [`{month}=${month}`, '{monthGone}'],
        ],
        '0',
      ),
    { cells: 12, monthly: true, afterSaving: true },
  ),
  computed(
    'weekdayUsed',
    'decimal',
    (weekday) => `IF(COUNT({weekdayWeight.${weekday}})=0,1,{weekdayWeight.${weekday}})`,
    {
      cells: 7,
      hidden: true,
    },
  ),
  ...dayTerms,
  // What its days weigh, all of them and those gone, and the share that this is: by days where they weigh nothing.
  computed('weightOfMonth', 'decimal', cleared(weightUpTo('SUM({daysEnd})')), {
    hidden: true,
  }),
  computed('weightGone', 'decimal', firstOf([[`COUNT(${dataThrough})=0`, '0']], cleared(weightUpTo(dataThrough))), {
    hidden: true,
  }),
  computed(
    'monthGone',
    'rate',
    firstOf(
      [
        [`COUNT(${dataThrough})=0`, '0'],
        [`${dataThrough}>={monthEnd}`, '1'],
        ['{weightOfMonth}<=0', `DAY(${dataThrough})/DAY({monthEnd})`],
      ],
      '{weightGone}/{weightOfMonth}',
    ),
    { hidden: true },
  ),
  // Months that are over, and their numbers: what sums of products over a store's months are made with.
  computed('over', 'count', (month) => `({elapsed.${month}}=1)*1`, { cells: 12, hidden: true }),
  computed('number', 'count', (month) => String(month), { cells: 12, hidden: true }),
  // One for each month that no sum of those before it reaches: a sum of some of them says which, in one number.
  computed('mark', 'count', (month) => String(2 ** (Number(month) - 1)), { cells: 12, hidden: true }),
  // The month under way, 0 if none is gone in part only.
  computed('partly', 'count', 'IF(AND({month}>=1,{month}<=12),IF(SUM({over})>={month},0,{month}),0)', { hidden: true }),
  // How many months are over, and the sum of their marks: what a store of which all is known comes to.
  computed('overCount', 'count', 'SUM({over})', { hidden: true }),
  computed('overMarks', 'count', 'SUMPRODUCT({over},{mark})', { hidden: true }),
  // The last three months that are over; and the least sum of marks that has the last two of them.
  computed('recentOver', 'count', (month) => `AND(${month}<={overCount},${month}>{overCount}-3)*1`, {
    cells: 12,
    hidden: true,
  }),
  computed('lastTwoMarks', 'number', '3*2^({overCount}-2)', { hidden: true }),
  // What of the month under way is gone for a store that neither opens nor closes in it; 0 if none is.
  computed('usualShare', 'rate', firstOf([['{partly}=0', '0']], '{monthGone}'), { hidden: true }),
  // How many rows of what was signed stand above those of the version in force.
  computed(
    'signedAbove',
    'count',
    [
      firstOf(
        [['COUNT({signedVersions.version})=0', '0']],
        'IFERROR(MATCH(MAX({signedVersions.version}),{signedTargets.version},0)-1,0)',
      ),
      '0',
    ],
    { hidden: true },
  ),
  // Days of the year after the one that data reach; 0 where that is not known.
  computed(
    'daysLeft',
    'count',
    firstOf([[`COUNT(${dataThrough},${yearEnd})<2`, '0']], `MAX(0,${yearEnd}-${dataThrough})`),
    { hidden: true },
  ),
  // The first and the last day of the month that data have reached.
  computed('monthStart', 'date', blankUnless([dataThrough], `EOMONTH(${dataThrough},-1)+1`), { hidden: true }),
  computed('monthEnd', 'date', blankUnless([dataThrough], `EOMONTH(${dataThrough},0)`), { hidden: true }),
  computed('comparison', 'text', comparisonFormula({ asSold: 'asSold', festival: 'festival' }), { afterSaving: true }),
  computed('comparedAs', 'text', `IF(${isInQuarter},{comparison},"")`, { hidden: true }),
  // Which months are January to March, and how last year’s weigh this year by where Spring Festival falls.
  computed('inQuarter', 'count', (month) => `(${calendarMonth(month)}<=3)*1`, { cells: 12, hidden: true }),
  computed(
    'shift',
    'index',
    (month) => `CHOOSE(MIN(4,${calendarMonth(month)}),{settings.shift.1},{settings.shift.2},{settings.shift.3},1)`,
    { cells: 12, hidden: true },
  ),
];

const over = '{followUpTerms.over}';
const number = '{followUpTerms.number}';
const partly = '{followUpTerms.partly}';

/** What stands in a table's column in the row of this number; blank below its last one, of which a list may have more. */
const listed = (column: string): string => `IFERROR(INDEX({${column}},{label}),"")`;

/** A figure of the store in this row of the list. */
const ofStore = (field: string): string => `INDEX({stores.${field}},{label})`;
const unlessNone = (formula: string): string => blankIf('{storeId}=""', formula);

/** What is worth the trouble only where a condition holds, as it does of few rows: IF leaves it alone in the others, AND does not. */
const onlyIf = (condition: string, then: string, otherwise: string): string => `IF(${condition},${then},${otherwise})`;

/** What is looked up, blank unless it is a number. */
const ifNumber = (figure: string): string => onlyIf(`ISNUMBER(${figure})`, figure, '""');

/** A day of the store, looked up once for all that asks for it; blank without one. */
const dayOfStore = (field: string): Field =>
  computed(field, 'date', unlessNone(ifNumber(ofStore(field))), { hidden: true });

/** Where the store stands in what was signed if nothing has come or gone since: in the order of the list. */
const signedInOrder = '({label}+{followUpTerms.signedAbove})';

/** Of the month under way: one of the store's twelve cells. */
const nowOf = (field: string): string => `INDEX({${field}},1,MAX(1,${partly}))`;

/** How many months are over, and how many data have reached, for the store. */
const overCount = '{followUpTerms.overCount}';
const reached = `(${overCount}+({ownShare}>0))`;

/** Its share of what the month under way has; nothing of it counts as long as none is gone for the store. */
const ofNow = (figure: string): string => onlyIf('{ownShare}=0', '0', `{ownShare}*${figure}`);

/** Its full months’ marks: those over that have figures and a target, the one under way where it closed before. */
const fullMarks = (() => {
  const now = `COUNT(${nowOf('sold')})*(${nowOf('targets')}>0)*${nowOf('followUpTerms.mark')}`;
  const some = `SUMPRODUCT(${over}*ISNUMBER({sold})*({targets}>0),{followUpTerms.mark})`;
  const all = onlyIf(`{knownMonths}=${reached}`, 'MIN({targets})>0', 'FALSE');
  return `${onlyIf(all, '{followUpTerms.overMarks}', some)}+${onlyIf('{ownShare}=1', now, '0')}`;
})();

/** A figure of the store in the month of this number. */
const inMonth = (field: string, month: string): string => `INDEX({${field}},1,${month})`;

/** Its full months as 0 and 1, and the numbers of the last three of them. */
const isFull = 'MOD(INT({fullMarks}/{followUpTerms.mark}),2)';
const isRecent = `(${number}>=-SUMPRODUCT(SMALL(-${number}*${isFull},3)))*${isFull}`;

/** What it sold in its last three full months, or in as many as there are, of their targets; there is one. */
const recentPace = (() => {
  const over = (months: string): string => `SUMPRODUCT({sold},${months})/SUMPRODUCT({targets},${months})`;
  return onlyIf('{fullMarks}={followUpTerms.overMarks}', over('{followUpTerms.recentOver}'), over(isRecent));
})();

/**
 * The share gone of the month under way: the same for all but stores that open or close, of which it is that of what their
 * own open days weigh; the same again where they have none in it, or these weigh nothing.
 */
const ownShare = (() => {
  const upTo = (day: string): string => cleared(weightBetween('SUM({openedOn})', `MIN({closedOn},${day})`));
  const own = `IFERROR(${upTo(dataThrough)}/${upTo('{followUpTerms.monthEnd}')},{followUpTerms.monthGone})`;
  const usual = '{followUpTerms.usualShare}';
  return firstOf(
    [
      [`${partly}=0`, '0'],
      ['SUM({openedOn})>{followUpTerms.monthStart}', own],
      ['COUNT({closedOn})=0', usual],
    ],
    own,
  );
})();

/** Sales as a number: none where they are not known. */
const sales = 'SUM({actual})';

/** All months' targets: what later months make up for of earlier ones is in both, and in the year once. */
const allMonths = '({year}+{carried})';

const nothingMissing = `${sales}+${allMonths}-{covered}`;

/** A forecast where the store has shown a pace, else at plan. */
const oncePaced = (forecast: string): string => `IF({fullMarks}=0,{atPlan},${forecast})`;

/** What the rest of the year needs a day: blank once no day is left, of the year or of a store that closes before. */
const perDay = (() => {
  const needed = `MAX(0,{year}-${sales}-({due}-{covered}))`;
  return firstOf(
    [
      ['{followUpTerms.daysLeft}=0', '""'],
      ['COUNT({closedOn})=0', `${needed}/{followUpTerms.daysLeft}`],
      [`{closedOn}<=${dataThrough}`, '""'],
    ],
    `${needed}/(MIN({closedOn},${yearEnd})-${dataThrough})`,
  );
})();

/** How a pace is told: green, amber or red; or, by its words in a language, that too little is known. */
export function statusFormula(missing: string): string {
  // A ratio of doubles may lack a little of the line that it meets.
  const pace = 'ROUND({achievement},12)';
  return blankIf(
    'COUNT({coverage})=0',
    firstOf(
      [
        ['OR({covered}=0,ROUND({coverage},12)<SUM({followUpTerms.coverageLine}))', `"${missing}"`],
        [`${pace}>=SUM({settings.green})`, '{list.pace.green}'],
        [`${pace}>=SUM({settings.amber})`, '{list.pace.amber}'],
      ],
      '{list.pace.red}',
    ),
  );
}

/** Sales, blank where no figure of them is known: what no file has told is not 0. */
const whereKnown = (figures: string, sold: string): string => blankIf(`${figures}=0`, sold);

/** A part of a sum of the same row; blank where that is blank or 0. */
const shareOf = (part: string, whole: string): string => blankIf(`SUM(${whole})=0`, `${part}/${whole}`);

/** How a store, or the sum of some, stands: from its sums, each a field of the same row. */
const standing = (when: (formula: string) => string): readonly Field[] => [
  computed('achievement', 'rate', shareOf(sales, '{covered}'), { width: 112, afterSaving: true }),
  computed('gap', 'money', blankIf('COUNT({actual})=0', '{actual}-{covered}'), { afterSaving: true }),
  computed('status', 'text', statusFormula('missing'), { width: 90, afterSaving: true }),
  computed('coverage', 'rate', shareOf('{covered}', '{due}'), { afterSaving: true }),
  computed('timeProgress', 'rate', shareOf('{due}', '{year}'), { afterSaving: true }),
  computed(
    'requiredRate',
    'rate',
    when(blankIf(`ROUND(${allMonths}-{due},6)<=0`, `({year}-${sales}-({due}-{covered}))/(${allMonths}-{due})`)),
    { afterSaving: true },
  ),
];

/** In which month of the plan year a day lies: from 1, also below it and above 12. */
const monthOf = (day: string): string => `(YEAR(${day})-YEAR(${yearStart}))*12+MONTH(${day})-MONTH(${yearStart})+1`;

/** Whether a closing of the store is known, whatever year it lies in. */
const hasClosing = `COUNT({closedOn},${yearStart})=2`;

/** Groups in which a store's difference is, by the number that its row says: each store is in the first that fits. */
export const differenceGroups = ['kept', 'opened', 'notOpened', 'unplanned', 'closure', 'missing'] as const;

const inGroup = (group: (typeof differenceGroups)[number]): string => String(differenceGroups.indexOf(group) + 1);

/**
 * The group of a row. A closing was not planned where there is a target for months after it. Of what the list got after
 * signing, openings are as planned as long as their channel has planned ones left. Most stores neither open this year nor
 * close: of these less is asked once data have reached the year.
 */
function differenceGroup(isSigned: boolean): string {
  type Cases = readonly (readonly [condition: string, group: string])[];
  const planned =
    'AND({openKey}>0,{openKey}<=SUMPRODUCT(({followUpOpenings.name}={channel})*1,{followUpOpenings.lastPlanned}))';
  const isUnplanned = onlyIf('{signedAt}=""', `AND(COUNT({signedVersions.version})>0,NOT(${planned}))`, 'FALSE');
  const unplanned: Cases = isSigned ? [[isUnplanned, inGroup('unplanned')]] : [];
  const missing: Cases = [['AND({due}>0,{covered}=0)', inGroup('missing')]];
  const isClosure = onlyIf(hasClosing, `SUMPRODUCT({targets}*(${number}>${monthOf('{closedOn}')}))>0`, 'FALSE');
  const comesOrGoes: Cases = [
    [isClosure, inGroup('closure')],
    [`AND(COUNT({openedOn},${dataThrough})=2,{openedOn}>${dataThrough})`, inGroup('notOpened')],
    ...unplanned,
    ['COUNT({openedIn})=1', inGroup('opened')],
    ...missing,
  ];
  return unlessNone(
    onlyIf(
      'COUNT({openedIn},{closedOn})<MIN(1,{followUpTerms.month})',
      firstOf([...unplanned, ...missing], inGroup('kept')),
      firstOf(comesOrGoes, inGroup('kept')),
    ),
  );
}

/** Sales against last year’s of the same months and days. */
const yearOnYear: Field = computed(
  'yearOnYear',
  'growth',
  blankIf('SUM({lastToDate})<=0', '{sameToDate}/{lastToDate}-1'),
  { afterSaving: true },
);

/** Whether the store was red in the month of this number alone. */
const wasRed = (month: string): string =>
  `ROUND(${inMonth('sold', month)}-SUM({settings.amber})*${inMonth('targets', month)},6)<0`;

/**
 * The row, where both of the last two full months were red and the later of them is the last that is over, or the one under
 * way in which the store closed. Two months’ marks are both in a sum if it is not below the sum of them alone.
 */
const redKey = (() => {
  const both = (marks: string, last: string, before: string): string =>
    onlyIf(`{fullMarks}>=${marks}`, onlyIf(wasRed(last), onlyIf(wasRed(before), '{label}', '""'), '""'), '""');
  const marks = '{followUpTerms.lastTwoMarks}';
  return onlyIf(
    '{fullMarks}>{followUpTerms.overMarks}',
    both(`2*${marks}`, `(${overCount}+1)`, overCount),
    both(marks, overCount, `(${overCount}-1)`),
  );
})();

/** One store a row, in the order of the store list. */
export const followUp: readonly Field[] = [
  computed('storeId', 'text', `IFERROR(${ofStore('storeId')}&"","")`),
  computed('name', 'text', unlessNone(`${ofStore('name')}&""`), { width: 180 }),
  computed('ownership', 'text', unlessNone(`${ofStore('ownership')}&""`), { width: 90 }),
  computed('year', 'money', unlessNone('SUM({targets})-{carried}')),
  computed(
    'due',
    'money',
    unlessNone(
      onlyIf(
        '{ownShare}={followUpTerms.usualShare}',
        'SUMPRODUCT({targets},{followUpTerms.elapsed})',
        `SUMPRODUCT({targets},${over})+${ofNow(nowOf('targets'))}`,
      ),
    ),
  ),
  computed(
    'covered',
    'money',
    unlessNone(
      onlyIf(
        `{knownMonths}=${reached}`,
        '{due}',
        `SUMPRODUCT({targets}*${over}*ISNUMBER({sold}))+${ofNow(`${nowOf('targets')}*COUNT(${nowOf('sold')})`)}`,
      ),
    ),
  ),
  computed(
    'actual',
    'money',
    whereKnown('{knownMonths}', onlyIf('{ownShare}>0', 'SUM({sold})', `SUMPRODUCT({sold},${over})`)),
  ),
  ...standing(unlessNone),
  computed('perDay', 'money', unlessNone(perDay)),
  computed('atPlan', 'money', unlessNone(nothingMissing)),
  computed('season', 'money', unlessNone(oncePaced(`${sales}*${allMonths}/{covered}`))),
  computed('recent', 'money', unlessNone(oncePaced(`${sales}+${recentPace}*(${allMonths}-{covered})`))),
  computed(
    'used',
    'money',
    firstOf(
      [
        ['SUM({followUpTerms.method})=0', '{atPlan}'],
        ['SUM({followUpTerms.method})=2', '{recent}'],
      ],
      '{season}',
    ),
  ),
  computed('signedYear', 'money', [blankIf('{signedAt}=""', 'INDEX({signedTargets.annual},{signedAt})'), '""']),
  // What all that sales do not cover is expected to come to, of its target.
  computed(
    'pace',
    'rate',
    `IF(COUNT({used})=0,0,${firstOf([[`ROUND(${allMonths}-{covered},6)<=0`, '0']], `({used}-${sales})/(${allMonths}-{covered})`)})`,
    {
      hidden: true,
    },
  ),
  // Whose the store is, and through which channel it came: what groups of stores are told by.
  computed('supervisor', 'text', unlessNone(`${ofStore('supervisor')}&""`), { hidden: true }),
  computed('channel', 'text', unlessNone(`${ofStore('channel')}&""`), { hidden: true }),
  // Where the store stands in what was signed. MATCH reads `*`, `?` and `~`: an id with one of them is compared with all.
  computed(
    'signedAt',
    'count',
    [
      unlessNone(
        onlyIf(
          `IFERROR(INDEX({signedTargets.foundBy},${signedInOrder})={storeId},FALSE)`,
          signedInOrder,
          onlyIf(
            `${['*', '?', '~'].reduce((text, sign) => `SUBSTITUTE(${text},"${sign}","")`, '{storeId}')}<>{storeId}`,
            comparedPlace('{storeId}', '{signedTargets.foundBy}'),
            'IFERROR(MATCH({storeId},{signedTargets.foundBy},0),"")',
          ),
        ),
      ),
      '""',
    ],
    { hidden: true },
  ),
  // By the number of the row that the actuals have looked up: numbers are found sooner than texts.
  computed('soldAt', 'count', [unlessNone('IFERROR(MATCH({label},{actuals.storeIdAt},0),"")'), '""'], { hidden: true }),
  // And among what is followed, where that is more than what was signed.
  computed('workingAt', 'count', [blankIf('{signedAt}=""', 'INDEX({signedTargets.foundByAt},{signedAt})'), '""'], {
    hidden: true,
  }),
  computed(
    'carried',
    'money',
    [firstOf([['SUM({workingAt})=0', '0']], 'INDEX({working.shortfall},{workingAt})'), '0'],
    { hidden: true },
  ),
  computed('ownShare', 'rate', ownShare, { hidden: true }),
  // What was signed and what is worked with are values: an error that someone types there is not made a 0 here.
  computed(
    'targets',
    'money',
    (month) => {
      const planned = firstOf([['{storeId}=""', '0']], numberOrNone(ofStore(`months.${month}`)));
      const signed = `INDEX({signedTargets.months.${month}},{signedAt})`;
      const working = `INDEX({working.months.${month}},{workingAt})`;
      return [
        onlyIf('{signedAt}=""', planned, `N(${onlyIf('SUM({workingAt})=0', signed, working)})`),
        onlyIf('{signedAt}=""', planned, `N(${signed})`),
        planned,
      ];
    },
    { cells: 12, hidden: true },
  ),
  // Of months that data have reached.
  computed(
    'sold',
    'money',
    (month) => {
      const sold = ifNumber(`INDEX({actuals.sales.${month}},{soldAt})`);
      return [blankIf(`{followUpTerms.elapsed.${month}}=0`, blankIf('{soldAt}=""', sold)), '""'];
    },
    { cells: 12, hidden: true },
  ),
  // The month of the plan year in which the store opens, if it does.
  computed('openedIn', 'count', unlessNone(ifNumber(ofStore('openMonth'))), { hidden: true }),
  // Openings of the year in the order of their days, those of one day in the order of the list.
  computed(
    'openKey',
    'number',
    firstOf([['COUNT({openedIn})=0', '0']], 'IF({openedIn}>12,0,{openedOn}+{label}/1000000)'),
    { hidden: true },
  ),
  // Target to date of months after the one in which it closed: agreed before that was known, and none of it can be sold.
  computed(
    'lost',
    'money',
    firstOf(
      [[`NOT(${hasClosing})`, '0']],
      `SUMPRODUCT({targets}*(${number}>${monthOf('{closedOn}')})*{followUpTerms.elapsed}*(1-ISNUMBER({sold})))`,
    ),
    { hidden: true },
  ),
  computed('group', 'count', [differenceGroup(true), differenceGroup(false)], { hidden: true }),
  ...['lastToDate', 'sameToDate'].map((field) =>
    computed(field, 'money', [blankIf('{soldAt}=""', ifNumber(`INDEX({actuals.${field}},{soldAt})`)), '""'], {
      hidden: field === 'sameToDate',
    }),
  ),
  yearOnYear,
  // Its gap where enough is known of it, no two alike: what the furthest ahead and behind are found by.
  computed(
    'gapKey',
    'number',
    blankIf(
      'COUNT({gap},{coverage})<2',
      blankIf('ROUND({coverage},12)<SUM({followUpTerms.coverageLine})', '{gap}+{label}/1000000'),
    ),
    { hidden: true },
  ),
  // Its row where both of the last two whole months were red.
  computed('redKey', 'count', redKey, { hidden: true }),
  dayOfStore('openedOn'),
  dayOfStore('closedOn'),
  computed('fullMarks', 'count', fullMarks, { hidden: true }),
  // How many of the months that data have reached it has figures of.
  computed(
    'knownMonths',
    'count',
    `COUNT({sold})-${firstOf(
      [
        ['{ownShare}>0', '0'],
        [`${partly}=0`, '0'],
      ],
      `COUNT(${nowOf('sold')})`,
    )}`,
    { hidden: true },
  ),
];

const groups = ['franchised', 'selfOperated', 'all'] as const;

/** Columns that are blank where no store of a group has the figure. */
const ofKnown: ReadonlySet<string> = new Set(['actual', 'perDay', 'lastToDate', 'sameToDate']);

/** A column of the list summed, of an ownership or of all; blank where no store has the figure. */
function summed(column: string, group: (typeof groups)[number]): string {
  const cells = `{followUp.${column}}`;
  const ofGroup = `SUMIFS(${cells},{followUp.ownership},{list.ownership.${group}})`;
  if (group === 'all') return blankUnless([cells], `SUM(${cells})`);
  const known = `SUMPRODUCT(({followUp.ownership}={list.ownership.${group}})*ISNUMBER(${cells}))`;
  // What no store of it has is blank, as in maths.
  return ofKnown.has(column) ? blankIf(`${known}=0`, ofGroup) : blankUnless([cells], ofGroup);
}

/** Openings that the list of stores does not have: a store that is not there has sold nothing, and is at plan from now on. */
const ofOpenings: Readonly<Record<string, Formula>> = {
  ...Object.fromEntries(
    ['year', 'due', 'covered', 'atPlan', 'season', 'recent', 'used'].map((column) => {
      const source = { year: 'year', due: 'due', covered: 'due' }[column] ?? 'used';
      return [column, blankIf('SUM({followUpOpenings.year})=0', `SUM({followUpOpenings.${source}})`)];
    }),
  ),
  actual: blankIf('SUM({followUpOpenings.due})=0', '0'),
  carried: '0',
};

/** Stores and openings together: what the plan adds up to. */
function ofPlan(column: string): Formula {
  if (column === 'signedYear')
    return [
      blankIf(
        'COUNT({signedVersions.version})=0',
        'SUMIFS({signedVersions.planned},{signedVersions.version},MAX({signedVersions.version}))',
      ),
      '""',
    ];
  const both = `{followUpSummary.all.${column}},{followUpSummary.toOpen.${column}}`;
  return blankIf(`COUNT(${both})=0`, `SUM(${both})`);
}

const sum = (column: string, more: { readonly hidden?: true } = {}): Field =>
  computed(column, 'money', summed(column, 'all'), {
    ...(more.hidden ? more : { afterSaving: true }),
    rows: {
      ...Object.fromEntries(
        groups.map((group) => [group, { role: 'computed', formula: summed(column, group) } as const]),
      ),
      toOpen: { role: 'computed', formula: ofOpenings[column] ?? '""' },
      plan: { role: 'computed', formula: ofPlan(column) },
    },
  });

/** The region and its ownerships: sums of the stores' figures, ratios of sums, forecasts as the sum of the stores' own. */
export const followUpSummary: readonly Field[] = [
  ...['year', 'due', 'covered', 'actual'].map((column) => sum(column)),
  ...standing((formula) => blankIf('COUNT({year})=0', formula)),
  ...['perDay', 'atPlan', 'season', 'recent', 'used', 'signedYear'].map((column) => sum(column)),
  sum('carried', { hidden: true }),
  sum('lastToDate'),
  sum('sameToDate', { hidden: true }),
  yearOnYear,
];

/** A name as it is shown: of several rows of the table that have it nobody can tell which one a store means. */
export const namedFormula = ([before, after]: readonly [before: string, after: string]): string =>
  blankIf('{who}=""', `{who}&IF({alike}>1,"${before}"&{alike}&"${after}","")`);

/**
 * A row for each name of another table that stores have: what those add up to. A name that several rows of it have stands
 * once, and says so: added to each of them its stores would count twice. Compared one by one: a criterion of SUMIFS reads
 * `*`, `?` and `>` in a name.
 */
function grouped(tab: string, names: string, by: string): readonly Field[] {
  const isOfIt = `({followUp.${by}}={who})*1`;
  const isFirst = `SUMPRODUCT(({${tab}.listed}={listed})*({${tab}.label}<{label}))=0`;
  const unlessEmpty = (formula: string): string => blankIf('{who}=""', formula);
  const sumOf = (column: string, more: { readonly hidden?: true } = {}): Field =>
    computed(column, 'money', unlessEmpty(`SUMPRODUCT(${isOfIt},{followUp.${column}})`), more);
  const sumOfKnown = (column: string): Field =>
    computed(
      column,
      'money',
      unlessEmpty(
        whereKnown(
          `SUMPRODUCT(${isOfIt}*ISNUMBER({followUp.${column}}))`,
          `SUMPRODUCT(${isOfIt},{followUp.${column}})`,
        ),
      ),
    );
  return [
    computed('name', 'text', namedFormula([' (', ')']), { width: 160 }),
    computed('storeCount', 'count', unlessEmpty(`SUMPRODUCT(${isOfIt})`)),
    ...['year', 'due', 'covered'].map((column) => sumOf(column)),
    sumOfKnown('actual'),
    ...standing(unlessEmpty),
    sumOfKnown('perDay'),
    ...['atPlan', 'season', 'recent', 'used', 'signedYear'].map((column) => sumOf(column)),
    sumOf('carried', { hidden: true }),
    // Of the table's row of this number: its name, and how many up to it have stores.
    computed('listed', 'text', [`${listed(names)}&""`, '""'], { hidden: true }),
    computed(
      'upTo',
      'count',
      `SUM({above.upTo})+IF({listed}="",0,IF(${isFirst},MIN(1,SUMPRODUCT(({followUp.${by}}={listed})*1)),0))`,
      { hidden: true },
    ),
    // Which one it is from the one furthest behind; those that nothing is known of have none.
    computed(
      'place',
      'count',
      blankIf(
        'COUNT({achievement})=0',
        `SUMPRODUCT(ISNUMBER({${tab}.achievement})*(({${tab}.achievement}<{achievement})+({${tab}.achievement}={achievement})*({${tab}.label}<={label})))`,
      ),
      { hidden: true },
    ),
    // The row of the table in which the name stands that is in this place of the list.
    computed('at', 'count', `IFERROR(INDEX({${tab}.label},MATCH({label},{${tab}.upTo},0)),"")`, { hidden: true }),
    sumOfKnown('lastToDate'),
    sumOfKnown('sameToDate'),
    yearOnYear,
    computed('who', 'text', [blankIf('{at}=""', `INDEX({${names}},{at})&""`), '""'], { hidden: true }),
    computed('alike', 'count', [blankIf('{at}=""', `SUMPRODUCT(({${names}}={who})*1)`), '""'], { hidden: true }),
  ];
}

/** The stores of each supervisor. */
export const bySupervisor = grouped('followUpSupervisors', 'people.person', 'supervisor');

/** The stores that came through each channel. */
export const byChannel = grouped('followUpChannels', 'expansion.channel', 'channel');

const months = Array.from({ length: 12 }, (_, index) => index + 1);
const upTo = (month: number, cell: (month: number) => string): string => months.slice(0, month).map(cell).join(',');

/** Of the channel in this row: a figure of the expansion plan, and of the version in force if one is signed. */
const ofChannel = (field: string): string => orNone(`INDEX({expansion.${field}},{label})`);
const isEnabled = 'INDEX({expansion.enabled},{label})=TRUE';
const inForce = (field: string): string =>
  `SUMPRODUCT(({signedOpenings.version}=MAX({signedVersions.version}))*({signedOpenings.channel}={name})*({signedOpenings.enabled}=TRUE),{signedOpenings.${field}})`;

/** As signed, else as planned; 0 without a channel. */
const agreed = (signed: string, planned: string): Formula => [
  firstOf(
    [
      ['{name}=""', '0'],
      ['COUNT({signedVersions.version})=0', planned],
    ],
    signed,
  ),
  firstOf([['{name}=""', '0']], planned),
  '0',
];

const unlessNoChannel = (formula: string): string => blankIf('{name}=""', formula);

/**
 * Openings by channel that the list of stores does not have yet, and their sales month by month as planned. Stores in the
 * list take the place of the earliest planned ones.
 */
export const openings: readonly Field[] = [
  computed('name', 'text', [`${listed('expansion.channel')}&""`, '""'], { width: 160 }),
  computed('planned', 'count', unlessNoChannel('SUM({openings})')),
  computed('opened', 'count', [unlessNoChannel(ofChannel('actualOpenings')), '""']),
  computed('toOpen', 'count', unlessNoChannel('SUM({left})')),
  computed('year', 'money', unlessNoChannel('SUM({months})')),
  computed('due', 'money', unlessNoChannel('SUMPRODUCT({months},{followUpTerms.elapsed})')),
  computed('used', 'money', unlessNoChannel('{year}-{due}')),
  computed(
    'months',
    'money',
    (month) => {
      const terms = months
        .slice(0, month)
        .map((opened) => `{left.${opened}}*SUM({settings.ramp.${month - opened + 1}})`);
      return unlessNoChannel(`{weight}*SUM({settings.seasonIndex.${month}})*(${terms.join('+')})`);
    },
    { cells: 12, monthly: true },
  ),
  computed(
    'openings',
    'count',
    (month) => agreed(inForce(`openings.${month}`), `IF(${isEnabled},${ofChannel(`openings.${month}`)},0)`),
    { cells: 12, hidden: true },
  ),
  // The last opening of the list that takes the place of a planned one.
  computed(
    'lastPlanned',
    'number',
    unlessNoChannel(
      firstOf(
        [
          ['SUM({planned})=0', '0'],
          ['SUM({opened})<=SUM({planned})', 'DATE(9999,12,31)'],
        ],
        'SUMPRODUCT(SMALL(DATE(9999,12,31)-({followUp.channel}={name})*({followUp.openKey}>0)*(DATE(9999,12,31)-{followUp.openKey}),{planned}))',
      ),
    ),
    { hidden: true },
  ),
  // Planned months on the ramp, weighed by the season: what a mature store sells in an average month is one of them.
  computed(
    'rampedMonths',
    'index',
    (month) => {
      const terms = months
        .slice(0, month)
        .map((opened) => `{openings.${opened}}*SUM({settings.ramp.${month - opened + 1}})`);
      return `SUM({settings.seasonIndex.${month}})*(${terms.join('+')})`;
    },
    { cells: 12, hidden: true },
  ),
  // Store-months of those to come in what is left of the year.
  computed(
    'monthsLeft',
    'months',
    months
      .map((month) => `(1-SUM({followUpTerms.elapsed.${month}}))*SUM(${upTo(month, (one) => `{left.${one}}`)})`)
      .join('+'),
    { hidden: true },
  ),
  computed(
    'left',
    'count',
    (month) => `MAX(0,MIN({openings.${month}},SUM(${upTo(month, (one) => `{openings.${one}}`)})-SUM({opened})))`,
    { cells: 12, hidden: true },
  ),
  // What a mature store of the channel sells in an average month.
  computed(
    'weight',
    'money',
    agreed(
      firstOf([['SUM({openings})=0', '0']], `${inForce('sales')}/SUMPRODUCT({openings},{settings.openingWeight})`),
      ofChannel('weight'),
    ),
    { hidden: true },
  ),
];
