import { type Field, input, type Kind } from '../../model/field';
import { slots } from '../../model/scenario';

/** One cell for each scenario, and one for the plan before the last one that was applied. */
const cells = slots + 1;

const plain = (id: string, kind: Kind): Field => input(id, kind, { cells });

const held = (
  is: 'driver' | 'result',
  id: string,
  kind: Kind,
  [part, record, cell]: readonly [part: string, record: string, cell: string],
): Field => input(id, kind, { cells, holds: { is, part, record, cell } });

/** The openings of a channel of the form. */
const openings = (channel: string): Field =>
  input(channel, 'text', {
    cells,
    holds: {
      is: 'openings',
      part: 'expansion',
      record: channel,
      enabled: 'enabled',
      target: 'targetOpenings',
      months: 'openings',
    },
  });

const ofRates = (id: string, kind: Kind): Field => held('driver', id, kind, ['rates', 'region', `${id}Target`]);
const ofRegion = (id: string, kind: Kind, cell: string): Field =>
  held('result', id, kind, ['summary', 'summary', cell]);

/** Drivers of the plan, and what they came to, side by side. */
export const scenarios: readonly Field[] = [
  plain('name', 'text'),
  plain('savedOn', 'date'),
  ofRegion('plannedTotal', 'money', 'total'),
  ofRegion('existing', 'money', 'existingTarget'),
  ofRegion('openingSales', 'money', 'newSales'),
  ofRegion('companyAsks', 'money', 'companyTarget'),
  ofRegion('shortBy', 'money', 'gap'),
  ofRegion('averageGrowth', 'growth', 'plannedGrowth'),
  ofRegion('neededGrowth', 'growth', 'requiredGrowth'),
  ofRegion('totalGrowth', 'growth', 'totalGrowth'),
  ofRegion('yearEndStores', 'count', 'yearEndStores'),
  held('result', 'uplift', 'money', ['rates', 'region', 'uplift']),
  held('driver', 'franchised', 'growth', ['baseline', 'franchised', 'growth']),
  held('driver', 'selfOperated', 'growth', ['baseline', 'selfOperated', 'growth']),
  ...[1, 2, 3].map((month) => held('driver', `ramp${month}`, 'rate', ['settings', 'settings', `ramp.${month}`])),
  ...['fair', 'employee', 'mall', 'alliance', 'media', 'joint', 'other'].map(openings),
  ofRates('entry', 'rate'),
  ofRates('conversion', 'rate'),
  ofRates('attach', 'decimal'),
  ofRates('price', 'price'),
];
