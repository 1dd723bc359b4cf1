import { isoDay } from '../../model/formulas';
import { ownerOfOther } from './report/expansion';

/** The earliest unfinished action of a table, and how many more there are. */
const action = (tab: string, more: string): string =>
  `=IF(COUNT({${tab}.openDue})=0,"",INDEX({${tab}.keyActions},MATCH(MIN({${tab}.openDue}),{${tab}.openDue},0))&IF(COUNT({${tab}.openDue})>1,${more},""))`;
const count = (tab: string, less = 0): string =>
  less === 0 ? `COUNT({${tab}.openDue})` : `(COUNT({${tab}.openDue})-${less})`;

/** The name of a figure that is not in the display unit: with the currency's own unit behind it. */
const inCurrency = (name: string, unit: string): string =>
  `=IF({settings.currency|""}="","${name}","${name} ("&${unit}&")")`;
const yuan = 'IF({settings.currency|""}={list.currency.CNY|""},"元",{settings.currency|""})';

/** In what all other money on the page is. */
const moneyIn: Readonly<Record<'en' | 'zh', string>> = {
  en: '=IF({settings.currency}="","","Money in "&IF({settings.unitSize}=10000,"10 thousand ",IF({settings.unitSize}=1000,"thousand ",""))&{settings.currency})',
  zh: '=IF({settings.displayUnit}="","","金额单位："&{settings.displayUnit}&IF({settings.currency}={list.currency.CNY},"","("&{settings.currency}&")"))',
};

/** The unit behind a figure inside a sentence. */
const unit = (tenThousand: string, thousand: string, one: string): string =>
  `IF({settings.unitSize|1}=10000,"${tenThousand}",IF({settings.unitSize|1}=1000,"${thousand}","${one}"))`;

const sentence = (
  before: string,
  divided: string,
  months: string,
  after: string,
  scale: string,
  units: string,
): string =>
  `="${before}"&IF(COUNT({baseline.all.lastYearSales|""},{baseline.all.storeCount|""},{baseline.all.avgMonths|""},{baseline.all.avgStore|""})<4,""," = ("&FIXED({baseline.all.lastYearSales|""}/${scale},0)&${units}&"${divided}"&{baseline.all.storeCount|""}&")"&"${months.split('|')[0]}"&FIXED({baseline.all.avgMonths|""},2)&"${months.split('|')[1]} = "&FIXED({baseline.all.avgStore|""}/${scale},2)&${units}&"${after}")`;

const period = (from: string, to: string): string =>
  `"${from}"&${isoDay('{settings.yearStart}')}&"${to}"&${isoDay('{settings.yearEnd}')}`;

/** A figure of the version of the plan that was signed last. */
const ofVersion = (field: string): string =>
  `INDEX({signedVersions.${field}},MATCH(MAX({signedVersions.version}),{signedVersions.version},0))`;

/**
 * Which version was signed, when and by whom; that it was opened again; and by how much the region's total has moved since,
 * in the display unit and as a share. Blank before the first version.
 */
function agreement(words: {
  readonly version: readonly [before: string, after: string];
  readonly by: string;
  readonly opened: string;
  readonly moved: string;
  readonly share: readonly [before: string, after: string];
}): string {
  const { version, by, opened, moved, share } = words;
  const [planned, who] = [ofVersion('planned'), ofVersion('signedBy')];
  const difference = `({summary.total}-${planned})`;
  const plus = `IF(${difference}>0,"+","")`;
  const shareOf = `IF(${planned}=0,"","${share[0]}"&${plus}&FIXED(100*${difference}/${planned},1)&"%${share[1]}")`;
  const change = `"${moved}"&${plus}&FIXED(${difference}/{settings.unitSize},2)&${shareOf}`;
  const isMoved = `IF(COUNT({summary.total},${planned})<2,FALSE,ROUND(${difference}/{settings.unitSize},2)<>0)`;
  return `=IF(COUNT({signedVersions.version})=0,"","${version[0]}"&MAX({signedVersions.version})&"${version[1]}"&${isoDay(ofVersion('signedOn'))}&IF(${who}="","","${by}"&${who})&IF(${ofVersion('openedOn')}="","","${opened}")&IF(${isMoved},${change},""))`;
}

export const en = {
  title: 'Target sheet',
  tabs: {
    targetSheet: {
      title: 'Target sheet',
      fields: {},
      words: {
        title:
          '=TRIM({settings.region|""}&" "&IF(COUNT({settings.planYear|""})=0,"",{settings.planYear|""})&" operations targets")',
        subtitle: `=IF(COUNT({settings.yearStart})=0,"",${period('', ' to ')}&" · "&{settings.salesBasis}&IF({settings.version}="",""," · version "&{settings.version})&IF({settings.preparedBy}="",""," · prepared by "&{settings.preparedBy})&IF(COUNT({settings.preparedOn})=0,""," on "&${isoDay('{settings.preparedOn}')}))`,
        agreement: agreement({
          version: ['Signed V', ' on '],
          by: ' by ',
          opened: ' · opened again',
          moved: ' · since then ',
          share: [' (', ')'],
        }),
        moneyIn: moneyIn.en,
        regionTarget: 'Region’s target',
        averageGrowth: 'Growth of the average store',
        companyGap: 'Gap to the company target',
        formula: sentence(
          'Last year’s average store = (sales ÷ stores) ÷ operating time',
          ' ÷ ',
          ' ÷ | months',
          ' a store-month',
          'MIN({settings.unitSize|1},1000)',
          unit('k', 'k', ''),
        ),
        ownership: 'Ownership',
        sales: 'Last year’s sales',
        stores: 'Stores',
        months: 'Months open',
        average: 'Average store per month',
        growth: 'Growth',
        perMonth: 'Target per month',
        existing: 'Existing target',
        franchised: 'Franchised',
        selfOperated: 'Self-operated',
        all: 'All',
        question: 'How much must the average store grow this year? (self-operated included)',
        both: 'Both',
        requiredGrowth: 'Required',
        sameStore: 'Same-store',
        mixNeutral: 'Mix-neutral',
        totalGrowth: 'Total',
        expansionHeading: '1. Expansion and new stores',
        channel: 'Channel',
        targetOpenings: 'Target',
        expectedOpenings: 'Expected',
        leadsNeeded: 'Leads needed',
        salesThisYear: 'Sales this year',
        budget: 'Budget',
        owner: 'Owner',
        progress: 'Progress',
        fair: '(1) Franchise fair (omitted)',
        otherChannels: '(2) Other channels',
        employee: '1 Employee-owner stores',
        mall: '3 Mall placement',
        alliance: '4 Cross-industry alliance',
        media: '5 Media advertising',
        joint: '6 Joint store',
        other: '7 Other',
        otherOwner: ownerOfOther('channels'),
        byQuarter: 'By quarter',
        openings: 'Openings',
        wholeYear: 'Year',
        quarter1: 'Q1',
        quarter2: 'Q2',
        quarter3: 'Q3',
        quarter4: 'Q4',
        closures: 'Closures',
        newSales: 'New sales',
        storesHeading:
          '="2. Franchised stores (list overleaf"&IF(COUNT({stores.listKey|""})=0,"",", "&COUNT({stores.listKey|""})&" stores")&")"',
        item: 'Item',
        measure: 'Measure',
        now: 'Now',
        target: 'Target',
        keyActions: 'Key actions',
        due: 'Due',
        salesTargetItem: '1 Sales target',
        salesTarget: 'Existing stores',
        floor: 'Floor',
        stretch: 'Stretch',
        ratesItem: '2 Three rates, one price',
        entry: 'Entry rate',
        conversion: 'Conversion rate',
        attach: 'Pieces a ticket',
        price: inCurrency('Price', '{settings.currency|""}'),
        ratesAction: action('rates', `" and "&${count('rates', 1)}&" more"`),
        ratesSales: inCurrency('Store’s month', '{settings.currency|""}'),
        uplift: inCurrency('Uplift', '{settings.currency|""}'),
        membersItem: '3 Member value growth',
        memberSales: 'Member sales',
        repurchase:
          '=IF({members.repurchaseBasis|""}="","Repurchase rate",IF({members.repurchaseBasis|""}={list.repurchaseBasis.second|""},"2nd purchase, ","Repurchase, ")&IF(COUNT({members.repurchaseWindow|""})=0,"",{members.repurchaseWindow|""})&" d")',
        staffItem: '4 Certification, training',
        certification: 'Certified',
        sessions: 'Training sessions',
        staffAction: action('staff', `" and "&${count('staff', 1)}&" more"`),
        retention: 'Retention rate',
        supervisorItem: '5 Supervisors',
        supervisor: 'People',
        supervisorHire: 'To hire',
        expansionItem: 'Expansion staff',
        expansion: 'People',
        expansionHire: 'To hire',
        yearTarget: 'Target of the year',
        yearExisting: 'Existing stores',
        yearNew: 'New stores',
        yearTotal: 'Region',
        againstCompany: 'Company',
        company: 'Target',
        gap: 'Gap',
        ratio: 'Ratio',
        preparedBy: 'Prepared by:',
        manager: 'Regional manager:',
        director: 'Regional director:',
        headquarters: 'Headquarters:',
        date: 'Date:',
        month: 'Month',
        existingStores: 'Existing stores',
        newStores: 'New stores',
        targetByMonth: 'Target by month (display unit)',
        openingsByMonth: 'Openings by month and channel',
      },
    },
    storeList: {
      title: 'Store list overleaf',
      words: {
        title:
          '=TRIM({settings.region|""}&" "&IF(COUNT({settings.planYear|""})=0,"",{settings.planYear|""})&" store targets")',
        aside: `${moneyIn.en}&IF({settings.version}="",""," · version "&{settings.version})`,
      },
      fields: {
        name: {
          label: 'Store',
          note: 'Franchised stores open in the year, in the order of the store list: existing ones, then new ones, then what each add up to.',
        },
        storeId: { label: 'Store ID', note: 'From the store list.' },
        franchisee: { label: 'Franchisee', note: 'From the store list.' },
        lastYearSales: { label: 'Last year', note: 'In the display unit.' },
        floorTarget: { label: 'Floor', note: 'In the display unit.' },
        finalTarget: { label: 'Target', note: 'Final target, in the display unit.' },
        stretchTarget: { label: 'Stretch', note: 'In the display unit.' },
        quarter1: { label: 'Q1', note: 'Sum of the quarter’s months.' },
        quarter2: { label: 'Q2', note: 'Sum of the quarter’s months.' },
        quarter3: { label: 'Q3', note: 'Sum of the quarter’s months.' },
        quarter4: { label: 'Q4', note: 'Sum of the quarter’s months.' },
        promised: { label: 'Promised', note: 'From the commitments, in the display unit.' },
        promiseNote: { label: 'By, when, reservation', note: 'From the commitments.' },
        signature: { label: 'Signature' },
        listedUpTo: { label: 'Existing stores down to this row' },
        newUpTo: { label: 'New stores down to this row' },
        listedBy: { label: 'Row with so many' },
        rank: { label: 'Number in its group' },
        group: { label: 'Subtotal of' },
        at: { label: 'Place in the store list' },
        promiseAt: { label: 'Place in the commitments' },
      },
    },
  },
};

export const zh: typeof en = {
  title: '目标总表',
  tabs: {
    targetSheet: {
      title: '目标总表',
      fields: {},
      words: {
        title: '={settings.region|""}&IF(COUNT({settings.planYear|""})=0,"",{settings.planYear|""})&"营运管理目标体系"',
        subtitle: `=IF(COUNT({settings.yearStart})=0,"",${period('期间：', ' 至 ')}&"　口径："&{settings.salesBasis}&IF({settings.version}="","","　版本："&{settings.version})&IF({settings.preparedBy}="","","　编制："&{settings.preparedBy})&IF(COUNT({settings.preparedOn})=0,""," "&${isoDay('{settings.preparedOn}')}))`,
        agreement: agreement({
          version: ['已签署 V', '：'],
          by: '，',
          opened: ' · 已重新打开',
          moved: ' · 此后变动 ',
          share: ['（', '）'],
        }),
        moneyIn: moneyIn.zh,
        regionTarget: '区域目标',
        averageGrowth: '平均单店增长',
        companyGap: '与公司下达的差额',
        formula: sentence(
          '去年平均单店业绩 =(去年总业绩÷已有门店数量)÷平均单店营业时间',
          '÷',
          '÷|月',
          '/店·月',
          '{settings.unitSize|1}',
          unit('万', '千', '元'),
        ),
        ownership: '性质',
        sales: '去年业绩',
        stores: '店数',
        months: '平均营业月',
        average: '月均单店业绩',
        growth: '增长',
        perMonth: '目标月均',
        existing: '现有店目标',
        franchised: '加盟',
        selfOperated: '自营',
        all: '合计',
        question: '今年平均专(单)店业绩要增长多少?(包括自营店)',
        both: '合计',
        requiredGrowth: '达标需要',
        sameStore: '可比店',
        mixNeutral: '剔除结构',
        totalGrowth: '总业绩',
        expansionHeading: '一. 拓展、新开店计划和目标体系',
        channel: '渠道',
        targetOpenings: '目标开店',
        expectedOpenings: '预计开店',
        leadsNeeded: '需意向客户',
        salesThisYear: '本年业绩',
        budget: '费用',
        owner: '负责人',
        progress: '进度',
        fair: '(一)招商会渠道(略)',
        otherChannels: '(二)非招商会渠道',
        employee: '1 内部创业',
        mall: '3 商场',
        alliance: '4 异业联盟',
        media: '5 媒体广告',
        joint: '6 联体店',
        other: '7 其他',
        otherOwner: ownerOfOther('个渠道'),
        byQuarter: '各季度',
        openings: '开店合计',
        wholeYear: '全年',
        quarter1: '一季度',
        quarter2: '二季度',
        quarter3: '三季度',
        quarter4: '四季度',
        closures: '关店',
        newSales: '新店业绩',
        storesHeading:
          '="二. 加盟店业绩提升目标(店多写背面"&IF(COUNT({stores.listKey|""})=0,"",",共 "&COUNT({stores.listKey|""})&" 家")&")"',
        item: '项目',
        measure: '指标',
        now: '现状',
        target: '目标',
        keyActions: '关键事项',
        due: '截止',
        salesTargetItem: '1 业绩目标',
        salesTarget: '现有店业绩',
        floor: '保底',
        stretch: '冲刺',
        ratesItem: '2 三率一价',
        entry: '进店率',
        conversion: '成交率',
        attach: '连带率',
        price: inCurrency('件单价', yuan),
        ratesAction: action('rates', `"等"&${count('rates')}&"项"`),
        ratesSales: inCurrency('单店月业绩', yuan),
        uplift: inCurrency('每店月提升', yuan),
        membersItem: '3 会员增值',
        memberSales: '会员业绩',
        repurchase:
          '=IF({members.repurchaseBasis|""}="","复购率","复购率·"&IF(COUNT({members.repurchaseWindow|""})=0,"",{members.repurchaseWindow|""})&"天"&IF({members.repurchaseBasis|""}={list.repurchaseBasis.second|""},"内二购","内"))',
        staffItem: '4 认证/培训',
        certification: '认证覆盖率',
        sessions: '培训次数',
        staffAction: action('staff', `"等"&${count('staff')}&"项"`),
        retention: '人员稳定率',
        supervisorItem: '5 督导',
        supervisor: '人数',
        supervisorHire: '需招',
        expansionItem: '拓展',
        expansion: '人数',
        expansionHire: '需招',
        yearTarget: '全年目标',
        yearExisting: '现有店',
        yearNew: '新店',
        yearTotal: '区域合计',
        againstCompany: '公司下达',
        company: '目标',
        gap: '差额',
        ratio: '达成比',
        preparedBy: '编制人：',
        manager: '区域经理：',
        director: '区域总监：',
        headquarters: '总部：',
        date: '日期：',
        month: '月份',
        existingStores: '现有店',
        newStores: '新店',
        targetByMonth: '各月目标(按显示单位)',
        openingsByMonth: '各月开店(按渠道)',
      },
    },
    storeList: {
      title: '加盟店目标(背面)',
      words: {
        title: '={settings.region|""}&IF(COUNT({settings.planYear|""})=0,"",{settings.planYear|""})&"加盟店目标"',
        aside: `${moneyIn.zh}&IF({settings.version}="","","　版本："&{settings.version})`,
      },
      fields: {
        name: { label: '店名', note: '今年营业的加盟店，按门店表顺序：先现有店，后新店，最后各自小计。' },
        storeId: { label: '编号', note: '取自门店表。' },
        franchisee: { label: '加盟商', note: '取自门店表。' },
        lastYearSales: { label: '去年业绩', note: '按显示单位。' },
        floorTarget: { label: '保底', note: '按显示单位。' },
        finalTarget: { label: '目标', note: '最终目标，按显示单位。' },
        stretchTarget: { label: '冲刺', note: '按显示单位。' },
        quarter1: { label: '一季度', note: '三个月之和。' },
        quarter2: { label: '二季度', note: '三个月之和。' },
        quarter3: { label: '三季度', note: '三个月之和。' },
        quarter4: { label: '四季度', note: '三个月之和。' },
        promised: { label: '承诺', note: '取自门店承诺，按显示单位。' },
        promiseNote: { label: '承诺人、日期、保留意见', note: '取自门店承诺。' },
        signature: { label: '签字' },
        listedUpTo: { label: '至本行的现有店数' },
        newUpTo: { label: '至本行的新店数' },
        listedBy: { label: '达到序号的行' },
        rank: { label: '组内序号' },
        group: { label: '小计所属' },
        at: { label: '门店表位置' },
        promiseAt: { label: '门店承诺位置' },
      },
    },
  },
};
