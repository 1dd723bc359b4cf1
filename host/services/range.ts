import { CompiledFormula } from '@odoo/o-spreadsheet';
import { displayAt, formulaAt, formulasOf, valueAt, valueInput } from '../cells';
import { AUTOMATIC, engineFormula, GENERAL, googleFormat } from '../dialect';
import type { Execution } from '../execution';
import type { Input, Patch, Place, Style } from '../extras';
import { dateTimeFormat, userEntered } from '../userEntered';
import { serialAt } from '../zones';
import { drawBorders } from './borders';
import { CopyPasteType, nameOf, WrapStrategy } from './enums';
import { createFilter } from './filter';
import { gives, rangeOf, sheetOf } from './given';
import { isDate } from './kinds';
import {
  type Asked,
  a1,
  asBlock,
  block,
  columnsOf,
  eachCell,
  isInside,
  LONGEST,
  letters,
  rowsOf,
  zoneAt,
} from './place';
import { protectPlace } from './protection';
import { sortPlace } from './sort';
import { type Members, StandIn, standInOf } from './standIn';
import { ruleAt, setRules, validationOf } from './validation';

type Google = GoogleAppsScript.Spreadsheet.Range;

const members = {
  getRow: 'free',
  getColumn: 'free',
  getLastRow: 'free',
  getLastColumn: 'free',
  getRowIndex: 'free',
  getNumRows: 'free',
  getNumColumns: 'free',
  getHeight: 'free',
  getWidth: 'free',
  getA1Notation: 'free',
  getGridId: 'free',
  getSheet: 'free',
  getCell: 'free',
  offset: 'free',
  activate: 'other',
  getValue: 'value',
  getValues: 'value',
  getDisplayValue: 'value',
  getDisplayValues: 'value',
  getFormula: 'read',
  getFormulas: 'read',
  getNumberFormat: 'read',
  getNumberFormats: 'read',
  getBackground: 'read',
  getBackgrounds: 'read',
  getFontColors: 'read',
  getFontWeight: 'read',
  getFontWeights: 'read',
  getFontStyles: 'read',
  getFontSizes: 'read',
  getHorizontalAlignments: 'read',
  getVerticalAlignments: 'read',
  getWrapStrategies: 'read',
  getNote: 'read',
  getNotes: 'read',
  getDataValidation: 'read',
  getDataValidations: 'read',
  isBlank: 'value',
  isPartOfMerge: 'read',
  getMergedRanges: 'read',
  setValue: 'write',
  setValues: 'write',
  setFormula: 'write',
  setFormulas: 'write',
  clearContent: 'write',
  copyTo: 'write',
  clearFormat: 'write',
  clearNote: 'write',
  clearDataValidations: 'write',
  setNumberFormat: 'write',
  setNumberFormats: 'write',
  setBackground: 'write',
  setBackgrounds: 'write',
  setFontColor: 'write',
  setFontColors: 'write',
  setFontWeight: 'write',
  setFontWeights: 'write',
  setFontStyle: 'write',
  setFontStyles: 'write',
  setFontSize: 'write',
  setFontSizes: 'write',
  setHorizontalAlignment: 'write',
  setHorizontalAlignments: 'write',
  setVerticalAlignment: 'write',
  setVerticalAlignments: 'write',
  setWrap: 'write',
  setWraps: 'write',
  setWrapStrategy: 'write',
  setWrapStrategies: 'write',
  setNote: 'write',
  setNotes: 'write',
  setDataValidation: 'write',
  setDataValidations: 'write',
  setBorder: 'write',
  protect: 'write',
  merge: 'structure',
  mergeAcross: 'structure',
  mergeVertically: 'structure',
  breakApart: 'structure',
  createFilter: 'structure',
  sort: 'structure',
} as const satisfies Members<Google>;

type Look = Partial<Record<keyof Style, unknown>>;

/** What Google's words for a look are in the engine's style; an unknown word is refused. */
const ALIGNED: Readonly<Record<string, Style['align']>> = {
  left: 'left',
  center: 'center',
  right: 'right',
  normal: undefined,
  general: undefined,
};

/** What a cell keeps of the word `normal`, which looks like no alignment and is told apart from it. */
const NORMAL = 'isNormal';

const alignment = (word: unknown, member: string): Look & { readonly [NORMAL]: true | undefined } => ({
  align: chosen(ALIGNED, word, member),
  [NORMAL]: word === 'normal' ? true : undefined,
});
const UPRIGHT: Readonly<Record<string, Style['verticalAlign']>> = { top: 'top', middle: 'middle', bottom: 'bottom' };
const WRAPPED: Readonly<Record<string, Style['wrapping']>> = { WRAP: 'wrap', OVERFLOW: undefined, CLIP: 'clip' };

const chosen = <T>(table: Readonly<Record<string, T>>, word: unknown, member: string): T | undefined => {
  if (word === null || word === undefined) return undefined;
  const name = String(word);
  if (!(name in table)) throw new Error(`Invalid argument: ${name} (SpreadsheetApp.Range.${member})`);
  return table[name];
};

/** A colour as `#rrggbb`; Google also takes CSS names, which are not known here. */
function color(value: unknown): string | undefined {
  if (value === null || value === undefined || value === '') return undefined;
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(String(value))?.[1]?.toLowerCase();
  if (hex === undefined) throw new Error(`Invalid argument: ${value} (a colour other than #rrggbb is not implemented)`);
  return `#${hex.length === 6 ? hex : hex.replace(/./g, '$&$&')}`;
}

export class RangeStandIn extends StandIn<Google> implements Pick<Google, keyof typeof members> {
  readonly place: Place;
  private readonly whole: Asked['whole'];

  constructor(execution: Execution, { sheet, zone, whole }: Asked) {
    super(execution, 'Range', members);
    this.place = { sheet, zone };
    this.whole = whole;
  }

  private get zone() {
    return this.place.zone;
  }

  private get model() {
    return this.execution.model;
  }

  private get timeZone() {
    return this.execution.workbook.settings.timeZone;
  }

  private read<T>(cell: (position: { sheetId: string; col: number; row: number }) => T): T[][] {
    const sheetId = this.place.sheet;
    return block(this.zone, (col, row) => cell({ sheetId, col, row }));
  }

  private first<T>(cell: (position: { sheetId: string; col: number; row: number }) => T): T {
    return cell({ sheetId: this.place.sheet, col: this.zone.left, row: this.zone.top });
  }

  private hold(
    change: (down: number, across: number, col: number, row: number) => Omit<Patch, 'sheet' | 'col' | 'row'>,
  ) {
    const { sheet } = this.place;
    const patches: Patch[] = [];
    eachCell(this.zone, (col, row, down, across) => {
      patches.push({ sheet, col, row, ...change(down, across, col, row) });
    });
    // All or nothing: one value that is refused keeps the others from being written.
    for (const patch of patches) this.execution.hold(patch);
    return this.self;
  }

  /** One look for all cells, or a block of looks. */
  private paint(look: (value: unknown) => Look, value: unknown): Google {
    const style = look(value);
    return this.hold(() => ({ style }));
  }

  private paintBlock(look: (value: unknown) => Look, data: unknown, member: string): Google {
    const rows = asBlock(data, this.zone, member);
    return this.hold((down, across) => ({ style: look(rows[down]?.[across]) }));
  }

  getRow() {
    return this.zone.top + 1;
  }
  getRowIndex() {
    return this.zone.top + 1;
  }
  getColumn() {
    return this.zone.left + 1;
  }
  getLastRow() {
    return this.zone.bottom + 1;
  }
  getLastColumn() {
    return this.zone.right + 1;
  }
  getNumRows() {
    return rowsOf(this.zone);
  }
  getHeight() {
    return rowsOf(this.zone);
  }
  getNumColumns() {
    return columnsOf(this.zone);
  }
  getWidth() {
    return columnsOf(this.zone);
  }
  getA1Notation() {
    const { top, bottom, left, right } = this.zone;
    if (this.whole === 'rows') return `${top + 1}:${bottom + 1}`;
    return this.whole === 'columns' ? `${letters(left)}:${letters(right)}` : a1(this.zone);
  }
  getGridId() {
    return this.getSheet().getSheetId();
  }
  getSheet() {
    return sheetOf(this.execution, this.place.sheet);
  }

  getCell(row: number, column: number) {
    return this.offset(row - 1, column - 1, 1, 1);
  }

  offset(rowOffset: number, columnOffset: number, numRows?: number, numColumns?: number) {
    return rangeOf(this.execution, {
      sheet: this.place.sheet,
      zone: zoneAt(
        this.model,
        this.place.sheet,
        this.getRow() + rowOffset,
        this.getColumn() + columnOffset,
        numRows ?? rowsOf(this.zone),
        numColumns ?? columnsOf(this.zone),
      ),
    });
  }

  activate() {
    const { sheet, zone } = this.place;
    this.execution.activate(sheet);
    this.model.selection.selectZone({ cell: { col: zone.left, row: zone.top }, zone });
    return this.self;
  }

  getValue() {
    return this.first((position) => valueAt(this.model, position, this.timeZone));
  }
  getValues() {
    return this.read((position) => valueAt(this.model, position, this.timeZone));
  }
  getDisplayValue() {
    return this.first((position) => displayAt(this.model, position));
  }
  getDisplayValues() {
    return this.read((position) => displayAt(this.model, position));
  }
  getFormula() {
    return this.first((position) => this.execution.workbook.readFormula(formulaAt(this.model, position)));
  }
  getFormulas() {
    const { workbook } = this.execution;
    const formula = formulasOf(this.model);
    return this.read((position) => workbook.readFormula(formula(position)));
  }
  isBlank() {
    return this.getValues().every((row) => row.every((value) => value === ''));
  }

  private get formatNames() {
    return this.execution.workbook.extras.kept.formats;
  }

  getNumberFormat() {
    return this.first((position) => this.formatAt(position));
  }
  getNumberFormats() {
    return this.read((position) => this.formatAt(position));
  }
  private formatAt(position: { sheetId: string; col: number; row: number }) {
    const format = googleFormat(this.model.getters.getCell(position)?.format, this.formatNames);
    return format === GENERAL ? AUTOMATIC : format;
  }

  private styles<T>(part: (style: Style) => T): T[][] {
    return this.read((position) => part(this.model.getters.getCell(position)?.style ?? {}));
  }
  private firstStyle<T>(part: (style: Style) => T): T {
    return this.first((position) => part(this.model.getters.getCell(position)?.style ?? {}));
  }

  getBackground() {
    return this.firstStyle((style) => style.fillColor ?? '#ffffff');
  }
  getBackgrounds() {
    return this.styles((style) => style.fillColor ?? '#ffffff');
  }
  getFontColors() {
    return this.styles((style) => style.textColor ?? '#000000');
  }
  getFontWeight() {
    return this.firstStyle(weight);
  }
  getFontWeights() {
    return this.styles(weight);
  }
  getFontStyles() {
    return this.styles((style): GoogleAppsScript.Spreadsheet.FontStyle => (style.italic ? 'italic' : 'normal'));
  }
  getFontSizes() {
    return this.styles((style) => style.fontSize ?? 10);
  }
  getHorizontalAlignments() {
    return this.styles((style) => style.align ?? (NORMAL in style ? 'general-left' : 'general'));
  }
  getVerticalAlignments() {
    return this.styles((style) => style.verticalAlign ?? 'bottom');
  }
  getWrapStrategies() {
    return this.styles(({ wrapping }) => {
      if (wrapping === 'wrap') return WrapStrategy.WRAP;
      return wrapping === 'clip' ? WrapStrategy.CLIP : WrapStrategy.OVERFLOW;
    });
  }

  getNote() {
    return this.getNotes()[0]?.[0] ?? '';
  }
  getNotes() {
    const texts = new Map<string, string>();
    for (const { place, text } of this.execution.workbook.extras.kept.notes) {
      if (place.sheet === this.place.sheet) texts.set(`${place.zone.left} ${place.zone.top}`, text);
    }
    return block(this.zone, (col, row) => texts.get(`${col} ${row}`) ?? '');
  }

  isPartOfMerge() {
    return this.read((position) => this.model.getters.isInMerge(position)).some((row) => row.includes(true));
  }
  getMergedRanges() {
    const merges = this.model.getters.getMergesInZone(this.place.sheet, this.zone);
    return merges.map(({ left, right, top, bottom }) =>
      rangeOf(this.execution, { sheet: this.place.sheet, zone: { left, right, top, bottom } }),
    );
  }

  /** What a script's value is in a cell with this number format; text is read as if it had been typed. */
  private inputFrom(value: unknown, format: string): { input: Input; format?: string } {
    if (value === null || value === undefined) return { input: { kind: 'blank' } };
    if (typeof value === 'number') {
      return { input: Number.isFinite(value) ? { kind: 'number', number: value } : { kind: 'error', error: '#NUM!' } };
    }
    if (typeof value === 'boolean') return { input: { kind: 'boolean', boolean: value } };
    const { locale } = this.execution.workbook.settings;
    if (isDate(value)) {
      const serial = serialAt(value.getTime(), this.timeZone);
      const input: Input = { kind: 'number', number: serial };
      return format === GENERAL ? { input, format: dateTimeFormat(locale, serial) } : { input };
    }
    const text = String(value);
    if (text.length > LONGEST) {
      throw new Error(`Your input contains more than the maximum of ${LONGEST} characters in a single cell.`);
    }
    const taken = userEntered(text, format, { locale, today: serialAt(this.execution.workbook.now(), this.timeZone) });
    return taken.input.kind === 'formula' ? { input: this.formulaInput(text) } : taken;
  }

  private formulaInput(formula: unknown): Input {
    const text = formula === null || formula === undefined ? '' : String(formula);
    if (text === '') return { kind: 'blank' };
    return { kind: 'formula', formula: this.execution.workbook.usFormula(text.startsWith('=') ? text : `=${text}`) };
  }

  private put(value: (down: number, across: number) => unknown): Google {
    const { sheet } = this.place;
    const names = this.formatNames;
    return this.hold((down, across, col, row) => {
      const { input, format } = this.inputFrom(
        value(down, across),
        googleFormat(this.execution.formatOf(sheet, col, row), names),
      );
      return format === undefined ? { input } : { input, format: this.execution.formatName(format) };
    });
  }

  setValue(value: unknown) {
    const isFormula = typeof value === 'string' && value.startsWith('=') && value.length > 1;
    return isFormula ? this.setFormula(value) : this.put(() => value);
  }
  setValues(values: unknown) {
    const rows = asBlock(values, this.zone, 'setValues');
    return this.put((down, across) => rows[down]?.[across]);
  }
  /** One formula for all cells: references move from cell to cell as if it had been copied. */
  setFormula(formula: string) {
    const first = this.formulaInput(formula);
    if (first.kind !== 'formula' || rowsOf(this.zone) * columnsOf(this.zone) === 1)
      return this.hold(() => ({ input: first }));
    const { sheet } = this.place;
    const { getters } = this.model;
    const compiled = CompiledFormula.Compile(engineFormula(first.formula), sheet, getters);
    if (compiled.isBadExpression) return this.hold(() => ({ input: first }));
    return this.hold((down, across) => ({
      input:
        down + across === 0
          ? first
          : { kind: 'formula', formula: getters.getTranslatedCellFormula(sheet, across, down, compiled) },
    }));
  }
  setFormulas(formulas: unknown) {
    const rows = asBlock(formulas, this.zone, 'setFormulas');
    return this.hold((down, across) => ({ input: this.formulaInput(rows[down]?.[across]) }));
  }
  clearContent() {
    return this.hold(() => ({ input: { kind: 'blank' } }));
  }

  copyTo(destination: Google, options?: unknown, isTransposed?: boolean) {
    if (options !== CopyPasteType.PASTE_VALUES || isTransposed === true) {
      throw new Error('Range.copyTo of more than values is not implemented in the local host');
    }
    const { sheet, zone } = standInOf(destination, RangeStandIn, 'Range.copyTo').place;
    const from = this.place;
    const [down, across] = [zone.top - from.zone.top, zone.left - from.zone.left];
    const last = { col: from.zone.right + across, row: from.zone.bottom + down };
    const { getters } = this.model;
    if (last.col >= getters.getNumberCols(sheet) || last.row >= getters.getNumberRows(sheet)) {
      throw new Error('The coordinates of the target range are outside the dimensions of the sheet.');
    }
    this.execution.holdCopy(() => {
      const patches: Patch[] = [];
      eachCell(from.zone, (col, row) => {
        const input = valueInput(this.model, { sheetId: from.sheet, col, row });
        patches.push({ sheet, col: col + across, row: row + down, input });
      });
      return patches;
    });
  }

  clearFormat() {
    const style: Look & { [NORMAL]?: undefined } = { [NORMAL]: undefined };
    for (const name of LOOKS) style[name] = undefined;
    return this.hold(() => ({ style, format: '' }));
  }
  setNumberFormat(format: string) {
    const name = this.execution.formatName(format);
    return this.hold(() => ({ format: name }));
  }
  setNumberFormats(formats: unknown) {
    const rows = asBlock(formats, this.zone, 'setNumberFormats');
    return this.hold((down, across) => ({ format: this.execution.formatName(String(rows[down]?.[across] ?? '')) }));
  }

  setBackground(value: string | null) {
    return this.paint((fill) => ({ fillColor: color(fill) }), value);
  }
  setBackgrounds(values: unknown) {
    return this.paintBlock((fill) => ({ fillColor: color(fill) }), values, 'setBackgrounds');
  }
  setFontColor(value: string | null) {
    return this.paint((ink) => ({ textColor: color(ink) }), value);
  }
  setFontColors(values: unknown) {
    return this.paintBlock((ink) => ({ textColor: color(ink) }), values, 'setFontColors');
  }
  setFontWeight(value: string | null) {
    return this.paint(boldness, value);
  }
  setFontWeights(values: unknown) {
    return this.paintBlock(boldness, values, 'setFontWeights');
  }
  setFontStyle(value: string | null) {
    return this.paint(slant, value);
  }
  setFontStyles(values: unknown) {
    return this.paintBlock(slant, values, 'setFontStyles');
  }
  setFontSize(size: number) {
    return this.paint((points) => ({ fontSize: points }), size);
  }
  setFontSizes(sizes: unknown) {
    return this.paintBlock((points) => ({ fontSize: points ?? undefined }), sizes, 'setFontSizes');
  }
  setHorizontalAlignment(value: string | null) {
    return this.paint((word) => alignment(word, 'setHorizontalAlignment'), value);
  }
  setHorizontalAlignments(values: unknown) {
    return this.paintBlock((word) => alignment(word, 'setHorizontalAlignments'), values, 'setHorizontalAlignments');
  }
  setVerticalAlignment(value: string | null) {
    return this.paint((word) => ({ verticalAlign: chosen(UPRIGHT, word, 'setVerticalAlignment') }), value);
  }
  setVerticalAlignments(values: unknown) {
    return this.paintBlock(
      (word) => ({ verticalAlign: chosen(UPRIGHT, word, 'setVerticalAlignments') }),
      values,
      'setVerticalAlignments',
    );
  }
  setWrap(isWrapped: boolean) {
    return this.paint((wrap) => ({ wrapping: wrap ? 'wrap' : undefined }), isWrapped);
  }
  setWraps(values: unknown) {
    return this.paintBlock((wrap) => ({ wrapping: wrap ? 'wrap' : undefined }), values, 'setWraps');
  }
  setWrapStrategy(strategy: unknown) {
    return this.paint((word) => ({ wrapping: chosen(WRAPPED, nameOf(word), 'setWrapStrategy') }), strategy);
  }
  setWrapStrategies(strategies: unknown) {
    return this.paintBlock(
      (word) => ({ wrapping: chosen(WRAPPED, nameOf(word), 'setWrapStrategies') }),
      strategies,
      'setWrapStrategies',
    );
  }

  private annotate(note: (down: number, across: number) => unknown): Google {
    const { sheet } = this.place;
    const { workbook } = this.execution;
    const notes = workbook.extras.kept.notes.filter(
      ({ place }) => place.sheet !== sheet || !isInside(this.zone, place.zone.left, place.zone.top),
    );
    eachCell(this.zone, (col, row, down, across) => {
      const text = note(down, across);
      if (text === null || text === undefined || text === '') return;
      notes.push({ place: { sheet, zone: { left: col, right: col, top: row, bottom: row } }, text: String(text) });
    });
    workbook.keep({ notes });
    return this.self;
  }

  setNote(note: string | null) {
    return this.annotate(() => note);
  }
  setNotes(notes: unknown) {
    const rows = asBlock(notes, this.zone, 'setNotes');
    return this.annotate((down, across) => {
      const note = rows[down]?.[across];
      // In a block Google makes texts of numbers as Java does.
      return Number.isInteger(note) ? `${note}.0` : note;
    });
  }
  clearNote() {
    return this.annotate(() => null);
  }

  getDataValidation() {
    return this.first((position) => ruleAt(this.execution, position));
  }
  getDataValidations() {
    return this.read((position) => ruleAt(this.execution, position));
  }
  setDataValidation(rule: unknown) {
    const given = validationOf(rule, 'SpreadsheetApp.Range.setDataValidation');
    setRules(this.execution, this.place, () => given);
    return this.self;
  }
  setDataValidations(rules: unknown) {
    const rows = asBlock(rules, this.zone, 'setDataValidations');
    setRules(this.execution, this.place, (down, across) =>
      validationOf(rows[down]?.[across] ?? null, 'SpreadsheetApp.Range.setDataValidations'),
    );
    return this.self;
  }
  clearDataValidations() {
    setRules(this.execution, this.place, () => null);
    return this.self;
  }

  setBorder(
    top: boolean | null,
    left: boolean | null,
    bottom: boolean | null,
    right: boolean | null,
    vertical: boolean | null,
    horizontal: boolean | null,
    ink?: string | null,
    style?: unknown,
  ) {
    drawBorders(
      this.execution,
      this.place,
      { top, left, bottom, right, vertical, horizontal },
      ink ?? null,
      style ?? null,
    );
    return this.self;
  }

  merge() {
    return this.mergeZones([this.zone]);
  }
  mergeAcross() {
    const zones = [];
    for (let row = this.zone.top; row <= this.zone.bottom; row++) zones.push({ ...this.zone, top: row, bottom: row });
    return this.mergeZones(zones);
  }
  mergeVertically() {
    const zones = [];
    for (let col = this.zone.left; col <= this.zone.right; col++) zones.push({ ...this.zone, left: col, right: col });
    return this.mergeZones(zones);
  }
  private mergeZones(zones: Place['zone'][]) {
    const target = zones.filter((zone) => rowsOf(zone) * columnsOf(zone) > 1);
    if (target.length > 0) this.execution.dispatch('ADD_MERGE', { sheetId: this.place.sheet, target, force: true });
    return this.self;
  }
  breakApart() {
    const target = this.model.getters.getMergesInZone(this.place.sheet, this.zone);
    if (target.length > 0) this.execution.dispatch('REMOVE_MERGE', { sheetId: this.place.sheet, target });
    return this.self;
  }

  createFilter() {
    return createFilter(this.execution, this.place);
  }
  protect() {
    return protectPlace(this.execution, this.place, false);
  }
  sort(order: unknown) {
    sortPlace(this.execution, this.place, order);
    return this.self;
  }
}

const LOOKS: readonly (keyof Style)[] = [
  'bold',
  'italic',
  'strikethrough',
  'underline',
  'align',
  'wrapping',
  'verticalAlign',
  'fillColor',
  'textColor',
  'fontSize',
  'rotation',
];

const weight = (style: Style): GoogleAppsScript.Spreadsheet.FontWeight => (style.bold ? 'bold' : 'normal');
const boldness = (word: unknown): Look => ({ bold: chosen({ bold: true, normal: undefined }, word, 'setFontWeight') });
const slant = (word: unknown): Look => ({ italic: chosen({ italic: true, normal: undefined }, word, 'setFontStyle') });

gives({
  range: (execution, place) => new RangeStandIn(execution, place).self,
  placeOf: (range, member) => standInOf(range, RangeStandIn, member).place,
});
