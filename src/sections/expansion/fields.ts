import type { Field } from '../../model/field';
import { followUp } from '../../model/followUp';

/** The whole number that `count ÷ rate` needs, right also where binary fractions fall just above a whole number. */
const needed = (count: string, rate: string): string => `ROUNDUP(ROUND((${count})/${rate},9),0)`;

const rates = '{visitRate},{signRate},{openRate}';

/** Openings that the year's enabled channels add up to. */
const enabledSum = (field: string): string => `SUMIFS({expansion.${field}},{expansion.enabled},TRUE)`;

export const expansion: readonly Field[] = [
  { id: 'channel', kind: 'choice', list: 'channel', open: true, role: 'input', required: true, key: true, width: 160 },
  { id: 'enabled', kind: 'tick', role: 'input', initial: true },
  { id: 'ownership', kind: 'choice', list: 'ownership', role: 'default', formula: '{list.ownership.franchised}' },
  { id: 'carriedOver', kind: 'count', role: 'input', min: 0, total: enabledSum('carriedOver') },
  { id: 'leads', kind: 'count', role: 'input', min: 0, total: enabledSum('leads') },
  { id: 'visitRate', kind: 'rate', role: 'input', min: 0, above: true, max: 1 },
  { id: 'signRate', kind: 'rate', role: 'input', min: 0, above: true, max: 1 },
  { id: 'openRate', kind: 'rate', role: 'input', min: 0, above: true, max: 1 },
  {
    id: 'expectedOpenings',
    kind: 'decimal',
    role: 'computed',
    total: enabledSum('expectedOpenings'),
    formula: `IF(COUNT({carriedOver},{leads})=0,"",IF(AND(ISNUMBER({leads}),COUNT(${rates})<3),"",SUM({carriedOver})+IF(ISNUMBER({leads}),{leads}*{visitRate}*{signRate}*{openRate},0)))`,
  },
  { id: 'targetOpenings', kind: 'count', role: 'input', min: 0, total: enabledSum('targetOpenings') },
  {
    id: 'leadsNeeded',
    kind: 'count',
    role: 'computed',
    total: enabledSum('leadsNeeded'),
    formula: `IF(OR({targetOpenings}="",COUNT(${rates})<3),"",${needed(needed(needed('MAX(0,{targetOpenings}-SUM({carriedOver}))', '{openRate}'), '{signRate}'), '{visitRate}')})`,
  },
  {
    id: 'openings',
    kind: 'count',
    role: 'input',
    cells: 12,
    monthly: true,
    min: 0,
    width: 56,
    total: (month) => enabledSum(`openings.${month}`),
  },
  {
    id: 'check',
    kind: 'count',
    role: 'computed',
    formula: 'IF(AND({targetOpenings}="",COUNT({openings})=0),"",SUM({openings})-SUM({targetOpenings}))',
  },
  {
    id: 'actualOpenings',
    kind: 'count',
    role: 'computed',
    total: 'sum',
    formula:
      'IF({channel}="","",COUNTIFS({stores.channel},{channel},{stores.openedOn},">="&{settings.yearStart},{stores.openedOn},"<="&{settings.yearEnd}))',
  },
  {
    id: 'matureBaseline',
    kind: 'money',
    role: 'default',
    min: 0,
    formula:
      'IF({ownership}={list.ownership.franchised},{baseline.franchised.avgStore},IF({ownership}={list.ownership.selfOperated},{baseline.selfOperated.avgStore},""))',
  },
  {
    id: 'sales',
    kind: 'money',
    role: 'computed',
    total: 'sum',
    formula: 'IF(COUNT({openings})=0,"",{weight}*SUMPRODUCT({openings},{settings.openingWeight}))',
  },
  { id: 'budget', kind: 'money', role: 'input', min: 0, total: enabledSum('budget') },
  {
    id: 'costPerOpening',
    kind: 'money',
    role: 'computed',
    total:
      'IF(SUMIFS({expansion.targetOpenings},{expansion.enabled},TRUE,{expansion.budget},"<>")=0,"",SUMIFS({expansion.budget},{expansion.enabled},TRUE)/SUMIFS({expansion.targetOpenings},{expansion.enabled},TRUE,{expansion.budget},"<>"))',
    formula: 'IF(COUNT({budget},{targetOpenings})<2,"",IF({targetOpenings}=0,"",{budget}/{targetOpenings}))',
  },
  ...followUp,
  {
    id: 'weight',
    kind: 'money',
    role: 'computed',
    hidden: true,
    formula: 'IF(AND({enabled}=TRUE,ISNUMBER({matureBaseline})),{matureBaseline},0)',
  },
];
