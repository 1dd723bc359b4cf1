import type { Model } from '@odoo/o-spreadsheet';
import type { Cell } from '../extras';

export type Position = Parameters<Model['getters']['getEvaluatedCell']>[0];
export type EvaluatedCell = ReturnType<Model['getters']['getEvaluatedCell']>;

export interface Area {
  readonly sheetId: string;
  readonly zone: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
}

/** A set of cells of the engine. */
export interface Areas extends Iterable<Area> {
  addMany(areas: Iterable<Area>): void;
  addManyPositions(positions: readonly Position[]): void;
  hasPosition(position: Position): boolean;
  isEmpty(): boolean;
  copy(): Areas;
  clear(): void;
}

interface Values {
  get(position: Position): EvaluatedCell | undefined;
  delete(position: Position): void;
}

/** What formulas are calculated with; the cells of a range are columns. */
export interface Surroundings {
  ensureRange(range: object): readonly unknown[];
}

/** What the engine calculates with, as version 19.3.7 has it; {@link isEvaluator} looks whether it is so. */
export interface Evaluator {
  readonly getters: Model['getters'];
  compilationParams: Surroundings;
  cellsBeingComputed: Set<unknown>;
  nextRangesToUpdate: Areas;
  evaluatedCells: Values;
  spreadingRelations: { isArrayFormula(position: Position): boolean };
  buildDependencyGraph(): void;
  updateDependencies(position: Position): void;
  addDependencies(position: Position, dependencies: readonly unknown[]): void;
  updateCompilationParameters(): void;
  getArrayFormulasImpactedByChangesOf(positions: readonly Position[]): Areas;
  getCellsDependingOn(areas: Iterable<Area>): Areas;
  evaluate(areas: Iterable<Area>): void;
  computeCell(position: Position): EvaluatedCell;
  computeAndSave(position: Position): EvaluatedCell;
  getEvaluatedCell(position: Position): EvaluatedCell;
  getEvaluatedPositions(): readonly Position[];
  getEvaluatedPositionsInSheet(sheetId: string): readonly Position[];
  evaluateCells(positions: readonly Position[]): void;
  evaluateAllCells(): void;
}

const METHODS = [
  'buildDependencyGraph',
  'updateDependencies',
  'addDependencies',
  'updateCompilationParameters',
  'getArrayFormulasImpactedByChangesOf',
  'getCellsDependingOn',
  'evaluate',
  'computeCell',
  'computeAndSave',
  'getEvaluatedCell',
  'getEvaluatedPositions',
  'getEvaluatedPositionsInSheet',
  'evaluateCells',
  'evaluateAllCells',
] as const satisfies readonly (keyof Evaluator)[];

const PARTS = [
  'getters',
  'compilationParams',
  'cellsBeingComputed',
  'nextRangesToUpdate',
  'evaluatedCells',
  'spreadingRelations',
] as const satisfies readonly (keyof Evaluator)[];

export function isEvaluator(value: unknown): value is Evaluator {
  if (typeof value !== 'object' || value === null) return false;
  return (
    METHODS.every((name) => typeof Reflect.get(value, name) === 'function') &&
    PARTS.every((name) => typeof Reflect.get(value, name) === 'object')
  );
}

/** The engine's own methods, kept before they are replaced. */
export type Methods = Pick<Evaluator, (typeof METHODS)[number]>;

export const methodsOf = (evaluator: Evaluator): Methods => ({
  buildDependencyGraph: evaluator.buildDependencyGraph.bind(evaluator),
  updateDependencies: evaluator.updateDependencies.bind(evaluator),
  addDependencies: evaluator.addDependencies.bind(evaluator),
  updateCompilationParameters: evaluator.updateCompilationParameters.bind(evaluator),
  getArrayFormulasImpactedByChangesOf: evaluator.getArrayFormulasImpactedByChangesOf.bind(evaluator),
  getCellsDependingOn: evaluator.getCellsDependingOn.bind(evaluator),
  evaluate: evaluator.evaluate.bind(evaluator),
  computeCell: evaluator.computeCell.bind(evaluator),
  computeAndSave: evaluator.computeAndSave.bind(evaluator),
  getEvaluatedCell: evaluator.getEvaluatedCell.bind(evaluator),
  getEvaluatedPositions: evaluator.getEvaluatedPositions.bind(evaluator),
  getEvaluatedPositionsInSheet: evaluator.getEvaluatedPositionsInSheet.bind(evaluator),
  evaluateCells: evaluator.evaluateCells.bind(evaluator),
  evaluateAllCells: evaluator.evaluateAllCells.bind(evaluator),
});

/** Forgets all values. */
export function clearValues(evaluator: Evaluator): void {
  const Values = evaluator.evaluatedCells.constructor;
  Reflect.set(evaluator, 'evaluatedCells', Reflect.construct(Values, []));
}

/** Whether a formula refers, among others, to the cell above it. */
export function buildsOnAbove(cell: Cell, { sheetId, col, row }: Position): boolean {
  if (!cell.isFormula) return false;
  for (const { sheetId: rangeSheet, zone } of cell.compiledFormula.rangeDependencies) {
    if (zone.top < row && row - 1 <= zone.bottom && zone.left <= col && col <= zone.right && rangeSheet === sheetId)
      return true;
  }
  return false;
}

/** Every cell of some areas, column by column. */
export function* cellsIn(areas: Iterable<Area>): Generator<Position, undefined> {
  for (const { sheetId, zone } of [...areas]) {
    for (let col = zone.left; col <= zone.right; col++) {
      for (let row = zone.top; row <= zone.bottom; row++) yield { sheetId, col, row };
    }
  }
  return undefined;
}
