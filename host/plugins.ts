import { type CorePlugin, DispatchResult, registries } from '@odoo/o-spreadsheet';
import './commands';
import type { Position } from './evaluator';
import { Extras, type Zone } from './extras';

const { corePluginRegistry, coreViewsPluginRegistry } = registries;

type PluginConfig = ConstructorParameters<typeof CorePlugin>[0];
type Moved = Omit<Extract<Parameters<CorePlugin['handle']>[0], { readonly type: 'UPDATE_CELL_POSITION' }>, 'type'>;

/** What notes, for each model, where a cell is. */
const places = new WeakMap<object, (moved: Moved) => void>();

/** The getters of the models that do not calculate after each command, but when they are told to. */
export const waiting = new WeakSet<object>();

/** What the engine does after every command, whether or not anyone looks at the result before the next. */
const AFTER_EVERY_COMMAND: readonly string[] = ['evaluation', 'custom_colors'];

if (!corePluginRegistry.contains('googleExtras')) {
  corePluginRegistry.add('googleExtras', Extras);
  for (const name of AFTER_EVERY_COMMAND) {
    const Plugin = coreViewsPluginRegistry.get(name);
    coreViewsPluginRegistry.replace(
      name,
      class extends Plugin {
        override finalize(): void {
          // What there is to do stays noted in the plugin until the next command that does not wait.
          if (!waiting.has(this.getters)) super.finalize();
        }

        override handle(command: Parameters<CorePlugin['handle']>[0]): void {
          // What is typed has no colours; the engine would look through all cells for new ones.
          if (name === 'custom_colors' && command.type === 'UPDATE_CELL' && !command.style) return;
          super.handle(command);
        }
      },
    );
  }
  const Tables = corePluginRegistry.get('tables');
  corePluginRegistry.replace(
    'tables',
    class extends Tables {
      override handle(command: Parameters<CorePlugin['handle']>[0]): void {
        // The engine reads every formula that is written once more, to see whether a table beside it is to grow.
        if (command.type === 'UPDATE_CELL' && !this.isBesideTable(command)) return;
        super.handle(command);
      }

      private isBesideTable({ sheetId, col, row }: Position): boolean {
        return this.getters
          .getCoreTables(sheetId)
          .some(({ range: { zone } }) => zone.bottom + 1 === row || zone.right + 1 === col);
      }
    },
  );
  const Sheets = corePluginRegistry.get('sheet');
  corePluginRegistry.replace(
    'sheet',
    class extends Sheets {
      constructor(config: PluginConfig) {
        super(config);
        places.set(config.getters, (moved) => super.handle({ ...moved, type: 'UPDATE_CELL_POSITION' }));
      }
    },
  );
  const Cells = corePluginRegistry.get('cell');
  corePluginRegistry.replace(
    'cell',
    class extends Cells {
      constructor(config: PluginConfig) {
        const place = places.get(config.getters);
        const dispatch = (type: never, payload: never): DispatchResult => {
          // Of all plugins only the one of the sheets notes where cells are, and it is told so for each.
          if (type !== 'UPDATE_CELL_POSITION' || !place) return config.dispatch(type, payload);
          place(payload);
          return DispatchResult.Success;
        };
        super({ ...config, dispatch: dispatch as PluginConfig['dispatch'] });
      }

      override handle(command: Parameters<CorePlugin['handle']>[0]): void {
        if (command.type === 'CLEAR_CELLS') this.clearHeld(command.sheetId, command.target);
        else super.handle(command);
      }

      /** Clears what is there: the engine goes through every cell of a zone, held or not. */
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
}
