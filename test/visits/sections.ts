import type { Section } from '../../src/model/section';
import { sections as ours } from '../../src/sections';
import { visitsSection } from './section';

/** Ours and one more: the one line that a new part costs outside its folder. */
export const sections: readonly Section[] = [...ours, visitsSection];
