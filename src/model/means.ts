/**
 * What a tab is to the rest of the house, which knows none by its name. terms: what the plan is made under. outcome:
 * what the region adds up to. ownerships: last year and growth, a row each. outlets: the stores. made: files that were
 * made from here. signings: the acts of signing, a row each. tasks: what is
 * done about what did not go as planned. pace: how the region and its parts stand to what was signed. paces: how each store does.
 * begun: on what of the year before the stores' plan was begun. alternatives: the plan as it might be, in columns beside each other.
 */
export type TabRole =
  | 'terms'
  | 'outcome'
  | 'ownerships'
  | 'outlets'
  | 'made'
  | 'signings'
  | 'tasks'
  | 'pace'
  | 'paces'
  | 'begun'
  | 'alternatives';

/** What a field is to the rest of the house: its tab's part of the plan may call it otherwise. */
export type Meaning =
  | 'region'
  | 'planYear'
  | 'firstMonth'
  | 'yearStart'
  | 'companyTarget'
  | 'currency'
  | 'displayUnit'
  /** How many of the currency’s unit the display unit is. */
  | 'unitSize'
  | 'roundingUnit'
  | 'seasonIndex'
  /** Whether the season index follows Spring Festival; first and last days of the windows around it, and their factors. */
  | 'festival'
  | 'windowFrom'
  | 'windowThrough'
  | 'windowFactor'
  | 'asOf'
  /** The last day that what was sold is known of. */
  | 'dataThrough'
  /** What the plan calls sales. */
  | 'salesBasis'
  | 'planned'
  | 'gap'
  /** What of the plan rests on stores without last year's sales. */
  | 'withoutSales'
  /** Existing stores that have signed what they promise, how many there are, and what is promised. */
  | 'promisedStores'
  | 'storesToPromise'
  | 'promisedSales'
  | 'plannedGrowth'
  | 'requiredGrowth'
  | 'averageStore'
  /** Months that existing stores are open this year. */
  | 'storeMonths'
  /** What existing stores, and new ones, bring to the plan. */
  | 'existingTarget'
  | 'newSales'
  | 'growth'
  | 'lastYearSales'
  /** The day on which a store opens. */
  | 'openedOn'
  /** What was agreed with a store as its target, in place of what is computed. */
  | 'agreedTarget'
  /** The store that an action is about. */
  | 'actedStore'
  /** The day that data reach, and whose month's actuals are in. */
  | 'dataThrough'
  /** The names that people are chosen from. */
  | 'person';
