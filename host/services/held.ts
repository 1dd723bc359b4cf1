import type { Execution } from '../execution';
import { type Input, inputOf } from '../extras';

/** What a cell holds, whatever it is, to be put elsewhere: a formula in the engine's words. */
export function heldAt(
  execution: Execution,
  position: { sheetId: string; col: number; row: number },
  down: number,
): Input {
  const { getters } = execution.model;
  const cell = getters.getCell(position);
  if (!cell?.isFormula) return inputOf(cell);
  return {
    kind: 'formula',
    formula: getters.getTranslatedCellFormula(position.sheetId, 0, down, cell.compiledFormula),
  };
}
