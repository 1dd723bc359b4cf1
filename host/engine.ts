import { type CorePlugin, DispatchResult, Model, registries } from '@odoo/o-spreadsheet';
import type { Position } from './evaluator';
import { Extras, type Zone } from './extras';
import './lazy';
import { knownFunctions, useFunctionsOf } from './functions';

/** The configuration an engine's model takes; a page passes its own mode, transport and client. */
export type ModelConfig = NonNullable<ConstructorParameters<typeof Model>[1]>;

// The engine is built for a later Node: this is the only thing of it that Node 20 lacks.
if (!('groupBy' in Object)) {
  Object.defineProperty(Object, 'groupBy', {
    configurable: true,
    writable: true,
    value: <T>(items: Iterable<T>, keyOf: (item: T, index: number) => PropertyKey) => {
      const groups: Record<PropertyKey, T[]> = Object.create(null);
      let index = 0;
      for (const item of items) {
        const key = keyOf(item, index++);
        const group = groups[key];
        if (group) group.push(item);
        else groups[key] = [item];
      }
      return groups;
    },
  });
}

const { corePluginRegistry, coreViewsPluginRegistry } = registries;

type PluginConfig = ConstructorParameters<typeof CorePlugin>[0];
type Moved = Omit<Extract<Parameters<CorePlugin['handle']>[0], { readonly type: 'UPDATE_CELL_POSITION' }>, 'type'>;

/** What notes, for each model, where a cell is. */
const places = new WeakMap<object, (moved: Moved) => void>();

/** The getters of the models whose calculation waits: see {@link withoutCalculating}. */
const waiting = new WeakSet<object>();

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

/** Runs `work` on a model without calculating after each of its commands; {@link calculate} makes up for it. */
export function withoutCalculating<T>(model: Model, work: () => T): T {
  if (waiting.has(model.getters)) return work();
  waiting.add(model.getters);
  try {
    return work();
  } finally {
    waiting.delete(model.getters);
  }
}

/** Calculates what has changed since the model was last calculated. */
export function calculate(model: Model): void {
  quietly(() => model.dispatch('EVALUATE_CELLS', { cellIds: [] }));
}

/** Runs `work` without what the engine prints about its own timing. */
export function quietly<T>(work: () => T): T {
  const { debug } = console;
  console.debug = () => {};
  try {
    return work();
  } finally {
    console.debug = debug;
  }
}

/** Changes of a workbook since it was exported, as the engine's transport passed them on. */
export type Revisions = NonNullable<ConstructorParameters<typeof Model>[2]>;

/**
 * An engine model that also keeps what Google keeps and the engine lacks; `data` is what such a model exported, and
 * `revisions` what has changed since.
 */
export function createModel(data: unknown, config: Partial<ModelConfig> = {}, revisions: Revisions = []): Model {
  useFunctionsOf(JSON.stringify(data ?? ''));
  knownFunctions();
  return quietly(() => new Model(data, { ...config, custom: { ...config.custom } }, revisions));
}
