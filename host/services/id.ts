import type { Execution } from '../execution';

/** Ids have nine digits or ten, as Google's mostly have, so that nothing takes one for a position. */
const [FIRST, STEP, END] = [268_435_456, 40_503, 2 ** 31];

/**
 * An id for a new chart, above those before it: the engine keeps a sheet's charts by their ids, and Google in the order in
 * which they were made.
 */
export function freshId(execution: Execution): string {
  const { workbook, model } = execution;
  const { nextId } = workbook.extras.kept;
  workbook.keep({ nextId: nextId + 1 });
  const id = String(FIRST + ((nextId * STEP) % (END - FIRST)));
  return model.getters.isChartDefined(id) || model.getters.tryGetSheet(id) ? freshId(execution) : id;
}

/**
 * The engine's id for a new sheet: Google's number for it after a letter. The engine looks a sheet up by its id for each
 * cell, and takes several times as long for a large number as for a name.
 */
export function freshSheet(execution: Execution): string {
  const id = `s${freshId(execution)}`;
  return execution.model.getters.tryGetSheet(id) ? freshSheet(execution) : id;
}
