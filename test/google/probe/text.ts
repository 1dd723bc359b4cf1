const en = {
  run: 'Run the probe',
  tab: 'Probe',
  head: ['Room', 'Case', 'Expected', 'Got', 'Same?', 'Source'],
  verdicts: { same: 'same', different: 'different', 'cannot tell': 'cannot tell' },
  stopped: 'the run ended within this case',
  notEmpty:
    'This spreadsheet is not empty. The probe changes the locale, adds tabs and removes them: run it in a new spreadsheet of its own.',
  first: 'Please type the letter x into cell A1 first, so that the trigger is tried too. Go on without it?',
  again: (done: number, all: number) => `${done} of ${all} cases are done. Choose “Run the probe” again to go on.`,
  done: (same: number, different: number, unsure: number) =>
    `All cases are done: ${same} same, ${different} different, ${unsure} cannot be told. The tab “Probe” lists them; its last cell holds the differences as text, to be copied into a report.`,
  copy: 'Copy this into your report:',
  summary: (cases: number, same: number, different: number, unsure: number) =>
    `${cases} cases: ${same} same, ${different} different, ${unsure} cannot be told`,
  expected: 'expected',
  or: 'or',
  got: 'got',
};

const zh: typeof en = {
  run: '运行检验',
  tab: '检验',
  head: ['类别', '事项', '预期', '实际', '是否一致', '依据'],
  verdicts: { same: '一致', different: '不一致', 'cannot tell': '无法判断' },
  stopped: '运行在这一项中断',
  notEmpty: '这个表格不是空的。检验会更改区域设置、新增并删除工作表：请在专门新建的表格里运行。',
  first: '请先在 A1 单元格输入字母 x，以便同时检验触发器。不输入，直接继续吗？',
  again: (done, all) => `共 ${all} 项，已完成 ${done} 项。请再选一次“运行检验”，从这里继续。`,
  done: (same, different, unsure) =>
    `全部完成：一致 ${same} 项，不一致 ${different} 项，无法判断 ${unsure} 项。结果列在“检验”工作表，最后一个单元格是全部差异的文字，请复制到反馈中。`,
  copy: '请把以下内容复制到反馈中：',
  summary: (cases, same, different, unsure) =>
    `共 ${cases} 项：一致 ${same} 项，不一致 ${different} 项，无法判断 ${unsure} 项`,
  expected: '预期',
  or: '或',
  got: '实际',
};

export type Words = typeof en;

/** The probe's words in a user's language: Chinese for Chinese, else English. */
export const wordsFor = (locale: string): Words => (/^zh/i.test(locale) ? zh : en);

/** The report's tab in any language. */
export const tabNames: readonly string[] = [en.tab, zh.tab];
