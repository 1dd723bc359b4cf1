import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pageFiles } from '../../host/page/bundle.mjs';

const root = resolve(__dirname, '..', '..');

let files: ReadonlyMap<string, string>;
beforeAll(async () => {
  const built = await pageFiles(root);
  files = new Map(built.map(([name, content]) => [name, Buffer.from(content).toString('utf8')]));
});

const file = (name: string): string => files.get(name) ?? '';
const versionOf = (name: string): string =>
  JSON.parse(readFileSync(resolve(root, 'node_modules', name, 'package.json'), 'utf8')).version;

describe('the files of the page', () => {
  test('hold the grid and what draws it in files of their own, and in no other', () => {
    // A name that the engine's own code alone says, and one of what draws it.
    const owners = (said: string) =>
      [...files].filter(([name, text]) => name.endsWith('.js') && text.includes(said)).map(([name]) => name);
    expect(owners(`version="${versionOf('@odoo/o-spreadsheet')}"`)).toEqual(['o_spreadsheet.js']);
    expect(owners('OwlError')).toEqual(['owl.js']);
    for (const kind of ['xml', 'css']) {
      const packaged = resolve(root, `node_modules/@odoo/o-spreadsheet/dist/o_spreadsheet.${kind}`);
      expect(file(`o_spreadsheet.${kind}`)).toBe(readFileSync(packaged, 'utf8'));
    }
  });

  test('tell the browser where those are', () => {
    const [, map = ''] = /<script type="importmap">(.*)<\/script>/.exec(file('index.html')) ?? [];
    const { imports }: { imports: Record<string, string> } = JSON.parse(map);
    expect(Object.keys(imports).sort()).toEqual(['@odoo/o-spreadsheet', '@odoo/owl']);
    const asked = [...file('index.html').matchAll(/(?:href|src)="\/([^"]+)"/g)].map(([, name = '']) => name);
    expect(asked.length).toBeGreaterThan(5);
    for (const name of [...Object.values(imports).map((path) => path.slice(1)), ...asked])
      expect({ name, isThere: files.has(name) }).toEqual({ name, isThere: true });
  });

  test('have the icons in one format', () => {
    const fonts = [...files.keys()].filter((name) => /\.(?:woff2?|ttf|eot|otf|svg)$/.test(name));
    expect(fonts).toEqual([expect.stringMatching(/\.woff2$/)]);
    expect(file('library.css').match(/@font-face/g)).toHaveLength(1);
    expect(file('library.css')).toContain(`url("./${fonts[0]}`);
  });

  test.each([
    ['@odoo/o-spreadsheet', 'GNU LESSER GENERAL PUBLIC LICENSE'],
    ['@odoo/owl', 'GNU LESSER GENERAL PUBLIC LICENSE'],
    ['bootstrap', 'The Bootstrap Authors'],
    ['chart.js', 'Chart.js Contributors'],
    ['@kurkle/color', 'Jukka Kurkela'],
    ['chartjs-adapter-luxon', 'Chart.js Contributors'],
    ['font-awesome', 'SIL OPEN FONT LICENSE Version 1.1'],
    ['hucre', 'MIT License'],
    ['luxon', 'JS Foundation'],
    ['preact', 'Jason Miller'],
  ])('bring the licence of %s', (name, said) => {
    const entry = file('licences.txt')
      .split(`${'='.repeat(78)}\n`)
      .find((text) => text.startsWith(`${name} ${versionOf(name)} · `));
    expect(entry).toContain(said);
  });

  test('say how the grid is replaced', () => {
    for (const name of ['o_spreadsheet.js', 'o_spreadsheet.xml', 'o_spreadsheet.css', 'owl.js'])
      expect(file('licences.txt')).toMatch(new RegExp(`^  ${name} +(?:the package’s|the package's|its) dist/`, 'm'));
  });
});
