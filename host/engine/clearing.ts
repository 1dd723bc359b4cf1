import { type CorePlugin, registries } from '@odoo/o-spreadsheet';
import type { Zone } from '../extras';
import { isOn } from './switches';

/** The engine clears a zone cell by cell, whether or not there is anything. */
const Cells = registries.corePluginRegistry.get('cell');
registries.corePluginRegistry.replace(
  'cell',
  class extends Cells {
    private readonly isPatched: boolean;

    constructor(config: ConstructorParameters<typeof Cells>[0]) {
      super(config);
      this.isPatched = isOn(config.custom, 'clearing');
    }

    override handle(command: Parameters<CorePlugin['handle']>[0]): void {
      if (this.isPatched && command.type === 'CLEAR_CELLS') this.clearHeld(command.sheetId, command.target);
      else super.handle(command);
    }

    private clearHeld(sheetId: string, zones: readonly Zone[]): void {
      for (const { left, right, top, bottom } of zones) {
        for (let row = top; row <= Math.min(bottom, this.getters.getNumberRows(sheetId) - 1); row++) {
          for (const id of [...this.getters.getRowCellIds(sheetId, row)]) {
            const { col } = this.getters.getCellPosition(id);
            if (col < left || col > right) continue;
            this.dispatch('UPDATE_CELL', { sheetId, col, row, content: '', style: null, format: '' });
          }
        }
      }
    }
  },
);
