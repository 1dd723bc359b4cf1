import { wide } from '../../model/paper';
import type { Section } from '../../model/section';
import { charts, withTable } from './charts';
import { storeList } from './fields';
import { lists } from './lists';
import { rows, widths } from './report';
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
      grid: { from: 'signedNames', to: 'dates', columns: wide },
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
      titled: { asideAt: 'signature' },
      frozenThrough: 'franchisee',
      highlights: [
        { fields: ['label'], formula: 'OR({name}="",{group}<>"")', look: 'absent' },
        { fields: listed, formula: '{group}<>""', look: 'subtotal' },
        // The eye keeps its line in a list of many.
        { fields: ['label', ...listed], formula: 'AND(MOD({label},5)=0,{at}<>"")', look: 'band' },
      ],
      grid: { from: '#labels' },
      printed: {},
    },
  ],
  lists,
  text: { zh, en },
};
