import type { Model } from '@odoo/o-spreadsheet';
import { dispatchExtra } from './commands';
import { keepingAnchors } from './engine/anchors';
import { startCalculating, waitingToCalculate, withoutCalculating } from './engine/batches';
import { type CellFunction, provideClock, provideFunctions, putEmptyBelow } from './engine/functions';
import { withSpills } from './engine/lazy';
import { calculate, createModel, type ModelConfig, quietly, type Revisions } from './engine/model';
import { type Extras, extrasOf, type Kept, type Settings } from './extras';
import { type FormulaForm, readFormula, usFormula } from './separators';
import type { NewFileWays } from './services/api/ways';
import { serialAt } from './zones';

export interface WorkbookOptions extends Partial<Settings> {
  /** What a workbook exported, to open it again. */
  readonly data?: unknown;
  /** What has changed since `data` was exported. */
  readonly revisions?: Revisions;
  /** The engine's own options: mode, transport, client. */
  readonly config?: Partial<ModelConfig>;
  /** Calculates nothing before the workbook first settles: for who adds functions first, lest all be calculated twice. */
  readonly waits?: boolean;
  readonly id?: string;
  /** What comes before a file's id in its address; Google's by default. */
  readonly address?: string;
  /** Makes ids for the files that scripts make from this one. */
  readonly newId?: () => string;
  /** The instant it is, in milliseconds; by default the machine's. */
  readonly now?: () => number;
  readonly columns?: number;
  readonly rows?: number;
  /** A rule that wants a date refuses a number where the cell has no format of dates; it takes any number by default. */
  readonly strictDates?: boolean;
  /** Where users' properties are kept, by e-mail: they are not the file's. In memory by default. */
  readonly userProperties?: UserProperties;
  /** How the files that scripts make from this one are made. */
  readonly newFiles?: NewFileWays;
  /** How formulas of scripts are read where the locale has a decimal comma; `anywhere` by default. */
  readonly formulaForm?: FormulaForm;
  /** Where empty text stands in the order of values: above all numbers, as other texts do, or below them. */
  readonly emptyText?: 'above' | 'below';
  /** What a conditional format cites of the first row of its range, once that is deleted: lost as in cells, or kept. */
  readonly deletedAnchor?: 'lost' | 'kept';
}

/** Properties of users, by e-mail. */
export interface UserProperties {
  get(email: string): Readonly<Record<string, string>> | undefined;
  set(email: string, properties: Readonly<Record<string, string>>): unknown;
}

/** One lock for all users: who holds it, and how long others have waited for it in vain, in milliseconds. */
export class Locks {
  private holder: object | undefined;
  waited = 0;

  /** Takes the lock, or waits (in counted time only: nothing else can run meanwhile) and goes without it. */
  take(holder: object, wait: number): boolean {
    if (this.holder !== undefined && this.holder !== holder) {
      this.waited += wait;
      return false;
    }
    this.holder = holder;
    return true;
  }

  isHeldBy(holder: object): boolean {
    return this.holder === holder;
  }

  release(holder: object): void {
    if (this.holder === holder) this.holder = undefined;
  }
}

/** A spreadsheet file: the engine's model, what is kept beside it, and what its users share. */
export class Workbook {
  readonly id: string;
  readonly model: Model;
  readonly extras: Extras;
  readonly locks = new Locks();
  readonly userProperties: UserProperties;
  readonly cellFunctions = new Map<string, CellFunction>();
  /** Called after every calculation. */
  readonly onChange = new Set<() => void>();
  /** Whether anything has changed that formulas have not yet followed. */
  private isStale = false;
  readonly now: () => number;
  readonly address: string;
  readonly newId: () => string;
  readonly newFiles: NewFileWays;
  readonly strictDates: boolean;
  private readonly formulaForm: FormulaForm;
  /** Milliseconds that scripts have slept. */
  slept = 0;

  constructor(options: WorkbookOptions = {}) {
    const locale = options.locale ?? 'en_US';
    this.id = options.id ?? 'local-workbook';
    this.now = options.now ?? Date.now;
    this.address = options.address ?? 'https://docs.google.com/spreadsheets/d/';
    let made = 0;
    this.newId = options.newId ?? (() => `new-file-${++made}`);
    this.newFiles = options.newFiles ?? {};
    this.strictDates = options.strictDates ?? false;
    this.formulaForm = options.formulaForm ?? 'anywhere';
    this.userProperties = options.userProperties ?? new Map<string, Readonly<Record<string, string>>>();
    const waits = options.waits === true || options.emptyText === 'below';
    const custom = {
      ...options.config?.custom,
      ...(waits && waitingToCalculate),
      ...(options.deletedAnchor === 'kept' && keepingAnchors),
    };
    this.model = createModel(
      options.data ?? emptySheet(locale, options.columns ?? 26, options.rows ?? 1000),
      { ...options.config, custom },
      options.revisions,
    );
    if (options.emptyText === 'below') putEmptyBelow(this.model.getters);
    this.isStale = waits;
    this.extras = extrasOf(this.model);
    const { title, timeZone } = options;
    if (title !== undefined || timeZone !== undefined || options.locale !== undefined || options.data === undefined) {
      this.keep({
        settings: {
          ...this.extras.kept.settings,
          title: title ?? (this.extras.kept.settings.title || 'Untitled spreadsheet'),
          timeZone: timeZone ?? this.extras.kept.settings.timeZone,
          locale: options.locale ?? this.extras.kept.settings.locale,
        },
      });
    }
    provideFunctions(this.model.getters, this.cellFunctions);
    provideClock(this.model.getters, () => serialAt(this.now(), this.settings.timeZone));
  }

  /** Where the file is, as `SpreadsheetApp` gives it. */
  get url(): string {
    return `${this.address}${this.id}/edit`;
  }

  get settings(): Settings {
    return this.extras.kept.settings;
  }

  /** A formula as a script writes it in this workbook's locale → in US form, as the engine has it. */
  usFormula(text: string): string {
    return usFormula(text, this.settings.locale, this.formulaForm);
  }

  /** The reverse of {@link usFormula}. */
  readFormula(text: string): string {
    return readFormula(text, this.settings.locale, this.formulaForm);
  }

  /** Changes what is kept beside the cells. */
  keep(kept: Partial<Kept>): void {
    this.change(() => dispatchExtra(this.model, { type: 'GOOGLE_KEEP', kept }));
  }

  /** Runs something that changes the model; formulas follow when the workbook settles. */
  change<T>(work: () => T): T {
    this.isStale = true;
    return quietly(() => withoutCalculating(this.model, work));
  }

  /** Lets formulas follow what has changed: before anything calculated is read, and when an execution ends. */
  settle(): void {
    if (!this.isStale) return;
    this.isStale = false;
    startCalculating(this.model);
    calculate(this.model);
    for (const listener of this.onChange) listener();
  }

  /** Lets formulas call these functions (names in capitals), and calculates anew. */
  addFunctions(functions: Readonly<Record<string, CellFunction>>): void {
    for (const [name, call] of Object.entries(functions)) this.cellFunctions.set(name.toUpperCase(), call);
    this.calculateAll();
  }

  /** Takes functions away, as where the add-on has never been used, and calculates anew. */
  removeFunctions(): void {
    this.cellFunctions.clear();
    this.calculateAll();
  }

  private calculateAll(): void {
    const isFirst = startCalculating(this.model);
    if (!isFirst) this.change(() => this.model.dispatch('EVALUATE_CELLS'));
    this.settle();
  }

  /** The whole workbook as plain data, which `createWorkbook({ data })` opens again. */
  exportData(): unknown {
    // The engine's own export also packs formulas, and opens the result to see whether it came out the same.
    return withSpills(
      quietly(() => this.model._exportData(false)),
      this.model,
    );
  }
}

/** What a new column measures on Google, in pixels; the engine's own default differs. */
export const COLUMN_WIDTH = 100;

/** A workbook's data with one empty sheet. */
function emptySheet(locale: string, columns: number, rows: number) {
  const cols: Record<number, { readonly size: number }> = {};
  for (let col = 0; col < columns; col++) cols[col] = { size: COLUMN_WIDTH };
  const name = locale.startsWith('zh') ? '工作表1' : 'Sheet1';
  return { sheets: [{ id: '0', name, colNumber: columns, rowNumber: rows, cols }] };
}

/** A workbook with one empty sheet, or the one that `data` describes. */
export function createWorkbook(options: WorkbookOptions = {}): Workbook {
  return new Workbook(options);
}
