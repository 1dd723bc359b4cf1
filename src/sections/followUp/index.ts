import type { Section } from '../../model/section';
import type { Highlight } from '../../model/tab';
import { charts, rows, widths } from './charts';
import { dayHighlights, dayRows, days, daysPrinted } from './days';
import { byChannel, bySupervisor, followUp, followUpSummary, openings, terms } from './fields';
import { en, zh } from './text';

const statuses: readonly Highlight[] = [
  { fields: ['status', 'achievement'], formula: '{status}={list.pace.green}', look: 'good' },
  { fields: ['status', 'achievement'], formula: '{status}={list.pace.amber}', look: 'warn' },
  { fields: ['status', 'achievement'], formula: '{status}={list.pace.red}', look: 'bad' },
];

/** The plan held against what was sold, month by month. Its tabs come when they are asked for. */
export const followUpSection: Section = {
  id: 'followUp',
  offered: 'signed',
  tabs: [
    { id: 'followUpTerms', shape: 'record', fields: terms, onDemand: true, staysOpen: true },
    {
      id: 'followUpSummary',
      shape: 'fixed',
      role: 'pace',
      fields: followUpSummary,
      rows: ['franchised', 'selfOperated', 'all', 'toOpen', 'plan'],
      totalRow: 'all',
      openingsRow: 'toOpen',
      onDemand: true,
      staysOpen: true,
      highlights: statuses,
    },
    {
      id: 'followUpCharts',
      shape: 'report',
      fields: [],
      report: { widths, rows, charts },
      onDemand: true,
      staysOpen: true,
      grid: { from: 'months', to: 's12', columns: 5 },
    },
    {
      id: 'followUpSupervisors',
      shape: 'fixed',
      fields: bySupervisor,
      onDemand: true,
      staysOpen: true,
      rowsFor: { table: 'people', least: 20 },
      highlights: [{ fields: ['label'], formula: '{name}=""', look: 'absent' }, ...statuses],
      grid: { from: '#labels' },
    },
    {
      id: 'followUpChannels',
      shape: 'fixed',
      fields: byChannel,
      onDemand: true,
      staysOpen: true,
      rowsFor: { table: 'expansion', least: 12 },
      highlights: [{ fields: ['label'], formula: '{name}=""', look: 'absent' }, ...statuses],
      grid: { from: '#labels' },
    },
    {
      id: 'followUpDays',
      shape: 'fixed',
      rows: dayRows,
      fields: days,
      onDemand: true,
      staysOpen: true,
      // The title runs over what stands beside the days.
      frozenThrough: 'weight',
      titled: { asideAt: 'chosenSum' },
      printed: { columns: daysPrinted, onePage: true },
      highlights: dayHighlights,
      grid: { from: '#labels' },
    },
    {
      id: 'followUpOpenings',
      shape: 'fixed',
      fields: openings,
      onDemand: true,
      staysOpen: true,
      rowsFor: { table: 'expansion', least: 12 },
      highlights: [{ fields: ['label'], formula: '{name}=""', look: 'absent' }],
      grid: { from: '#labels' },
    },
    {
      id: 'followUp',
      shape: 'fixed',
      role: 'paces',
      fields: followUp,
      onDemand: true,
      staysOpen: true,
      rowsFor: { table: 'stores', least: 100 },
      highlights: [{ fields: ['label'], formula: '{name}=""', look: 'absent' }, ...statuses],
      grid: { from: '#labels' },
    },
  ],
  text: { zh, en },
};
