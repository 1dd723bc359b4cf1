import { type Model, registries } from '@odoo/o-spreadsheet';
import type { Cell } from '../extras';
import { inOrder } from './background';
import {
  type Areas,
  buildsOnAbove,
  cellsIn,
  clearValues,
  type EvaluatedCell,
  type Evaluator,
  isEvaluator,
  type Methods,
  methodsOf,
  type Position,
  type Surroundings,
} from './evaluator';
import { isOn } from './switches';

/** Runs `slice` again and again while there is nothing better to do, until it says that nothing is left. */
export type Idle = (slice: (isTimeUp: () => boolean) => 'done' | 'more') => void;

/** From this many cells on, those that nobody looks at yet are calculated later. */
const MANY = 400;

/** What of a model is still to be calculated. */
class Backlog {
  private left: Areas | undefined;
  private params: Surroundings | undefined;
  /** Where the calculation in the background is. */
  private walk: Iterator<Position> | undefined;
  private isScheduled = false;
  /** Whether the engine has found out what depends on what; it does so when it first needs it. */
  private isGraphKnown = false;
  /** Whether something has been changed since it was last to be found out anew. */
  private isChanged = false;
  /** Formulas whose last value was one cell's: what spills writes into cells that do not ask for it, and comes first. */
  private readonly single = new WeakSet<Cell>();
  private readonly engine: Methods;

  constructor(
    private readonly evaluator: Evaluator,
    private readonly idle: Idle | undefined,
    /** Whether all formulas that are there at first are known to be one cell's. */
    private isFirstSingle: boolean,
  ) {
    this.engine = methodsOf(evaluator);
    this.followGraph();
    evaluator.evaluateCells = (positions) => this.change(positions);
    evaluator.updateCompilationParameters = () => {
      this.engine.updateCompilationParameters();
      this.params = evaluator.compilationParams;
    };
    evaluator.evaluateAllCells = () => this.changeAll();
    evaluator.getArrayFormulasImpactedByChangesOf = (positions) => this.arraysAt(positions);
    evaluator.computeCell = (position) => this.computeCell(position);
    evaluator.computeAndSave = (position) => evaluator.evaluatedCells.get(position) ?? this.compute(position);
    evaluator.getEvaluatedCell = (position) => this.look(position);
    evaluator.getEvaluatedPositions = () => {
      this.finish();
      return this.engine.getEvaluatedPositions();
    };
    evaluator.getEvaluatedPositionsInSheet = (sheetId) => {
      this.finish();
      return this.engine.getEvaluatedPositionsInSheet(sheetId);
    };
  }

  /** Keeps track of whether the engine has its graph, and leaves one that is still to be made alone. */
  private followGraph(): void {
    const { evaluator, engine } = this;
    evaluator.buildDependencyGraph = () => {
      this.isGraphKnown = false;
      this.isChanged = false;
      engine.buildDependencyGraph();
    };
    evaluator.updateDependencies = (position) => {
      if (this.isGraphKnown) engine.updateDependencies(position);
    };
    evaluator.addDependencies = (position, dependencies) => {
      this.isGraphKnown = true;
      engine.addDependencies(position, dependencies);
    };
    evaluator.getCellsDependingOn = (areas) => {
      this.isGraphKnown = true;
      return engine.getCellsDependingOn(areas);
    };
  }

  private none(): Areas {
    const areas = this.evaluator.nextRangesToUpdate.copy();
    areas.clear();
    return areas;
  }

  /** Takes the values away of all that depends on the cells that have changed; they come back when looked at, or idly. */
  private change(positions: readonly Position[]): void {
    const { evaluator } = this;
    // Finding out what depends on what takes longer than one change is worth: the next may insert rows again.
    if (!this.isGraphKnown && !this.isChanged) {
      this.isChanged = true;
      this.changeAll();
      return;
    }
    const all = this.none();
    all.addManyPositions(positions);
    const arrays = evaluator.getArrayFormulasImpactedByChangesOf(positions);
    all.addMany(evaluator.getCellsDependingOn(all));
    all.addMany(arrays);
    all.addMany(evaluator.getCellsDependingOn(arrays));
    const changed = [...cellsIn(all)];
    // What spills writes into cells that do not ask for it: the engine's own order is kept.
    const spills = changed.some((position) => evaluator.spreadingRelations.isArrayFormula(position));
    if (changed.length < MANY || spills) {
      this.engine.evaluateCells(positions);
      return;
    }
    for (const position of changed) evaluator.evaluatedCells.delete(position);
    if (this.left) this.left.addMany(all);
    else this.left = all;
    this.begin();
    for (const position of positions) evaluator.computeAndSave(position);
    this.spill();
    this.schedule();
  }

  /** Formulas that spill, or would, over some cells. What has spilled is calculated: nothing is to be for this question. */
  private arraysAt(positions: readonly Position[]): Areas {
    const { left } = this;
    this.left = undefined;
    try {
      return this.engine.getArrayFormulasImpactedByChangesOf(positions);
    } finally {
      this.left = left;
    }
  }

  /** Takes all values away. What may spill is calculated at once: formulas that did, and those never calculated yet. */
  private changeAll(): void {
    const { evaluator, single } = this;
    const { getters } = evaluator;
    clearValues(evaluator);
    const left = this.none();
    left.addMany(getters.getSheetIds().map((sheetId) => ({ sheetId, zone: getters.getSheetZone(sheetId) })));
    this.left = left;
    this.begin();
    for (const sheetId of getters.getSheetIds()) {
      for (const cell of getters.getCells(sheetId)) {
        if (!cell.isFormula) continue;
        if (this.isFirstSingle) single.add(cell);
        else if (!single.has(cell)) evaluator.computeAndSave(getters.getCellPosition(cell.id));
      }
    }
    this.isFirstSingle = false;
    this.spill();
    this.schedule();
  }

  /** Whether no formula has spilled, or would. */
  areAllSingle(): boolean {
    const { getters } = this.evaluator;
    for (const sheetId of getters.getSheetIds()) {
      for (const cell of getters.getCells(sheetId)) if (cell.isFormula && !this.single.has(cell)) return false;
    }
    return true;
  }

  private begin(): void {
    const { evaluator } = this;
    evaluator.nextRangesToUpdate.clear();
    evaluator.cellsBeingComputed = new Set();
    evaluator.updateCompilationParameters();
    this.walk = undefined;
  }

  private look(position: Position): EvaluatedCell {
    const { evaluator, left } = this;
    const known = evaluator.evaluatedCells.get(position);
    if (known) return known;
    // Most of what scripts read is blank. What has spilled into a cell is known: it comes before anything is looked at.
    if (!left || (!evaluator.getters.getCell(position) && !evaluator.spreadingRelations.isArrayFormula(position)))
      return this.engine.getEvaluatedCell(position);
    return left.hasPosition(position) ? this.compute(position) : this.engine.getEvaluatedCell(position);
  }

  /** Calculates a cell, and what it needs, in the surroundings of a cell even where a rule's formula asks for it. */
  private compute(position: Position): EvaluatedCell {
    const { evaluator, params, left } = this;
    const around = evaluator.compilationParams;
    if (!left || !params || around === params) return this.engine.computeAndSave(position);
    evaluator.compilationParams = params;
    try {
      return this.engine.computeAndSave(position);
    } finally {
      evaluator.compilationParams = around;
    }
  }

  private computeCell(position: Position): EvaluatedCell {
    const { evaluator, single } = this;
    const known = evaluator.evaluatedCells.get(position);
    if (known) return known;
    const cell = evaluator.getters.getCell(position);
    if (!cell?.isFormula) return this.engine.computeCell(position);
    this.computeAbove(position, cell);
    const value = this.engine.computeCell(position);
    if (evaluator.spreadingRelations.isArrayFormula(position)) single.delete(cell);
    else single.add(cell);
    return value;
  }

  /** Where each cell of a column builds on the one above, begins at the top: from the end, it would nest too deep. */
  private computeAbove({ sheetId, col, row }: Position, cell: Cell): void {
    const { evaluator } = this;
    let first = row;
    let below = cell;
    while (buildsOnAbove(below, { sheetId, col, row: first })) {
      const above = { sheetId, col, row: first - 1 };
      const next = evaluator.getters.getCell(above);
      if (!next?.isFormula || evaluator.evaluatedCells.get(above)) break;
      first -= 1;
      below = next;
    }
    for (let each = first; each < row; each++) evaluator.computeAndSave({ sheetId, col, row: each });
  }

  /** Lets the engine settle what a formula has spilled into. */
  private spill(): void {
    const { evaluator } = this;
    if (evaluator.nextRangesToUpdate.isEmpty()) return;
    const areas = [...evaluator.nextRangesToUpdate];
    evaluator.nextRangesToUpdate.clear();
    evaluator.evaluate(areas);
  }

  private schedule(): void {
    if (this.isScheduled || !this.idle) return;
    this.isScheduled = true;
    this.idle((isTimeUp) => {
      if (this.proceed(isTimeUp) === 'more') return 'more';
      this.isScheduled = false;
      // Not while somebody waits for a typed cell.
      if (!this.isGraphKnown) this.evaluator.getCellsDependingOn(this.none());
      return 'done';
    });
  }

  private proceed(isTimeUp: () => boolean): 'done' | 'more' {
    const { evaluator, left } = this;
    if (left) {
      this.walk ??= inOrder(evaluator, left);
      for (;;) {
        const { value: position, done } = this.walk.next();
        if (done) break;
        evaluator.computeAndSave(position);
        if (isTimeUp()) return 'more';
      }
      this.left = undefined;
      this.walk = undefined;
      this.spill();
    }
    return 'done';
  }

  private finish(): void {
    if (this.left) this.proceed(() => false);
  }
}

const IDLE = 'idle';
const SINGLE = 'single';
const backlogs = new WeakMap<object, Backlog>();

/** What a model exports says, beside the engine's own, where no formula of it spills: see {@link spillsNothing}. */
const SAID = 'spillsNothing';

/**
 * A model's data with a word that no formula of it has spilled, or would: opened again, none has to be calculated before
 * it is looked at.
 */
export function withSpills(data: object, { getters }: Model): object {
  return backlogs.get(getters)?.areAllSingle() ? { ...data, [SAID]: true } : data;
}

/** The part of a model's configuration that says what its data, before any change since, tell of spilling. */
export const spillsNothing = (data: unknown): { readonly [SINGLE]?: true } =>
  typeof data === 'object' && data !== null && Reflect.get(data, SAID) === true ? { [SINGLE]: true } : {};

/** The part of a model's configuration that lets it calculate, while there is nothing better to do, what nobody has looked at. */
export const calculatingBy = (idle: Idle): { readonly [IDLE]: Idle } => ({ [IDLE]: idle });

/**
 * The engine calculates everything that depends on a changed cell before it shows the change, and everything there is
 * when rows were inserted: with a thousand stores, seconds. Here what is looked at is calculated first (on the screen,
 * by a script, by another formula), and the rest when there is time; nothing can be looked at that is not calculated.
 */
const Evaluation = registries.coreViewsPluginRegistry.get('evaluation');
registries.coreViewsPluginRegistry.replace(
  'evaluation',
  class extends Evaluation {
    constructor(config: ConstructorParameters<typeof Evaluation>[0]) {
      super(config);
      const evaluator: unknown = Reflect.get(this, 'evaluator');
      if (!isEvaluator(evaluator)) throw new Error('this version of the engine calculates in another way');
      const idle: Idle | undefined = config.custom[IDLE];
      if (isOn(config.custom, 'lazy'))
        backlogs.set(this.getters, new Backlog(evaluator, idle, config.custom[SINGLE] === true));
    }
  },
);
