import { computed, type Field, input, preset } from '../../model/field';
import { followUp } from '../../model/followUp';

export const headcount: readonly Field[] = [
  input('role', 'choice', { list: 'role', open: true, required: true, key: true, width: 160 }),
  preset(
    'workload',
    'number',
    'IF({role}={list.role.supervisor},{summary.yearEndStores},IF({role}={list.role.expansion},{expansion.#total.targetOpenings|0},""))',
    { min: 0 },
  ),
  preset(
    'span',
    'number',
    'IF({role}={list.role.supervisor},{settings.supervisorSpan},IF({role}={list.role.expansion},{settings.expansionSpan},""))',
    { min: 0, above: true },
  ),
  computed(
    'needed',
    'count',
    'IF(COUNT({workload},{span})<2,"",IF({span}=0,"",ROUNDUP(ROUND({workload}/{span},9),0)))',
    { total: 'sum' },
  ),
  input('current', 'count', { min: 0, total: 'sum' }),
  input('expectedLeavers', 'count', { min: 0, total: 'sum' }),
  computed('toHire', 'count', 'IF(COUNT({needed},{current})<2,"",MAX(0,{needed}-({current}-SUM({expectedLeavers}))))', {
    total: 'sum',
  }),
  input('arrivals', 'count', { cells: 12, monthly: true, shares: 'toHire', min: 0, total: 'sum', width: 56 }),
  computed('check', 'count', 'IF(COUNT({arrivals})=0,"",SUM({arrivals})-SUM({toHire}))'),
  ...followUp,
];
