import { wide } from '../../model/paper';
import type { Section } from '../../model/section';
import { monthRows, reviewMonths } from './months';
import { en, zh } from './text';
import { varianceCharts, varianceHighlights, varianceRows, varianceWidths } from './variance';

/** What the follow-up says, explained: where differences come from. Its tabs come when they are asked for. */
export const reviewSection: Section = {
  id: 'review',
  offered: 'signed',
  tabs: [
    {
      id: 'variance',
      shape: 'report',
      fields: [],
      report: { widths: varianceWidths, rows: varianceRows, charts: varianceCharts },
      onDemand: true,
      staysOpen: true,
      highlights: varianceHighlights,
      grid: { from: 'groupsHeader', to: 'openingEffects', columns: wide },
      printed: { columns: wide, onePage: true },
    },
    {
      id: 'reviewMonths',
      shape: 'fixed',
      rows: monthRows,
      monthlyRows: true,
      fields: reviewMonths,
      onDemand: true,
      staysOpen: true,
    },
  ],
  text: { zh, en },
};
