import type { Section } from '../../model/section';
import { actuals, aliases, changedSince, closes, closingRows, closings, sold } from './fields';
import { lastSales, lastSold } from './lastYear';
import { en, zh } from './text';

/** What was sold, laid beside the plan. Its tab comes when it is asked for. */
export const actualsSection: Section = {
  id: 'actuals',
  offered: 'signed',
  tabs: [
    {
      id: 'actuals',
      shape: 'table',
      fields: actuals,
      onDemand: true,
      staysOpen: true,
      sold,
      frozenThrough: 'name',
      highlights: [
        { fields: ['flag', 'storeId'], formula: '{flag}<>""', look: 'bad' },
        { fields: ['missing'], formula: 'AND(ISNUMBER({missing}),{missing}>0)', look: 'warn' },
        ...changedSince,
      ],
      spareRows: 100,
    },
    {
      id: 'lastSales',
      shape: 'table',
      fields: lastSales,
      onDemand: true,
      staysOpen: true,
      sold: lastSold,
      frozenThrough: 'name',
      highlights: [{ fields: ['storeId'], formula: 'AND({storeId}<>"",SUM({storeIdAt})=0)', look: 'bad' }],
      spareRows: 100,
    },
    {
      id: 'closings',
      shape: 'fixed',
      rows: closingRows,
      monthlyRows: true,
      fields: closings,
      closes,
      onDemand: true,
      staysOpen: true,
      highlights: [
        { fields: ['changed', 'soldNow'], formula: 'AND(ISNUMBER({changed}),ROUND({changed},2)<>0)', look: 'bad' },
      ],
    },
    { id: 'storeAliases', shape: 'table', fields: aliases, onDemand: true, staysOpen: true },
  ],
  text: { zh, en },
};
