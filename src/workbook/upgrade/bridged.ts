import type { Step } from './step';

/** What figures that a month is closed with were called beside the closing, where that was not what they are called elsewhere. */
const labels: Readonly<Record<string, { readonly en?: string; readonly zh?: string }>> = {
  allDue: { en: 'Target of the month', zh: '当月应达成' },
  allCovered: { en: 'Covered target of the month', zh: '当月可比目标' },
  allActual: { en: 'Actual of the month', zh: '当月实际' },
  yearDue: { en: 'Target of the year to date' },
  yearCovered: { en: 'Covered target of the year' },
  yearActual: { en: 'Actual of the year' },
  yearForecast: { en: 'Forecast', zh: '预测' },
  yearOnYear: { en: 'Year on last year' },
  forecastSeason: { en: 'Forecast by season' },
  forecastRecent: { en: 'Forecast by recent months' },
  openingsPlanned: { zh: '当前计划开店数' },
  ratesSales: { en: 'Rates: monthly sales' },
  ratesTarget: { en: 'Rates: monthly sales at target' },
  memberTarget: { en: 'Target of member sales' },
};

const head = (tab: string, column: string, contents: readonly string[]) => ({ tab, row: '#labels', column, contents });

/**
 * A month is closed with the bridge to its forecast and the version that it was held against as well; its figures have one
 * name each, wherever they stand.
 */
export const bridged: Step = {
  former: [
    ...Object.entries(labels).flatMap(([id, { en, zh }]) => {
      const then = [...(en ? [`${en}, at closing`] : []), ...(zh ? [`${zh}(关账时)`] : [])];
      const written = [...(en ? [`${en}, at closing, as written`] : []), ...(zh ? [`${zh}(关账时)，写入值`] : [])];
      return [
        head(
          'closings',
          `${id}Then`,
          then.map((label) => `${label} ↓`),
        ),
        head(
          'closings',
          `${id}ThenAs`,
          written.map((label) => `${label} ↓`),
        ),
      ];
    }),
    head('reviewMonths', 'yearOnYear', ['Year on last year ƒ']),
  ],
};
