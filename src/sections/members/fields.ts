import { computed, type Field, input, preset } from '../../model/field';
import { followUp, openKey } from '../../model/followUp';
import { blankUnless, firstOf, ratio } from '../../model/formulas';

/** Cell 1 is now, cell 2 the target. */
const nowAndTarget = { cells: 2, role: 'input' } as const;

export const members: readonly Field[] = [
  { id: 'total', kind: 'count', min: 0, ...nowAndTarget, next: { plus: 'monitor.newActual' } },
  { id: 'active', kind: 'count', min: 0, ...nowAndTarget, next: 'now' },
  { id: 'perActive', kind: 'price', min: 0, ...nowAndTarget, next: 'now' },
  computed(
    'memberSales',
    'money',
    (cell) => blankUnless([`{active.${cell}}`, `{perActive.${cell}}`], `{active.${cell}}*{perActive.${cell}}`),
    { cells: 2 },
  ),
  computed(
    'share',
    'rate',
    (cell) => {
      const whole = cell === 1 ? '{baseline.all.lastYearSales}' : '{baseline.all.existingTarget}';
      const part = `{memberSales.${cell}}`;
      return blankUnless([part, whole], ratio(part, whole));
    },
    { cells: 2 },
  ),
  preset('repurchaseBasis', 'choice', '{list.repurchaseBasis.period}', { list: 'repurchaseBasis', next: 'same' }),
  preset('repurchaseWindow', 'count', 'IF({repurchaseBasis}={list.repurchaseBasis.second},90,365)', {
    min: 1,
    next: 'same',
  }),
  { id: 'repurchaseRate', kind: 'rate', min: 0, max: 1, ...nowAndTarget, next: { last: 'monitor.rateActual' } },
  ...followUp,
  openKey,
];

export const monitor: readonly Field[] = [
  input('newTarget', 'count', { min: 0, width: 104 }),
  input('newActual', 'count', { min: 0, width: 104, staysOpen: true }),
  preset('rateTarget', 'rate', [blankUnless(['{members.repurchaseRate.2}'], '{members.repurchaseRate.2}')], {
    min: 0,
    max: 1,
  }),
  input('rateActual', 'rate', { min: 0, max: 1, staysOpen: true }),
  computed('difference', 'growth', blankUnless(['{rateTarget}', '{rateActual}'], '{rateActual}-{rateTarget}')),
  computed(
    'pace',
    'choice',
    blankUnless(
      ['{rateTarget}', '{rateActual}'],
      firstOf(
        [
          ['{rateTarget}=0', '{list.pace.green}'],
          ['{rateActual}/{rateTarget}>=SUM({settings.green})', '{list.pace.green}'],
          ['{rateActual}/{rateTarget}>=SUM({settings.amber})', '{list.pace.amber}'],
        ],
        '{list.pace.red}',
      ),
    ),
    { list: 'pace' },
  ),
];
