import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { speakGrid, translated } from '../../host/page/engineText';

const templates = readFileSync(
  join(__dirname, '..', '..', 'node_modules', '@odoo', 'o-spreadsheet', 'dist', 'o_spreadsheet.xml'),
  'utf8',
);

/** What a template of the grid says: its texts, and the titles that are words. */
function wordsOf(name: string): readonly string[] {
  const [, body = ''] = templates.split(`<t t-name="${name}"`);
  const own = body.split('<t t-name="')[0]?.replace(/<!--[\s\S]*?-->/g, '') ?? '';
  const texts = [...own.matchAll(/>([^<>{}]*[A-Za-z]{2}[^<>{}]*)</g)].map(([, text = '']) => text.trim());
  const titles = [...own.matchAll(/(?:title|placeholder|label)\.translate="([^"]+)"/g)].map(([, text = '']) => text);
  return [...texts, ...titles];
}

test.each(['FilterMenu', 'FilterMenuValueList', 'FilterMenuCriterion', 'FindAndReplacePanel'])(
  'in Chinese the grid’s %s says nothing in English',
  (name) => {
    const said = wordsOf(`o-spreadsheet-${name}`);
    expect(templates).toContain(`<t t-name="o-spreadsheet-${name}"`);
    speakGrid('zh');
    const english = said.filter((text) => translated(text) === text);
    speakGrid('en');
    expect(english).toEqual([]);
  },
);
