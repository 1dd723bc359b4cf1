import type { Cell } from '../extras';
import { type Area, cellsIn, type Evaluator, type Position } from './evaluator';

/** What a formula refers to and has not been seen to; ranges and formulas that have been are in `seen`. */
function neededBy(evaluator: Evaluator, position: Position, seen: Set<Cell | string>): readonly Area[] {
  const cell = evaluator.getters.getCell(position);
  if (!cell?.isFormula || seen.has(cell)) return [];
  seen.add(cell);
  return cell.compiledFormula.rangeDependencies.filter(({ sheetId, zone }) => {
    const { left, right, top, bottom } = zone;
    if (left === right && top === bottom) return !evaluator.evaluatedCells.get({ sheetId, col: left, row: top });
    const key = `${sheetId} ${left} ${right} ${top} ${bottom}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/**
 * The cells of some areas, each after those that it needs and that have no value yet: calculated in this order, none
 * takes long. A tab may go while they wait: its cells are nobody's then.
 */
export function* inOrder(evaluator: Evaluator, areas: Iterable<Area>): Generator<Position, undefined> {
  const seen = new Set<Cell | string>();
  const walks: Iterator<Position>[] = [cellsIn(areas)];
  for (let walk = walks.at(-1); walk; walk = walks.at(-1)) {
    const { value: position, done } = walk.next();
    if (done) {
      walks.pop();
      continue;
    }
    if (!evaluator.getters.tryGetSheet(position.sheetId)) continue;
    const needed = evaluator.evaluatedCells.get(position) ? [] : neededBy(evaluator, position, seen);
    if (needed.length === 0) yield position;
    else walks.push([position].values(), cellsIn(needed));
  }
  return undefined;
}
