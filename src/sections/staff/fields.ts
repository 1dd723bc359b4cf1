import { computed, type Field, input } from '../../model/field';
import { followUp, openKey } from '../../model/followUp';
import { blankIf, blankUnless, ratio, wholeUp } from '../../model/formulas';

/** A column's sum over the rows in which another one is known. */
const sumWith = (column: string, other: string): string => `SUMIFS({staff.${column}},{staff.${other}},">=0")`;

/** A ratio of two columns' sums over the rows in which both are known: never an average of ratios. */
const ratioOfSums = (part: string, whole: string): string => ratio(sumWith(part, whole), sumWith(whole, part));

/** A column's mean over the rows in which it is known, each with the weight of another. */
const weightedMean = (column: string, weight: string): string =>
  ratio(`SUMPRODUCT({staff.${column}},{staff.${weight}})`, sumWith(weight, column));

export const staff: readonly Field[] = [
  input('role', 'choice', { list: 'role', open: true, required: true, width: 160, next: 'same' }),
  input('ownership', 'choice', { list: 'ownership', width: 116, next: 'same' }),
  input('inPost', 'count', { min: 0, total: 'sum', next: 'same' }),
  input('certified', 'count', { min: 0, total: 'sum', next: 'same' }),
  computed('coverage', 'rate', blankUnless(['{certified}', '{inPost}'], ratio('{certified}', '{inPost}')), {
    total: ratioOfSums('certified', 'inPost'),
  }),
  input('coverageTarget', 'rate', {
    min: 0,
    max: 1,
    total: weightedMean('coverageTarget', 'inPost'),
  }),
  computed(
    'gap',
    'count',
    blankUnless(
      ['{coverageTarget}', '{inPost}', '{certified}'],
      `MAX(0,${wholeUp('{coverageTarget}*{inPost}')}-{certified})`,
    ),
    { total: 'sum' },
  ),
  input('sessionsPlanned', 'count', { min: 0, total: 'sum' }),
  input('sessionsDone', 'count', { min: 0, total: 'sum', staysOpen: true }),
  computed(
    'completion',
    'rate',
    blankUnless(['{sessionsDone}', '{sessionsPlanned}'], ratio('{sessionsDone}', '{sessionsPlanned}')),
    { total: ratioOfSums('sessionsDone', 'sessionsPlanned') },
  ),
  input('openingStaff', 'count', { min: 0, total: 'sum', next: { of: 'inPost' } }),
  input('left', 'count', { min: 0, total: 'sum' }),
  computed(
    'retention',
    'rate',
    blankUnless(['{openingStaff}', '{left}'], blankIf('{openingStaff}=0', '1-{left}/{openingStaff}')),
    {
      total: blankIf(
        `${sumWith('openingStaff', 'left')}=0`,
        `1-${sumWith('left', 'openingStaff')}/${sumWith('openingStaff', 'left')}`,
      ),
    },
  ),
  input('retentionTarget', 'rate', {
    min: 0,
    max: 1,
    total: weightedMean('retentionTarget', 'openingStaff'),
  }),
  ...followUp,
  openKey,
];
