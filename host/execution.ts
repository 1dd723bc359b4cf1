import type { Model } from '@odoo/o-spreadsheet';
import type { Position } from './cells';
import { cellsCommand, dispatchExtra } from './commands';
import { engineFormat } from './dialect';
import { type Guard, type Input, inputOf, type Patch } from './extras';
import { letters } from './services/place';
import type { Workbook } from './workbook';

/**
 * What a member costs: a read first commits what is pending, and one of what formulas come to (`value`) lets them follow;
 * a write may wait, a structural change commits and is applied at once; `other` is a call to Google that is none of
 * these (a lock, a flush, a dialog); handles are free.
 */
export type Kind = 'free' | 'read' | 'value' | 'write' | 'structure' | 'other';

export interface Call {
  /** Type and member, as `Range.setValues`. */
  readonly name: string;
  readonly kind: Exclude<Kind, 'free' | 'value'>;
  /** The engine's id of the sheet that it is made on. */
  readonly sheet?: string;
}

/** The service calls of one user's executions, in order. */
export class Ledger {
  readonly sequence: Call[] = [];

  record(call: Call): void {
    this.sequence.push(call);
  }

  reset(): void {
    this.sequence.length = 0;
  }

  get total(): number {
    return this.sequence.length;
  }

  get reads(): number {
    return this.sequence.filter(({ kind }) => kind === 'read').length;
  }

  get writes(): number {
    return this.sequence.filter(({ kind }) => kind === 'write' || kind === 'structure').length;
  }

  get byName(): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const { name } of this.sequence) counts[name] = (counts[name] ?? 0) + 1;
    return counts;
  }
}

/** Makes the values that are handed to a script; a script in a realm of its own gets arrays and dates of that realm. */
export interface Realm {
  array(): unknown[];
  object(): Record<string, unknown>;
  date(instant: number): Date;
  error(message: string): Error;
}

const ownRealm: Realm = {
  array: () => [],
  object: () => ({}),
  date: (instant) => new Date(instant),
  error: (message) => new Error(message),
};

/** Who runs a script. */
export interface User {
  readonly email: string;
  /** The language of the user's own interface, as `zh_CN` or `en`. */
  readonly locale: string;
}

/** FULL: menu items and endpoints; LIMITED: simple triggers; NONE: `onOpen` of an add-on; CELL: a cell function. */
export type Authority = 'FULL' | 'LIMITED' | 'NONE' | 'CELL';

/** Called before every service call, with its name and its number in the execution; may throw to make it fail. */
export type BeforeCall = (name: string, index: number) => void;

/** A call as it went, free ones too: what it was given, and what it answered or why it failed. */
export interface Heard {
  readonly name: string;
  readonly kind: Kind;
  /** Whether it committed what was pending before it. */
  readonly commits: boolean;
  readonly given: readonly unknown[];
  readonly answer: unknown;
}

/** Called after every call of a service, with how it went. */
export type AfterCall = (heard: Heard) => void;

export type Access = 'all' | 'unprotected' | 'none';

export interface ExecutionOptions {
  readonly authority?: Authority;
  readonly ledger?: Ledger;
  readonly beforeCall?: BeforeCall | undefined;
  readonly afterCall?: AfterCall | undefined;
  readonly realm?: Realm;
  /** Whether Session.getActiveUserLocale also refuses under NONE. */
  readonly hideLocale?: boolean;
  /** The script belongs to one spreadsheet instead of being installed as an add-on, or is a test deployment. */
  readonly bound?: boolean;
  /** The permissions that the user has given; all of them by default. */
  readonly scopes?: readonly Scope[];
  /** What of the workbook the user may change: all of it; what nobody has protected; nothing, as who may view or comment. */
  readonly access?: Access;
  /** The HTML files of the script, by name without ending. */
  readonly files?: Readonly<Record<string, string>>;
  readonly dialogs?: Dialogs;
}

/** What a user answers to the script's questions, and what was shown. */
export interface Dialogs {
  alert(title: string, prompt: string, buttons: string): string;
  prompt(title: string, prompt: string, buttons: string): { readonly button: string; readonly text: string };
  show(shown: Shown): void;
  menu(menu: MenuEntry): void;
  toast(message: string, title: string): void;
}

export interface Shown {
  readonly kind: 'sidebar' | 'dialog' | 'modeless';
  readonly title: string;
  readonly html: string;
  readonly width: number | undefined;
  readonly height: number | undefined;
}

/** A menu as it was built: submenus nest; an add-on's own has no caption. */
export type MenuEntry =
  | { readonly kind: 'menu'; readonly caption: string; readonly entries: readonly MenuEntry[] }
  | { readonly kind: 'item'; readonly caption: string; readonly functionName: string }
  | { readonly kind: 'separator' };

/** Refuses every question: for executions that should ask none. */
const noDialogs: Dialogs = {
  alert: () => {
    throw new Error('Cannot call SpreadsheetApp.getUi() from this context.');
  },
  prompt: () => {
    throw new Error('Cannot call SpreadsheetApp.getUi() from this context.');
  },
  show: () => {
    throw new Error('Cannot call SpreadsheetApp.getUi() from this context.');
  },
  menu: () => {},
  toast: () => {},
};

/** What each authority may call; anything else is refused in Google's words. FULL may call everything. */
const ALLOWED: Readonly<Record<Exclude<Authority, 'FULL'>, RegExp>> = {
  LIMITED: /^(?!Ui\.show)/,
  NONE: /^(?:SpreadsheetApp\.getUi|Ui\.create|Menu\.|Session\.getActiveUserLocale|Utilities\.|HtmlService\.create|HtmlOutput\.|HtmlTemplate\.)/,
  CELL: /^(?:SpreadsheetApp\.getActive(?:Spreadsheet)?$|Spreadsheet\.(?:getSpreadsheetLocale|getSpreadsheetTimeZone|getId|getName|getUrl)$|Utilities\.)/,
};

/** The permissions that the add-on's manifest asks for; a user may give each by itself. */
export const SCOPES = ['spreadsheets.currentonly', 'script.container.ui', 'drive.file', 'userinfo.email'] as const;
export type Scope = (typeof SCOPES)[number];

/** What a service needs, by its type; spreadsheets and all in them need the first. */
const NEEDED: Readonly<Record<string, Scope | undefined>> = {
  Ui: 'script.container.ui',
  Session: 'userinfo.email',
  User: 'userinfo.email',
  'Sheets.Spreadsheets': 'drive.file',
  'Sheets.Spreadsheets.Values': 'drive.file',
  LockService: undefined,
  Lock: undefined,
  PropertiesService: undefined,
  Properties: undefined,
  Utilities: undefined,
  ScriptApp: undefined,
  HtmlService: undefined,
  HtmlOutput: undefined,
  HtmlTemplate: undefined,
  Menu: undefined,
  PromptResponse: undefined,
};

/** Members that need another permission than their type does, or none. */
const NEEDED_BY: Readonly<Record<string, Scope | undefined>> = {
  'SpreadsheetApp.getUi': 'script.container.ui',
  'Session.getActiveUserLocale': undefined,
  'Session.getScriptTimeZone': undefined,
};

function scopeOf(type: string, name: string): Scope | undefined {
  if (name in NEEDED_BY) return NEEDED_BY[name];
  return type in NEEDED ? NEEDED[type] : 'spreadsheets.currentonly';
}

const addressOf = (scope: Scope): string => {
  const address = `https://www.googleapis.com/auth/${scope}`;
  return scope === 'spreadsheets.currentonly' ? `${address} || https://www.googleapis.com/auth/spreadsheets` : address;
};

/** What it takes to put a cell back to what it is now. */
function asItIs(model: Model, { sheetId, col, row }: Position): Patch {
  const cell = model.getters.getCell({ sheetId, col, row });
  const input: Input = cell?.isFormula
    ? { kind: 'formula', formula: cell.compiledFormula.toFormulaString(model.getters) }
    : inputOf(cell);
  return { sheet: sheetId, col, row, input, format: cell?.format ?? '', style: { ...cell?.style }, whole: true };
}

/**
 * Whether a strict rule rejects what a cell has come to. Google looks at what a formula comes to as at a value: "" is a
 * text, and so no blank, no number and no choice; an error is neither.
 */
function isRefused({ model, strictDates }: Workbook, position: Position): boolean {
  const { value, type, format = '' } = model.getters.getEvaluatedCell(position);
  const isFormula = model.getters.getCell(position)?.isFormula === true;
  if (isFormula && (value === '' || type === 'error'))
    return model.getters.getValidationRuleForCell(position)?.isBlocking === true;
  if (strictDates && typeof value === 'number' && !/[yd]/i.test(format)) {
    const rule = model.getters.getValidationRuleForCell(position);
    if (rule?.isBlocking && rule.criterion.type === 'dateIsValid') return true;
  }
  return model.getters.isDataValidationInvalid(position);
}

/** What is pending of one cell. */
interface Pending {
  readonly sheet: string;
  readonly col: number;
  readonly row: number;
  input?: Input;
  format?: string;
  style?: Partial<Record<string, unknown>>;
  /** Whether a rule that rejects guarded the cell when it was written to: a rule set later does not look back. */
  strict?: boolean;
}

/** Whether what is pending is committed before a member of a kind does its work. */
const commitsBefore = (kind: Kind): boolean => kind === 'read' || kind === 'value' || kind === 'structure';

/** Google's words for a cell that is protected against the user. */
const PROTECTED =
  'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.';

/** One run of a script by one user: what it may do, what it has called, what it has written and not yet committed. */
export class Execution {
  readonly authority: Authority;
  readonly ledger: Ledger;
  readonly realm: Realm;
  readonly files: Readonly<Record<string, string>>;
  readonly dialogs: Dialogs;
  readonly model: Model;
  private readonly beforeCall: BeforeCall | undefined;
  private readonly afterCall: AfterCall | undefined;
  private readonly hideLocale: boolean;
  readonly bound: boolean;
  private readonly scopes: readonly Scope[];
  readonly access: Access;
  /** What is held back, in the order it was asked for. A copy takes what stands there when its turn comes. */
  private readonly pending: (Map<string, Pending> | (() => readonly Patch[]))[] = [];
  private readonly formatNames = new Map<string, string>();
  private active: string | undefined;
  private calls = 0;

  constructor(
    readonly workbook: Workbook,
    readonly user: User,
    options: ExecutionOptions = {},
  ) {
    this.model = workbook.model;
    this.authority = options.authority ?? 'FULL';
    this.ledger = options.ledger ?? new Ledger();
    this.realm = options.realm ?? ownRealm;
    this.files = options.files ?? {};
    this.dialogs = options.dialogs ?? noDialogs;
    this.beforeCall = options.beforeCall;
    this.afterCall = options.afterCall;
    this.hideLocale = options.hideLocale ?? false;
    this.bound = options.bound ?? false;
    this.scopes = options.scopes ?? SCOPES;
    this.access = options.access ?? 'all';
  }

  /** One call of a service's member: counted, hooked, authorised, and with the pending writes committed if it reads. */
  call<T>(type: string, member: string, kind: Kind, work: () => T, sheet?: string): T {
    const name = `${type}.${member}`;
    if (kind !== 'free') {
      this.ledger.record({ name, kind: kind === 'value' ? 'read' : kind, ...(sheet !== undefined && { sheet }) });
      this.beforeCall?.(name, this.calls++);
    }
    this.authorise(type, name, kind);
    if (kind === 'write' || kind === 'structure') this.refuseChange(type, kind, sheet);
    if (commitsBefore(kind)) this.commit();
    if (kind === 'value') this.workbook.settle();
    return work();
  }

  /** The same for a script, whose arguments are told to who listens, and its answer or failure. */
  callBy<T>(type: string, member: string, kind: Kind, given: readonly unknown[], work: () => T, sheet?: string): T {
    const { afterCall } = this;
    if (!afterCall) return this.call(type, member, kind, work, sheet);
    const commits = this.pending.length > 0 && commitsBefore(kind);
    const tell = (answer: unknown) => afterCall({ name: `${type}.${member}`, kind, commits, given, answer });
    try {
      const answer = this.call(type, member, kind, work, sheet);
      tell(answer);
      return answer;
    } catch (error) {
      tell(error);
      throw error;
    }
  }

  private authorise(type: string, name: string, kind: Kind): void {
    const scope = scopeOf(type, name);
    const refused = (): Error => {
      const needed = addressOf(scope ?? NEEDED[type] ?? 'spreadsheets.currentonly');
      return new Error(`You do not have permission to call ${name}. Required permissions: ${needed}`);
    };
    if (this.authority === 'FULL') {
      if (scope !== undefined && !this.scopes.includes(scope)) throw refused();
      return;
    }
    if (ALLOWED[this.authority].test(name) && !(this.hideLocale && name === 'Session.getActiveUserLocale')) return;
    if (this.authority === 'CELL' && kind !== 'write' && kind !== 'structure' && /^(?:Sheet|Range)\./.test(name)) {
      throw new Error(`${name} from a cell function is not implemented in the local host`);
    }
    throw refused();
  }

  /** Refuses what the user may not change: all of the workbook, or rows, columns and rules of a sheet in which something is locked. */
  private refuseChange(type: string, kind: Kind, sheet: string | undefined): void {
    if (this.access === 'all' || type === 'Properties') return;
    if (this.access === 'none') throw new Error('You do not have permission to perform that action.');
    const isLocked = this.hardGuards().some(({ place }) => place.sheet === sheet);
    if (kind === 'structure' && isLocked) throw new Error(PROTECTED);
  }

  /** Protections that do more than warn. */
  private hardGuards(): readonly Guard[] {
    return this.workbook.extras.kept.guards.filter(({ warningOnly }) => !warningOnly);
  }

  /** Refuses cells that the user may not change; as where a rule refuses, that shows only once they are committed. */
  private refuseProtected(patches: readonly Patch[]): void {
    if (this.access !== 'unprotected') return;
    const isIn = ({ sheet, zone }: Guard['place'], { sheet: of, col, row }: Patch): boolean =>
      sheet === of && row >= zone.top && row <= zone.bottom && col >= zone.left && col <= zone.right;
    const isLocked = (patch: Patch): boolean =>
      this.hardGuards().some(({ whole, place, open }) =>
        whole ? place.sheet === patch.sheet && !open.some((one) => isIn(one, patch)) : isIn(place, patch),
      );
    if (patches.some(isLocked)) throw new Error(PROTECTED);
  }

  /** Holds a cell's change back until something is read, the script flushes, or it ends. */
  hold(patch: Patch): void {
    const key = `${patch.sheet} ${patch.col} ${patch.row}`;
    const cells = this.pendingCells();
    const held: Pending = cells.get(key) ?? { sheet: patch.sheet, col: patch.col, row: patch.row };
    cells.set(key, held);
    if (patch.input !== undefined) {
      held.input = patch.input;
      held.strict = patch.input.kind !== 'blank' && this.isStrict(patch);
    }
    if (patch.format !== undefined) held.format = patch.format;
    if (patch.style !== undefined) held.style = { ...held.style, ...patch.style };
  }

  private pendingCells(): Map<string, Pending> {
    const last = this.pending[this.pending.length - 1];
    if (last instanceof Map) return last;
    const cells = new Map<string, Pending>();
    this.pending.push(cells);
    return cells;
  }

  /**
   * Holds back a copy of values, as other writes are: none of them comes back with anything, so that they go to Google
   * together. What is copied is what stands there once all that was written before it has been committed.
   */
  holdCopy(values: () => readonly Patch[]): void {
    this.pending.push(values);
  }

  private isStrict({ sheet, col, row }: Patch): boolean {
    const { getters } = this.model;
    if (!getters.getDataValidationRules(sheet).some((rule) => rule.isBlocking)) return false;
    return getters.getValidationRuleForCell({ sheetId: sheet, col, row })?.isBlocking === true;
  }

  /** The engine's number format a cell will have once what is pending is committed. */
  formatOf(sheet: string, col: number, row: number): string | undefined {
    const key = `${sheet} ${col} ${row}`;
    const formats = this.pending.map((cells) => (cells instanceof Map ? cells.get(key)?.format : undefined));
    const held = formats.filter((format) => format !== undefined).pop();
    return held ?? this.model.getters.getCell({ sheetId: sheet, col, row })?.format;
  }

  /** The engine's name of a number format of Google's, kept with the workbook where the two differ. */
  formatName(format: string): string {
    const known = this.formatNames.get(format);
    if (known !== undefined) return known;
    const names = { ...this.workbook.extras.kept.formats };
    const name = engineFormat(format, names);
    if (Object.keys(names).length > Object.keys(this.workbook.extras.kept.formats).length) {
      this.workbook.keep({ formats: names });
    }
    this.formatNames.set(format, name);
    return name;
  }

  /** The sheet the user is on, by the engine's id; a hidden one can be active for a script, though not shown. */
  get activeSheet(): string {
    const { getters } = this.model;
    if (this.active !== undefined && getters.tryGetSheet(this.active)) return this.active;
    return getters.getActiveSheetId();
  }

  activate(sheetId: string): void {
    this.active = sheetId;
    const { getters } = this.model;
    if (!getters.isSheetVisible(sheetId) || getters.getActiveSheetId() === sheetId) return;
    this.dispatch('ACTIVATE_SHEET', { sheetIdFrom: getters.getActiveSheetId(), sheetIdTo: sheetId });
  }

  /**
   * Applies what is pending, in one command; other users see it from here on. Throws for cells whose validation rejects
   * what was written, which then stay as they were: on Google, too, that shows only here.
   */
  commit(): void {
    const refusals: unknown[] = [];
    for (const part of this.pending.splice(0)) {
      try {
        if (part instanceof Map) this.commitCells([...part.values()]);
        else {
          this.workbook.settle();
          const patches = part();
          this.refuseProtected(patches);
          this.apply(patches);
        }
      } catch (error) {
        refusals.push(error);
      }
    }
    if (refusals.length > 0) throw refusals[0];
  }

  private commitCells(patches: readonly Pending[]): void {
    this.refuseProtected(patches);
    const before = patches
      .filter(({ strict }) => strict)
      .map(({ sheet, col, row }) => asItIs(this.model, { sheetId: sheet, col, row }));
    this.apply(patches);
    if (before.length === 0) return;
    this.workbook.settle();
    const refused = before.filter(({ sheet, col, row }) => isRefused(this.workbook, { sheetId: sheet, col, row }));
    const [first] = refused;
    if (!first) return;
    this.apply(refused);
    throw new Error(
      `The data you entered in cell ${letters(first.col)}${first.row + 1} violates the data validation rules set on this cell.`,
    );
  }

  /** Commits, and lets formulas follow. */
  flush(): void {
    try {
      this.commit();
    } finally {
      this.workbook.settle();
    }
  }

  /** Applies patches at once, in one command: those that change anything. Throws for a sheet that is no longer there. */
  apply(all: readonly Patch[]): void {
    const isThere = ({ sheet }: Patch): boolean => this.model.getters.tryGetSheet(sheet) !== undefined;
    const patches = all.filter((patch) => isThere(patch) && !this.isBlankAlready(patch));
    if (patches.length > 0) this.workbook.change(() => dispatchExtra(this.model, cellsCommand(patches)));
    const lost = all.find((patch) => !isThere(patch));
    if (lost) throw new Error(`Sheet ${lost.sheet} not found.`);
  }

  /** Whether a patch takes away content where there is none: most of what is copied and cleared is blank. */
  private isBlankAlready({ sheet, col, row, input, format, style, whole }: Patch): boolean {
    if (input?.kind !== 'blank' || format !== undefined || style !== undefined || whole === true) return false;
    const cell = this.model.getters.getCell({ sheetId: sheet, col, row });
    return cell === undefined || (!cell.isFormula && cell.content === '');
  }

  /** Ends the execution: what it wrote is committed, its lock is free. */
  end(): void {
    try {
      this.flush();
    } finally {
      this.workbook.locks.release(this);
    }
  }

  /** Dispatches one of the engine's commands, in the words of Google's error if it is refused. */
  readonly dispatch: Model['dispatch'] = ((type: never, payload: never) => {
    const result = this.workbook.change(() => this.model.dispatch(type, payload));
    if (result.isSuccessful || result.isCancelledBecause('NoChanges' as never)) return result;
    throw new Error(`Service Spreadsheets failed: ${type} (${result.reasons.join(', ')})`);
  }) as Model['dispatch'];
}
