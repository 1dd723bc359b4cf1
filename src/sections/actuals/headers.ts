import type { SectionNames } from '../../model/headers';
import { storeCode } from '../../model/storeCode';

/** What tables of sales call the store that a row is about. */
export const headers: SectionNames = { tabs: { actuals: { storeId: storeCode } } };
