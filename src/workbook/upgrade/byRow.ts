import type { Step } from './step';

/** A row of the follow-up is a store’s by its number, which the column beside it only said again. */
export const byRow: Step = { retired: [{ tab: 'followUp', field: 'at' }] };
