import { type Model, registries, type UIPlugin } from '@odoo/o-spreadsheet';
import type { Place, Zone } from '../extras';

export type GridCommand = Parameters<UIPlugin['handle']>[0];
type Config = ConstructorParameters<typeof UIPlugin>[0];
type Getters = Config['getters'];

/** The engine's clipboard and its fill handle, by the getters of their model: how far they reach, no getter tells. */
const clipboards = new WeakMap<object, object>();
const handles = new WeakMap<object, object>();

const Clipboard = registries.statefulUIPluginRegistry.get('clipboard');
registries.statefulUIPluginRegistry.replace(
  'clipboard',
  class extends Clipboard {
    constructor(config: Config) {
      super(config);
      clipboards.set(this.getters, this);
    }
  },
);

const Autofill = registries.featurePluginRegistry.get('autofill');
registries.featurePluginRegistry.replace(
  'autofill',
  class extends Autofill {
    constructor(config: Config) {
      super(config);
      handles.set(this.getters, this);
    }
  },
);

const isZone = (value: unknown): value is Zone =>
  typeof value === 'object' &&
  value !== null &&
  ['left', 'right', 'top', 'bottom'].every((side) => typeof Reflect.get(value, side) === 'number');

/** What has been copied: how many cells, and from where; nothing where it is no cells. */
interface Copied {
  readonly rows: number;
  readonly columns: number;
  readonly from: readonly Place[];
}

function copiedIn(data: unknown): Copied | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const cells: unknown = Reflect.get(data, 'cells');
  const [first]: readonly unknown[] = Array.isArray(cells) ? cells : [];
  if (!Array.isArray(cells) || !Array.isArray(first)) return undefined;
  const sheet: unknown = Reflect.get(data, 'sheetId');
  const zones: unknown = Reflect.get(data, 'zones');
  const from =
    typeof sheet === 'string' && Array.isArray(zones) ? zones.filter(isZone).map((zone) => ({ sheet, zone })) : [];
  return { rows: cells.length, columns: first.length, from };
}

/** The cells of a text that comes from outside: lines and tabs, as the engine reads it. */
function copiedText(text: string): Copied {
  const lines = text.replace(/\r/g, '').split('\n');
  return { rows: lines.length, columns: Math.max(...lines.map((line) => line.split('\t').length)), from: [] };
}

/** Where what was copied comes to stand: once, or as often as it fits into the target. */
function pastedOn(target: readonly Zone[], { rows, columns }: Copied, isOnce: boolean): readonly Zone[] {
  return target.map(({ left, right, top, bottom }) => {
    const across = isOnce ? 1 : Math.max(1, Math.floor((right - left + 1) / columns));
    const down = isOnce ? 1 : Math.max(1, Math.floor((bottom - top + 1) / rows));
    return { left, right: left + across * columns - 1, top, bottom: top + down * rows - 1 };
  });
}

const cellAt = ({ col, row }: { readonly col: number; readonly row: number }): Zone => ({
  left: col,
  right: col,
  top: row,
  bottom: row,
});

/** Whole rows or columns of a sheet. */
function headers(getters: Getters, sheet: string, dimension: 'COL' | 'ROW', elements: readonly number[]): Place[] {
  const right = getters.getNumberCols(sheet) - 1;
  const bottom = getters.getNumberRows(sheet) - 1;
  return elements.map((at) => ({
    sheet,
    zone: dimension === 'COL' ? { left: at, right: at, top: 0, bottom } : { left: 0, right, top: at, bottom: at },
  }));
}

/** What a double click on the fill handle fills: to where the column beside ends, or before what stands below. */
function filledByItself(getters: Getters, handle: object): readonly Zone[] {
  const selected = getters.getSelectedZone();
  const { sheetId, col } = getters.getActivePosition();
  const ends: unknown = Reflect.get(handle, 'getAutofillAutoLastRow');
  const found: unknown =
    getters.getTable({ sheetId, col, row: selected.top })?.range.zone.bottom ??
    (typeof ends === 'function' ? Reflect.apply(ends, handle, []) : undefined);
  let last = typeof found === 'number' ? found : selected.bottom;
  for (let row = selected.bottom + 1; row <= last; row++) {
    if (getters.getEvaluatedCell({ sheetId, col, row }).type !== 'empty') last = row - 1;
  }
  return last > selected.bottom ? [{ ...selected, top: selected.bottom + 1, bottom: last }] : [];
}

/** A column whose texts are split, as far to the right as their parts reach. */
function split(getters: Getters, separator: string): Zone {
  const zone = getters.getSelectedZone();
  const sheetId = getters.getActiveSheetId();
  let parts = 1;
  for (let row = zone.top; row <= zone.bottom; row++) {
    const { formattedValue } = getters.getEvaluatedCell({ sheetId, col: zone.left, row });
    parts = Math.max(parts, formattedValue.split(separator).length);
  }
  return { ...zone, right: zone.left + parts - 1 };
}

/**
 * The cells that a command is about to change, in content or look; none where it changes no cells. Rows and columns that
 * are added are taken for a change of the one that they are added to.
 */
export function changedBy(command: GridCommand, { getters }: Pick<Model, 'getters'>): readonly Place[] {
  const sheet = getters.getActiveSheetId();
  const on = (zones: readonly Zone[], at = sheet): readonly Place[] => zones.map((zone) => ({ sheet: at, zone }));
  const pasted = (target: readonly Zone[], copied: Copied | undefined, isCut = false): readonly Place[] =>
    copied ? [...on(pastedOn(target, copied, isCut)), ...(isCut ? copied.from : [])] : [];
  const clipboard = (): Copied | undefined => {
    const plugin = clipboards.get(getters);
    return plugin && copiedIn(Reflect.get(plugin, 'copiedData'));
  };
  switch (command.type) {
    case 'UPDATE_CELL':
    case 'CLEAR_CELL':
    case 'SET_BORDER':
      return on([cellAt(command)], command.sheetId);
    case 'DELETE_CONTENT':
    case 'DELETE_UNFILTERED_CONTENT':
    case 'CLEAR_CELLS':
    case 'TOGGLE_CHECKBOX':
    case 'SET_FORMATTING':
    case 'SET_FORMATTING_WITH_PIVOT':
    case 'SET_DECIMAL':
    case 'CLEAR_FORMATTING':
    case 'SET_ZONE_BORDERS':
    case 'SET_BORDERS_ON_TARGET':
    case 'PAINT_FORMAT':
    case 'ADD_MERGE':
    case 'REMOVE_MERGE':
      return on(command.target, command.sheetId);
    case 'SORT_CELLS':
      return on([command.zone], command.sheetId);
    case 'REPLACE_SEARCH':
      return command.matches.map((match) => ({ sheet: match.sheetId, zone: cellAt(match) }));
    case 'REMOVE_DUPLICATES':
    case 'TRIM_WHITESPACE':
    case 'COPY_PASTE_CELLS_ABOVE':
    case 'COPY_PASTE_CELLS_ON_LEFT':
    case 'COPY_PASTE_CELLS_ON_ZONE':
      return on(getters.getSelectedZones());
    case 'SPLIT_TEXT_INTO_COLUMNS':
      return on([split(getters, command.separator)]);
    case 'SUM_SELECTION': {
      const { zones, anchor } = getters.getSelection();
      const sums = zones.flatMap((zone) => getters.getAutomaticSums(sheet, zone, anchor.cell));
      return on(sums.map(({ position }) => cellAt(position)));
    }
    case 'PASTE':
      return pasted(command.target, clipboard(), getters.isCutOperation());
    case 'REPEAT_PASTE':
      return pasted(command.target, clipboard());
    case 'PASTE_FROM_OS_CLIPBOARD': {
      const { data, text } = command.clipboardContent;
      return pasted(command.target, data ? copiedIn(data) : copiedText(text ?? ''));
    }
    case 'AUTOFILL': {
      const handle = handles.get(getters);
      const zone: unknown = handle && Reflect.get(handle, 'autofillZone');
      return isZone(zone) ? on([zone]) : [];
    }
    case 'AUTOFILL_AUTO': {
      const handle = handles.get(getters);
      return handle ? on(filledByItself(getters, handle)) : [];
    }
    case 'INSERT_CELL':
    case 'DELETE_CELL': {
      // All that is shifted.
      const [right, bottom] = [getters.getNumberCols(sheet) - 1, getters.getNumberRows(sheet) - 1];
      return on([{ ...command.zone, ...(command.shiftDimension === 'COL' ? { right } : { bottom }) }]);
    }
    case 'REMOVE_COLUMNS_ROWS':
    case 'MOVE_COLUMNS_ROWS':
      return headers(getters, command.sheetId, command.dimension, command.elements);
    case 'ADD_COLUMNS_ROWS':
      return headers(getters, command.sheetId, command.dimension, [command.base]);
    default:
      return [];
  }
}
