import type { Scalar } from './answer';
import { computed, type Field, input } from './field';
import { blankIf, firstOf } from './formulas';
import type { Text } from './language';
import type { Highlight } from './tab';
import { dayOfIso } from './value';

const isDone = 'AND(ISNUMBER({progress}),{progress}>=1)';

/** Who does what until when, and how far it is: the same fields wherever the plan asks for it. */
export const followUp: readonly Field[] = [
  input('owner', 'person', { staysOpen: true }),
  input('dueOn', 'date', { staysOpen: true }),
  input('keyActions', 'longText', { staysOpen: true }),
  input('progress', 'rate', { min: 0, max: 1, staysOpen: true }),
  computed(
    'status',
    'choice',
    [
      blankIf(
        'AND(COUNT({progress},{dueOn})=0,{keyActions}="")',
        firstOf(
          [
            [isDone, '{list.status.done}'],
            ['AND(ISNUMBER({dueOn}),{dueOn}<SUM({means.asOf}))', '{list.status.overdue}'],
            ['AND(ISNUMBER({progress}),{progress}>0)', '{list.status.inProgress}'],
          ],
          '{list.status.notStarted}',
        ),
      ),
    ],
    { list: 'status' },
  ),
  // What is open, by due date; without one it comes last. The target sheet shows the earliest.
  computed(
    'openDue',
    'date',
    blankIf(`OR({keyActions}="",${isDone})`, firstOf([['ISNUMBER({dueOn})', '{dueOn}']], 'DATE(9999,12,31)')),
    { hidden: true },
  ),
];

/** What is due, with a day and not done, in the order of its days, no two of a tab alike: last in its tab. */
export const openKey: Field = computed(
  'openKey',
  'number',
  blankIf(`OR(COUNT({dueOn})=0,${isDone})`, '{dueOn}+ROW()/1000000'),
  { hidden: true },
);

/** Days ahead of which what is due is told beside what is overdue. */
export const dueAhead = 30;

/** The day on which a record is due, by what its fields hold; undefined if it is done or has no day: as `openKey` tells it. */
export function dueDay(dueOn: Scalar, progress: Scalar): number | undefined {
  const isDone = typeof progress === 'number' && progress >= 1;
  return isDone || typeof dueOn !== 'string' ? undefined : dayOfIso(dueOn);
}

export const followUpHighlights: readonly Highlight[] = [
  { fields: ['status', 'dueOn'], formula: '{status}={list.status.overdue}', look: 'bad' },
  { fields: ['status'], formula: '{status}={list.status.done}', look: 'good' },
  { fields: ['status'], formula: '{status}={list.status.inProgress}', look: 'warn' },
];

/** What the group of these fields is called. */
export const followUpGroup: Text = { en: 'Follow-up', zh: '跟进' };

export const followUpEn = {
  owner: { label: 'Owner', note: 'From the people list.' },
  dueOn: { label: 'Due' },
  keyActions: { label: 'Key actions' },
  progress: { label: 'Progress', note: '0 to 100%.' },
  status: {
    label: 'Status',
    note: 'Done from 100%; else overdue once the due date is before the as-of date; in progress above 0%; else not started.',
  },
  openDue: { label: 'Open until' },
  openKey: { label: 'Order of what is due' },
};

export const followUpZh: typeof followUpEn = {
  owner: { label: '负责人', note: '从人员名单中选择。' },
  dueOn: { label: '截止日期' },
  keyActions: { label: '关键事项' },
  progress: { label: '进度', note: '0 至 100%。' },
  status: {
    label: '状态',
    note: '进度达 100% 为已完成；否则截止日期早于参照日为已逾期；进度大于 0 为进行中；其余为未开始。',
  },
  openDue: { label: '未完成截止日' },
  openKey: { label: '到期的次序' },
};
