import type { SectionNames } from '../../model/headers';

/** What tables of sales call the store that a row is about. */
export const headers: SectionNames = {
  tabs: {
    actuals: {
      storeId: {
        names: [
          '门店编码',
          '门店编号',
          '门店代码',
          '门店号',
          '店铺编码',
          '店铺编号',
          '店铺代码',
          '店编号',
          '店号',
          '机构编码',
          '终端编码',
          'store no',
          'store number',
          'store code',
          'store id',
          'shop id',
          'shop no',
          'shop code',
          'outlet id',
          'outlet code',
          'branch code',
          'site id',
        ],
        vague: ['id', 'no', 'code', 'number', '编码', '代码'],
      },
    },
  },
};
