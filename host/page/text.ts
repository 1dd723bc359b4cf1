/** What the page around the grid says. */
export const en = {
  addon: 'Region Targets',
  untitled: 'Untitled workbook',
  title: 'Name of the workbook',
  saved: { saved: 'Saved in this browser', saving: 'Saving…', failed: 'Not saved: this browser keeps nothing' },
  books: {
    open: 'Workbooks',
    heading: 'Workbooks in this browser',
    new: 'New workbook',
    close: 'Close',
    remove: (title: string) => `Delete “${title}”`,
    sure: (title: string) => `Delete “${title}”? It is gone for good.`,
    current: 'open now',
    broken: 'cannot be opened',
    raw: (title: string) => `Download what is kept of “${title}”`,
  },
  restored: {
    title: (title: string) => `${title} (restored)`,
    known: (title: string) =>
      `“${title}” cannot be opened. This is what was restored of it earlier, with all that was changed since.`,
    last: (title: string, lost: number) =>
      `“${title}” cannot be opened: ${lost === 1 ? 'the last change' : `the last ${lost} changes`} could not be read. All before ${lost === 1 ? 'it' : 'them'} is here, as a workbook of its own.`,
    former: (title: string, lost: number) =>
      `“${title}” cannot be opened. The state before it was last kept as a whole is here, as a workbook of its own; ${lost === 1 ? 'one change since' : `${lost} changes since`} could not be read.`,
    nothing: (title: string) =>
      `“${title}” cannot be opened, and nothing of it could be read. This is an empty workbook.`,
    raw: 'Nothing of the other was changed: under “Workbooks” all that is kept of it can be downloaded.',
    reason: (reason: string) => `Reason: ${reason}`,
  },
  failedPage: {
    heading: 'This page could not be opened',
    others: 'Workbooks in this browser',
    none: 'There are none, or they cannot be listed.',
  },
  elsewhere: {
    said: 'The usual address is taken, so this page has another. A browser keeps workbooks by their address: those made there are there, not here.',
    go: (address: string) => `Open ${address}`,
  },
  otherWindow: 'Another window',
  losing: (tab: string) =>
    `“${tab}” is a part of the plan. What is typed in it goes with it, and other tabs lose the figures that they take from it. Undo brings it back; the check makes it anew, without what was typed. Delete it?`,
  protected: {
    title: 'This part is protected',
    prompt:
      'Formulas, or figures that are kept as they are: a change here is easily an accident. Change it all the same?',
    tick: 'Do not ask again for 5 minutes',
    moved: 'Rows or columns have moved meanwhile: nothing was changed. Please look where it stands now.',
  },
  about: {
    open: 'About',
    what: 'A living target workbook for a region of stores, on a spreadsheet that runs in this browser. What you type stays in this browser.',
    free: 'Region Targets is free software under the MIT licence. The spreadsheet is o-spreadsheet, under the LGPL, in files of its own that you may replace.',
    licences: 'Licences of everything on this page',
  },
  download: 'Download .xlsx',
  language: { label: '中文', title: '用中文显示' },
  offer: {
    heading: 'Begin with a region',
    sample: 'Load the sample region',
    sampleNote: '72 made-up stores, 60 franchised and 12 self-operated, with growth entered: every figure is filled.',
    april: 'Open the sample in April',
    aprilNote: 'The same region half a year on: signed, with sales to 15 April, closed months and actions.',
    own: 'Generate my own region…',
    dismiss: 'Start with an empty grid',
  },
  working: 'Working…',
  loadingApril: 'Bringing the sample region to April: a quarter of a minute…',
  loadingSample: 'Loading the sample region…',
  sampleRegion: 'East (sample)',
  failed: (reason: string) => `This did not work: ${reason}`,
  frame: { close: 'Close', sidebar: 'Sidebar', dialog: 'Dialog' },
  buttons: { OK: 'OK', CANCEL: 'Cancel', YES: 'Yes', NO: 'No', CLOSE: 'Close' },
  answer: 'Your answer',
};

export const zh: typeof en = {
  addon: '区域目标',
  untitled: '未命名工作簿',
  title: '工作簿名称',
  saved: { saved: '已保存在本浏览器', saving: '正在保存…', failed: '未保存：本浏览器不保留数据' },
  books: {
    open: '工作簿',
    heading: '本浏览器中的工作簿',
    new: '新建工作簿',
    close: '关闭',
    remove: (title) => `删除“${title}”`,
    sure: (title) => `确定删除“${title}”吗？删除后无法恢复。`,
    current: '当前打开',
    broken: '无法打开',
    raw: (title) => `下载“${title}”保存的全部数据`,
  },
  restored: {
    title: (title) => `${title}（恢复）`,
    known: (title) => `“${title}”无法打开。这是之前恢复的内容，以及此后的全部修改。`,
    last: (title, lost) =>
      `“${title}”无法打开：最后 ${lost} 次修改无法读取。在此之前的内容都在这里，另存为一个工作簿。`,
    former: (title, lost) =>
      `“${title}”无法打开。这里是上一次整体保存之前的状态，另存为一个工作簿；此后的 ${lost} 次修改无法读取。`,
    nothing: (title) => `“${title}”无法打开，其中的内容都无法读取。这是一个空白工作簿。`,
    raw: '原工作簿没有改动，可在“工作簿”中下载它保存的全部数据。',
    reason: (reason) => `原因：${reason}`,
  },
  failedPage: {
    heading: '本页无法打开',
    others: '本浏览器中的工作簿',
    none: '没有工作簿，或无法列出。',
  },
  elsewhere: {
    said: '常用网址已被占用，本页使用了另一个网址。浏览器按网址保存工作簿：在那里做的仍在那里，不在这里。',
    go: (address) => `打开 ${address}`,
  },
  otherWindow: '另一个窗口',
  losing: (tab) =>
    `“${tab}”是计划的一部分。删除后其中填写的内容一并删除，其他表引用的数字也会缺失。可用“撤销”找回；“检查”能重建此表，但不含填写的内容。确定删除吗？`,
  protected: {
    title: '这部分受保护',
    prompt: '这里是公式，或应保持原样的数字，容易误改。仍要修改吗？',
    tick: '5 分钟内不再询问',
    moved: '其间行或列有变动，没有修改任何内容。请查看现在的位置。',
  },
  about: {
    open: '关于',
    what: '一个区域的门店目标工作簿，运行在本浏览器的电子表格上。填写的内容只保存在本浏览器。',
    free: '区域目标是自由软件，采用 MIT 许可证。电子表格是 o-spreadsheet，采用 LGPL 许可证，是单独的文件，可以替换。',
    licences: '本页所有组成部分的许可证',
  },
  download: '下载 .xlsx',
  language: { label: 'English', title: 'Show in English' },
  offer: {
    heading: '从一个区域开始',
    sample: '载入示例区域',
    sampleNote: '72 家虚构门店（加盟 60 家、自营 12 家），增长率已填好，各项数字齐全。',
    april: '打开四月的示例区域',
    aprilNote: '同一区域半年之后：已签署，有截至四月十五日的业绩、关账和事项。',
    own: '生成我的区域…',
    dismiss: '先用空白表格',
  },
  working: '正在处理…',
  loadingApril: '正在把示例区域推进到四月，约需十几秒…',
  loadingSample: '正在载入示例区域…',
  sampleRegion: '华东（示例）',
  failed: (reason) => `未能完成：${reason}`,
  frame: { close: '关闭', sidebar: '侧边栏', dialog: '对话框' },
  buttons: { OK: '确定', CANCEL: '取消', YES: '是', NO: '否', CLOSE: '关闭' },
  answer: '您的回答',
};

export const words = { en, zh };
