/** The years that a plan can have to do with: dates beyond them are mistaken for something else. */
export const planYears = { first: 1950, last: 2150 } as const;

/** The months' English names, as people write them into dates. */
export const monthNames = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
] as const;
