import type { Section } from '../../model/section';
import { charts, withTable } from './charts';
import { storeList } from './fields';
import { rows, wide, widths } from './report';
import { en, zh } from './text';

export const targetSheetSection: Section = {
  id: 'targetSheet',
  tabs: [
    {
      id: 'targetSheet',
      shape: 'report',
      fields: [],
      report: { widths, rows: withTable(rows), charts },
      grid: { from: 'formula', to: 'dates', columns: wide },
      printed: { columns: wide, onePage: true },
    },
    {
      id: 'storeList',
      shape: 'fixed',
      fields: storeList,
      rowsFor: {
        table: 'stores',
        least: 100,
        only: { field: 'ownership', choice: 'franchised' },
        everyRow: ['signature', 'listedUpTo'],
      },
      highlights: [{ fields: ['label'], formula: '{name}=""', look: 'absent' }],
      grid: { from: '#labels' },
      printed: {},
    },
  ],
  text: { zh, en },
};
