import type { SectionNames } from '../../model/headers';
import { storeCode } from '../../model/storeCode';

/** What lists of actions call the store that a row is about. */
export const headers: SectionNames = { tabs: { actions: { store: storeCode } } };
