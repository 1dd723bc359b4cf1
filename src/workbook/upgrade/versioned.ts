import type { Step } from './step';

/** From here on a workbook says which version of the plan it was made by; nothing else has changed. */
export const versioned: Step = {};
