import { computed, type Field, type Formula, input } from '../../model/field';
import { blankIf, blankUnless, firstOf, orNone } from '../../model/formulas';
import { placeOf } from '../../model/reference';

/** Existing stores come first, new ones after them, then a subtotal of each. */
const groups = [
  { keys: '{stores.listKey}', count: '{stores.#total.listKey}', upTo: 'listedUpTo' },
  { keys: '{stores.newListKey}', count: '{stores.#total.newListKey}', upTo: 'newUpTo' },
] as const;
const [existing, opened] = groups;
const all = `${existing.count}+${opened.count}`;

/** A figure of the store in this place of the list; in the row of a subtotal what the group adds up to. */
const picked = (field: string): string => `INDEX({stores.${field}},{at})`;
const inGroup = (figures: readonly [string, string]): string => firstOf([['{group}=1', figures[0]]], figures[1]);

const summed = (fields: readonly string[]): string => {
  const of = ({ keys }: (typeof groups)[number]): string =>
    fields.map((field) => `SUMIFS({stores.${field}},${keys},">0")`).join('+');
  return inGroup([of(existing), of(opened)]);
};

/** In the display unit; of a store without its figure blank. */
const money = (fields: readonly string[], known: string): string => {
  const figure =
    fields.length === 1 ? picked(fields[0] ?? '') : `SUM(${fields.map((field) => orNone(picked(field))).join(',')})`;
  return firstOf(
    [
      ['{at}<>""', blankUnless([picked(known)], `${figure}/{settings.unitSize}`)],
      ['{group}<>""', `(${summed(fields)})/{settings.unitSize}`],
    ],
    '""',
  );
};

const monthsOf = (quarter: number): readonly string[] =>
  [1, 2, 3].map((month) => `months.${(quarter - 1) * 3 + month}`);

/** A new store's name says that it is one. */
const named = `${picked('name')}&${firstOf([[`{label}>${existing.count}`, '" ("&{list.storeGroup.mark}&")"']], '""')}`;

/** The first row of the list by which so many of a group are. */
function firstRowBy({ upTo }: (typeof groups)[number]): string {
  return `IFERROR(MATCH({rank}-1/2,{storeList.${upTo}},1),0)+1`;
}

/** How many rows stand above the store table's records: labels and totals, in the order of the version that made them. */
const headRows = 'MAX(ROW({stores.#labels.storeId}),ROW({stores.#total.storeId}))';

/** The row of the store table in which the store of this rank stands. */
function atOf({ upTo, keys }: (typeof groups)[number]): string {
  return firstOf(
    [[`IFERROR(INDEX({storeList.${upTo}},{listedBy}),0)={rank}`, 'INDEX({storeList.label},{listedBy})']],
    `IFERROR(SMALL(${keys},{rank})-${headRows},"")`,
  );
}

/** How many of the table's rows are in a group, up to the row of this number. */
function countedUpTo({ keys, upTo }: (typeof groups)[number]): Field {
  const formula = `SUM({above.${upTo}},IFERROR(COUNT(INDEX(${keys},{label})),0))`;
  return computed(upTo, 'count', formula, { hidden: true });
}

/** Of the store in this place of the list, what it has promised; blank as long as promises are not asked for. */
const promised = (field: string): string => `INDEX({commitments.${field}},{promiseAt})`;
const ofPromise = (formula: string): Formula => [blankIf('{promiseAt}=""', formula), '""'];

/** The row of a store's promise. */
const promiseAt = placeOf('{storeId}', '{commitments.store}');

/** Who promised it, when, and with which reservation. */
const promiseNote = (() => {
  const [by, on, reservation] = ['promisedBy', 'signedOn', 'reservation'].map(promised);
  const two = (part: string): string => `IF(${part}<10,"0","")&${part}`;
  const day = `YEAR(${on})&"-"&${two(`MONTH(${on})`)}&"-"&${two(`DAY(${on})`)}`;
  const named = `${by}&IF(COUNT(${on})=0,"",IF(${by}="",""," ")&${day})`;
  return `${named}&IF(${reservation}="","",IF(AND(${by}="",COUNT(${on})=0),""," · ")&${reservation})`;
})();

/** Pixels that a figure in the display unit takes. */
const figureWidth = 80;

/** The franchised stores that are open in the year, overleaf of the target sheet: as many rows as there are stores. */
export const storeList: readonly Field[] = [
  computed('storeId', 'text', blankIf('{at}=""', `${picked('storeId')}&""`), { width: 72 }),
  computed(
    'name',
    'text',
    firstOf(
      [
        ['{at}<>""', named],
        ['{group}<>""', inGroup(['{list.storeGroup.existing}', '{list.storeGroup.opened}'])],
      ],
      '""',
    ),
    { width: 190 },
  ),
  computed('franchisee', 'text', blankIf('{at}=""', `${picked('franchisee')}&""`), { width: 120 }),
  ...['lastYearSales', 'floorTarget', 'finalTarget', 'stretchTarget'].map(
    (field): Field => computed(field, 'decimal', money([field], field), { width: figureWidth }),
  ),
  ...[1, 2, 3, 4].map(
    (quarter): Field =>
      computed(`quarter${quarter}`, 'decimal', money(monthsOf(quarter), 'finalTarget'), { width: figureWidth }),
  ),
  computed(
    'promised',
    'decimal',
    ofPromise(blankUnless([promised('amount')], `${promised('amount')}/{settings.unitSize}`)),
    {
      width: figureWidth,
    },
  ),
  computed('promiseNote', 'text', ofPromise(promiseNote), { width: 164 }),
  input('signature', 'text', { width: 120 }),
  // Where in the store list the store of this number stands; looked for among all where the table goes on below the
  // rows counted here.
  computed(
    'at',
    'count',
    blankIf('{rank}=""', firstOf([[`{label}<=${existing.count}`, atOf(existing)]], atOf(opened))),
    { hidden: true },
  ),
  // How many of the table's rows are existing stores of the list, up to the row of this number.
  countedUpTo(existing),
  // The first row of this list by which so many are: to look for it in order takes as long in a long list as in a short one.
  computed(
    'listedBy',
    'count',
    blankIf('{rank}=""', firstOf([[`{label}<=${existing.count}`, firstRowBy(existing)]], firstRowBy(opened))),
    { hidden: true },
  ),
  // The same of new ones.
  countedUpTo(opened),
  // Which one of its group a row shows.
  computed(
    'rank',
    'count',
    firstOf(
      [
        [`{label}<=${existing.count}`, '{label}'],
        [`{label}<=${all}`, `{label}-${existing.count}`],
      ],
      '""',
    ),
    { hidden: true },
  ),
  // Which group a row is the subtotal of.
  computed(
    'group',
    'count',
    firstOf(
      [
        [`${all}=0`, '""'],
        [`{label}=${all}+1`, '1'],
        [`AND(${opened.count}>0,{label}=${all}+2)`, '2'],
      ],
      '""',
    ),
    { hidden: true },
  ),
  // Where among the promises that of the store stands.
  computed('promiseAt', 'count', [blankIf('{at}=""', promiseAt), '""'], { hidden: true }),
];
