import { gridOfText, opened } from '../../sidebar/import/import';
import { targetOf } from '../../sidebar/import/target';
import { sections } from '../../src/sections';
import { duration, type Group } from './figure';

/** An export of tills: a line for each day of a thousand stores. */
function exportOf(lines: number): string {
  const days = Array.from({ length: 366 }, (_, day) => new Date(Date.UTC(2027, 0, 1 + day)).toISOString().slice(0, 10));
  const rows = ['门店编码,营业日期,实收金额'];
  for (let line = 0; line < lines; line += 1)
    rows.push(`S${line % 1000},${days[Math.floor(line / 1000) % 365]},${((line * 7919) % 1_000_000) / 100}`);
  return rows.join('\n');
}

/** Sales by the line, read and added up as the sidebar does it before anything is written. */
export const linesGroup: Group = {
  title: 'Sales by the line',
  runs: 3,
  figures: () =>
    [100_000, 200_000].map((lines) => {
      for (const section of sections) {
        const tab = section.tabs.find(({ sold }) => sold !== undefined);
        if (!tab) continue;
        const target = targetOf(tab, section, 1, 2027);
        const text = exportOf(lines);
        const value = duration(() => {
          const file = opened(gridOfText(text, target), target);
          for (const _ of file.columns(file.first));
          file.read(file.first);
        });
        const name = `${lines.toLocaleString('en')} lines read and added up by store and month`;
        return { name, value, unit: 'ms' as const, most: lines / 50 };
      }
      throw new Error('no part takes sales by the line');
    }),
};
