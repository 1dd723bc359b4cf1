import type { Field } from '../../model/field';
import { followUp } from '../../model/followUp';

export const headcount: readonly Field[] = [
  { id: 'role', kind: 'choice', list: 'role', open: true, role: 'input', required: true, key: true, width: 160 },
  {
    id: 'workload',
    kind: 'number',
    role: 'default',
    min: 0,
    formula:
      'IF({role}={list.role.supervisor},{summary.yearEndStores},IF({role}={list.role.expansion},{expansion.#total.targetOpenings|0},""))',
  },
  {
    id: 'span',
    kind: 'number',
    role: 'default',
    min: 0,
    above: true,
    formula:
      'IF({role}={list.role.supervisor},{settings.supervisorSpan},IF({role}={list.role.expansion},{settings.expansionSpan},""))',
  },
  {
    id: 'needed',
    kind: 'count',
    role: 'computed',
    total: 'sum',
    formula: 'IF(COUNT({workload},{span})<2,"",IF({span}=0,"",ROUNDUP(ROUND({workload}/{span},9),0)))',
  },
  { id: 'current', kind: 'count', role: 'input', min: 0, total: 'sum' },
  { id: 'expectedLeavers', kind: 'count', role: 'input', min: 0, total: 'sum' },
  {
    id: 'toHire',
    kind: 'count',
    role: 'computed',
    total: 'sum',
    formula: 'IF(COUNT({needed},{current})<2,"",MAX(0,{needed}-({current}-SUM({expectedLeavers}))))',
  },
  { id: 'arrivals', kind: 'count', role: 'input', cells: 12, monthly: true, min: 0, total: 'sum', width: 56 },
  {
    id: 'check',
    kind: 'count',
    role: 'computed',
    formula: 'IF(COUNT({arrivals})=0,"",SUM({arrivals})-SUM({toHire}))',
  },
  ...followUp,
];
