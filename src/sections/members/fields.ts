import type { Field } from '../../model/field';
import { followUp } from '../../model/followUp';

/** Cell 1 is now, cell 2 the target. */
const nowAndTarget = { cells: 2, role: 'input' } as const;

export const members: readonly Field[] = [
  { id: 'total', kind: 'count', min: 0, ...nowAndTarget },
  { id: 'active', kind: 'count', min: 0, ...nowAndTarget },
  { id: 'perActive', kind: 'price', min: 0, ...nowAndTarget },
  {
    id: 'memberSales',
    kind: 'money',
    role: 'computed',
    cells: 2,
    formula: (cell) => `IF(COUNT({active.${cell}},{perActive.${cell}})<2,"",{active.${cell}}*{perActive.${cell}})`,
  },
  {
    id: 'share',
    kind: 'rate',
    role: 'computed',
    cells: 2,
    formula: (cell) => {
      const whole = cell === 1 ? '{baseline.all.lastYearSales}' : '{baseline.all.existingTarget}';
      return `IF(COUNT({memberSales.${cell}},${whole})<2,"",IF(${whole}=0,"",{memberSales.${cell}}/${whole}))`;
    },
  },
  {
    id: 'repurchaseBasis',
    kind: 'choice',
    list: 'repurchaseBasis',
    role: 'default',
    formula: '{list.repurchaseBasis.period}',
  },
  {
    id: 'repurchaseWindow',
    kind: 'count',
    role: 'default',
    min: 1,
    formula: 'IF({repurchaseBasis}={list.repurchaseBasis.second},90,365)',
  },
  { id: 'repurchaseRate', kind: 'rate', min: 0, max: 1, ...nowAndTarget },
  ...followUp,
];

export const monitor: readonly Field[] = [
  { id: 'newTarget', kind: 'count', role: 'input', min: 0 },
  { id: 'newActual', kind: 'count', role: 'input', min: 0 },
  {
    id: 'rateTarget',
    kind: 'rate',
    role: 'default',
    min: 0,
    max: 1,
    formula: ['IF({members.repurchaseRate.2}="","",{members.repurchaseRate.2})'],
  },
  { id: 'rateActual', kind: 'rate', role: 'input', min: 0, max: 1 },
  {
    id: 'difference',
    kind: 'growth',
    role: 'computed',
    formula: 'IF(COUNT({rateTarget},{rateActual})<2,"",{rateActual}-{rateTarget})',
  },
  {
    id: 'pace',
    kind: 'choice',
    list: 'pace',
    role: 'computed',
    formula:
      'IF(COUNT({rateTarget},{rateActual})<2,"",IF({rateTarget}=0,{list.pace.green},IF({rateActual}/{rateTarget}>={settings.green},{list.pace.green},IF({rateActual}/{rateTarget}>={settings.amber},{list.pace.amber},{list.pace.red}))))',
  },
];
