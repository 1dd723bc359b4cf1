import type { registries } from '@odoo/o-spreadsheet';
import type { MenuEntry } from '../execution';

type Registry = typeof registries.topbarMenuRegistry;
type Item = Parameters<Registry['add']>[1];

/** Puts a script's menu into the grid's menu bar, after the grid's own menus. */
export function showMenu(
  registry: Registry,
  caption: string,
  menu: MenuEntry,
  run: (functionName: string) => void,
): void {
  const entries = menu.kind === 'menu' ? menu.entries : [menu];
  // In place of that of the workbook that was there before.
  registry.replace('script', {
    name: menu.kind === 'menu' && menu.caption ? menu.caption : caption,
    sequence: 100,
    children: items(entries, run),
  });
}

/** The entries as the grid's menus take them: a separator belongs to the item before it. */
function items(entries: readonly MenuEntry[], run: (functionName: string) => void): Item[] {
  const made: Item[] = [];
  for (const entry of entries) {
    const last = made[made.length - 1];
    switch (entry.kind) {
      case 'separator':
        if (last) made[made.length - 1] = { ...last, separator: true };
        break;
      case 'menu':
        made.push({ name: entry.caption, sequence: made.length, children: items(entry.entries, run) });
        break;
      case 'item':
        made.push({
          name: entry.caption,
          sequence: made.length,
          isReadonlyAllowed: true,
          isEnabledOnLockedSheet: true,
          execute: () => run(entry.functionName),
        });
    }
  }
  return made;
}
