import type { Step } from './step';

/**
 * Closing a month keeps what each store had in it, so that the figure that has changed since is shown in red. Of months
 * that were closed before nothing is known by store, and nothing is shown.
 */
export const watched: Step = {
  notes: [
    'Sales of the month, as imported. Blank is not known; 0 sold nothing.',
    '当月业绩，由导入写入。空白为未知，0 为没有业绩。',
  ],
};
