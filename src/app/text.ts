export const en = {
  menu: {
    sidebar: 'Open the plan',
    generate: 'Generate the region’s workbook…',
    tabs: 'Generate one tab',
    check: 'Check the workbook',
    repair: 'Repair the workbook',
    language: 'Switch the workbook’s language',
    sign: 'Sign the plan…',
    nextYear: 'Start the next year…',
    print: 'Print…',
    values: 'Values only',
    reference: 'Function reference',
  },
  badCurrency: (got: string) => `Currency: “${got}” is not one of the codes listed. Please enter it again.`,
  sidebar: 'Region Targets',
  working: 'Generating the tabs…',
  generated: (tabs: number, cells: number) => `Done. New tabs: ${tabs}; cells brought up to date: ${cells}.`,
  unchanged: 'No tab, label or formula is missing; nothing was changed.',
  printTitle: 'Print',
  printHint: 'Open a page as PDF and print it from there:',
  nothingToPrint: 'There is no target sheet in this workbook yet. Generate it first.',
  separator: ', ',
  valuesOf: (title: string) => `${title} values`,
  valuesMade: (titles: string) => `Copied with values in place of cell functions: ${titles}.`,
  noFunctions: 'No tab of this workbook calls a cell function.',
  newFile: {
    title: (region: string, year: number) => `${region} ${year} operations targets`,
    noService:
      'The new file cannot be made: Google’s Sheets service is not switched on for this script. In its editor, choose Services and add the Google Sheets API.',
    refused: (reason: string) => `The new file was not made. Google says: ${reason}`,
    noReason: 'no reason was given',
    lacking: (reason: string) =>
      `The file is there, but part of it could not be added (${reason}). Please delete it and make it again.`,
    unsure:
      'The file is there, but the run that made it was not seen to its end: open it, and if something is missing, delete it and make it again.',
  },
  storePages: {
    title: (region: string, year: number, of: string) => [region, year, 'store pages', of].filter(Boolean).join(' '),
    heading: (region: string, year: number, store: string) => `${store} · ${region} ${year}`,
    moneyIn: (unit: string, currency: string) =>
      unit === '' ? `Money in ${currency}` : `Money in ${unit.toLowerCase()} ${currency}; per day in ${currency}`,
    basis: (version: number | null, through: string | null) =>
      [version === null ? 'Targets as planned' : `Targets by V${version}`, through && `sales known through ${through}`]
        .filter(Boolean)
        .join('; '),
    rank: (rank: number, of: number) => `${rank} of ${of}`,
    through: (day: string) => `through ${day}`,
    total: 'Year',
    more: (count: number) => `and ${count} more`,
  },
  sharedName: (name: string) =>
    `Several people in the list of people are called “${name}”: whose stores they are cannot be told, and a page would show one’s stores to the other. Tell them apart in the list and in the stores, such as “${name} (1)” and “${name} (2)”.`,
  noStores: 'There are no stores with targets for which pages could be made.',
  noPlanYear: 'This plan has no year yet: enter it in the settings first.',
  otherYear: (year: number) => `The plan year has been changed meanwhile: the next one is ${year}. Please look again.`,
  stillMaking: 'The file is still being made. Please try again in a moment.',
  maybeMade:
    'Making the file was cut off: it may be in your Drive all the same. Look there first; asked for again, another one is made.',
  notListed: (reason: string) => `It is not in the list of regions: ${reason}`,
  readOnly:
    'Nothing was written: you may view this spreadsheet, or comment on it, but not edit it. Its owner can allow that.',
  lockedTabs: (tabs: string) =>
    `Google did not let this be written: something in ${tabs} is protected, and you may not change it. The spreadsheet’s owner, or whoever protected it, can allow it under Data ▸ Protect sheets and ranges.`,
  lockedSomewhere:
    'Google did not let this be written: something is protected, and you may not change it. The spreadsheet’s owner can allow it under Data ▸ Protect sheets and ranges.',
  quoted: (name: string) => `“${name}”`,
  /** What each permission is for, by the end of its address. */
  permissions: {
    'spreadsheets.currentonly': '“this spreadsheet”',
    'script.container.ui': '“show dialogs and a sidebar”',
    'drive.file': '“files made with this add-on”, which a new spreadsheet needs',
    'userinfo.email': '“your e-mail address”, for the change log',
  } as Readonly<Record<string, string>>,
  notPermitted: (names: string) =>
    `Google did not permit this${names === '' ? '' : `: the permission ${names} is missing`}. If several Google accounts are signed in in this browser, open the spreadsheet in a window where only one is. Otherwise remove Region Targets under myaccount.google.com/connections, choose any of its menu items again and tick every box.`,
  failed: (reason: string) =>
    `This stopped before its end: ${reason}\nNothing that was typed is lost. Please run it again; it goes on where it stopped.`,
  checkTitle: 'Check the workbook',
  reasons: {
    key: 'Hidden key missing or damaged',
    label: 'Label missing',
    formula: 'Formula missing or typed over',
    default: 'Default formula missing',
    choice: 'Choice in another language',
    input: 'To be entered',
  },
  exchanged:
    'The hidden keys of columns or rows have changed places: they do not match the labels. Mending puts the keys where the labels say',
  missingTab: 'This tab is missing',
  lostTab: 'Someone has deleted this tab',
  lostLog:
    'Someone has deleted the change log: what was changed before, by whom, and the ways to take it back are gone from the workbook',
  interrupted: 'A run that makes tabs or changes the language was cut off, or is under way',
  unfinished: (who: string) =>
    `A save${who === '' ? '' : ` by ${who}`} was cut off half way, or is under way; whoever writes next ends it`,
  orphan: 'This column is a copy that carries the hidden key of another one',
  lostHighlights:
    'The tab’s conditional formats are lost: what is wrong, changed or typed over is not marked by colour any more',
  yearMoved: (from: number, to: number) =>
    `The plan year was changed from ${from} to ${to} in the grid, and the plan holds stores: their last year’s sales are still those of ${from - 1}. Put ${from} back and start ${to} as a plan of its own, or keep ${to} if these are sales of ${to - 1}.`,
  yearNotMoved: 'The plan year stands otherwise by now. Please look again.',
  yearKept: (year: number) => `The plan is of ${year}, last year’s sales are of ${year - 1}`,
  unlisted: (name: string, list: string) =>
    `${name} is not in the tab “${list}”: add the name there, or the follow-up by supervisor leaves these stores out`,
  shownAs: {
    percent: (value: number) => `Looks like a percentage; it counts as ${value}. Please type the figure itself.`,
    day: (value: number) => `Looks like a date; it counts as ${value}. Please type the figure itself.`,
  },
  typedAs: {
    percent: (value: number, label: string) =>
      `“${label}”: what looks like a percentage counts as ${value} here. Please type the figure itself.`,
    day: (value: number, label: string) =>
      `“${label}”: what looks like a date counts as ${value} here. Please type the figure itself.`,
  },
  money: (amount: string, currency: string) => `${amount} ${currency}`,
  closedWithoutReport:
    'Closed without the figures of its report, as the review is not there. Generate the review, then open the month again and close it anew.',
  closedWithoutRecords:
    'Closed before each store’s figure was kept with its month: by how much the total has changed since is known, but not in which stores. Open the month again and close it anew.',
  notFigures: (title: string, cells: readonly string[]) =>
    `Not closed: in “${title}” these cells of the month hold no figure: ${cells.slice(0, 5).join(', ')}${cells.length > 5 ? `, and ${cells.length - 5} more` : ''}. Type the figure or clear the cell, then close the month.`,
  copiedTab: 'A copy of a tab of the plan: what is typed there is no part of the plan.',
  byHand: 'This is for people to correct: what was typed is left as it is.',
  missingColumns: (count: number) => (count === 1 ? 'A column is missing' : `${count} columns are missing`),
  missingRows: (count: number) => (count === 1 ? 'A row is missing' : `${count} rows are missing`),
  logMoved: 'Columns of the log have been moved; they are put back in their order before anything more is logged',
  sortedApart: (count: number) =>
    `${count} rows stand beside the hidden ids of other rows, as after a sort that left out the first column`,
  sortedAstray: (count: number) =>
    `${count} rows stand beside the hidden ids of other rows, and whose is whose cannot be told: undo the sort, or go back to an earlier version (File ▸ Version history)`,
  foreignId: 'The hidden id was typed over',
  twin: (name: string) =>
    name === ''
      ? 'Rows have one hidden id: one is a copy of the other'
      : `Rows have one hidden id, “${name}”: one is a copy of the other`,
  stranger: (who: string) =>
    `A row marked pending${who === '' ? '' : ` in the name of ${who}`} that the add-on did not write; nothing is done with it`,
  noWorkbook: 'There is no plan in this workbook yet. Choose “Generate the region’s workbook…” first.',
  absentPart: (part: string) =>
    `The tab “${part}” is not in this workbook. Generate it from the menu, then save again.`,
  unknownPart: (part: string) => `There is no part “${part}”.`,
  busy: 'Others are saving right now. Nothing was written; please save again.',
  formulaText: (text: string, label: string) =>
    `“${text}” in “${label}” is a text that a formula comes to and counts nowhere as it stands; write the figure itself.`,
  andMore: (first: string, more: number) => `${first} The same holds for ${more} more.`,
  notRead: (text: string, label: string, why: string) =>
    `“${text}” in “${label}” counts nowhere as it stands; it is kept so that you can mend it. ${why}`,
  conflict: 'Someone else has changed these fields meanwhile. Nothing was written.',
  notInLog: 'The log has no such change any more.',
  formulaStays: 'Taken back as values. Formulas that stood there are in the change log only.',
  ownLost: (columns: readonly string[]) => {
    const named = columns.filter((column) => column !== '').map((column) => `“${column}”`);
    const which = named.length < columns.length ? [...named, 'a column without a label'] : named;
    return `The record is back. What stood in columns that you had added and that are gone stays in the change log only: ${which.join(', ')}.`;
  },
  notYours: (who: string) =>
    `Only who made a change can take it back from here; this one is by ${who === '' ? 'someone unknown' : who}.`,
  changedSince: (who: string, when: string) =>
    who === ''
      ? 'This has been changed since, in the grid. Nothing was undone.'
      : `${who} has changed this since, on ${when}. Nothing was undone.`,
  purgeAhead: 'The day must not lie ahead.',
  gone: 'Someone else has removed this record meanwhile. Nothing was written.',
  invalid: 'Some fields need another value. Nothing was written.',
  earlier:
    'This workbook was made by an earlier version of Region Targets and must be upgraded before it is changed. Nothing was written. Open the plan from the menu and press “Upgrade the workbook”, or choose “Repair the workbook”.',
  later:
    'This workbook was made by a later version of Region Targets: it can be read here, not changed. Nothing was written. Please update the add-on.',
  upgradeTitle: 'Upgrade the workbook',
  upgrade:
    'This workbook was made by an earlier version of Region Targets. Upgrade it now? Nothing that was entered is lost. It may take a minute.',
  jump: 'Some sales are ten times or more, or a tenth or less, of what stands there. Is the unit right?',
  badRequest: (where: string) => `The request cannot be read: ${where}.`,
  unknownField: (field: string) => `There is no field “${field}” here.`,
  unknownRecord: 'Records cannot be added to this part.',
  closedMonth: 'This month is closed. Say why it is corrected, or leave it as it is.',
  openedMonth: 'This opens a closed month again. Say why.',
  reasonNeeded: 'Please give a reason.',
  nothingBack: 'This entry has changed nothing, so there is nothing to take back.',
  keptPart: 'What was signed stays as it was. Nothing was written.',
  signed: (version: number, on: string, by: string) =>
    by === ''
      ? `The plan was signed as V${version} on ${on}. Nothing was written. To change it, open it again with a reason: “Sign the plan…” in the menu.`
      : `The plan was signed as V${version} on ${on} by ${by}. Nothing was written. To change it, open it again with a reason: “Sign the plan…” in the menu.`,
  respread: {
    notSigned: 'Working targets come with a signed plan. Sign it first, then make the tab “Working targets”.',
    noYear: 'The settings have no plan year yet.',
    noStore: 'None of these stores is in the last signed version.',
    nothingFree: (amount: string) =>
      `No month is free: all are over, closed or held, and ${amount} would be left. Release a month, or change the total.`,
    beyond: (amount: string) =>
      `Months that stand fast come to ${amount} more than the total. Release a held month, or raise the total.`,
    minimumsExceed: (amount: string) =>
      `The floors of these stores come to ${amount} more than there is to share out. Lower a floor, or raise the total.`,
    maximumsFallShort: (amount: string) =>
      `The ceilings of these stores leave ${amount} without a place. Raise a ceiling, release a month, or lower the total.`,
    crossedBounds: (store: string) => `The floor of ${store} lies above its ceiling, or its held months above that.`,
    belowNothing: (store: string, amount: string) =>
      `${store} has given back ${amount} more than it sold, and has no free month to make up for it: its year would lie below 0. Leave it out.`,
    noWeight: 'Free months have neither a target nor a season index to go by.',
    tooManyUnits: 'The total is too large for the rounding unit of the settings.',
  },
  signing: {
    title: 'Sign the plan',
    nothing: 'There is nothing to sign yet: no store has a target, and no channel openings.',
    already: (version: number) => `The plan is signed already, as V${version}.`,
    open: 'The plan is open: there is nothing to open again.',
    moved: 'The plan has changed since you looked at it. Please look again, then sign.',
    doubtful: 'Some of it is still open. Sign it all the same with a reason.',
    needsReason: 'Please give a reason.',
    ask: (planned: string) => `Nothing is left open. Sign the plan now, with ${planned} in all?`,
    askAlthough: (planned: string, doubts: string) =>
      `Still open:\n${doubts}\n\nTo sign the plan all the same, with ${planned} in all, type why:`,
    askOpen: (version: number, on: string) =>
      `The plan was signed as V${version} on ${on}. It is an agreement, not a wall: whoever may edit the workbook may open it again, and that is told with who, when and why.\n\nTo open it again, type why:`,
    noTotal: 'no total yet',
    done: (version: number) =>
      `Signed as V${version}. The inputs of the plan are closed; what is done, by whom and when, stays open.`,
    opened: (version: number) => `V${version} is opened again. Sign the plan anew once it is agreed.`,
    left: (count: number) =>
      `${count} values for headquarters are still to be written: “Versions and signing” in the sidebar goes on.`,
  },
};

export const zh: typeof en = {
  menu: {
    sidebar: '打开计划',
    generate: '生成区域工作簿…',
    tabs: '生成单个工作表',
    check: '检查工作簿',
    repair: '修复工作簿',
    language: '切换工作簿语言',
    sign: '签署计划…',
    nextYear: '开始下一年度…',
    print: '打印…',
    values: '仅保留数值',
    reference: '函数说明',
  },
  badCurrency: (got) => `币种“${got}”不在可选范围内。请重新填写。`,
  sidebar: '区域目标',
  working: '正在生成工作表…',
  generated: (tabs, cells) => `完成：新建 ${tabs} 个工作表，更新 ${cells} 个单元格。`,
  unchanged: '工作表、标签和公式都齐全，没有改动。',
  printTitle: '打印',
  printHint: '以 PDF 打开后打印：',
  nothingToPrint: '本工作簿还没有目标总表，请先生成。',
  separator: '、',
  valuesOf: (title) => `${title} 数值`,
  valuesMade: (titles) => `已复制并以数值代替函数：${titles}。`,
  noFunctions: '本工作簿没有使用自定义函数的工作表。',
  newFile: {
    title: (region, year) => `${region} ${year} 年度目标体系`,
    noService: '无法生成新文件：此脚本没有启用 Google 表格服务。请在脚本编辑器的“服务”中添加 Google Sheets API。',
    refused: (reason) => `新文件没有生成。Google 提示：${reason}`,
    noReason: '没有说明原因',
    lacking: (reason) => `文件已生成，但有部分内容未能写入（${reason}）。请删除该文件后重新生成。`,
    unsure: '文件已生成，但未能确认内容是否完整：请打开查看，如有缺失，请删除后重新生成。',
  },
  storePages: {
    title: (region, year, of) => [`${region} ${year} 年单店目标页`, of].filter(Boolean).join(' '),
    heading: (region, year, store) => `${store} · ${region} ${year} 年`,
    moneyIn: (unit, currency) =>
      unit === ''
        ? `金额单位：${currency === 'CNY' ? '元' : currency}`
        : `金额单位：${currency === 'CNY' ? unit : `${unit.replace(/元$/, '')} ${currency}`}；日均需：${currency === 'CNY' ? '元' : currency}`,
    basis: (version, through) =>
      [version === null ? '目标为计划数' : `目标为第 ${version} 版`, through && `业绩截至 ${through}`]
        .filter(Boolean)
        .join('；'),
    rank: (rank, of) => `${rank} / ${of}`,
    through: (day) => `截至 ${day}`,
    total: '全年',
    more: (count) => `等，另有 ${count} 项`,
  },
  sharedName: (name) =>
    `人员名单中有几位“${name}”，无法判断门店属于哪一位，目标页会把一位的门店给另一位看。请在名单和门店中区分，例如“${name}（一组）”“${name}（二组）”。`,
  noStores: '没有可以生成单店目标页的门店：门店还没有目标。',
  noPlanYear: '本计划还没有计划年度：请先在设置中填写。',
  otherYear: (year) => `计划年度已被更改，下一年度为 ${year} 年。请重新查看。`,
  stillMaking: '文件仍在生成，请稍候再试。',
  maybeMade: '生成文件时中断，文件可能已在您的云端硬盘中。请先查看；再次请求会另建一份。',
  notListed: (reason) => `未能记入区域清单：${reason}`,
  readOnly: '没有写入：您只能查看或评论此表格，不能编辑。请表格所有者授予编辑权限。',
  lockedTabs: (tabs) =>
    `Google 未允许写入：${tabs}中有受保护的内容，您无权更改。请表格所有者或设置保护的人在“数据 ▸ 保护工作表和范围”中放行。`,
  lockedSomewhere: 'Google 未允许写入：有受保护的内容，您无权更改。请表格所有者在“数据 ▸ 保护工作表和范围”中放行。',
  quoted: (name) => `“${name}”`,
  permissions: {
    'spreadsheets.currentonly': '“当前表格”',
    'script.container.ui': '“显示对话框和侧边栏”',
    'drive.file': '“本插件创建的文件”（新建表格需要）',
    'userinfo.email': '“您的邮箱地址”（变更记录需要）',
  },
  notPermitted: (names) =>
    `Google 未允许此操作${names === '' ? '' : `，缺少权限：${names}`}。如果浏览器同时登录了多个 Google 账号，请在只登录一个账号的窗口中打开表格；否则请在 myaccount.google.com/connections 中移除“区域目标”，再点任一菜单项并勾选全部权限。`,
  failed: (reason) => `操作中断：${reason}\n已填写的内容没有丢失。请再运行一次，会从中断处继续。`,
  checkTitle: '检查工作簿',
  reasons: {
    key: '隐藏标识缺失或损坏',
    label: '标签缺失',
    formula: '公式缺失或被改写',
    default: '默认公式缺失',
    choice: '选项是另一种语言',
    input: '待填写',
  },
  exchanged: '列或行的隐藏标识互换了位置，与标签不符。修复会按标签放回标识',
  missingTab: '缺少工作表',
  lostTab: '工作表已被删除',
  lostLog: '变更记录已被删除：此前由谁改了什么、以及撤销的途径，工作簿中都已没有',
  interrupted: '生成工作表或切换语言时中断，或正在进行',
  unfinished: (who) => `${who === '' ? '有一次保存' : `${who} 的一次保存`}中途中断，或正在进行；下一次写入会先处理它`,
  orphan: '此列是复制出来的，带有另一列的隐藏标识',
  lostHighlights: '此表的条件格式已失效：有误、变动或改写之处不再以颜色标出',
  yearMoved: (from, to) =>
    `计划年度在表格中由 ${from} 改成了 ${to}，而计划里已有门店，其去年业绩仍是 ${from - 1} 年的。请改回 ${from}，另建 ${to} 年计划；如果这些就是 ${to - 1} 年的业绩，则保留 ${to}。`,
  yearNotMoved: '计划年度现在已是另外的值。请重新查看。',
  yearKept: (year) => `计划为 ${year} 年，去年业绩为 ${year - 1} 年`,
  unlisted: (name, list) => `“${list}”中没有${name}：请加入名单，否则按督导的追踪不计这些门店`,
  shownAs: {
    percent: (value) => `看起来是百分比，按 ${value} 计算。请直接填写数字。`,
    day: (value) => `看起来是日期，按 ${value} 计算。请直接填写数字。`,
  },
  typedAs: {
    percent: (value, label) => `“${label}”看起来是百分比，在这里按 ${value} 计算。请直接填写数字。`,
    day: (value, label) => `“${label}”看起来是日期，在这里按 ${value} 计算。请直接填写数字。`,
  },
  money: (amount, currency) => (currency === 'CNY' ? `${amount}元` : `${amount} ${currency}`),
  closedWithoutReport: '已关账，但没有复盘工作表，月度报告的数字没有留存。请先生成复盘，再重新打开该月并关账。',
  closedWithoutRecords:
    '关账时未留存各门店的数字：看得出合计变动了多少，看不出是哪家门店。请重新打开该月，再关账一次。',
  notFigures: (title, cells) =>
    `未关账：“${title}”该月这些单元格不是数字：${cells.slice(0, 5).join('、')}${cells.length > 5 ? `等 ${cells.length} 处` : ''}。请改成数字或清空后再关账。`,
  copiedTab: '计划工作表的副本，在其中填写的内容不属于计划。',
  byHand: '这需要人工更正，已填写的内容保持不变。',
  missingColumns: (count) => `缺少 ${count} 列`,
  missingRows: (count) => `缺少 ${count} 行`,
  logMoved: '变更记录的列被移动过；写入新记录之前会先恢复原来的顺序',
  sortedApart: (count) => `${count} 行与其他行的隐藏标识错位，可能排序时漏了第一列`,
  sortedAstray: (count) =>
    `${count} 行与其他行的隐藏标识错位，且无法确定各自对应关系：请撤销排序，或恢复较早的版本（文件 ▸ 版本记录）`,
  foreignId: '隐藏标识已被改写',
  twin: (name) =>
    name === '' ? '多行共用一个隐藏标识：其中一行是复制的' : `多行共用一个隐藏标识（“${name}”）：其中一行是复制的`,
  stranger: (who) => `有一行标为“pending”${who === '' ? '' : `，署名 ${who}`}，但并非插件写入；不会执行`,
  noWorkbook: '本工作簿还没有计划。请先选择“生成区域工作簿…”。',
  absentPart: (part) => `本工作簿没有“${part}”工作表。请先从菜单生成，再保存。`,
  unknownPart: (part) => `没有“${part}”这个部分。`,
  busy: '其他人正在保存。本次没有写入，请再保存一次。',
  formulaText: (text, label) => `“${label}”中的“${text}”是公式得出的文字，目前不计入任何数字；请直接写出数字。`,
  andMore: (first, more) => `${first}另有 ${more} 处相同。`,
  notRead: (text, label, why) => `“${label}”中的“${text}”目前不计入任何数字，内容已保留，请改正。${why}`,
  conflict: '其他人刚刚修改了这些字段。本次没有写入。',
  notInLog: '变更记录中已没有这条修改。',
  formulaStays: '已按数值撤销。原有的公式只保留在变更记录里。',
  ownLost: (columns) => {
    const named = columns.filter((column) => column !== '').map((column) => `“${column}”`);
    const which = named.length < columns.length ? [...named, '未命名的列'] : named;
    return `记录已恢复。以下自行添加的列已不存在，其中的内容只保留在变更记录里：${which.join('、')}。`;
  },
  notYours: (who) => `只有修改人可以在此撤销；这条修改由 ${who === '' ? '未知用户' : who} 做出。`,
  changedSince: (who, when) =>
    who === '' ? '此后已在表格中被修改，没有撤销。' : `${who} 已于 ${when} 再次修改，没有撤销。`,
  purgeAhead: '日期不能晚于今天。',
  gone: '其他人刚刚删除了这条记录。本次没有写入。',
  invalid: '有些字段需要修改。本次没有写入。',
  earlier:
    '本工作簿由“区域目标”的较早版本生成，修改前需要升级。本次没有写入。请从菜单打开计划并点击“升级工作簿”，或选择“修复工作簿”。',
  later: '本工作簿由“区域目标”的更新版本生成，在此只能查看，不能修改。本次没有写入。请更新插件。',
  upgradeTitle: '升级工作簿',
  upgrade: '本工作簿由“区域目标”的较早版本生成。现在升级吗？已填写的内容不会丢失，可能需要一分钟。',
  jump: '有些业绩是原来的十倍以上或十分之一以下。单位是否正确？',
  badRequest: (where) => `无法识别的请求：${where}。`,
  unknownField: (field) => `这里没有字段“${field}”。`,
  unknownRecord: '这个部分不能增加记录。',
  closedMonth: '该月已关账。请注明补正原因，或保持不变。',
  openedMonth: '此操作会重新打开已关账的月份，请注明原因。',
  reasonNeeded: '请填写理由。',
  nothingBack: '这条记录没有改动任何数据，无可撤销。',
  keptPart: '已签署的内容保持不变。本次没有写入。',
  signed: (version, on, by) =>
    by === ''
      ? `计划已于 ${on} 签署为第 ${version} 版。本次没有写入。如需修改，请通过菜单“签署计划…”填写理由后重新打开。`
      : `计划已由 ${by} 于 ${on} 签署为第 ${version} 版。本次没有写入。如需修改，请通过菜单“签署计划…”填写理由后重新打开。`,
  respread: {
    notSigned: '执行目标以签署的计划为准。请先签署计划，再生成“执行目标”工作表。',
    noYear: '设置中还没有计划年度。',
    noStore: '所选门店都不在最新签署的版本中。',
    nothingFree: (amount) =>
      `没有可改的月份：都已过去、已关账或已固定，还有 ${amount} 无处分配。请放开一个月，或改动合计。`,
    beyond: (amount) => `不能改的月份合计已超出总额 ${amount}。请放开固定的月份，或提高总额。`,
    minimumsExceed: (amount) => `所选门店的下限合计超出可分配的金额 ${amount}。请降低下限，或提高总额。`,
    maximumsFallShort: (amount) => `受上限所限，还有 ${amount} 无处分配。请提高上限、放开固定的月份，或降低总额。`,
    crossedBounds: (store) => `${store} 的下限高于上限，或固定的月份已超出上限。`,
    belowNothing: (store, amount) =>
      `${store} 的退货比销售多 ${amount}，又没有可改的月份来补，年目标会低于 0。请不要选它。`,
    noWeight: '可改的月份既没有目标，也没有季节指数可依。',
    tooManyUnits: '总额相对于设置中的取整单位过大。',
  },
  signing: {
    title: '签署计划',
    nothing: '还没有可签署的内容：没有门店目标，也没有渠道开店。',
    already: (version) => `计划已签署为第 ${version} 版。`,
    open: '计划目前是打开的，无需重新打开。',
    moved: '您查看之后计划又有变动。请重新查看后再签署。',
    doubtful: '还有未决事项。填写理由后仍可签署。',
    needsReason: '请填写理由。',
    ask: (planned) => `没有未决事项。现在签署计划吗？合计 ${planned}。`,
    askAlthough: (planned, doubts) => `未决事项：\n${doubts}\n\n合计 ${planned}。仍要签署，请填写理由：`,
    askOpen: (version, on) =>
      `计划已于 ${on} 签署为第 ${version} 版。签署是约定，不是锁：能编辑工作簿的人都可以重新打开，并会记下何人、何时、为何。\n\n要重新打开，请填写理由：`,
    noTotal: '尚无合计',
    done: (version) => `已签署为第 ${version} 版。计划的填写项已关闭；负责人、截止日期、进度等仍可填写。`,
    opened: (version) => `第 ${version} 版已重新打开。商定后请再次签署。`,
    left: (count) => `还有 ${count} 个供总部读取的数值待写入：在侧边栏的“版本与签署”中继续。`,
  },
};

export const words = { en, zh };
