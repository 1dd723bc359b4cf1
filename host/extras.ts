import { CorePlugin, helpers, type Model, registries } from '@odoo/o-spreadsheet';
import { ESCAPED_TEXT, engineFormula, type FormatNames, PLAIN_TEXT } from './dialect';

type Config = ConstructorParameters<typeof CorePlugin>[0];
type CoreGetters = Config['getters'];
type CoreCommand = Parameters<CorePlugin['handle']>[0];
type WorkbookData = Parameters<CorePlugin['import']>[0];
type Adapters = Parameters<CorePlugin['adaptRanges']>[0];
type Range = ReturnType<CoreGetters['getRangeFromZone']>;
export type Cell = NonNullable<ReturnType<CoreGetters['getCell']>>;
export type Style = NonNullable<Cell['style']>;

/** A rectangle of cells, counted from 0, its last row and column included. */
export interface Zone {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A rectangle on one sheet; `sheet` is the engine's own id of it. */
export interface Place {
  readonly sheet: string;
  readonly zone: Zone;
}

/** What a cell holds, before it is put in the words of the engine: see {@link content}. */
export type Input =
  | { readonly kind: 'blank' }
  | { readonly kind: 'formula'; readonly formula: string }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'boolean'; readonly boolean: boolean }
  | { readonly kind: 'error'; readonly error: string }
  | { readonly kind: 'text'; readonly text: string };

/**
 * What is to change in one cell; what is left out stays. In `style`, `undefined` or `null` takes a property away; with `whole`
 * everything the cell had is replaced, as when another cell is moved here.
 */
export interface Patch {
  readonly sheet: string;
  readonly col: number;
  readonly row: number;
  readonly input?: Input;
  readonly format?: string;
  readonly style?: Partial<Record<keyof Style, unknown>>;
  readonly whole?: boolean;
}

/** A value kept beside the cells for a script, found again by its key. `place` is absent for the whole workbook. */
export interface Metadata {
  readonly id: number;
  readonly key: string;
  readonly value: string | null;
  readonly visibility: 'DOCUMENT' | 'PROJECT';
  readonly at: 'SPREADSHEET' | 'SHEET' | 'ROW' | 'COLUMN';
  readonly place?: Place;
}

/** A protected range, or a protected sheet (`whole`) with the ranges left open in it. */
export interface Guard {
  readonly id: number;
  readonly whole: boolean;
  readonly place: Place;
  readonly open: readonly Place[];
  readonly description: string;
  readonly warningOnly: boolean;
}

export interface Note {
  readonly place: Place;
  readonly text: string;
}

/** What is true of the workbook as a whole. */
export interface Settings {
  readonly title: string;
  readonly locale: string;
  readonly timeZone: string;
}

/** Everything the engine does not keep, as it is saved with the workbook. */
export interface Kept {
  readonly settings: Settings;
  readonly notes: readonly Note[];
  readonly metadata: readonly Metadata[];
  readonly guards: readonly Guard[];
  /** Help texts of data validation, by the rule's id. */
  readonly help: Readonly<Record<string, string>>;
  readonly properties: Readonly<Record<string, string>>;
  readonly formats: FormatNames;
  readonly nextId: number;
}

/** What the host asks of its plugin; the engine passes these on, undoes them and saves them like its own commands. */
export type Command =
  | { readonly type: 'GOOGLE_CELLS'; readonly patches: readonly Patch[] }
  | { readonly type: 'GOOGLE_KEEP'; readonly kept: Partial<Kept> };

const seats = new WeakMap<object, Extras>();

/** What is kept beside the cells of a model. */
export function extrasOf(model: Model): Extras {
  const extras = seats.get(model.config.custom);
  if (!extras) throw new Error('this model was not made by createModel');
  return extras;
}

const EMPTY: Kept = {
  settings: { title: '', locale: 'en_US', timeZone: 'Etc/UTC' },
  notes: [],
  metadata: [],
  guards: [],
  help: {},
  properties: {},
  formats: {},
  nextId: 1,
};

const isText = (format: string | undefined) => format === PLAIN_TEXT || format === ESCAPED_TEXT;

type EngineLocale = ReturnType<CoreGetters['getLocale']>;

/** Whether the engine would read this text as something else. */
function isMisread(text: string, locale: EngineLocale): boolean {
  if (/^['=]/.test(text) || /^(?:true|false)$/i.test(text) || helpers.isEvaluationError(text)) return true;
  return helpers.isNumber(text, locale) || helpers.isDateTime(text, locale);
}

/** An input in the engine's words, with the number format those words need (`undefined`: the one it was given). */
export function content(
  input: Input,
  format: string | undefined,
  locale: EngineLocale,
): { content: string; format?: string } {
  switch (input.kind) {
    case 'blank':
      return { content: '' };
    case 'formula':
      return { content: engineFormula(input.formula) };
    case 'number':
      return { content: String(input.number) };
    case 'boolean':
      return { content: input.boolean ? 'TRUE' : 'FALSE' };
    case 'error':
      return { content: input.error };
    case 'text': {
      const { text } = input;
      if (!isText(format)) return { content: isMisread(text, locale) ? `'${text}` : text };
      if (/^['=]/.test(text)) return { content: `'${text}`, format: ESCAPED_TEXT };
      return { content: text, format: PLAIN_TEXT };
    }
  }
}

/** What a cell of the engine holds; the reverse of {@link content}. */
export function inputOf(cell: Cell | undefined): Input {
  if (!cell) return { kind: 'blank' };
  if (cell.isFormula) return { kind: 'formula', formula: '' };
  if (cell.content === '') return { kind: 'blank' };
  if (cell.format === PLAIN_TEXT) return { kind: 'text', text: cell.content };
  const value = cell.parsedValue;
  if (typeof value === 'number') return { kind: 'number', number: value };
  if (typeof value === 'boolean') return { kind: 'boolean', boolean: value };
  if (value === null) return { kind: 'blank' };
  if (!cell.content.startsWith("'") && helpers.isEvaluationError(value)) return { kind: 'error', error: value };
  return { kind: 'text', text: value };
}

/** Keeps, adapts, saves and undoes what the engine has no place for: notes, protections, metadata, settings. */
export class Extras extends CorePlugin<{ kept: Kept }> {
  static override getters: readonly string[] = [];
  kept: Kept = EMPTY;
  /** Whether what is dispatched has been put in the engine's words already. */
  private isWriting = false;
  private lists: { sheetId: string; id: string; value: string; range: Range }[] = [];

  constructor(config: Config) {
    super(config);
    // Saving makes a second model from the same configuration, to compare; the first one keeps the seat.
    if (!seats.has(config.custom)) seats.set(config.custom, this);
  }

  override import(data: WorkbookData & { google?: Partial<Kept> }): void {
    this.kept = { ...EMPTY, ...data.google };
  }

  override export(data: WorkbookData & { google?: Kept }): void {
    data.google = this.kept;
  }

  override beforeHandle(command: CoreCommand): void {
    if (this.isWriting || command.type !== 'UPDATE_CELL' || !command.content?.startsWith('=')) return;
    // A formula typed into the grid is in Google's words.
    command.content = engineFormula(command.content);
  }

  override handle(command: CoreCommand | Command): void {
    this.moveLists();
    switch (command.type) {
      case 'GOOGLE_CELLS':
        this.isWriting = true;
        try {
          for (const patch of command.patches) this.write(patch);
        } finally {
          this.isWriting = false;
        }
        return;
      case 'GOOGLE_KEEP':
        this.keep(command.kept);
        return;
      case 'DELETE_SHEET':
        this.forget(command.sheetId);
        return;
      case 'DUPLICATE_SHEET':
        this.duplicate(command.sheetId, command.sheetIdTo);
        return;
    }
  }

  override adaptRanges({ applyChange }: Adapters): void {
    this.noteLists(applyChange);
    let changed = false;
    const moved = (place: Place): Place | undefined => {
      const range: Range = this.getters.getRangeFromZone(place.sheet, place.zone);
      const change = applyChange(range);
      if (change.changeType === 'NONE') return place;
      changed = true;
      return change.changeType === 'REMOVE'
        ? undefined
        : { sheet: change.range.sheetId, zone: bounded(change.range.zone) };
    };
    const notes: Note[] = [];
    for (const note of this.kept.notes) {
      const place = moved(note.place);
      if (place) notes.push(place === note.place ? note : { ...note, place });
    }
    const metadata: Metadata[] = [];
    for (const entry of this.kept.metadata) {
      if (entry.place === undefined || entry.at === 'SHEET') {
        metadata.push(entry);
        continue;
      }
      const place = moved(entry.place);
      if (place) metadata.push(place === entry.place ? entry : { ...entry, place });
    }
    const guards: Guard[] = [];
    for (const guard of this.kept.guards) {
      const place = guard.whole ? guard.place : moved(guard.place);
      if (!place) continue;
      const open: Place[] = [];
      for (const part of guard.open) {
        const stays = moved(part);
        if (stays) open.push(stays);
      }
      guards.push({ ...guard, place, open });
    }
    if (changed) this.keep({ notes, metadata, guards });
  }

  /**
   * Notes where the lists of validation rules will stand: the engine adapts formulas of rules, but not the ranges that
   * rules take their choices from.
   */
  private noteLists(applyChange: Adapters['applyChange']): void {
    for (const sheetId of this.getters.getSheetIds()) {
      for (const { id, criterion } of this.getters.getDataValidationRules(sheetId)) {
        if (criterion.type !== 'isValueInRange') continue;
        const [value = ''] = criterion.values;
        const range: Range = this.getters.getRangeFromSheetXC(sheetId, value);
        const change = applyChange(range);
        if (change.changeType !== 'REMOVE') this.lists.push({ sheetId, id, value, range: change.range });
      }
    }
  }

  /** Moves the lists of validation rules to where they were noted to stand, under the tab's name as it is now. */
  private moveLists(): void {
    const lists = this.lists;
    this.lists = [];
    for (const { sheetId, id, value, range } of lists) {
      const rule = this.getters.getDataValidationRule(sheetId, id);
      if (rule?.criterion.type !== 'isValueInRange') continue;
      const moved = this.getters.getRangeString(range);
      if (moved === value || moved === value.replace(/^'([^']*)'!/, '$1!')) continue;
      this.dispatch('ADD_DATA_VALIDATION_RULE', {
        sheetId,
        rule: { ...rule, criterion: { ...rule.criterion, values: [moved] } },
        ranges: rule.ranges.map((each) => this.getters.getRangeData(each)),
      });
    }
  }

  private keep(part: Partial<Kept>): void {
    this.history.update('kept', { ...this.kept, ...part });
  }

  private write({ sheet: sheetId, col, row, input, format, style, whole }: Patch): void {
    const position = { sheetId, col, row };
    const cell = this.getters.getCell(position);
    const before = cell?.format;
    const after = format ?? (whole ? '' : before);
    const update: { content?: string; format?: string; style?: Style | null } = {};
    if (format !== undefined || whole) update.format = format ?? '';
    // Text stays text when its format changes: the engine would read it anew.
    const held = input ?? (isText(before) !== isText(after) && !cell?.isFormula ? inputOf(cell) : undefined);
    if (held && !(held.kind === 'formula' && held.formula === '')) {
      const words = content(held, after, this.getters.getLocale());
      update.content = words.content;
      if (words.format !== undefined) update.format = words.format;
    }
    if (style || whole) {
      const merged: Record<string, unknown> = { ...(whole ? {} : cell?.style), ...style };
      for (const [name, value] of Object.entries(merged))
        if (value === undefined || value === null) delete merged[name];
      update.style = Object.keys(merged).length > 0 ? merged : null;
    }
    this.dispatch('UPDATE_CELL', { ...position, ...update });
  }

  private forget(sheet: string): void {
    const elsewhere = (entry: { readonly place?: Place }) => entry.place?.sheet !== sheet;
    this.keep({
      notes: this.kept.notes.filter(elsewhere),
      metadata: this.kept.metadata.filter(elsewhere),
      guards: this.kept.guards.filter(elsewhere),
    });
  }

  /** A duplicated sheet takes notes, protections and metadata along, each with its value as it was. */
  private duplicate(from: string, to: string): void {
    let { nextId } = this.kept;
    const there = (place: Place): Place => ({ ...place, sheet: to });
    const notes = this.kept.notes.filter(({ place }) => place.sheet === from);
    const metadata = this.kept.metadata.filter(({ place }) => place?.sheet === from);
    const guards = this.kept.guards.filter(({ place }) => place.sheet === from);
    this.keep({
      notes: [...this.kept.notes, ...notes.map((note) => ({ ...note, place: there(note.place) }))],
      metadata: [
        ...this.kept.metadata,
        ...metadata.map((entry) => ({ ...entry, id: nextId++, ...(entry.place && { place: there(entry.place) }) })),
      ],
      guards: [
        ...this.kept.guards,
        ...guards.map((guard) => ({ ...guard, id: nextId++, place: there(guard.place), open: guard.open.map(there) })),
      ],
      nextId,
    });
  }
}

registries.corePluginRegistry.add('googleExtras', Extras);

const bounded = ({ left, right, top, bottom }: Zone): Zone => ({ left, right, top, bottom });
