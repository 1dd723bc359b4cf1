import type { Step } from './step';

const months = Array.from({ length: 12 }, (_, index) => index + 1);

/**
 * Highlights are written for the row of heads above the records, which nobody deletes: with the first record went what they
 * cited, and a row inserted above it was none of theirs. Figures changed since their month was closed were held against each
 * other as they stood: of an error nothing was said.
 */
export const headed: Step = {
  highlightsForBody: [
    { tab: 'storeList', highlight: { columns: ['label'], formula: '{name}=""', look: 'absent' } },
    ...months.map((month) => {
      const [now, then] = [`{sales.${month}}`, `{salesThen.${month}}`];
      const differs = `OR(${now}<>${then},ISBLANK(${now})<>ISBLANK(${then}))`;
      const formula = `AND({actuals.#total.salesThen.${month}}=1,${differs})`;
      return { tab: 'actuals', highlight: { columns: [`sales.${month}`], formula, look: 'bad' } } as const;
    }),
  ],
};
