import type { Language } from '../model/language';
import { cellHelp } from '../sections/help';

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
  'body{font:14px/1.5 "Google Sans",Roboto,"Noto Sans SC","Microsoft YaHei",sans-serif;color:#202124;margin:0;padding:4px 8px}' +
  'h2{font:600 14px/1.4 "Roboto Mono",monospace;margin:20px 0 2px;overflow-wrap:anywhere}p{margin:2px 0}' +
  'dl{margin:4px 0 0;display:grid;grid-template-columns:auto 1fr;gap:2px 12px}dt{font:13px "Roboto Mono",monospace;color:#0b3d34}dd{margin:0;color:#5f6368}';

/** The page that the menu's function reference shows: every cell function with its arguments, in words. */
export function referencePage(language: Language): string {
  const functions = Object.entries(cellHelp).map(([name, { text, args, result }]) => {
    const signature = `${name}(${Object.keys(args).join(', ')})`;
    const list = Object.entries(args).map(
      ([argument, words]) => `<dt>${escaped(argument)}</dt><dd>${escaped(words[language])}</dd>`,
    );
    return `<h2>${escaped(signature)}</h2><p>${escaped(text[language])}</p><dl>${list.join('')}<dt>→</dt><dd>${escaped(result[language])}</dd></dl>`;
  });
  return `<!doctype html><html lang="${language === 'zh' ? 'zh-CN' : 'en'}"><meta charset="utf-8"><style>${style}</style><body>${functions.join('')}</body></html>`;
}
