import { computed, type Field, input, preset } from '../../model/field';
import { followUp } from '../../model/followUp';

/** The whole number that `count ÷ rate` needs, right also where binary fractions fall just above a whole number. */
const needed = (count: string, rate: string): string => `ROUNDUP(ROUND((${count})/${rate},9),0)`;

const rates = '{visitRate},{signRate},{openRate}';

/** Openings that the year's enabled channels add up to. */
const enabledSum = (field: string): string => `SUMIFS({expansion.${field}},{expansion.enabled},TRUE)`;

export const expansion: readonly Field[] = [
  input('channel', 'choice', { list: 'channel', open: true, required: true, key: true, width: 160 }),
  input('enabled', 'tick', { initial: true }),
  preset('ownership', 'choice', '{list.ownership.franchised}', { list: 'ownership', width: 116 }),
  input('carriedOver', 'count', { min: 0, total: enabledSum('carriedOver') }),
  input('leads', 'count', { min: 0, total: enabledSum('leads') }),
  input('visitRate', 'rate', { min: 0, above: true, max: 1 }),
  input('signRate', 'rate', { min: 0, above: true, max: 1 }),
  input('openRate', 'rate', { min: 0, above: true, max: 1 }),
  computed(
    'expectedOpenings',
    'decimal',
    `IF(COUNT({carriedOver},{leads})=0,"",IF(AND(ISNUMBER({leads}),COUNT(${rates})<3),"",SUM({carriedOver})+IF(ISNUMBER({leads}),{leads}*{visitRate}*{signRate}*{openRate},0)))`,
    { total: enabledSum('expectedOpenings') },
  ),
  input('targetOpenings', 'count', { min: 0, total: enabledSum('targetOpenings') }),
  computed(
    'leadsNeeded',
    'count',
    `IF(OR({targetOpenings}="",COUNT(${rates})<3),"",${needed(needed(needed('MAX(0,{targetOpenings}-SUM({carriedOver}))', '{openRate}'), '{signRate}'), '{visitRate}')})`,
    { total: enabledSum('leadsNeeded') },
  ),
  input('openings', 'count', {
    cells: 12,
    monthly: true,
    shares: 'targetOpenings',
    min: 0,
    width: 56,
    total: (month) => enabledSum(`openings.${month}`),
  }),
  computed(
    'check',
    'count',
    'IF(AND({targetOpenings}="",COUNT({openings})=0),"",SUM({openings})-SUM({targetOpenings}))',
  ),
  computed(
    'actualOpenings',
    'count',
    'IF({channel}="","",COUNTIFS({stores.channel},{channel},{stores.openedOn},">="&{settings.yearStart},{stores.openedOn},"<="&{settings.yearEnd}))',
    { total: 'sum', afterSaving: true },
  ),
  preset(
    'matureBaseline',
    'money',
    'IF({ownership}={list.ownership.franchised},{baseline.franchised.avgStore},IF({ownership}={list.ownership.selfOperated},{baseline.selfOperated.avgStore},""))',
    { min: 0 },
  ),
  computed('sales', 'money', 'IF(COUNT({openings})=0,"",{weight}*SUMPRODUCT({openings},{settings.openingWeight}))', {
    total: 'sum',
  }),
  input('budget', 'money', { min: 0, total: enabledSum('budget') }),
  computed(
    'costPerOpening',
    'money',
    'IF(COUNT({budget},{targetOpenings})<2,"",IF({targetOpenings}=0,"",{budget}/{targetOpenings}))',
    {
      total:
        'IF(SUMIFS({expansion.targetOpenings},{expansion.enabled},TRUE,{expansion.budget},"<>")=0,"",SUMIFS({expansion.budget},{expansion.enabled},TRUE)/SUMIFS({expansion.targetOpenings},{expansion.enabled},TRUE,{expansion.budget},"<>"))',
    },
  ),
  ...followUp,
  computed('weight', 'money', 'IF(AND({enabled}=TRUE,ISNUMBER({matureBaseline})),{matureBaseline},0)', {
    hidden: true,
  }),
];
