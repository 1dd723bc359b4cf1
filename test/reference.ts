import { type CellHelp, workedCase } from '../src/model/help';
import type { Language } from '../src/model/language';
import { cellHelp } from '../src/sections/help';

/** What holds for every function, said once. */
const intro: Readonly<Record<Language, string>> = {
  en: 'Arguments in [ ] may be left out. Where a function works row by row, give it single values or columns: columns are answered by a column in one call, a single value beside them applies to every row, and blank rows answer blank, as does a call whose own values are all blank. Text that reads as a number (`1,200`, `12%`) is a number; anything else that does not fit is an error that names the argument, the row, what was expected and what came.',
  zh: '[ ] 内的参数可省略。逐行计算的函数可给单个值或整列：整列一次算出一列，旁边的单个值适用于每一行，空行得空白，各值全空的调用也得空白。能读成数字的文本（`1,200`、`12%`）按数字计；其余不合要求的输入会报错，写明参数、行号、应为什么、实际是什么。',
};

const words: Readonly<
  Record<Language, { readonly answers: string; readonly example: string; readonly between: string }>
> = {
  en: { answers: 'Answers', example: 'Example', between: ': ' },
  zh: { answers: '结果', example: '示例', between: '：' },
};

/** The reference of every cell function as Markdown, in one language. */
function functionReference(language: Language): string {
  return [intro[language], ...Object.entries(cellHelp).map(([name, help]) => entry(name, help, language))].join('\n\n');
}

/** The text with what stands between the reference's markers replaced; throws if they are not there. */
export function withReference(text: string, language: Language): string {
  const [before, rest] = text.split('<!-- functions:start -->');
  const after = rest?.split('<!-- functions:end -->')[1];
  if (before === undefined || after === undefined)
    throw new Error('no <!-- functions:start --> … <!-- functions:end -->');
  const block = `<!-- functions:start -->\n\n${functionReference(language)}\n\n<!-- functions:end -->`;
  return `${before}${block}${after}`;
}

function entry(name: string, help: CellHelp, language: Language): string {
  const { text, args, result } = help;
  const { formula, result: answer } = workedCase(name, help);
  const { answers, example: exampleWord, between } = words[language];
  return [
    `#### ${name}(${Object.keys(args).join(', ')})`,
    '',
    text[language],
    '',
    ...Object.entries(args).map(([argument, said]) => `- \`${bare(argument)}\`${between}${said[language]}`),
    `- ${answers}${between}${result[language]}`,
    '',
    `${exampleWord}${between}\`=${formula}\` → \`${answer}\``,
  ].join('\n');
}

/** `[unit]` is `unit`. */
function bare(argument: string): string {
  return argument.replace(/^\[(.*)\]$/, '$1');
}
