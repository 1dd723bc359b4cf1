import type { Execution } from '../execution';
import type { Place, Zone } from '../extras';
import { eachCell } from './place';

type Side = 'top' | 'left' | 'bottom' | 'right';

/** `true` draws a line, `false` takes it away, `null` leaves it. */
export type Sides = Readonly<Record<Side | 'vertical' | 'horizontal', boolean | null>>;

const STYLES: Readonly<Record<string, 'thin' | 'medium' | 'thick' | 'dashed' | 'dotted'>> = {
  DOTTED: 'dotted',
  DASHED: 'dashed',
  SOLID: 'thin',
  SOLID_MEDIUM: 'medium',
  SOLID_THICK: 'thick',
  // The engine draws no double line; a medium one is as wide.
  DOUBLE: 'medium',
};

/** Which of the asked lines each side of a cell is part of: an outer one, or one between cells. */
function linesOf(zone: Zone, col: number, row: number, sides: Sides): Readonly<Record<Side, boolean | null>> {
  return {
    top: row === zone.top ? sides.top : sides.horizontal,
    bottom: row === zone.bottom ? sides.bottom : sides.horizontal,
    left: col === zone.left ? sides.left : sides.vertical,
    right: col === zone.right ? sides.right : sides.vertical,
  };
}

/** Draws and takes away the borders of a place; the line is thin and black unless said otherwise. */
export function drawBorders(
  execution: Execution,
  place: Place,
  sides: Sides,
  color: string | null,
  style: unknown,
): void {
  const sheetId = place.sheet;
  const line = { style: STYLES[String(style ?? 'SOLID')] ?? 'thin', color: color ?? '#000000' };
  const drawn = {
    top: sides.top,
    left: sides.left,
    bottom: sides.bottom,
    right: sides.right,
    v: sides.vertical,
    h: sides.horizontal,
  } as const;
  if (!Object.values(drawn).includes(false)) {
    for (const position of ['top', 'left', 'bottom', 'right', 'v', 'h'] as const) {
      if (drawn[position]) {
        execution.dispatch('SET_ZONE_BORDERS', { sheetId, target: [place.zone], border: { position, ...line } });
      }
    }
    return;
  }
  if (Object.values(drawn).every((side) => side === false)) {
    execution.dispatch('SET_ZONE_BORDERS', { sheetId, target: [place.zone], border: { position: 'clear' } });
    return;
  }
  eachCell(place.zone, (col, row) => {
    const border = { ...execution.model.getters.getCellBorder({ sheetId, col, row }) };
    const asked = linesOf(place.zone, col, row, sides);
    for (const side of ['top', 'left', 'bottom', 'right'] as const) {
      if (asked[side]) border[side] = line;
      if (asked[side] === false) delete border[side];
    }
    execution.dispatch('SET_BORDER', { sheetId, col, row, border });
  });
}
