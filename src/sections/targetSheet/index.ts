import type { Section } from '../../model/section';
import { charts, withTable } from './charts';
import { storeList } from './fields';
import { lists } from './lists';
import { rows, wide, widths } from './report';
import { en, zh } from './text';

const listed = storeList.filter(({ hidden }) => !hidden).map(({ id }) => id);

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
        more: 2,
        everyRow: ['signature', 'listedUpTo', 'newUpTo'],
      },
      highlights: [
        { fields: ['label'], formula: 'OR({name}="",{group}<>"")', look: 'absent' },
        { fields: listed, formula: '{group}<>""', look: 'subtotal' },
      ],
      grid: { from: '#labels' },
      printed: {},
    },
  ],
  lists,
  text: { zh, en },
};
