import { type Model, registries } from '@odoo/o-spreadsheet';

type Getters = Model['getters'];
type Position = Parameters<Getters['getCellIcons']>[0];

/** Whether a row is one that no one has written in yet: formats and rules alone are nothing. */
function isSpare(getters: Getters, { sheetId, row }: Position): boolean {
  return getters.getRowCellIds(sheetId, row).every((id) => {
    const cell = getters.getCellById(id);
    return cell === undefined || (!cell.isFormula && cell.content === '');
  });
}

/**
 * The engine draws an arrow or a box in every cell that takes choices or ticks, so that the spare rows under a table are full
 * of them. Here a row in which nothing stands yet has them only while a cell of it is selected.
 */
const Icons = registries.coreViewsPluginRegistry.get('cell_icon');
registries.coreViewsPluginRegistry.replace(
  'cell_icon',
  class extends Icons {
    getCellIcons(position: Position): ReturnType<Getters['getCellIcons']> {
      const find: unknown = Reflect.get(Icons.prototype, 'getCellIcons');
      if (typeof find !== 'function') throw new Error('this version of the engine draws icons in another way');
      const icons: ReturnType<Getters['getCellIcons']> = Reflect.apply(find, this, [position]);
      if (icons.length === 0) return icons;
      const { sheetId, row } = this.getters.getActivePosition();
      const isInHand = sheetId === position.sheetId && row === position.row;
      return isInHand || !isSpare(this.getters, position) ? icons : [];
    }
  },
);
