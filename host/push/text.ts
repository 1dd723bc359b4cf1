import type { Language } from '../../src/model/language';

/** What pushing says of its own; the rest is clasp's. */
export const en = {
  noConfig: (file: string) => `${file} cannot be read. README, “Installing it in Google Sheets”, says how to make it.`,
  noScript: (file: string) =>
    `${file} names no script yet: put your script's ID in place of ${placeholder}. README, “Installing it in Google Sheets”, says where to find it.`,
  noClasp: 'clasp is not installed: npm ci installs it, without --omit=dev.',
  notPulled: 'What the script holds could not be read, so nothing was pushed. clasp says:',
  strangers: 'Nothing was pushed: this script holds what is not of Region Targets, and pushing would lose it.',
  kinds: {
    removed: (name: string) => `  ${name}: would be deleted`,
    overwritten: (name: string) => `  ${name}: is other code of the same name, and would be overwritten`,
  },
  advice:
    'Move it to a script of its own, then push again; or push to another script: put its ID into .clasp.json, or make a new one.',
};

export const placeholder = 'REPLACE_WITH_YOUR_SCRIPT_ID';

export const zh: typeof en = {
  noConfig: (file) => `无法读取 ${file}。如何生成它，见 README“安装到 Google 表格”。`,
  noScript: (file) =>
    `${file} 还没有写明脚本：请把其中的 ${placeholder} 换成您的脚本 ID，在哪里找到见 README“安装到 Google 表格”。`,
  noClasp: '没有安装 clasp：运行 npm ci（不带 --omit=dev）即可安装。',
  notPulled: '无法读取该脚本现有的内容，因此没有推送。clasp 的提示：',
  strangers: '没有推送：该脚本中有不属于区域目标的内容，推送会使其丢失。',
  kinds: {
    removed: (name) => `  ${name}：会被删除`,
    overwritten: (name) => `  ${name}：是同名的其他代码，会被覆盖`,
  },
  advice: '请先把它移到单独的脚本中再推送；或推送到另一个脚本：在 .clasp.json 中填写其 ID，或新建一个。',
};

export const words: Readonly<Record<Language, typeof en>> = { en, zh };
