import type { ChoiceList } from '../../model/field';

/** Why a month did not go as planned. */
export const lists: readonly ChoiceList[] = [
  {
    id: 'reason',
    choices: [
      { id: 'traffic', label: { zh: '客流', en: 'Traffic' } },
      { id: 'entry', label: { zh: '进店', en: 'Entry' } },
      { id: 'conversion', label: { zh: '成交', en: 'Conversion' } },
      { id: 'attach', label: { zh: '连带', en: 'Pieces a ticket' } },
      { id: 'price', label: { zh: '件单价/折扣', en: 'Price, discounts' } },
      { id: 'stock', label: { zh: '缺货', en: 'Out of stock' } },
      { id: 'staff', label: { zh: '人员', en: 'Staff' } },
      { id: 'competition', label: { zh: '竞争', en: 'Competition' } },
      { id: 'closure', label: { zh: '装修/停业', en: 'Refit, closure' } },
      { id: 'weather', label: { zh: '天气', en: 'Weather' } },
      { id: 'festival', label: { zh: '节日错位', en: 'Festival moved' } },
      { id: 'lateOpening', label: { zh: '开业延迟', en: 'Late opening' } },
      { id: 'data', label: { zh: '数据', en: 'Data' } },
    ],
  },
];
