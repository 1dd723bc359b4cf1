import type { Step } from './step';

/** The follow-up works out a store’s months in fewer cells: what it had beside them for that it does without. */
export const lean: Step = {
  retired: [
    'soldFound',
    'fullMonths',
    'lastFull',
    'secondFull',
    'recentFrom',
    'closedIn',
    'weightBefore',
    'weightThrough',
  ].map((field) => ({ tab: 'followUp', field })),
};
