/** What the command says. `{got}` is what was given, quoted. */
export const en = {
  usage: `Usage: npm run generate -- --region NAME --year YEAR --stores FILE.csv [--lang zh-CN|en] [--target AMOUNT] --out FILE.xlsx
       npm run generate -- --sample [--region NAME] [--year YEAR] [--lang zh-CN|en] [--target AMOUNT] --out FILE.xlsx

  --region  name of the region, as the workbook carries it
  --year    plan year: the calendar year of its first month, 2000 to 2100
  --stores  list of stores: CSV in UTF-8, headers and choices in English, Chinese or by id
  --sample  a made-up region of 72 stores instead of a list
  --lang    language of the workbook and of what is said here
  --target  what the company asks of the region, in the currency’s unit
  --out     the workbook to write, .xlsx; or .json, the request that makes it in Google Sheets; one that is there is
            replaced`,
  faults: {
    unknownOption: '{option}: there is no such option; options are {known}',
    noValue: '{option}: write a value after it, such as {example}',
    needlessValue: '{option}: takes no value; leave out {got}',
    stray: '{got}: belongs to no option; put a value with spaces in quotes',
    missing: '{option}: is needed, such as {example}',
    noStores: '--stores: name the list of stores, such as --stores stores.csv, or write --sample for a made-up region',
    bothStores: '--stores and --sample: write one of the two',
    badYear: '--year: expected a year from 2000 to 2100, such as 2027, got {got}',
    badLanguage: '--lang: expected zh-CN or en, got {got}',
    badTarget: '--target: expected an amount above 0, such as 150000000, got {got}',
    notXlsx: '--out: expected a name that ends in .xlsx or .json, got {got}',
    noFolder: '--out: there is no folder {got}; make it first, or name another',
    outIsFolder: '--out: {got} is a folder; name a file in it',
    noFile: '{file}: there is no such file; check the name after --stores',
    notFile: '{file}: is a folder; name a CSV file after --stores',
    unreadable: '{file}: cannot be read ({reason})',
    unwritable: '{file}: cannot be written ({reason}); the workbook was not saved',
    failed: 'Something went wrong here, and nothing was written: {reason}',
  },
  followUp: 'Looks and formulas that are the same in row after row are in {file}, to be sent right after it',
  inFile: '{file}: {said}',
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
  usage: `用法：npm run generate -- --region 区域 --year 年度 --stores 文件.csv [--lang zh-CN|en] [--target 金额] --out 文件.xlsx
      npm run generate -- --sample [--region 区域] [--year 年度] [--lang zh-CN|en] [--target 金额] --out 文件.xlsx

  --region  区域名称，写入工作簿
  --year    计划年度：首月所在的公历年份，2000 至 2100
  --stores  门店名单：UTF-8 编码的 CSV，表头和选项可用中文、英文或字段名
  --sample  不用名单，改用虚构的 72 家门店
  --lang    工作簿和提示的语言
  --target  公司对本区域下达的目标，单位为元
  --out     要写入的工作簿，.xlsx；或 .json，即在 Google 表格中生成它的请求；已有的文件会被替换`,
  faults: {
    unknownOption: '{option}：没有这个选项；可用的选项有 {known}',
    noValue: '{option}：后面要写值，例如 {example}',
    needlessValue: '{option}：不需要值；请去掉 {got}',
    stray: '{got}：不属于任何选项；含空格的值请加引号',
    missing: '{option}：必须填写，例如 {example}',
    noStores: '--stores：请写门店名单，例如 --stores stores.csv，或写 --sample 使用虚构的区域',
    bothStores: '--stores 与 --sample：只能写一个',
    badYear: '--year：应为 2000 至 2100 之间的年份，例如 2027，实际为 {got}',
    badLanguage: '--lang：应为 zh-CN 或 en，实际为 {got}',
    badTarget: '--target：应为大于 0 的金额，例如 150000000，实际为 {got}',
    notXlsx: '--out：文件名应以 .xlsx 或 .json 结尾，实际为 {got}',
    noFolder: '--out：没有文件夹 {got}；请先建立，或换一个',
    outIsFolder: '--out：{got} 是文件夹；请写其中的文件名',
    noFile: '{file}：没有这个文件；请检查 --stores 后面的文件名',
    notFile: '{file}：是文件夹；请在 --stores 后面写 CSV 文件名',
    unreadable: '{file}：无法读取（{reason}）',
    unwritable: '{file}：无法写入（{reason}）；工作簿没有保存',
    failed: '出错了，没有写入任何文件：{reason}',
  },
  followUp: '各行相同的格式和公式在 {file} 中，随后发送',
  inFile: '{file}：{said}',
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
