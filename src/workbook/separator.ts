/** What stands between the arguments of a function: a comma where numbers have a decimal point, a semicolon where they have a comma. */
export type Separator = ',' | ';';

/**
 * Languages and countries whose spreadsheets have a decimal point, of the 72 locales that Google Sheets offers; all
 * others have a decimal comma. Source: the settings of Google Sheets as listed in September 2022 (Stack Overflow,
 * question 73767719). A semicolon is read everywhere, so a locale that is not known gets one.
 */
const withPoint: ReadonlySet<string> = new Set([
  ...['en', 'zh', 'ja', 'ko', 'th', 'he', 'iw', 'mn', 'my', 'cy', 'fil'],
  ...['hi', 'bn', 'gu', 'kn', 'ml', 'mr', 'pa', 'ta', 'te'],
  ...['es_MX', 'ar_EG', 'de_CH', 'fr_CH', 'it_CH'],
]);

/** The separator of a spreadsheet's locale, as `de_DE`; one that is not told is taken for a US one. */
export function separatorOf(locale: string | null | undefined): Separator {
  if (!locale) return ',';
  const [language = ''] = locale.split(/[-_]/);
  return withPoint.has(locale.replace('-', '_')) || withPoint.has(language.toLowerCase()) ? ',' : ';';
}

/** A text in double quotes, or a tab's name in single ones: nothing in it separates. */
const quotedOrSeparator = /"[^"]*"|'[^']*'|[,;]/g;

/** A formula with other separators; texts and names of tabs stay as they are. */
export function separatedBy(separator: Separator, formula: string): string {
  const other = separator === ',' ? ';' : ',';
  if (!formula.includes(other)) return formula;
  return formula.replace(quotedOrSeparator, (part) => (part === other ? separator : part));
}
