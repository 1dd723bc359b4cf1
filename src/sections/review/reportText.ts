import { isoDay } from '../../model/formulas';
import { issueWords, moreWords } from './due';
import { reachedMonth as month } from './months';
import { redWords } from './report';

const through = '{followUpTerms.through}';
const start = '{settings.yearStart}';

/** The month of the report as 2027-04. */
const monthOf = `YEAR(EDATE(${start},${month}-1))&"-"&RIGHT("0"&MONTH(EDATE(${start},${month}-1)),2)`;
const isReached = `COUNT(${through},${start})=2`;
/** Data may reach a day before the year, of which there is no month. */
const hasMonth = 'SUM({followUpTerms.month})>0';
const region = '{settings.region|""}';

/** How far data reach, which version was signed, and what sales are. */
const note = (words: {
  readonly none: string;
  readonly through: string;
  readonly version: readonly [string, string];
}): string =>
  `=IF(${isReached},"${words.through}"&${isoDay(through)}&IF(COUNT({signedVersions.version|""})=0,"","${words.version[0]}"&MAX({signedVersions.version|0})&"${words.version[1]}")&" · "&{settings.salesBasis},"${words.none}")`;

/** Too little of the target to date has figures. */
const coverageWarning = (before: string, after: string): string => {
  const coverage = '{followUpSummary.all.coverage}';
  return `=IF(COUNT(${coverage})=0,"",IF(ROUND(${coverage},12)>=SUM({followUpTerms.coverageLine}),"","${before}"&FIXED(100*${coverage},1)&"%${after}"))`;
};

/** Months whose figures are others than when they were closed. */
const changedWarning = (before: string, after: string): string => {
  const changed = `(COUNTIF({closings.changed},">"&1/100)+COUNTIF({closings.changed},"<"&-1/100))`;
  return `=IF(${changed}=0,"","${before}"&${changed}&"${after}"&FIXED(SUM({closings.changed})/{settings.unitSize},2))`;
};

/** A head, and in January to March how the year is held against the last one. */
const compared = (head: string): string =>
  `="${head}"&IF({followUpTerms.comparedAs}="",""," · "&{followUpTerms.comparedAs})`;

/** What a piece costs is in the currency itself, where all other money on the page is in the display unit. */
const pieceIn = (name: string, currency: string): string =>
  `=IF({settings.currency}="","${name}","${name} ("&${currency}&")")`;

/** The words of the monthly report and of the weekly sheet, in English. */
export const reportEn = {
  title: `=TRIM(${region}&" monthly report")&IF(${hasMonth}," "&${monthOf},"")`,
  weekly: `=TRIM(${region}&" week by week")&IF(${hasMonth}," "&${monthOf},"")`,
  moneyIn:
    '=IF({settings.currency}="","","Money in "&IF({settings.unitSize}=10000,"10 thousand ",IF({settings.unitSize}=1000,"thousand ",""))&{settings.currency})',
  note: note({ none: 'No sales yet.', through: 'Data through ', version: [' · signed V', ''] }),
  coverageWarning: coverageWarning('Figures are known of ', ' of the target to date only'),
  changedWarning: changedWarning('Months corrected since closing: ', ', by '),
  monthHead: 'Month so far',
  yearHead: 'Year so far',
  target: 'Target to date',
  covered: 'Covered target',
  actual: 'Actual',
  achievement: 'Achievement',
  gap: 'Gap',
  yearOnYear: compared('On last year'),
  coverage: 'Coverage',
  franchised: 'Franchised',
  selfOperated: 'Self-operated',
  opened: 'of them new',
  all: 'All stores',
  forecastHead: 'The year',
  forecastRow: 'Stores and openings',
  atPlan: 'At plan',
  season: 'Season',
  recent: 'Recent',
  used: 'Forecast used',
  signedTarget: 'Signed',
  workingTarget: 'Working',
  companyTarget: 'Company',
  requiredRate: 'Required on the rest',
  perDay: 'Needed a day',
  usedLess: 'Used, against',
  bridgeHead: 'To the forecast',
  bridgeRow: 'Steps',
  planLess: 'Plan gap',
  kept: 'Kept',
  openedAsPlanned: 'As planned',
  notOpened: 'Not opened',
  unplanned: 'Unplanned',
  closed: 'Closed',
  rest: 'Rest of year',
  bestHead: 'Best five by gap',
  worstHead: 'Worst five by gap',
  reason: 'Reason',
  nextAction: 'Next action',
  owner: 'Owner',
  redHead: 'Red for two months',
  redMore: redWords(['and ', ' more']),
  openingsHead: 'Openings of the year',
  openingsRow: 'Stores',
  signedOpenings: 'Agreed',
  came: 'In the list',
  toOpen: 'To open',
  plannedOpenings: 'Planned now',
  ratesHead: 'Three rates, one price',
  ratesRow: 'Region',
  entry: 'Entry',
  conversion: 'Conversion',
  attach: 'Pieces a ticket',
  price: pieceIn('Price', '{settings.currency}'),
  salesNow: 'Month now',
  salesTarget: 'Month, target',
  uplift: 'Uplift',
  peopleHead: 'Members, people',
  peopleRow: 'Now',
  memberSales: 'Member sales',
  memberTarget: 'Their target',
  repurchase: 'Repurchase',
  certified: 'Certified',
  supervisors: 'Supervisors',
  supervisorsNeeded: 'Needed',
  expansionStaff: 'Expansion staff',
  dueHead: 'Due',
  dueIssue: issueWords({
    rates: 'Three rates, one price',
    members: 'Members',
    expansion: 'Expansion',
    staff: 'Staff',
    headcount: 'Headcount',
  }),
  issue: 'Issue',
  due: 'By',
  status: 'Status',
  more: moreWords(['And ', ' more due within 30 days. '], ['Overdue: ', '.']),
  preparedBy: 'Prepared by:',
  manager: 'Regional manager:',
  director: 'Regional director:',
  headquarters: 'Headquarters:',
};

/** The same in Chinese. */
export const reportZh: typeof reportEn = {
  title: `=${region}&"月度报告"&IF(${hasMonth}," "&${monthOf},"")`,
  weekly: `=${region}&"周会"&IF(${hasMonth}," "&${monthOf},"")`,
  moneyIn:
    '=IF({settings.displayUnit}="","","金额单位："&{settings.displayUnit}&IF({settings.currency}={list.currency.CNY},"","("&{settings.currency}&")"))',
  note: note({ none: '尚无业绩。', through: '数据截至 ', version: [' · 签署 V', ''] }),
  coverageWarning: coverageWarning('缺数：业绩只覆盖应达成的 ', ''),
  changedWarning: changedWarning('关账后变动：', ' 个月，共 '),
  monthHead: '本月至今',
  yearHead: '本年至今',
  target: '应达成',
  covered: '可比目标',
  actual: '实际',
  achievement: '达成率',
  gap: '缺口',
  yearOnYear: compared('同比'),
  coverage: '覆盖率',
  franchised: '加盟',
  selfOperated: '自营',
  opened: '其中新店',
  all: '合计',
  forecastHead: '全年',
  forecastRow: '门店与待开',
  atPlan: '按计划',
  season: '季节',
  recent: '近三月',
  used: '采用的预测',
  signedTarget: '签署目标',
  workingTarget: '执行目标',
  companyTarget: '公司目标',
  requiredRate: '后续需达成率',
  perDay: '日均需',
  usedLess: '采用，相比',
  bridgeHead: '公司目标→预测',
  bridgeRow: '各项',
  planLess: '计划与目标差',
  kept: '存量',
  openedAsPlanned: '计划新店',
  notOpened: '计划未开',
  unplanned: '计划外新店',
  closed: '非计划关店',
  rest: '余下时间',
  bestHead: '缺口最好五家',
  worstHead: '缺口最大五家',
  reason: '原因',
  nextAction: '下一步',
  owner: '负责人',
  redHead: '连续两月为红',
  redMore: redWords(['等，另 ', ' 家']),
  openingsHead: '本年开店',
  openingsRow: '家数',
  signedOpenings: '约定',
  came: '已在列表',
  toOpen: '待开',
  plannedOpenings: '当前计划',
  ratesHead: '三率一价',
  ratesRow: '区域',
  entry: '进店率',
  conversion: '成交率',
  attach: '连带率',
  price: pieceIn('件单价', 'IF({settings.currency}={list.currency.CNY},"元",{settings.currency})'),
  salesNow: '月业绩现状',
  salesTarget: '月业绩目标',
  uplift: '提升',
  peopleHead: '会员与人员',
  peopleRow: '现状',
  memberSales: '会员业绩',
  memberTarget: '会员目标',
  repurchase: '复购率',
  certified: '持证率',
  supervisors: '督导',
  supervisorsNeeded: '需要',
  expansionStaff: '拓展人员',
  dueHead: '到期事项',
  dueIssue: issueWords({
    rates: '三率一价',
    members: '会员增值',
    expansion: '拓展计划',
    staff: '人员素质与稳定',
    headcount: '人力需求',
  }),
  issue: '问题',
  due: '截止',
  status: '状态',
  more: moreWords(['三十天内到期的还有 ', ' 项。'], ['已逾期 ', ' 项。']),
  preparedBy: '制表：',
  manager: '区域经理：',
  director: '区域总监：',
  headquarters: '总部：',
};
