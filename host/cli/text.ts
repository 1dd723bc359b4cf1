/** What the command says. `{got}` is what was given, quoted. */
export const en = {
  usage: `Usage: npm run generate -- --region NAME --year YEAR --stores FILE [--lang zh-CN|en] [--target AMOUNT] --out FILE.xlsx
       npm run generate -- --sample[=april] [--region NAME] [--year YEAR] [--lang zh-CN|en] [--target AMOUNT]
                           --out FILE.xlsx

  --region  name of the region, as the workbook carries it
  --year    plan year: the calendar year of its first month, 2000 to 2100
  --stores  list of stores: .xlsx, .csv or .txt, headers and choices in English, Chinese or by id; several times for
            several lists of the same headers
  --sample  a made-up region of 72 stores instead of a list; --sample=april as it stands in April: signed, with sales,
            closed months and actions
  --lang    language of the workbook and of what is said here
  --target  what the company asks of the region, in the currency’s unit
  --out     the workbook to write, .xlsx; or .json, the request that makes it in Google Sheets; one that is there is
            replaced

  How the list is read, where its headers and its content do not tell; each may come several times:
  --map "HEADER=FIELD"          what a column fills; "HEADER=" leaves it out; a column without a header of its own by its
                                letter, several beside each other by C:N
  --map "HEADER=FIELD:HOW"      and how it is read: dmy, mdy, roc, first; point, comma; 元, 千元, 万元, 百万元, 亿元;
                                percent, fraction; mixed, even (figures far out of scale count in
                                another unit, or not); sum (rows of a store added up); several with +
  --map "HEADER=+FIELD"         adds the column to the others of that field: months that make up a year
  --value "HEADER:TEXT=CHOICE"  what a text of a column is; "HEADER:TEXT=" leaves it out
  --all FIELD=VALUE             what a field is in every row, such as ownership=franchised
  --row ROW=total               a row that has the sum of others is a total, left out; or a row of its own: ROW=record
  --encoding NAME               utf-8, gb18030, utf-16le, utf-16be, big5, windows-1252
  --sheet NAME                  a sheet of an .xlsx, by its name or number, if not the first`,
  faults: {
    unknownOption: '{option}: there is no such option; options are {known}',
    noValue: '{option}: write a value after it, such as {example}',
    needlessValue: '{option}: takes no value; leave out {got}',
    stray: '{got}: belongs to no option; put a value with spaces in quotes',
    missing: '{option}: is needed, such as {example}',
    noStores: '--stores: name the list of stores, such as --stores stores.csv, or write --sample for a made-up region',
    bothStores: '--stores and --sample: write one of the two',
    badSample: '{option}: expected april, or no value, got {got}',
    aprilFile: '{option}: the sample in April is made as an .xlsx, got {got}',
    badYear: '--year: expected a year from 2000 to 2100, such as 2027, got {got}',
    badLanguage: '--lang: expected zh-CN or en, got {got}',
    badTarget: '--target: expected an amount above 0, such as 150000000, got {got}',
    notXlsx: '--out: expected a name that ends in .xlsx or .json, got {got}',
    noFolder: '--out: there is no folder {got}; make it first, or name another',
    outIsFolder: '--out: {got} is a folder; name a file in it',
    noFile: '{file}: there is no such file; check the name after --stores',
    notFile: '{file}: is a folder; name a file after --stores',
    unreadable: '{file}: cannot be read ({reason})',
    unwritable: '{file}: cannot be written ({reason}); the workbook was not saved',
    badPair: '{option}: expected two sides of =, such as {example}, got {got}',
    badReading: '{option}: {got} says no way of reading; there are {known}',
    badRow: '{option}: expected one of {known}, got {got}',
    badEncoding: '--encoding: expected one of {known}, got {got}',
    noColumn: '{option}: the list has no column {got}; it has {known}',
    noField: '{option}: there is no field {got}; there are {known}',
    noChoice: '{option}: there is no choice {got}; there are {known}',
    badValue: '{option}: {example} cannot be {got}',
    failed: 'Something went wrong here, and nothing was written: {reason}',
  },
  followUp: 'Looks and formulas that are the same in row after row are in {file}, to be sent right after it',
  inFile: '{file}: {said}',
  readAs: 'read as {encoding}; another with --encoding',
  people: 'supervisors, added to the list of people: {names}',
  columns: { head: ['Column', 'taken for', 'read as'], out: '–', and: ', ' },
  asked: '{said} Say so with {ways}',
  way: '{way} ({shows})',
  or: ' or ',
  choice: 'CHOICE',
  ofChoices: '{way} (CHOICE: {choices}, or nothing to leave it out)',
  forAll: '; or say it of every row: --all {field}=VALUE',
  inEncoding: ' with --encoding',
  nothingWritten: 'Nothing was written.',
  seeHelp: 'Nothing was written. All options: npm run generate -- --help',
  figures: {
    tabs: 'tabs {value}',
    stores: 'stores {value}',
    lastYear: 'last year’s total {value}',
    baseline: 'average store per month {value}',
    target: 'region target {value}',
    noTarget: 'region target – (enter growth in the baseline tab)',
    companyTarget: 'company target {value}',
    gap: 'gap {value}',
    seconds: '{value} s',
  },
};

export const zh: typeof en = {
  usage: `用法：npm run generate -- --region 区域 --year 年度 --stores 文件 [--lang zh-CN|en] [--target 金额] --out 文件.xlsx
      npm run generate -- --sample[=april] [--region 区域] [--year 年度] [--lang zh-CN|en] [--target 金额] --out 文件.xlsx

  --region  区域名称，写入工作簿
  --year    计划年度：首月所在的公历年份，2000 至 2100
  --stores  门店名单：.xlsx、.csv 或 .txt，表头和选项可用中文、英文或字段名；表头相同的多个名单可写多次
  --sample  不用名单，改用虚构的 72 家门店；--sample=april 为四月的状态：已签署，有业绩、关账和事项
  --lang    工作簿和提示的语言
  --target  公司对本区域下达的目标，单位为元
  --out     要写入的工作簿，.xlsx；或 .json，即在 Google 表格中生成它的请求；已有的文件会被替换

  表头和内容说不清时，可以说明名单怎样读取；每项可写多次：
  --map "表头=字段"            某列填入哪个字段；"表头=" 为不导入；没有独有表头的列写列号，相邻多列写 C:N
  --map "表头=字段:读法"       以及怎样读：dmy、mdy、roc、first；point、comma；元、千元、万元、百万元、亿元；
                               percent、fraction；mixed、even（相差悬殊的数另有单位，或单位相同）；
                               sum（同一门店各行相加）；多个用 + 连接
  --map "表头=+字段"           与同一字段的其他列相加：各月合成全年
  --value "表头:文字=选项"     某列的某个文字是哪个选项；"表头:文字=" 为留空
  --all 字段=值                各行相同的字段，例如 ownership=franchised
  --row 行=total               等于其他行之和的一行是合计，不导入；不是合计写 行=record
  --encoding 编码              utf-8、gb18030、utf-16le、utf-16be、big5、windows-1252
  --sheet 名称                 .xlsx 的工作表，写名称或序号，默认第一张`,
  faults: {
    unknownOption: '{option}：没有这个选项；可用的选项有 {known}',
    noValue: '{option}：后面要写值，例如 {example}',
    needlessValue: '{option}：不需要值；请去掉 {got}',
    stray: '{got}：不属于任何选项；含空格的值请加引号',
    missing: '{option}：必须填写，例如 {example}',
    noStores: '--stores：请写门店名单，例如 --stores stores.csv，或写 --sample 使用虚构的区域',
    bothStores: '--stores 与 --sample：只能写一个',
    badSample: '{option}：只能写 april，或不写值，实际为 {got}',
    aprilFile: '{option}：四月的示例只能生成 .xlsx，实际为 {got}',
    badYear: '--year：应为 2000 至 2100 之间的年份，例如 2027，实际为 {got}',
    badLanguage: '--lang：应为 zh-CN 或 en，实际为 {got}',
    badTarget: '--target：应为大于 0 的金额，例如 150000000，实际为 {got}',
    notXlsx: '--out：文件名应以 .xlsx 或 .json 结尾，实际为 {got}',
    noFolder: '--out：没有文件夹 {got}；请先建立，或换一个',
    outIsFolder: '--out：{got} 是文件夹；请写其中的文件名',
    noFile: '{file}：没有这个文件；请检查 --stores 后面的文件名',
    notFile: '{file}：是文件夹；请在 --stores 后面写文件名',
    unreadable: '{file}：无法读取（{reason}）',
    unwritable: '{file}：无法写入（{reason}）；工作簿没有保存',
    badPair: '{option}：= 两边都要写，例如 {example}，实际为 {got}',
    badReading: '{option}：{got} 不是读法；可用的有 {known}',
    badRow: '{option}：应为 {known} 之一，实际为 {got}',
    badEncoding: '--encoding：应为 {known} 之一，实际为 {got}',
    noColumn: '{option}：名单中没有 {got} 列；有 {known}',
    noField: '{option}：没有字段 {got}；有 {known}',
    noChoice: '{option}：没有选项 {got}；有 {known}',
    badValue: '{option}：{example} 不能是 {got}',
    failed: '出错了，没有写入任何文件：{reason}',
  },
  followUp: '各行相同的格式和公式在 {file} 中，随后发送',
  inFile: '{file}：{said}',
  readAs: '按 {encoding} 读取；可用 --encoding 改变',
  people: '督导已加入人员名单：{names}',
  columns: { head: ['列', '对应', '读法'], out: '–', and: '，' },
  asked: '{said}请写明 {ways}',
  way: '{way}（{shows}）',
  or: ' 或 ',
  choice: '选项',
  ofChoices: '{way}（选项：{choices}；不写为不导入）',
  forAll: '；各行相同可写 --all {field}=值',
  inEncoding: '（--encoding）',
  nothingWritten: '没有写入任何文件。',
  seeHelp: '没有写入任何文件。全部选项：npm run generate -- --help',
  figures: {
    tabs: '工作表 {value}',
    stores: '门店 {value}',
    lastYear: '去年总业绩 {value}',
    baseline: '月均单店业绩 {value}',
    target: '区域目标 {value}',
    noTarget: '区域目标 –（请在业绩基数表填写增长）',
    companyTarget: '公司下达目标 {value}',
    gap: '差额 {value}',
    seconds: '用时 {value} 秒',
  },
};

export const words = { en, zh };
