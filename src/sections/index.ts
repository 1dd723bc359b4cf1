import type { Section } from '../model/section';
import { baselineSection } from './baseline';
import { settingsSection } from './settings';
import { storesSection } from './stores';

/** The parts of the plan, in the order of their tabs. */
export const sections: readonly Section[] = [settingsSection, baselineSection, storesSection];
