import type { Section } from '../model/section';
import { actionsSection } from './actions';
import { actualsSection } from './actuals';
import { baselineSection } from './baseline';
import { commitmentsSection } from './commitments';
import { expansionSection } from './expansion';
import { followUpSection } from './followUp';
import { headcountSection } from './headcount';
import { membersSection } from './members';
import { ratesSection } from './rates';
import { regionsSection } from './regions';
import { reviewSection } from './review';
import { scenariosSection } from './scenarios';
import { settingsSection } from './settings';
import { signedSection } from './signed';
import { staffSection } from './staff';
import { storeRatesSection } from './storeRates';
import { storesSection } from './stores';
import { targetSheetSection } from './targetSheet';
import { workingSection } from './working';
import { yearBeforeSection } from './yearBefore';

/** The parts of the plan, in the order of their tabs. */
export const sections: readonly Section[] = [
  settingsSection,
  baselineSection,
  expansionSection,
  storesSection,
  ratesSection,
  membersSection,
  staffSection,
  headcountSection,
  targetSheetSection,
  commitmentsSection,
  signedSection,
  workingSection,
  actualsSection,
  followUpSection,
  actionsSection,
  storeRatesSection,
  reviewSection,
  scenariosSection,
  yearBeforeSection,
  regionsSection,
];
