import type { Step } from './step';

/**
 * Highlights are written for the row of heads above the records, which nobody deletes: with the first record went what they
 * cited, and a row inserted above it was none of theirs.
 */
export const headed: Step = {
  highlightsForBody: [{ tab: 'storeList', highlight: { columns: ['label'], formula: '{name}=""', look: 'absent' } }],
};
