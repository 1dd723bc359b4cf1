import { wide } from '../../model/paper';
import type { Section } from '../../model/section';
import { historyGroups, historyHighlights, reportHistory } from './history';
import { monthRows, reviewMonths } from './months';
import { foundFrom, monthlyRows, reportHighlights, reportWidths, weeklyRows } from './report';
import { en, zh } from './text';
import { varianceCharts, varianceHighlights, varianceRows, varianceWidths } from './variance';

/** What the follow-up says, explained: where differences come from. Its tabs come when they are asked for. */
export const reviewSection: Section = {
  id: 'review',
  offered: 'signed',
  tabs: [
    {
      id: 'monthlyReport',
      shape: 'report',
      fields: [],
      report: { widths: reportWidths, hiddenFrom: foundFrom, rows: monthlyRows('monthlyReport') },
      onDemand: true,
      staysOpen: true,
      highlights: reportHighlights,
      grid: { from: 'monthHeader', to: 'signatures', columns: wide },
      printed: { columns: wide, onePage: true },
    },
    {
      id: 'weeklyReport',
      shape: 'report',
      fields: [],
      report: { widths: reportWidths, hiddenFrom: foundFrom, rows: weeklyRows('weeklyReport') },
      onDemand: true,
      staysOpen: true,
      highlights: reportHighlights,
      grid: { from: 'monthHeader', to: 'more', columns: wide },
      printed: { columns: wide, onePage: true },
    },
    {
      id: 'variance',
      shape: 'report',
      fields: [],
      report: { widths: varianceWidths, rows: varianceRows, charts: varianceCharts },
      onDemand: true,
      staysOpen: true,
      highlights: varianceHighlights,
      grid: { from: 'groupsHeader', to: 'ratesAll', columns: wide },
      printed: { columns: wide, onePage: true },
    },
    {
      id: 'reportHistory',
      shape: 'fixed',
      rows: monthRows,
      monthlyRows: true,
      fields: reportHistory,
      groups: historyGroups,
      onDemand: true,
      staysOpen: true,
      highlights: historyHighlights,
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
