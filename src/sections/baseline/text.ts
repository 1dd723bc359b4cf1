export const en = {
  title: 'Baseline',
  tabs: {
    baseline: {
      title: 'Baseline',
      rows: { franchised: 'Franchised', selfOperated: 'Self-operated', all: 'All' },
      fields: {
        lastYearSales: { label: 'Last year’s sales', note: 'From the store list once it has rows; may be typed over.' },
        storeCount: {
          label: 'Stores',
          note: 'Stores with sales last year. From the store list once it has rows; may be typed over.',
        },
        avgMonths: {
          label: 'Average operating time',
          note: 'Months a store traded last year, averaged over its stores; both ownerships together weighted by stores.',
        },
        avgStore: {
          label: 'Average store per month',
          note: 'Last year’s average store performance = sales ÷ stores ÷ average operating time.',
        },
        growth: {
          label: 'Growth',
          note: 'This year’s growth of the average store. For all stores: the growth that the targets add up to.',
        },
        targetPerMonth: { label: 'Target per store-month', note: 'Average store per month × (1 + growth).' },
        storeMonths: {
          label: 'Store-months this year',
          note: 'Months open this year, summed over existing stores. Without a store list: stores × 12.',
        },
        existingTarget: {
          label: 'Target of existing stores',
          note: 'Sum of the existing stores’ final targets. Without a store list: average store × (1 + growth) × store-months.',
        },
        plannedGrowth: {
          label: 'Planned growth',
          note: 'Target ÷ (average store × store-months) − 1: the growth that the stores’ targets amount to.',
        },
        lastYearStoreMonths: { label: 'Store-months last year', note: 'Stores × average operating time.' },
        listBaseline: {
          label: 'Average store, from the list',
          note: 'Sum of sales ÷ sum of operating months of the store list, whatever is typed on the left.',
        },
        difference: {
          label: 'Difference',
          note: 'Average store per month less the one from the list: not 0 where figures were typed over.',
        },
      },
    },
    summary: {
      title: 'Region summary',
      doubts: {
        noPlan: 'There is no target yet: the plan adds up to nothing.',
        gap: 'The plan falls short of the company’s target.',
      },
      groups: {
        target: 'Target',
        growth: 'Growth',
        stores: 'Stores',
        months: 'By month',
        commitments: 'Commitments',
      },
      fields: {
        existingTarget: { label: 'Existing stores', note: 'E: sum of the existing stores’ final targets.' },
        newSales: { label: 'New stores', note: 'N: sales this year of the enabled channels’ openings.' },
        total: { label: 'Region’s target', note: 'R = existing + new.' },
        companyTarget: { label: 'Company target', note: 'T, from the settings.' },
        gap: { label: 'Gap', note: 'R − T. Below 0 the plan falls short of the company’s target.' },
        ratio: { label: 'Plan ÷ company target', note: 'R ÷ T.' },
        withoutSales: {
          label: 'Of it without last year’s sales',
          note: 'Targets of existing stores whose last year’s sales are blank: they rest on the other stores’ average.',
        },
        promisedStores: {
          label: 'Stores that have signed',
          note: 'Existing stores with a signed commitment.',
        },
        storesToPromise: { label: 'Of stores', note: 'Existing stores with a target.' },
        promisedSales: { label: 'Promised by them', note: 'What they have promised and signed.' },
        lastYearTotal: { label: 'Last year’s total', note: 'Both ownerships.' },
        totalGrowth: { label: 'Total growth', note: 'R ÷ last year’s total − 1.' },
        plannedGrowth: {
          label: 'Planned growth of the average store',
          note: 'E ÷ (B × M) − 1, B = last year’s sales ÷ operating months, M = store-months of existing stores this year. Both ownerships.',
        },
        requiredGrowth: {
          label: 'Required growth of the average store',
          note: '(T − N) ÷ (B × M) − 1: what the existing stores must grow for the gap to close.',
        },
        mixNeutralGrowth: {
          label: 'Mix-neutral growth',
          note: 'E ÷ Σ over ownerships (B × M) − 1: growth without the shift between ownerships.',
        },
        sameStoreGrowth: {
          label: 'Same-store growth',
          note: 'Final targets ÷ last year’s sales − 1 over stores open all of both years.',
        },
        existingStores: {
          label: 'Existing stores, number',
          note: 'Stores without an opening date or opened before the plan year. Without a store list: the baseline tab’s stores.',
        },
        closures: { label: 'Closures this year', note: 'Stores with a closing date in the plan year.' },
        yearEndStores: { label: 'Stores at year end', note: 'Existing stores open at year end + target openings.' },
        existingByMonth: { label: 'Existing stores by month', note: 'Sum of the existing stores’ monthly targets.' },
        openedBaseline: {
          label: 'Baseline opened in the month',
          note: 'Openings of the month × their channels’ mature baseline.',
        },
        newByMonth: {
          label: 'New stores by month',
          note: 'Season index × Σ baseline opened in each month so far × ramp at its age.',
        },
        totalByMonth: { label: 'Region by month', note: 'Existing + new stores.' },
      },
    },
  },
};

export const zh: typeof en = {
  title: '业绩基数',
  tabs: {
    baseline: {
      title: '业绩基数',
      rows: { franchised: '加盟', selfOperated: '自营', all: '合计' },
      fields: {
        lastYearSales: { label: '去年业绩', note: '门店表有数据后取自门店表，可改写。' },
        storeCount: { label: '店数', note: '去年有业绩的门店数。门店表有数据后取自门店表，可改写。' },
        avgMonths: { label: '平均营业月', note: '门店去年营业月数的平均；合计按店数加权。' },
        avgStore: { label: '月均单店业绩', note: '去年平均单店业绩 = 去年总业绩÷门店数量÷平均单店营业时间。' },
        growth: { label: '增长', note: '今年平均单店业绩增长。合计行为各目标合计后的增长。' },
        targetPerMonth: { label: '目标月均', note: '月均单店业绩×(1+增长)。' },
        storeMonths: { label: '今年店月', note: '现有店今年营业月数之和。没有门店表时为店数×12。' },
        existingTarget: { label: '现有店目标', note: '现有店最终目标之和。没有门店表时为月均×(1+增长)×店月。' },
        plannedGrowth: { label: '计划增长', note: '目标÷(月均×店月)−1：各店目标合计所对应的增长。' },
        lastYearStoreMonths: { label: '去年店月', note: '店数×平均营业月。' },
        listBaseline: { label: '门店表基数', note: '门店表业绩之和÷营业月之和，不受左侧改写影响。' },
        difference: { label: '差异', note: '月均单店业绩减门店表基数；有改写时不为 0。' },
      },
    },
    summary: {
      title: '区域测算',
      doubts: {
        noPlan: '还没有任何目标，计划合计为空。',
        gap: '计划低于公司下达目标。',
      },
      groups: {
        target: '目标',
        growth: '增长',
        stores: '门店',
        months: '各月',
        commitments: '门店承诺',
      },
      fields: {
        existingTarget: { label: '现有店目标', note: 'E：现有店最终目标之和。' },
        newSales: { label: '新店业绩', note: 'N：启用渠道今年开店的业绩。' },
        total: { label: '区域目标合计', note: 'R = 现有店 + 新店。' },
        companyTarget: { label: '公司下达目标', note: 'T，取自设置。' },
        gap: { label: '差额', note: 'R − T。小于 0 表示计划低于公司下达目标。' },
        ratio: { label: '达成比', note: '区域目标合计÷公司下达目标，R÷T。' },
        withoutSales: { label: '其中缺去年业绩的门店', note: '未填去年业绩的现有店目标：只按其他店的平均推算。' },
        promisedStores: { label: '已签承诺的门店', note: '承诺已签字的现有店。' },
        storesToPromise: { label: '应签门店', note: '有目标的现有店。' },
        promisedSales: { label: '承诺合计', note: '已签字的承诺之和。' },
        lastYearTotal: { label: '去年总业绩', note: '加盟与自营合计。' },
        totalGrowth: { label: '总业绩增长', note: 'R÷去年总业绩−1。' },
        plannedGrowth: {
          label: '平均单店计划增长',
          note: 'E÷(B×M)−1，B = 去年业绩÷营业月，M = 现有店今年店月。含自营店。',
        },
        requiredGrowth: { label: '平均单店需要增长', note: '(T−N)÷(B×M)−1：补齐差额时现有店需要的增长。' },
        mixNeutralGrowth: { label: '剔除结构增长', note: 'E÷各性质(B×M)之和−1：不受加盟、自营比重变化影响。' },
        sameStoreGrowth: { label: '可比店增长', note: '两年全年营业的门店：最终目标之和÷去年业绩之和−1。' },
        existingStores: {
          label: '现有店数',
          note: '没有开业日期或在计划年度之前开业的门店。没有门店表时取业绩基数表店数。',
        },
        closures: { label: '今年关店数', note: '关店日期在计划年度内的门店。' },
        yearEndStores: { label: '年末店数', note: '年末仍营业的现有店 + 目标开店。' },
        existingByMonth: { label: '现有店各月目标', note: '现有店各月目标之和。' },
        openedBaseline: { label: '当月开店月均', note: '当月开店数×所属渠道成熟月均。' },
        newByMonth: { label: '新店各月业绩', note: '季节指数×此前各月所开门店的月均×相应爬坡。' },
        totalByMonth: { label: '区域各月合计', note: '现有店+新店。' },
      },
    },
  },
};
