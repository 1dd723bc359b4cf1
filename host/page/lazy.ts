import { type Model, registries } from '@odoo/o-spreadsheet';

type Position = Parameters<Model['getters']['getEvaluatedCell']>[0];
type EvaluatedCell = ReturnType<Model['getters']['getEvaluatedCell']>;

interface Area {
  readonly sheetId: string;
  readonly zone: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
}

/** A set of cells of the engine. */
interface Areas extends Iterable<Area> {
  addMany(areas: Iterable<Area>): void;
  addManyPositions(positions: readonly Position[]): void;
  hasPosition(position: Position): boolean;
  isEmpty(): boolean;
  copy(): Areas;
  clear(): void;
}

/** What the engine calculates with, as version 19.3.7 has it; {@link isEvaluator} looks whether it is so. */
interface Evaluator {
  compilationParams: object;
  cellsBeingComputed: Set<unknown>;
  nextRangesToUpdate: Areas;
  evaluatedCells: { get(position: Position): EvaluatedCell | undefined; delete(position: Position): void };
  spreadingRelations: { isArrayFormula(position: Position): boolean };
  updateCompilationParameters(): void;
  getArrayFormulasImpactedByChangesOf(positions: readonly Position[]): Areas;
  getCellsDependingOn(areas: Areas): Areas;
  evaluate(areas: Iterable<Area>): void;
  computeAndSave(position: Position): EvaluatedCell;
  getEvaluatedCell(position: Position): EvaluatedCell;
  getEvaluatedPositions(): readonly Position[];
  getEvaluatedPositionsInSheet(sheetId: string): readonly Position[];
  evaluateCells(positions: readonly Position[]): void;
  evaluateAllCells(): void;
}

const METHODS = [
  'updateCompilationParameters',
  'getArrayFormulasImpactedByChangesOf',
  'getCellsDependingOn',
  'evaluate',
  'computeAndSave',
  'getEvaluatedCell',
  'getEvaluatedPositions',
  'getEvaluatedPositionsInSheet',
  'evaluateCells',
  'evaluateAllCells',
] as const satisfies readonly (keyof Evaluator)[];

const PARTS = [
  'compilationParams',
  'cellsBeingComputed',
  'nextRangesToUpdate',
  'evaluatedCells',
  'spreadingRelations',
] as const satisfies readonly (keyof Evaluator)[];

function isEvaluator(value: unknown): value is Evaluator {
  if (typeof value !== 'object' || value === null) return false;
  return (
    METHODS.every((name) => typeof Reflect.get(value, name) === 'function') &&
    PARTS.every((name) => typeof Reflect.get(value, name) === 'object')
  );
}

/** The engine's own methods, before they are replaced. */
const boundTo = (evaluator: Evaluator): Pick<Evaluator, (typeof METHODS)[number]> => ({
  updateCompilationParameters: evaluator.updateCompilationParameters.bind(evaluator),
  getArrayFormulasImpactedByChangesOf: evaluator.getArrayFormulasImpactedByChangesOf.bind(evaluator),
  getCellsDependingOn: evaluator.getCellsDependingOn.bind(evaluator),
  evaluate: evaluator.evaluate.bind(evaluator),
  computeAndSave: evaluator.computeAndSave.bind(evaluator),
  getEvaluatedCell: evaluator.getEvaluatedCell.bind(evaluator),
  getEvaluatedPositions: evaluator.getEvaluatedPositions.bind(evaluator),
  getEvaluatedPositionsInSheet: evaluator.getEvaluatedPositionsInSheet.bind(evaluator),
  evaluateCells: evaluator.evaluateCells.bind(evaluator),
  evaluateAllCells: evaluator.evaluateAllCells.bind(evaluator),
});

/** Runs `slice` again and again while there is nothing better to do, until it says that nothing is left. */
export type Idle = (slice: (isTimeUp: () => boolean) => 'done' | 'more') => void;

/** From this many cells on, those that nobody looks at yet are calculated later. */
const MANY = 400;

/** What of a model is still to be calculated. */
class Backlog {
  private left: Areas | undefined;
  private params: object | undefined;
  private walk: Iterator<Position> | undefined;
  private isScheduled = false;
  private readonly engine: Pick<Evaluator, (typeof METHODS)[number]>;

  constructor(
    private readonly evaluator: Evaluator,
    private readonly idle: Idle,
  ) {
    this.engine = boundTo(evaluator);
    evaluator.evaluateCells = (positions) => this.change(positions);
    evaluator.updateCompilationParameters = () => {
      this.engine.updateCompilationParameters();
      this.params = evaluator.compilationParams;
    };
    evaluator.evaluateAllCells = () => {
      this.left = undefined;
      this.engine.evaluateAllCells();
      // The engine finds out what depends on what when it first needs it: not while somebody waits for a typed cell.
      idle(() => {
        evaluator.getCellsDependingOn(this.none());
        return 'done';
      });
    };
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

  private none(): Areas {
    const areas = this.evaluator.nextRangesToUpdate.copy();
    areas.clear();
    return areas;
  }

  /** Takes the values away of all that depends on the cells that have changed; they come back when looked at, or idly. */
  private change(positions: readonly Position[]): void {
    const { evaluator } = this;
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
    evaluator.cellsBeingComputed = new Set();
    evaluator.updateCompilationParameters();
    this.walk = undefined;
    for (const position of positions) evaluator.computeAndSave(position);
    this.spill();
    this.schedule();
  }

  private look(position: Position): EvaluatedCell {
    const known = this.evaluator.evaluatedCells.get(position);
    if (known || !this.left?.hasPosition(position)) return known ?? this.engine.getEvaluatedCell(position);
    return this.compute(position);
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

  /** Lets the engine settle what a formula has spilled into. */
  private spill(): void {
    const { evaluator } = this;
    if (evaluator.nextRangesToUpdate.isEmpty()) return;
    const areas = [...evaluator.nextRangesToUpdate];
    evaluator.nextRangesToUpdate.clear();
    evaluator.evaluate(areas);
  }

  private schedule(): void {
    if (this.isScheduled) return;
    this.isScheduled = true;
    this.idle((isTimeUp) => {
      const state = this.proceed(isTimeUp);
      if (state === 'done') this.isScheduled = false;
      return state;
    });
  }

  private proceed(isTimeUp: () => boolean): 'done' | 'more' {
    const { left } = this;
    if (!left) return 'done';
    this.walk ??= cellsIn(left);
    for (;;) {
      const { value: position, done } = this.walk.next();
      if (done) break;
      if (!this.evaluator.evaluatedCells.get(position)) this.compute(position);
      if (isTimeUp()) return 'more';
    }
    this.left = undefined;
    this.walk = undefined;
    this.spill();
    return 'done';
  }

  private finish(): void {
    if (this.left) this.proceed(() => false);
  }
}

function* cellsIn(areas: Iterable<Area>): Generator<Position, undefined> {
  for (const { sheetId, zone } of [...areas]) {
    for (let col = zone.left; col <= zone.right; col++) {
      for (let row = zone.top; row <= zone.bottom; row++) yield { sheetId, col, row };
    }
  }
  return undefined;
}

const LAZY = 'lazily';

/** The part of a model's configuration that makes it calculate first what is looked at, and the rest by `idle`. */
export const lazily = (idle: Idle): { readonly [LAZY]: Idle } => ({ [LAZY]: idle });

/**
 * The engine calculates everything that depends on a changed cell before it shows the change: with a thousand stores,
 * half a second for a cell on which all of them depend. Models that are told so by {@link lazily} calculate first what
 * is looked at (on the screen, by a script, by another formula); nothing can be looked at that is not calculated.
 */
const Evaluation = registries.coreViewsPluginRegistry.get('evaluation');
registries.coreViewsPluginRegistry.replace(
  'evaluation',
  class extends Evaluation {
    constructor(config: ConstructorParameters<typeof Evaluation>[0]) {
      super(config);
      const idle: Idle | undefined = config.custom[LAZY];
      const evaluator: unknown = Reflect.get(this, 'evaluator');
      if (!idle) return;
      if (!isEvaluator(evaluator)) throw new Error('this version of the engine calculates in another way');
      new Backlog(evaluator, idle);
    }
  },
);
