import type { Language } from './language';
import type { FaultName, RuleFault } from './rules';
import { filled } from './sentence';

/*
 * Every rule in words, in the three places where words of it are needed. A set of sentences that a bundle does not use is
 * not in it.
 */

/** What is wrong at a field or a cell: in a form, in an endpoint's answer, and where the check finds it. */
const saidEn: Readonly<Record<FaultName, string>> = {
  locked: 'This figure is computed; it cannot be typed.',
  needed: 'Please fill this in.',
  words: 'Please enter a text.',
  text: 'At most {most} characters.',
  characters: 'It holds a character that no cell can keep ({got}); please take it out.',
  number: 'Please enter a number.',
  size: 'This number is too large, or too close to 0, to compute with.',
  whole: 'Please enter a whole number.',
  date: 'Please enter a date, for example 2027-03-16.',
  month: 'Please enter a month, for example 2027-03.',
  ambiguousDate: 'Day and month could be either; please type it as 2027-03-16.',
  noSuchDay: 'There is no such day.',
  tick: 'Please enter yes or no.',
  choice: 'Please choose one of the list.',
  atLeast: 'At least {bound}.',
  above: 'More than {bound}.',
  atMost: 'At most {bound}.',
  notBefore: 'Not before “{other}” ({least}).',
  unique: '“{got}” is there already; it must be unique.',
  twice: '“{got}” comes twice, in rows {first} and {again} of the block.',
  lookalike: '“{got}” looks like “{like}”, which is there already, but some letters are of another alphabet.',
  known: 'There is no “{got}” yet; please check it, or add it first.',
  cells: 'Expected {cells} values.',
  error: 'The formula gives an error: {got}',
  divided: '0, although “{other}” is given: it counts in no average. Please check both.',
  reasonless: 'This figure comes from imports; say why it is changed by hand.',
  typedOver: 'Typed over by hand; “{got}” was imported.',
  notImported: 'Typed by hand; nothing was imported here.',
};

const saidZh: typeof saidEn = {
  locked: '这个数由公式计算，不能填写。',
  needed: '请填写此项。',
  words: '请填写文字。',
  text: '最多 {most} 字。',
  characters: '含有单元格无法保存的字符（{got}），请删去。',
  number: '请填写数字。',
  size: '这个数过大或过于接近 0，无法计算。',
  whole: '请填写整数。',
  date: '请填写日期，例如 2027-03-16。',
  month: '请填写月份，例如 2027-03。',
  ambiguousDate: '日和月分不清，请写作 2027-03-16。',
  noSuchDay: '没有这一天。',
  tick: '请填写是或否。',
  choice: '请从列表中选择。',
  atLeast: '不应小于 {bound}。',
  above: '应大于 {bound}。',
  atMost: '不应大于 {bound}。',
  notBefore: '不应早于“{other}”（{least}）。',
  unique: '“{got}”已存在，不能重复。',
  twice: '“{got}”出现了两次：本批第 {first} 行和第 {again} 行。',
  lookalike: '“{got}”看起来和已有的“{like}”一样，但有些字母属于另一种文字（如西里尔或希腊字母）。',
  known: '没有“{got}”，请核对，或先登记。',
  cells: '应为 {cells} 个值。',
  error: '公式出错：{got}',
  divided: '为 0，但已填写“{other}”，不会计入平均。请核对这两项。',
  reasonless: '此数由导入写入，手工修改请注明原因。',
  typedOver: '已被手工改写，导入值为“{got}”。',
  notImported: '手工填写，并非导入。',
};

const said = { en: saidEn, zh: saidZh };

/** Whether there is a rule of that name. */
export const isFaultName = (name: unknown): name is FaultName => Object.keys(saidEn).some((known) => known === name);

/** A fault in words, which may name another field by its label. */
export function faultWords(
  { rule, params }: RuleFault,
  language: Language,
  labelOf: (field: string) => string,
): string {
  const { other } = params;
  return filled(said[language][rule], { ...params, ...(other === undefined ? {} : { other: labelOf(String(other)) }) });
}

/** What a cell of a tab asks for, shown beside it before and when it refuses a value. */
export const askedEn = {
  choice: 'Choose one from the list.',
  person: 'Choose a name from the people list, or type one.',
  record: 'Choose one of “{title}”, or type one that is yet to come there.',
  date: 'Enter a date, for example 2027-03-16.',
  month: 'Enter a month, for example 2027-03.',
  tick: 'Tick or leave empty.',
  number: 'Enter a number.',
  atLeast: 'Enter a number of at least {min}.',
  above: 'Enter a number above {min}.',
  between: 'Enter a number from {min} to {max}.',
};

export const askedZh: typeof askedEn = {
  choice: '请从列表中选择。',
  person: '请从人员名单中选择，也可直接填写。',
  record: '请从“{title}”中选择，也可填写尚未登记的。',
  date: '请填写日期，例如 2027-03-16。',
  month: '请填写月份，例如 2027-03。',
  tick: '勾选或留空。',
  number: '请填写数字。',
  atLeast: '请填写不小于 {min} 的数字。',
  above: '请填写大于 {min} 的数字。',
  between: '请填写 {min} 到 {max} 之间的数字。',
};

/** Found in a table as it stands, or in a save: never in a file. */
type FoundOnly = 'error' | 'divided' | 'twice' | 'known' | 'reasonless' | 'typedOver' | 'notImported';

type InFile = Exclude<FaultName, 'locked' | 'cells' | FoundOnly>;

/** What is wrong in a file; `{where}` is one of its places, `{got}` the cell as it came, quoted. */
export const inFileEn: Readonly<Record<InFile, string>> = {
  needed: '{where}: is blank; every row needs it',
  words: '{where}: expected a text, got {got}',
  text: '{where}: expected at most {most} characters, got {got}',
  characters: '{where}: {got} holds a character that no cell can keep',
  size: '{where}: {got} is too large, or too close to 0, to compute with',
  number: '{where}: expected a number such as 1200 or 1,200, got {got}',
  whole: '{where}: expected a whole number, got {got}',
  month: '{where}: expected a month such as 2027-03, got {got}',
  date: '{where}: expected a date as {dates}, got {got}',
  ambiguousDate: '{where}: {got} is ambiguous, day and month could be either; write it as {dates}',
  noSuchDay: '{where}: {got} is no day of the calendar',
  tick: '{where}: expected yes or no, got {got}',
  choice: '{where}: expected one of {choices}, got {got}',
  atLeast: '{where}: expected at least {bound}, got {got}',
  above: '{where}: expected more than {bound}, got {got}',
  atMost: '{where}: expected at most {bound}, got {got}',
  notBefore: '{where}: expected a date not before column “{other}” ({least}), got {got}',
  unique: '{where}: {got} is in row {first} already; it must be unique',
  lookalike: '{where}: {got} looks like “{like}” in row {first}, but some letters are of another alphabet',
};

/** Whether a file can break a rule. */
export const isInFile = (rule: FaultName): rule is InFile => rule in inFileEn;

export const inFileZh: typeof inFileEn = {
  needed: '{where}：空白；此列每行都必须填写',
  words: '{where}：应为文字，实际为 {got}',
  text: '{where}：最多 {most} 个字符，实际为 {got}',
  characters: '{where}：{got} 含有单元格无法保存的字符',
  size: '{where}：{got} 过大或过于接近 0，无法计算',
  number: '{where}：应为数字，例如 1200 或 1,200，实际为 {got}',
  whole: '{where}：应为整数，实际为 {got}',
  month: '{where}：应为月份，例如 2027-03，实际为 {got}',
  date: '{where}：应为日期，写作 {dates}，实际为 {got}',
  ambiguousDate: '{where}：{got} 有歧义，日和月分不清；请写作 {dates}',
  noSuchDay: '{where}：日历上没有 {got} 这一天',
  tick: '{where}：应为“是”或“否”，实际为 {got}',
  choice: '{where}：应为 {choices} 之一，实际为 {got}',
  atLeast: '{where}：不应小于 {bound}，实际为 {got}',
  above: '{where}：应大于 {bound}，实际为 {got}',
  atMost: '{where}：不应大于 {bound}，实际为 {got}',
  notBefore: '{where}：不应早于“{other}”列（{least}），实际为 {got}',
  unique: '{where}：{got} 在第 {first} 行已经出现，不能重复',
  lookalike: '{where}：{got} 看起来和第 {first} 行的“{like}”一样，但有些字母属于另一种文字',
};
