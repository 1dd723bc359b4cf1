import type { Language } from '../model/language';

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for HTML. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => escapes[character] ?? character);
}

const style =
  'body{font:14px/1.6 "Google Sans",Roboto,"Noto Sans SC","Microsoft YaHei",sans-serif;color:#202124;margin:0;padding:8px}' +
  'p{margin:0 0 12px}a{color:#0b57d0}';

/** A small dialog: what is to be said, and links that open beside the workbook. */
export function linkPage(
  language: Language,
  said: readonly string[],
  links: readonly { readonly text: string; readonly url: string }[],
): string {
  const anchors = links.map(
    ({ text, url }) => `<p><a href="${escaped(url)}" target="_blank" rel="noopener">${escaped(text)}</a></p>`,
  );
  return `<!doctype html><html lang="${language === 'zh' ? 'zh-CN' : 'en'}"><meta charset="utf-8"><style>${style}</style><body><main>${said.map((line) => `<p>${escaped(line)}</p>`).join('')}${anchors.join('')}</main></body></html>`;
}
