import type { Section } from '../../model/section';
import { signed, signedOpenings, signedValues, versions } from './fields';
import { en, zh } from './text';

/** What was agreed, as values that nothing typed later changes. Its tabs come with the first signing. */
export const signedSection: Section = {
  id: 'signedTargets',
  tabs: [
    {
      id: 'signedVersions',
      shape: 'table',
      role: 'signings',
      fields: versions,
      onDemand: true,
      kept: {},
      frozenThrough: 'version',
      highlights: [{ fields: ['openedOn', 'openedBy', 'openedFor'], formula: '{openedOn}<>""', look: 'warn' }],
      spareRows: 20,
    },
    {
      id: 'signedTargets',
      shape: 'table',
      fields: signed,
      onDemand: true,
      kept: { records: { of: 'stores', key: 'storeId', name: 'name', figure: 'annual' } },
      frozenThrough: 'name',
      highlights: [{ fields: ['version'], formula: '{version}<MAX({signedTargets.version})', look: 'muted' }],
      spareRows: 100,
    },
    {
      id: 'signedOpenings',
      shape: 'table',
      fields: signedOpenings,
      onDemand: true,
      kept: { records: { of: 'expansion', key: 'channel', name: 'channel', figure: 'annual' } },
      frozenThrough: 'channel',
      spareRows: 20,
    },
    {
      id: 'signedValues',
      shape: 'table',
      fields: signedValues,
      onDemand: true,
      kept: { values: true },
      frozenThrough: 'version',
      spareRows: 20,
    },
  ],
  text: { zh, en },
};
