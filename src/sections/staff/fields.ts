import type { Field } from '../../model/field';
import { followUp } from '../../model/followUp';

/** A ratio of two columns' sums over the rows in which both are known: never an average of ratios. */
const ratioOfSums = (part: string, whole: string): string =>
  `IF(SUMIFS({staff.${whole}},{staff.${part}},"<>")=0,"",SUMIFS({staff.${part}},{staff.${whole}},"<>")/SUMIFS({staff.${whole}},{staff.${part}},"<>"))`;

export const staff: readonly Field[] = [
  { id: 'role', kind: 'choice', list: 'role', open: true, role: 'input', required: true, width: 160 },
  { id: 'ownership', kind: 'choice', list: 'ownership', role: 'input' },
  { id: 'inPost', kind: 'count', role: 'input', min: 0, total: 'sum' },
  { id: 'certified', kind: 'count', role: 'input', min: 0, total: 'sum' },
  {
    id: 'coverage',
    kind: 'rate',
    role: 'computed',
    total: ratioOfSums('certified', 'inPost'),
    formula: 'IF(COUNT({certified},{inPost})<2,"",IF({inPost}=0,"",{certified}/{inPost}))',
  },
  {
    id: 'coverageTarget',
    kind: 'rate',
    role: 'input',
    min: 0,
    max: 1,
    total:
      'IF(SUMIFS({staff.inPost},{staff.coverageTarget},"<>")=0,"",SUMPRODUCT({staff.coverageTarget},{staff.inPost})/SUMIFS({staff.inPost},{staff.coverageTarget},"<>"))',
  },
  {
    id: 'gap',
    kind: 'count',
    role: 'computed',
    total: 'sum',
    formula:
      'IF(COUNT({coverageTarget},{inPost},{certified})<3,"",MAX(0,ROUNDUP(ROUND({coverageTarget}*{inPost},9),0)-{certified}))',
  },
  { id: 'sessionsPlanned', kind: 'count', role: 'input', min: 0, total: 'sum' },
  { id: 'sessionsDone', kind: 'count', role: 'input', min: 0, total: 'sum' },
  {
    id: 'completion',
    kind: 'rate',
    role: 'computed',
    total: ratioOfSums('sessionsDone', 'sessionsPlanned'),
    formula:
      'IF(COUNT({sessionsDone},{sessionsPlanned})<2,"",IF({sessionsPlanned}=0,"",{sessionsDone}/{sessionsPlanned}))',
  },
  { id: 'openingStaff', kind: 'count', role: 'input', min: 0, total: 'sum' },
  { id: 'left', kind: 'count', role: 'input', min: 0, total: 'sum' },
  {
    id: 'retention',
    kind: 'rate',
    role: 'computed',
    total:
      'IF(SUMIFS({staff.openingStaff},{staff.left},"<>")=0,"",1-SUMIFS({staff.left},{staff.openingStaff},"<>")/SUMIFS({staff.openingStaff},{staff.left},"<>"))',
    formula: 'IF(COUNT({openingStaff},{left})<2,"",IF({openingStaff}=0,"",1-{left}/{openingStaff}))',
  },
  {
    id: 'retentionTarget',
    kind: 'rate',
    role: 'input',
    min: 0,
    max: 1,
    total:
      'IF(SUMIFS({staff.openingStaff},{staff.retentionTarget},"<>")=0,"",SUMPRODUCT({staff.retentionTarget},{staff.openingStaff})/SUMIFS({staff.openingStaff},{staff.retentionTarget},"<>"))',
  },
  ...followUp,
];
