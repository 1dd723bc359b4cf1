import type { ChoiceList } from '../../model/field';

export const lists: readonly ChoiceList[] = [
  { id: 'grade', choices: ['A', 'B', 'C', 'D'].map((grade) => ({ id: grade, label: { zh: grade, en: grade } })) },
  {
    id: 'flag',
    choices: [
      { id: 'young', label: { zh: '次新店', en: 'Young' } },
      { id: 'weak', label: { zh: '弱店', en: 'Weak' } },
      { id: 'missing', label: { zh: '缺业绩', en: 'Missing sales' } },
      { id: 'withoutMonths', label: { zh: '有业绩无月数', en: 'Sales without months' } },
    ],
  },
];
