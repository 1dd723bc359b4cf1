import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const folder = dirname(require.resolve('@types/google-apps-script/package.json'));

/** Google's declarations that hold each type of a stand-in, and its name there if it is another. */
const DECLARED: Readonly<Record<string, readonly [file: string, name?: string]>> = {
  SpreadsheetApp: ['spreadsheet'],
  Spreadsheet: ['spreadsheet'],
  Sheet: ['spreadsheet'],
  Range: ['spreadsheet'],
  RangeList: ['spreadsheet'],
  NamedRange: ['spreadsheet'],
  Protection: ['spreadsheet'],
  Filter: ['spreadsheet'],
  DataValidation: ['spreadsheet'],
  DataValidationBuilder: ['spreadsheet'],
  ConditionalFormatRule: ['spreadsheet'],
  ConditionalFormatRuleBuilder: ['spreadsheet'],
  BooleanCondition: ['spreadsheet'],
  EmbeddedChart: ['spreadsheet'],
  EmbeddedChartBuilder: ['spreadsheet', 'EmbeddedColumnChartBuilder'],
  DeveloperMetadata: ['spreadsheet'],
  DeveloperMetadataFinder: ['spreadsheet'],
  DeveloperMetadataLocation: ['spreadsheet'],
  LockService: ['lock'],
  Lock: ['lock'],
  PropertiesService: ['properties'],
  Properties: ['properties'],
  Utilities: ['utilities'],
  Session: ['base'],
  User: ['base'],
  Ui: ['base'],
  Menu: ['base'],
  PromptResponse: ['base'],
  HtmlService: ['html'],
  HtmlOutput: ['html'],
  HtmlTemplate: ['html'],
};

const splitAt = (text: string, separator: string): readonly string[] => {
  const parts: string[] = [];
  let depth = 0;
  let part = '';
  for (const letter of text) {
    if ('<([{'.includes(letter)) depth += 1;
    if ('>)]}'.includes(letter)) depth -= 1;
    if (letter === separator && depth === 0) {
      parts.push(part.trim());
      part = '';
    } else part += letter;
  }
  if (part.trim() !== '') parts.push(part.trim());
  return parts;
};

/** A declared type as the checks of arguments know it: n, s, b, d, h for a thing of Google's, with ? where null may be, [] for lists; * is anything. */
function kindOf(type: string): string {
  const inner = /^Array<(.*)>$/.exec(type)?.[1] ?? (type.endsWith('[]') ? type.slice(0, -2) : undefined);
  if (inner !== undefined) {
    const kind = kindOf(inner);
    return kind === '*' ? '*' : `${kind}[]`;
  }
  const parts = splitAt(type, '|');
  const kinds = new Set(parts.filter((part) => part !== 'null').map(simple));
  const [kind, ...others] = kinds;
  if (kind === undefined || kind === '*' || others.length > 0) return '*';
  return parts.includes('null') ? `${kind}?` : kind;
}

function simple(type: string): string {
  if (/^(?:Integer|number|Byte)$/.test(type)) return 'n';
  if (/^(?:string|FontWeight|FontStyle|FontLine|".*")$/.test(type)) return 's';
  if (type === 'boolean') return 'b';
  if (/^(?:Base\.)?Date$/.test(type)) return 'd';
  // A class or an enum of Google's.
  return /^(?:\w+\.)?[A-Z]\w*$/.test(type) ? 'h' : '*';
}

/** What each of these members of a type may be called with: its overloads, each as kinds of arguments. */
function signaturesOf(type: string, members: ReadonlySet<string>): Readonly<Record<string, readonly string[]>> {
  const [file, name = type] = DECLARED[type] ?? [];
  if (file === undefined) throw new Error(`nobody says where ${type} is declared`);
  const text = readFileSync(join(folder, `google-apps-script.${file}.d.ts`), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  const body = new RegExp(`interface ${name} (?:extends [\\w.]+ )?\\{([\\s\\S]*?)\\n        \\}`).exec(text)?.[1];
  if (body === undefined) throw new Error(`${name} is not declared in ${file}`);
  const found: Record<string, string[]> = {};
  for (const [, member = '', parameters = ''] of body.matchAll(/^ {12}(\w+)\(([^;]*?)\): [^;]*;/gm)) {
    if (!members.has(member)) continue;
    const kinds = splitAt(parameters, ',').map((parameter) => {
      const [, optional, kind = ''] = /^\w+(\?)?:\s*([\s\S]*)$/.exec(parameter) ?? [];
      return kindOf(kind.replace(/\s+/g, ' ').trim()) + (optional ?? '');
    });
    const overloads = found[member] ?? [];
    found[member] = [...overloads, kinds.join(',')];
  }
  return found;
}

/** The names of all members that stand-ins have. */
function implemented(): ReadonlySet<string> {
  const services = join(__dirname, '..', '..', 'host', 'services');
  const texts = readdirSync(services)
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(services, name), 'utf8'));
  const member = /\b(\w+): '(?:free|read|value|write|structure|other)'/g;
  return new Set(texts.flatMap((text) => [...text.matchAll(member)].map(([, name = '']) => name)));
}

/** What the members of the stand-ins may be called with by Google's declarations, by type and name. */
export function declaredSignatures(): Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> {
  const members = implemented();
  return Object.fromEntries(Object.keys(DECLARED).map((type) => [type, signaturesOf(type, members)]));
}
