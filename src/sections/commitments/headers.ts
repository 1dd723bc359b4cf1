import type { SectionNames } from '../../model/headers';
import { storeCode } from '../../model/storeCode';

/** What tables of promises call the store that a row is about. */
export const headers: SectionNames = { tabs: { commitments: { store: storeCode } } };
