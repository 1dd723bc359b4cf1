import type { Execution } from '../execution';

/** An id for a new sheet or chart: spread out over 31 bits, as Google's are, so that nothing takes it for a position. */
export function freshId(execution: Execution): string {
  const { workbook, model } = execution;
  const { nextId } = workbook.extras.kept;
  workbook.keep({ nextId: nextId + 1 });
  const id = String(Math.imul(nextId + 1, 0x9e3779b1) >>> 1);
  return model.getters.tryGetSheet(id) || model.getters.isChartDefined(id) ? freshId(execution) : id;
}
