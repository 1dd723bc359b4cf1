/** The languages a workbook can be in. A locale starting with `zh` is Chinese; every other one is English. */
export type Language = 'zh' | 'en';

/** One sentence or label in every language. */
export type Text = Readonly<Record<Language, string>>;

/** The language for a locale such as `zh_CN`, `zh-TW` or `en_US`; English where there is none. */
export function languageOf(locale: string | null | undefined): Language {
  return /^zh\b|^zh[_-]/i.test(locale ?? '') ? 'zh' : 'en';
}
