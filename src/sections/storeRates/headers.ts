import type { SectionNames } from '../../model/headers';
import { storeCode } from '../../model/storeCode';

/** What tables of counted visitors call the store that a row is about. */
export const headers: SectionNames = { tabs: { storeRates: { store: storeCode } } };
