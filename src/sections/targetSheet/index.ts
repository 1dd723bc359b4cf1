import type { Section } from '../../model/section';
import { storeList } from './fields';
import { rows, widths } from './report';
import { en, zh } from './text';

export const targetSheetSection: Section = {
  id: 'targetSheet',
  tabs: [
    { id: 'targetSheet', shape: 'report', fields: [], report: { widths, rows }, printed: {} },
    {
      id: 'storeList',
      shape: 'fixed',
      fields: storeList,
      rowsFor: { table: 'stores', least: 100 },
      printed: { rows: 2 },
    },
  ],
  text: { zh, en },
};
