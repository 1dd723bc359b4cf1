import { computed, type Field, input } from '../../model/field';
import { blankIf, firstOf } from '../../model/formulas';
import { placeOf } from '../../model/reference';
import type { Highlight } from '../../model/tab';

const { yearStart, yearEnd, dataThrough } = {
  yearStart: '{settings.yearStart}',
  yearEnd: '{settings.yearEnd}',
  dataThrough: '{settings.dataThrough}',
};

/** The days of a month stand in three rows of twelve cells; what is more than it has weighs nothing. */
const thirds = ['first', 'middle', 'last'] as const;
const perThird = 12;

const months = Array.from({ length: 12 }, (_, index) => index + 1);

/** What the days of the open month weigh together up to a day. */
export const weightUpTo = (day: string): string =>
  thirds.map((third) => `SUMPRODUCT(({followUpTerms.${third}Days}<=${day})*{followUpTerms.${third}Weights})`).join('+');

/** What the days of the open month weigh together from one day through another. */
export const weightBetween = (first: string, last: string): string =>
  thirds
    .map((third) => {
      const days = `{followUpTerms.${third}Days}`;
      return `SUMPRODUCT((${days}>=${first})*(${days}<=${last})*{followUpTerms.${third}Weights})`;
    })
    .join('+');

/** A sum of weights without what doubles leave of days that weigh nothing. */
export const cleared = (weight: string): string => `ROUND(${weight},9)`;

/** What a day sells by the weekday, and within a window around Spring Festival. */
function usual(day: string): string {
  const factors = [1, 2, 3].map((window) => {
    const at = (field: string): string => `SUM({settings.${field}.${window}})`;
    const isWithin = `(${day}-{newYearNow}>=${at('windowFrom')})*(${day}-{newYearNow}<=${at('windowThrough')})`;
    return `(${at('factorUsed')}-1)*${isWithin}`;
  });
  return `INDEX({weekdayUsed},1,MOD(${day}-2,7)+1)*(1+({newYearNow}>0)*(${factors.join('+')}))`;
}

/** A listed day has the weight that stands below it, where there is one; listed twice, what it is listed with first. */
function weightOf(day: string): string {
  const listed = `INDEX({listedWeight},1,MATCH(${day},{listedOn},0))`;
  const isListed = `SUMPRODUCT(({listedOn}=${day})*1)>0`;
  return firstOf(
    [[`OR(COUNT({daysEnd})=0,${day}>SUM({daysEnd}))`, '0']],
    `IF(${isListed},IF(OR(${listed}&""="",NOT(ISNUMBER(${listed}))),${usual(day)},${listed}),${usual(day)})`,
  );
}

/** The stores that the second list of days is of. */
const isChosen =
  '(({followUp.storeId}={daysStore})*({daysStore}<>"")+({followUp.supervisor}={daysSupervisor})*({daysStore}="")*({daysSupervisor}<>""))';

/** The month’s target of all stores, and of those that are chosen. */
const monthTarget = (cell: number): string => {
  const of = months.map((month) =>
    cell === 1 ? `SUM({followUp.targets.${month}})` : `SUMPRODUCT(${isChosen}*1,{followUp.targets.${month}})`,
  );
  const target = `CHOOSE(MAX(1,{daysMonth}),${of.join(',')})`;
  const isThere = cell === 1 ? 'COUNT({followUp.year})>0' : `SUMPRODUCT(${isChosen}*1)>0`;
  return `IF(SUM({daysMonth})=0,"",IF(${isThere},${target},""))`;
};

/** What days are rounded to: as the plan is, but to no cents. */
const unit = 'MAX(1,SUM({settings.roundingUnit}))';

/** A whole number of units of a target, what doubles lose in it left out. */
const units = (cell: number): string => `IF(COUNT({dayTarget.${cell}})=0,0,INT(ROUND({dayTarget.${cell}}/${unit},6)))`;

/** Of the chosen store the day that it opens or closes on; of others the open month’s own ends. */
function storeDay(field: string, otherwise: string): string {
  const place = placeOf('{daysStore}', '{followUp.storeId}');
  const day = `INDEX({stores.${field}},${place})`;
  return firstOf(
    [
      ['{daysStore}=""', otherwise],
      [`COUNT(${place})=0`, otherwise],
    ],
    `IF(COUNT(${day})=0,${otherwise},${day})`,
  );
}

/** Whose targets are listed day by day beside the region’s: a supervisor’s, or one store’s. */
export const chosenTerms: readonly Field[] = [
  input('daysSupervisor', 'person', { optional: true }),
  input('daysStore', 'text', { optional: true }),
];

/** The open month, that of the day after the one that data reach; what its days weigh; and the targets that they share. */
export const dayTerms: readonly Field[] = [
  computed(
    'daysStart',
    'date',
    firstOf(
      [
        [`COUNT(${yearStart},${yearEnd})<2`, '""'],
        [`COUNT(${dataThrough})=0`, yearStart],
        [`${dataThrough}>=${yearEnd}`, '""'],
      ],
      `MAX(${yearStart},EOMONTH(${dataThrough}+1,-1)+1)`,
    ),
    { hidden: true },
  ),
  computed('daysEnd', 'date', blankIf('COUNT({daysStart})=0', 'EOMONTH({daysStart},0)'), { hidden: true }),
  computed(
    'daysMonth',
    'count',
    `IF(COUNT({daysStart})=0,0,(YEAR({daysStart})-YEAR(${yearStart}))*12+MONTH({daysStart})-MONTH(${yearStart})+1)`,
    { hidden: true },
  ),
  // The festival of its year, where the month may hold days of a window.
  computed(
    'newYearNow',
    'date',
    `IF(COUNT({daysStart})=0,0,CHOOSE(MIN(4,MONTH({daysStart})),SUM({settings.newYear.1}),SUM({settings.newYear.2}),SUM({settings.newYear.3}),0))`,
    { hidden: true },
  ),
  ...thirds.flatMap((third, place): Field[] => [
    computed(
      `${third}Days`,
      'date',
      (cell) => `IF(COUNT({daysStart})=0,0,{daysStart}+${place * perThird + cell - 1})`,
      { cells: perThird, hidden: true },
    ),
    computed(`${third}Weights`, 'decimal', (cell) => weightOf(`{${third}Days.${cell}}`), {
      cells: perThird,
      hidden: true,
    }),
  ]),
  computed('dayTarget', 'money', monthTarget, { cells: 2, hidden: true }),
  computed('dayUnits', 'count', units, { cells: 2, hidden: true }),
  // Of several people of one name nobody can tell which one a store means: the list is of them all, and says so.
  computed('daysAlike', 'count', 'IF({daysSupervisor}="",0,SUMPRODUCT(({people.person}={daysSupervisor})*1))', {
    hidden: true,
  }),
  computed('chosenFrom', 'date', storeDay('openedOn', 'SUM({daysStart})'), { hidden: true }),
  computed('chosenThrough', 'date', storeDay('closedOn', 'SUM({daysEnd})'), { hidden: true }),
];

/** Rows of the open month’s days. */
export const dayRows: readonly string[] = Array.from({ length: 31 }, (_, index) => `d${index + 1}`);

function byDay(id: string, kind: Field['kind'], formula: (day: number) => string, more: Partial<Field> = {}): Field {
  return computed(id, kind, '""', {
    afterSaving: true,
    ...more,
    rows: Object.fromEntries(
      dayRows.map((row, index) => [row, { role: 'computed', formula: formula(index + 1) } as const]),
    ),
  });
}

const unlessNone = (formula: string): string => blankIf('{day}=""', formula);

/** What weekdays are called, by their words from Monday on. */
export const weekdayFormula = (words: readonly string[]): string =>
  unlessNone(`CHOOSE(MOD({day}-2,7)+1,${words.map((word) => `"${word}"`).join(',')})`);

/**
 * A month’s target over its days, in whole rounding units by the largest remainders, equal ones to the earlier day, as
 * SPREAD_TARGET does; what a target has beyond whole units goes with the first of them.
 */
function shared(id: string, cell: number, weight: string): readonly Field[] {
  const weights = `{followUpDays.${id}Weight}`;
  const all = `SUM(${weights})`;
  const target = `{followUpTerms.dayTarget.${cell}}`;
  const whole = `{followUpTerms.dayUnits.${cell}}`;
  const rests = `{followUpDays.${id}Rest}`;
  const isBefore = `((${rests}>{${id}Rest})+(${rests}={${id}Rest})*({followUpDays.number}<={number}))`;
  const one = `IF({${id}Place}<=${whole}-SUM({followUpDays.${id}Whole}),1,0)`;
  const beyond = `IF({${id}Place}=1,ROUND(${target}-${whole}*${unit},6),0)`;
  const shown = (formula: string): string => unlessNone(blankIf(`COUNT(${target})=0`, formula));
  const hidden = { hidden: true } as const;
  return [
    computed(id, 'money', shown(`({${id}Whole}+${one})*${unit}+${beyond}`), { afterSaving: true, width: 128 }),
    computed(`${id}Sum`, 'money', shown(`SUM({above.${id}Sum},{${id}})`), { afterSaving: true, width: 128 }),
    computed(`${id}Weight`, 'decimal', `IF({day}="",0,${weight})`, hidden),
    computed(
      `${id}Exact`,
      'decimal',
      `IF({day}="",0,ROUND(${whole}*IF(${all}=0,1,{${id}Weight})/IF(${all}=0,COUNT({followUpDays.day}),${all}),6))`,
      hidden,
    ),
    computed(`${id}Whole`, 'count', `INT({${id}Exact})`, hidden),
    // Days that are none, and those that weigh nothing, come last.
    computed(
      `${id}Rest`,
      'decimal',
      `IF({day}="",-2,IF(AND({${id}Weight}=0,${all}<>0),-1,ROUND({${id}Exact}-{${id}Whole},6)))`,
      hidden,
    ),
    computed(`${id}Place`, 'count', `SUMPRODUCT(${isBefore}*1)`, hidden),
  ];
}

/** The open month day by day: what each weighs, and the targets of the region and of whom is chosen. */
export const days: readonly Field[] = [
  byDay('day', 'date', (day) =>
    firstOf(
      [['COUNT({followUpTerms.daysEnd})=0', '""']],
      `IF(${day}>DAY({followUpTerms.daysEnd}),"",{followUpTerms.daysStart}+${day - 1})`,
    ),
  ),
  computed('weekday', 'text', '""', { afterSaving: true, width: 84 }),
  byDay(
    'weight',
    'decimal',
    (day) => {
      const [third, cell] = [thirds[Math.floor((day - 1) / perThird)] ?? 'last', ((day - 1) % perThird) + 1];
      return unlessNone(`{followUpTerms.${third}Weights.${cell}}`);
    },
    { width: 72 },
  ),
  ...shared('region', 1, '{weight}'),
  ...shared(
    'chosen',
    2,
    '{weight}*({day}>=SUM({followUpTerms.chosenFrom}))*({day}<=SUM({followUpTerms.chosenThrough}))',
  ),
  byDay('number', 'count', (day) => String(day), { hidden: true }),
  computed('gone', 'count', unlessNone(`({day}<=SUM(${dataThrough}))*1`), { hidden: true }),
];

/** How many columns of it are printed, the days’ numbers among them. */
export const daysPrinted = 8;

/** Days that data have reached are quiet, and the last of them is where they have got to. */
export const dayHighlights: readonly Highlight[] = [
  { fields: ['label'], formula: '{day}=""', look: 'absent' },
  {
    fields: ['day', 'weekday', 'weight', 'region', 'regionSum', 'chosen', 'chosenSum'],
    formula: 'AND(ISNUMBER({gone}),{gone}=1)',
    look: 'band',
  },
];
