/** The grid's own words in Chinese, by what it says in English. */
const zh: Readonly<Record<string, string>> = {};

let spoken: Readonly<Record<string, string>> = {};

/** Makes the grid speak a language; before it is first shown. */
export function speakGrid(language: 'zh' | 'en'): void {
  spoken = language === 'zh' ? zh : {};
}

export function translated(text: string): string {
  return spoken[text] ?? text;
}
