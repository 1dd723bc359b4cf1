import type { SectionNames } from '../model/headers';
import { headers as actionsHeaders } from './actions/headers';
import { headers as actualsHeaders } from './actuals/headers';
import { headers as commitmentsHeaders } from './commitments/headers';
import { headers as settingsHeaders } from './settings/headers';
import { headers as storeRatesHeaders } from './storeRates/headers';
import { headers as storesHeaders } from './stores/headers';

/** What the sections know of people's files; only imports need it. */
export const fileNames: readonly SectionNames[] = [
  settingsHeaders,
  storesHeaders,
  commitmentsHeaders,
  actualsHeaders,
  actionsHeaders,
  storeRatesHeaders,
];
