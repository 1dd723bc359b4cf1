import { followUpHighlights } from '../../model/followUp';
import type { Section } from '../../model/section';
import { members, monitor } from './fields';
import { en, zh } from './text';

export const membersSection: Section = {
  id: 'members',
  tabs: [
    {
      id: 'members',
      shape: 'record',
      fields: members,
      groups: [
        { id: 'value', from: 'total' },
        { id: 'repurchase', from: 'repurchaseBasis' },
        { id: 'followUp', from: 'owner' },
      ],

      highlights: followUpHighlights,
    },
    {
      id: 'monitor',
      shape: 'fixed',
      fields: monitor,
      rows: Array.from({ length: 12 }, (_, month) => `m${month + 1}`),
      monthlyRows: true,
      highlights: [
        { fields: ['pace'], formula: '{pace}={list.pace.green}', look: 'good' },
        { fields: ['pace'], formula: '{pace}={list.pace.amber}', look: 'warn' },
        { fields: ['pace'], formula: '{pace}={list.pace.red}', look: 'bad' },
      ],
    },
  ],
  lists: [
    {
      id: 'repurchaseBasis',
      choices: [
        { id: 'period', label: { zh: '期间复购', en: 'Within a period' } },
        { id: 'second', label: { zh: '二次购买', en: 'Second purchase' } },
      ],
    },
  ],
  text: { zh, en },
};
