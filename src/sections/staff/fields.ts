import { computed, type Field, input } from '../../model/field';
import { followUp } from '../../model/followUp';

/** A ratio of two columns' sums over the rows in which both are known: never an average of ratios. */
const ratioOfSums = (part: string, whole: string): string =>
  `IF(SUMIFS({staff.${whole}},{staff.${part}},"<>")=0,"",SUMIFS({staff.${part}},{staff.${whole}},"<>")/SUMIFS({staff.${whole}},{staff.${part}},"<>"))`;

export const staff: readonly Field[] = [
  input('role', 'choice', { list: 'role', open: true, required: true, width: 160 }),
  input('ownership', 'choice', { list: 'ownership', width: 116 }),
  input('inPost', 'count', { min: 0, total: 'sum' }),
  input('certified', 'count', { min: 0, total: 'sum' }),
  computed('coverage', 'rate', 'IF(COUNT({certified},{inPost})<2,"",IF({inPost}=0,"",{certified}/{inPost}))', {
    total: ratioOfSums('certified', 'inPost'),
  }),
  input('coverageTarget', 'rate', {
    min: 0,
    max: 1,
    total:
      'IF(SUMIFS({staff.inPost},{staff.coverageTarget},"<>")=0,"",SUMPRODUCT({staff.coverageTarget},{staff.inPost})/SUMIFS({staff.inPost},{staff.coverageTarget},"<>"))',
  }),
  computed(
    'gap',
    'count',
    'IF(COUNT({coverageTarget},{inPost},{certified})<3,"",MAX(0,ROUNDUP(ROUND({coverageTarget}*{inPost},9),0)-{certified}))',
    { total: 'sum' },
  ),
  input('sessionsPlanned', 'count', { min: 0, total: 'sum' }),
  input('sessionsDone', 'count', { min: 0, total: 'sum' }),
  computed(
    'completion',
    'rate',
    'IF(COUNT({sessionsDone},{sessionsPlanned})<2,"",IF({sessionsPlanned}=0,"",{sessionsDone}/{sessionsPlanned}))',
    { total: ratioOfSums('sessionsDone', 'sessionsPlanned') },
  ),
  input('openingStaff', 'count', { min: 0, total: 'sum' }),
  input('left', 'count', { min: 0, total: 'sum' }),
  computed(
    'retention',
    'rate',
    'IF(COUNT({openingStaff},{left})<2,"",IF({openingStaff}=0,"",1-{left}/{openingStaff}))',
    {
      total:
        'IF(SUMIFS({staff.openingStaff},{staff.left},"<>")=0,"",1-SUMIFS({staff.left},{staff.openingStaff},"<>")/SUMIFS({staff.openingStaff},{staff.left},"<>"))',
    },
  ),
  input('retentionTarget', 'rate', {
    min: 0,
    max: 1,
    total:
      'IF(SUMIFS({staff.openingStaff},{staff.retentionTarget},"<>")=0,"",SUMPRODUCT({staff.retentionTarget},{staff.openingStaff})/SUMIFS({staff.openingStaff},{staff.retentionTarget},"<>"))',
  }),
  ...followUp,
];
