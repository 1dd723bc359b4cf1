import { followUpHighlights } from '../../model/followUp';
import type { Section } from '../../model/section';
import { rates } from './fields';
import { en, zh } from './text';

export const ratesSection: Section = {
  id: 'rates',
  tabs: [
    {
      id: 'rates',
      shape: 'table',
      fields: rates,
      groups: [
        { id: 'scope', from: 'scope' },
        { id: 'now', from: 'trafficNow' },
        { id: 'target', from: 'trafficTarget' },
        { id: 'result', from: 'salesNow' },
        { id: 'followUp', from: 'owner' },
      ],

      frozenThrough: 'scope',
      spareRows: 20,
      seeds: [{ id: 'region', values: { scope: 'region' } }],
      highlights: [
        { fields: ['deviation'], formula: 'AND(ISNUMBER({deviation}),ABS({deviation})>20%)', look: 'warn' },
        { fields: ['uplift'], formula: 'AND(ISNUMBER({uplift}),{uplift}<0)', look: 'bad' },
        ...followUpHighlights,
      ],
    },
  ],
  lists: [{ id: 'scope', choices: [{ id: 'region', label: { zh: '区域加盟店', en: 'Region, franchised' } }] }],
  text: { zh, en },
};
