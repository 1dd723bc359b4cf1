/*
 * How stores, and sums of them, stand to what was signed: by which names figures are known wherever they are told. The tabs
 * with the roles `pace` and `paces` have a field of each.
 */

export const paceFigures = [
  'year',
  'due',
  'covered',
  'actual',
  'achievement',
  'gap',
  'coverage',
  'used',
  'signedYear',
] as const;
export type PaceFigure = (typeof paceFigures)[number];

/** How a store is on its way; `missing` where too many of its months are without figures. */
export const statuses = ['green', 'amber', 'red', 'missing'] as const;
export type PaceStatus = (typeof statuses)[number];

/** Of the tab of stores: what a store is known by, what it is called, its twelve months as planned and as sold, and what it is expected to come to. */
export const paceOfStore = {
  key: 'storeId',
  name: 'name',
  status: 'status',
  targets: 'targets',
  sold: 'sold',
  used: 'used',
} as const;
