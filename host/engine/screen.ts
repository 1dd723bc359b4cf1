import { type CoreViewPlugin, registries, type UIPlugin } from '@odoo/o-spreadsheet';
import { isOn } from './switches';

/** A method of the engine's own by its name, bound to where it is. */
function methodOf<Args extends readonly unknown[]>(owner: object, name: string): (...args: Args) => unknown {
  const method: unknown = Reflect.get(owner, name);
  if (typeof method !== 'function') throw new Error(`this version of the engine has no ${name}`);
  return (...args) => Reflect.apply(method, owner, args);
}

/** Something that is found out when it is first asked for. */
function onceAsked<T>(find: () => T): () => T {
  let found: { readonly value: T } | undefined;
  return () => {
    found ??= { value: find() };
    return found.value;
  };
}

/** The engine finds out after every change where all columns and rows of all sheets begin. */
const Positions = registries.statefulUIPluginRegistry.get('header_positions');
registries.statefulUIPluginRegistry.replace(
  'header_positions',
  class extends Positions {
    constructor(config: ConstructorParameters<typeof Positions>[0]) {
      super(config);
      if (!isOn(config.custom, 'screen')) return;
      const positions = methodOf<[sheetId: string, dimension: string]>(this, 'computePositions');
      Reflect.set(this, 'computeHeaderPositionsOfSheet', (sheetId: string) => {
        const columns = onceAsked(() => positions(sheetId, 'COL'));
        const rows = onceAsked(() => positions(sheetId, 'ROW'));
        return {
          get COL() {
            return columns();
          },
          get ROW() {
            return rows();
          },
        };
      });
    }
  },
);

/** The engine lays out every sheet after a change of any: here the one that is shown, the others once they are. */
const Views = registries.statefulUIPluginRegistry.get('viewport');
registries.statefulUIPluginRegistry.replace(
  'viewport',
  class extends Views {
    private readonly isPatched: boolean;
    /** Whether there is a screen, which says how large it is. */
    private hasScreen = false;
    /** Sheets that are to be scrolled to what is selected in them once they are shown. */
    private readonly toScroll = new Set<string>();

    constructor(config: ConstructorParameters<typeof Views>[0]) {
      super(config);
      this.isPatched = isOn(config.custom, 'screen');
      // A sheet that has not been laid out is so as soon as anyone asks how it is.
      if (this.isPatched) Reflect.set(this, 'setViewports', () => {});
    }

    override handle(command: Parameters<UIPlugin['handle']>[0]): void {
      if (command.type === 'RESIZE_SHEETVIEW') this.hasScreen = true;
      super.handle(command);
    }

    override finalize(): void {
      if (!this.isPatched) super.finalize();
      else if (this.hasScreen) this.layOutShown();
    }

    private layOutShown(): void {
      const changed = this.changed();
      const shown = this.getters.getActiveSheetId();
      const later = [...changed].filter((sheetId) => sheetId !== shown);
      const scrolls = Reflect.get(this, 'shouldAdjustViewports') === true;
      for (const sheetId of later) {
        changed.delete(sheetId);
        if (scrolls) this.toScroll.add(sheetId);
      }
      if (changed.has(shown) && this.toScroll.delete(shown)) Reflect.set(this, 'shouldAdjustViewports', true);
      super.finalize();
      const left = this.changed();
      for (const sheetId of later) left.add(sheetId);
    }

    /** The sheets that are to be laid out anew. */
    private changed(): Set<string> {
      const changed: unknown = Reflect.get(this, 'sheetsWithDirtyViewports');
      if (!(changed instanceof Set)) throw new Error('this version of the engine lays sheets out in another way');
      return changed;
    }
  },
);

/** Commands that change no row's height, of those that come often. */
const KEEPS_HEIGHTS: ReadonlySet<string> = new Set([
  'ACTIVATE_SHEET',
  'EVALUATE_CELLS',
  'GOOGLE_KEEP',
  'RESIZE_SHEETVIEW',
  'SCROLL_TO_CELL',
  'SET_VIEWPORT_OFFSET',
  // Comes with one of which more is known.
  'UPDATE_CELL_POSITION',
]);

/** A row that holds nothing high, in pixels. */
const ROW_HEIGHT = 23;

/** The engine measures each cell that is written, and every row of a file that is opened. */
const Heights = registries.coreViewsPluginRegistry.get('row_size');
registries.coreViewsPluginRegistry.replace(
  'row_size',
  class extends Heights {
    private readonly isPatched: boolean;
    /** What rows measure that have been asked for, by sheet and row. */
    private known: Record<string, Record<number, number>> = {};

    constructor(config: ConstructorParameters<typeof Heights>[0]) {
      super(config);
      this.isPatched = isOn(config.custom, 'screen');
      if (!this.isPatched) return;
      const tallest = methodOf<[sheetId: string, row: number]>(this, 'getRowTallestCell');
      const measured = (sheetId: string, row: number): number => {
        // The engine asks for one row more than there are.
        const found = row < this.getters.getNumberRows(sheetId) ? tallest(sheetId, row) : undefined;
        return typeof found === 'object' && found !== null ? Number(Reflect.get(found, 'size')) : ROW_HEIGHT;
      };
      Reflect.set(this, 'getRowSize', (sheetId: string, row: number): number => {
        const given = this.getters.getUserRowSize(sheetId, row);
        if (given !== undefined) return Math.round(given);
        this.known[sheetId] ??= {};
        const known = this.known[sheetId];
        const height = known[row] ?? Math.round(measured(sheetId, row));
        known[row] = height;
        return height;
      });
    }

    override beforeHandle(command: Parameters<CoreViewPlugin['beforeHandle']>[0]): void {
      if (!this.isPatched) super.beforeHandle(command);
    }

    override handle(command: Parameters<CoreViewPlugin['handle']>[0]): void {
      if (!this.isPatched) super.handle(command);
      else if (command.type === 'UPDATE_CELL') delete this.known[command.sheetId]?.[command.row];
      else if (!KEEPS_HEIGHTS.has(command.type)) this.known = {};
    }
  },
);

/** The engine gathers the colours of all cells after every change, for who wants to choose one of them. */
const Colors = registries.coreViewsPluginRegistry.get('custom_colors');
registries.coreViewsPluginRegistry.replace(
  'custom_colors',
  class extends Colors {
    private readonly isPatched: boolean;

    constructor(config: ConstructorParameters<typeof Colors>[0]) {
      super(config);
      this.isPatched = isOn(config.custom, 'screen');
      if (!this.isPatched) return;
      const used = methodOf<[]>(this, 'computeCustomColors');
      const add = methodOf<[colors: unknown]>(this, 'tryToAddColors');
      const all = methodOf<[]>(this, 'getCustomColors');
      Reflect.set(this, 'getCustomColors', () => {
        add(used());
        return all();
      });
    }

    override finalize(): void {
      if (!this.isPatched) super.finalize();
    }
  },
);
