import type { ChoiceList } from '../../model/field';

export const lists: readonly ChoiceList[] = [
  { id: 'grade', choices: ['A', 'B', 'C', 'D'].map((grade) => ({ id: grade, label: { zh: grade, en: grade } })) },
  {
    id: 'flag',
    choices: [
      { id: 'young', label: { zh: '次新店', en: 'Young' } },
      { id: 'weak', label: { zh: '弱店', en: 'Weak' } },
      { id: 'missing', label: { zh: '缺业绩', en: 'Missing sales' } },
    ],
  },
  {
    id: 'channel',
    choices: [
      { id: 'fair', label: { zh: '招商会', en: 'Franchise fair' } },
      { id: 'employee', label: { zh: '内部创业', en: 'Employee-owner stores' } },
      { id: 'mall', label: { zh: '商场招募', en: 'Mall placement' } },
      { id: 'alliance', label: { zh: '异业联盟', en: 'Cross-industry alliance' } },
      { id: 'media', label: { zh: '媒体广告', en: 'Media advertising' } },
      { id: 'joint', label: { zh: '联体店', en: 'Joint store' } },
      { id: 'other', label: { zh: '其他', en: 'Other' } },
    ],
  },
];
