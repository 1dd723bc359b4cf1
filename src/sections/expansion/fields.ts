import { computed, type Field, input, preset } from '../../model/field';
import { followUp, openKey } from '../../model/followUp';
import { blankIf, blankUnless, blankUnlessAny, firstOf, ratio, wholeUp } from '../../model/formulas';

/** The whole number that `count ÷ rate` needs, right also where binary fractions fall just above a whole number. */
const needed = (count: string, rate: string): string => wholeUp(`(${count})/${rate}`);

const rates = 'COUNT({visitRate},{signRate},{openRate})';

/** What this year's leads become on the way to an opening; nothing without leads. */
const fromLeads = 'IF(ISNUMBER({leads}),{leads}*{visitRate}*{signRate}*{openRate},0)';

/** The openings still to be found, back through the funnel. */
const toFind = 'MAX(0,{targetOpenings}-SUM({carriedOver}))';
const signed = needed(toFind, '{openRate}');
const visited = needed(signed, '{signRate}');

/** Openings that the year's enabled channels add up to. */
const enabledSum = (field: string): string => `SUMIFS({expansion.${field}},{expansion.enabled},TRUE)`;

/** The same of target openings where there is a budget. */
const budgetedOpenings = 'SUMIFS({expansion.targetOpenings},{expansion.enabled},TRUE,{expansion.budget},">=0")';

/** Which stores opened in the plan year, compared one by one: a criterion of COUNTIFS reads `*`, `?`, `>` … in a channel's name. */
const openedThisYear =
  'ISNUMBER({stores.openedOn})*({stores.openedOn}>={settings.yearStart})*({stores.openedOn}<={settings.yearEnd})';

export const expansion: readonly Field[] = [
  input('channel', 'choice', { list: 'channel', open: true, required: true, key: true, width: 160, next: 'same' }),
  input('enabled', 'tick', { initial: true, next: 'same' }),
  preset('ownership', 'choice', '{list.ownership.franchised}', { list: 'ownership', width: 116, next: 'same' }),
  input('carriedOver', 'count', { min: 0, total: enabledSum('carriedOver') }),
  input('leads', 'count', { min: 0, total: enabledSum('leads') }),
  input('visitRate', 'rate', { min: 0, above: true, max: 1, next: 'same' }),
  input('signRate', 'rate', { min: 0, above: true, max: 1, next: 'same' }),
  input('openRate', 'rate', { min: 0, above: true, max: 1, next: 'same' }),
  computed(
    'expectedOpenings',
    'decimal',
    blankUnlessAny(
      ['{carriedOver}', '{leads}'],
      blankIf(`AND(ISNUMBER({leads}),${rates}<3)`, `SUM({carriedOver})+${fromLeads}`),
    ),
    { total: enabledSum('expectedOpenings') },
  ),
  input('targetOpenings', 'count', { min: 0, total: enabledSum('targetOpenings') }),
  computed(
    'leadsNeeded',
    'count',
    blankIf(`OR(COUNT({targetOpenings})=0,${rates}<3)`, needed(visited, '{visitRate}')),
    {
      total: enabledSum('leadsNeeded'),
    },
  ),
  input('openings', 'count', {
    cells: 12,
    monthly: true,
    shares: 'targetOpenings',
    min: 0,
    width: 56,
    total: (month) => enabledSum(`openings.${month}`),
  }),
  computed('check', 'count', blankIf('COUNT({targetOpenings},{openings})=0', 'SUM({openings})-SUM({targetOpenings})')),
  computed(
    'actualOpenings',
    'count',
    blankIf('{channel}=""', `SUMPRODUCT(({stores.channel}={channel})*${openedThisYear})`),
    { total: 'sum', afterSaving: true },
  ),
  preset(
    'matureBaseline',
    'money',
    firstOf(
      [
        ['{ownership}={list.ownership.franchised}', '{baseline.franchised.avgStore}'],
        ['{ownership}={list.ownership.selfOperated}', '{baseline.selfOperated.avgStore}'],
      ],
      '""',
    ),
    { min: 0 },
  ),
  computed('sales', 'money', blankUnless(['{openings}'], '{weight}*SUMPRODUCT({openings},{settings.openingWeight})'), {
    total: 'sum',
  }),
  input('budget', 'money', { min: 0, total: enabledSum('budget') }),
  computed(
    'costPerOpening',
    'money',
    blankUnless(['{budget}', '{targetOpenings}'], ratio('{budget}', '{targetOpenings}')),
    {
      total: ratio(enabledSum('budget'), budgetedOpenings),
    },
  ),
  ...followUp,
  computed('weight', 'money', 'IF(AND({enabled}=TRUE,ISNUMBER({matureBaseline})),{matureBaseline},0)', {
    hidden: true,
  }),
  openKey,
];
