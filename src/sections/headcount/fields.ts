import { computed, type Field, input, preset } from '../../model/field';
import { followUp, openKey } from '../../model/followUp';
import { blankIf, blankUnless, firstOf, wholeUp } from '../../model/formulas';

/** A figure for supervisors and one for expansion managers; blank for other roles. */
const byRole = (supervisor: string, expansion: string): string =>
  firstOf(
    [
      ['{role}={list.role.supervisor}', supervisor],
      ['{role}={list.role.expansion}', expansion],
    ],
    '""',
  );

/** A figure that stands typed elsewhere, where it is a number. */
const known = (figure: string): string => blankUnless([figure], figure);

export const headcount: readonly Field[] = [
  input('role', 'choice', { list: 'role', open: true, required: true, key: true, width: 160, next: 'same' }),
  preset('workload', 'number', byRole('{summary.yearEndStores}', '{expansion.#total.targetOpenings|0}'), { min: 0 }),
  preset('span', 'number', byRole(known('{settings.supervisorSpan}'), known('{settings.expansionSpan}')), {
    min: 0,
    above: true,
  }),
  computed(
    'needed',
    'count',
    blankUnless(['{workload}', '{span}'], blankIf('{span}=0', wholeUp('{workload}/{span}'))),
    { total: 'sum' },
  ),
  input('current', 'count', { min: 0, total: 'sum', next: 'same' }),
  input('expectedLeavers', 'count', { min: 0, total: 'sum' }),
  computed(
    'toHire',
    'count',
    blankUnless(['{needed}', '{current}'], 'MAX(0,{needed}-({current}-SUM({expectedLeavers})))'),
    {
      total: 'sum',
    },
  ),
  input('arrivals', 'count', { cells: 12, monthly: true, shares: 'toHire', min: 0, total: 'sum', width: 56 }),
  computed('check', 'count', blankUnless(['{arrivals}'], 'SUM({arrivals})-SUM({toHire})')),
  ...followUp,
  openKey,
];
