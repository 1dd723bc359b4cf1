import { CompiledFormula, type CorePlugin, helpers, registries } from '@odoo/o-spreadsheet';
import { withBranches } from './direct';
import { useFunctionsOf } from './functions';
import { isOn } from './switches';

type Getters = Parameters<typeof CompiledFormula.Compile>[2];
type Range = CompiledFormula['rangeDependencies'][number];

/** A text in quotes, or a reference with the sheet before it; a name that a parenthesis follows is a function. */
const PARTS =
  /"(?:[^"]|"")*"|(?<![\w.$'!\u0080-\uffff])((?:'[^']*'|[A-Za-z_]\w*)!)?(\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}(?:\$?\d{1,7})?)?)(?![\w.(!:])/g;

const CELL = '\u0001';
const AREA = '\u0002';

interface Read {
  /** The formula without the places it refers to. */
  readonly shape: string;
  /** The places, with the sheets before them. */
  readonly references: readonly string[];
}

function read(formula: string): Read {
  const references: string[] = [];
  const shape = formula.replace(PARTS, (whole: string, sheet: string | undefined, place: string | undefined) => {
    if (place === undefined) return whole;
    references.push(whole);
    return `${sheet ?? ''}${place.includes(':') ? AREA : CELL}`;
  });
  return { shape, references };
}

/** Formulas by their shape; undefined where the engine reads other references than we. */
const shapes = new Map<string, CompiledFormula | undefined>();

/** Ranges by sheet and reference, as long as no sheet changes its name or size: within one command. */
const known = new WeakMap<object, Map<string, Range>>();

/** A getter that all plugins of a model have in common; their getters themselves are two objects. */
const modelOf = (getters: Getters): object => getters.getRangeFromSheetXC;

/** Commands that leave the sheets' names and sizes as they are. */
const CELLS_ONLY: ReadonlySet<string> = new Set(['UPDATE_CELL', 'UPDATE_CELL_POSITION', 'GOOGLE_CELLS']);

// The first plugin of all, so that ranges can be remembered while a workbook is opened.
const Settings = registries.corePluginRegistry.get('settings');
registries.corePluginRegistry.replace(
  'settings',
  class extends Settings {
    constructor(config: ConstructorParameters<typeof Settings>[0]) {
      super(config);
      if (isOn(config.custom, 'shapes')) known.set(modelOf(this.getters), new Map());
    }

    override beforeHandle(command: Parameters<CorePlugin['beforeHandle']>[0]): void {
      super.beforeHandle(command);
      if (!CELLS_ONLY.has(command.type)) this.forget();
    }

    override finalize(): void {
      super.finalize();
      this.forget();
    }

    private forget(): void {
      known.get(modelOf(this.getters))?.clear();
    }
  },
);

/** A cell of the formula's own sheet. */
const OWN_CELL = /^(\$?)([A-Z]{1,3})(\$?)(\d{1,7})$/;

function ownCell(reference: string, sheetId: string): Range | undefined {
  const [, colFixed, letters, rowFixed, digits] = OWN_CELL.exec(reference) ?? [];
  if (letters === undefined) return undefined;
  let column = 0;
  for (let index = 0; index < letters.length; index++) column = column * 26 + letters.charCodeAt(index) - 64;
  const [col, row] = [column - 1, Number(digits) - 1];
  const zone = { left: col, right: col, top: row, bottom: row };
  const parts = [{ colFixed: colFixed === '$', rowFixed: rowFixed === '$' }];
  return { sheetId, zone, unboundedZone: zone, parts, prefixSheet: false };
}

type Ranges = Map<string, Range>;

function rangeOf(reference: string, sheetId: string, getters: Getters, ranges: Ranges): Range {
  const key = `${sheetId} ${reference}`;
  const there = ranges.get(key);
  if (there) return there;
  const range = ownCell(reference, sheetId) ?? getters.getRangeFromSheetXC(sheetId, reference);
  ranges.set(key, range);
  return range;
}

const compileAlone = CompiledFormula.Compile.bind(CompiledFormula);

/** The engine's own reading of a formula, whose functions it is to know. */
function engines(formula: string, sheetId: string, getters: Getters): CompiledFormula {
  useFunctionsOf(formula);
  return withBranches(compileAlone(formula, sheetId, getters));
}

function compiled(formula: string, sheetId: string, getters: Getters): CompiledFormula {
  const remembered = known.get(modelOf(getters));
  if (!remembered) return engines(formula, sheetId, getters);
  const { shape, references } = read(formula);
  const base = shapes.get(shape);
  if (base) {
    const ranges = references.map((reference) => rangeOf(reference, sheetId, getters, remembered));
    return CompiledFormula.CopyWithDependencies(base, sheetId, ranges);
  }
  const own = engines(formula, sheetId, getters);
  if (!shapes.has(shape)) {
    const ranges = references.map((reference) => rangeOf(reference, sheetId, getters, remembered));
    const isSame = !own.isBadExpression && helpers.deepEquals(own.rangeDependencies, ranges);
    shapes.set(shape, isSame ? own : undefined);
  }
  return own;
}

/**
 * The engine reads every formula letter by letter, when it is written and when a workbook is opened. In a column they
 * differ only in what they refer to: the first of a kind is read by the engine, of the others only the references are.
 */
CompiledFormula.Compile = (formula, sheetId, getters) => compiled(formula, sheetId, getters);
