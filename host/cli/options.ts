import { existsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Encoding, encodingNamed, encodings } from '../../sidebar/import/bytes';
import { readingWords, wishIn } from '../../sidebar/import/memory';
import { type Language, languageOf } from '../../src/model/language';
import { parsed } from '../../src/model/parse';
import { settings } from '../../src/sections/settings/fields';
import { sampleTarget, sampleYear } from '../sample/prefill';
import { words as sampleWords } from '../sample/text';
import type { Complaint } from './complaint';
import type { ListFile, Wishes } from './stores';

/** What the command is to do. */
export interface Options {
  readonly language: Language;
  readonly region: string;
  readonly year: number;
  /** The lists of stores, read as one; none for the sample. */
  readonly stores: readonly ListFile[] | undefined;
  /** How the list is read, where its headers and its content do not tell. */
  readonly wishes: Wishes;
  readonly target: number | undefined;
  /** The sample as it stands in April: signed, and followed. */
  readonly isApril: boolean;
  readonly out: { readonly name: string; readonly path: string };
}

export type Asked =
  | { readonly kind: 'help'; readonly language: Language }
  | { readonly kind: 'wrong'; readonly language: Language; readonly complaints: readonly Complaint[] }
  | { readonly kind: 'do'; readonly options: Options };

/** Where names are relative to, and what the machine speaks. */
export interface Place {
  readonly folder: string;
  readonly locale: string | undefined;
}

const examples = {
  region: '--region 华东',
  year: '--year 2027',
  stores: '--stores stores.csv',
  lang: '--lang zh-CN',
  map: '--map "店号=storeId"',
  value: '--value "性质:联营=franchised"',
  all: '--all ownership=franchised',
  row: '--row 5=total',
  encoding: '--encoding gb18030',
  sheet: '--sheet Sheet1',
  target: '--target 150000000',
  out: '--out plan.xlsx',
} as const;

/** Options that may come several times. */
const repeated: readonly string[] = ['stores', 'map', 'value', 'all', 'row'];

type Valued = keyof typeof examples;
const valued = Object.keys(examples).filter((name): name is Valued => name in examples);
const flags: readonly string[] = ['sample', 'help'];

const declared = {
  region: { type: 'string' },
  year: { type: 'string' },
  stores: { type: 'string' },
  lang: { type: 'string' },
  map: { type: 'string' },
  value: { type: 'string' },
  all: { type: 'string' },
  row: { type: 'string' },
  encoding: { type: 'string' },
  sheet: { type: 'string' },
  target: { type: 'string' },
  out: { type: 'string' },
  sample: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** The state of the sample that `--sample=` may name; without it the plan is finished and not signed. */
const april = 'april';

/** The year and company target of the sample where none are given. */
const sample = { year: sampleYear, target: sampleTarget } as const;

/** What the command line asks for, or everything that is wrong with it. Looks whether files are there; reads none. */
export function optionsOf(args: readonly string[], place: Place): Asked {
  const { values, lists, complaints, has } = parsedArgs(args);
  const isSample = has('sample');
  const isApril = values.get('sample') === april;
  const language = languageFor(values, place.locale);
  if (has('help')) return { kind: 'help', language };
  const wrong = (complaint: Complaint): undefined => {
    complaints.push(complaint);
    return undefined;
  };
  const needed = (name: Valued): string | undefined => {
    const text = values.get(name)?.trim();
    if (text) return text;
    if (text === '') return wrong({ code: 'noValue', option: `--${name}`, example: examples[name] });
    return complaints.some(({ option }) => option === `--${name}`)
      ? undefined
      : wrong({ code: 'missing', option: `--${name}`, example: examples[name] });
  };
  const lang = values.get('lang');
  if (lang !== undefined && languageNamed(lang) === undefined) wrong({ code: 'badLanguage', got: lang });
  const region = isSample && !values.has('region') ? sampleWords[language].region : needed('region');
  const yearText = isSample && !values.has('year') ? String(sample.year) : needed('year');
  const year = yearText === undefined ? undefined : (yearIn(yearText) ?? wrong({ code: 'badYear', got: yearText }));
  const stores = storesOf(lists.get('stores'), isSample, complaints, place);
  const wishes = wishesOf(values, lists, complaints);
  const target = targetOf(values, complaints) ?? (isSample ? sample.target : undefined);
  const outName = needed('out');
  const out = outName === undefined ? undefined : outOf(outName, complaints, place);
  // What is signed and imported comes after the request that makes a file.
  if (isApril && out && /\.json$/i.test(out.name)) wrong({ code: 'aprilFile', option: '--out', got: out.name });
  if (complaints.length > 0 || region === undefined || year === undefined || out === undefined) {
    return { kind: 'wrong', language, complaints };
  }
  return { kind: 'do', options: { language, region, year, stores, wishes, target, isApril, out } };
}

interface Parsed {
  readonly values: ReadonlyMap<string, string>;
  /** What options that may come several times were given. */
  readonly lists: ReadonlyMap<string, readonly string[]>;
  readonly complaints: Complaint[];
  readonly has: (flag: string) => boolean;
}

/** Names and values; what is wrong in form is told all at once, which the parser's strict mode does not do. */
function parsedArgs(args: readonly string[]): Parsed {
  const complaints: Complaint[] = [];
  const values = new Map<string, string>();
  const lists = new Map<string, string[]>();
  const given = new Set<string>();
  const { tokens } = parseArgs({
    args: withoutValueless(args, complaints),
    options: declared,
    strict: false,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind === 'positional') complaints.push({ code: 'stray', got: token.value });
    if (token.kind !== 'option') continue;
    const { name, rawName, value } = token;
    if (flags.includes(name)) {
      given.add(name);
      if (name === 'sample' && value !== undefined) {
        values.set(name, value);
        if (value !== april) complaints.push({ code: 'badSample', option: rawName, got: value });
      } else if (value !== undefined) complaints.push({ code: 'needlessValue', option: rawName, got: value });
    } else if (repeated.includes(name)) {
      lists.set(name, [...(lists.get(name) ?? []), value ?? '']);
    } else if (name in examples) {
      values.set(name, value ?? '');
    } else {
      complaints.push({
        code: 'unknownOption',
        option: rawName,
        known: [...valued, ...flags].map((known) => `--${known}`),
      });
    }
  }
  return { values, lists, complaints, has: (flag) => given.has(flag) };
}

/** Takes out options that another option follows where their value should be: the parser would take that for it. */
function withoutValueless(args: readonly string[], complaints: Complaint[]): string[] {
  const kept: string[] = [];
  for (const [index, arg] of args.entries()) {
    const name = valued.find((candidate) => arg === `--${candidate}`);
    const next = args[index + 1];
    if (name !== undefined && (next === undefined || next.startsWith('--'))) {
      complaints.push({ code: 'noValue', option: arg, example: examples[name] });
    } else kept.push(arg);
  }
  return kept;
}

/** `zh-CN`, `zh`, `en`, `en_US`; undefined for any other. */
function languageNamed(text: string): Language | undefined {
  return /^(zh|en)([-_]\w+)*$/i.test(text.trim()) ? languageOf(text.trim()) : undefined;
}

function languageFor(values: ReadonlyMap<string, string>, locale: string | undefined): Language {
  const named = languageNamed(values.get('lang') ?? '');
  if (named !== undefined) return named;
  return /\p{Script=Han}/u.test(values.get('region') ?? '') ? 'zh' : languageOf(locale);
}

function yearIn(text: string): number | undefined {
  const field = settings.find(({ id }) => id === 'planYear');
  const result = field && parsed(field, text, []);
  return result && 'value' in result && typeof result.value === 'number' ? result.value : undefined;
}

function targetOf(values: ReadonlyMap<string, string>, complaints: Complaint[]): number | undefined {
  const text = values.get('target');
  if (text === undefined) return undefined;
  const field = settings.find(({ id }) => id === 'companyTarget');
  const result = field && parsed(field, text, []);
  if (result && 'value' in result && typeof result.value === 'number' && result.value > 0) return result.value;
  complaints.push({ code: 'badTarget', got: text });
  return undefined;
}

function storesOf(
  names: readonly string[] | undefined,
  isSample: boolean,
  complaints: Complaint[],
  { folder }: Place,
): Options['stores'] {
  if (names !== undefined && isSample) complaints.push({ code: 'bothStores' });
  else if (names === undefined && !isSample && complaints.every(({ option }) => option !== '--stores'))
    complaints.push({ code: 'noStores' });
  return names?.map((name) => {
    const path = resolve(folder, name);
    if (name.trim() === '') complaints.push({ code: 'noValue', option: '--stores', example: examples.stores });
    else if (!existsSync(path)) complaints.push({ code: 'noFile', file: name });
    else if (statSync(path).isDirectory()) complaints.push({ code: 'notFile', file: name });
    return { name, path };
  });
}

/** What is said of how the list is read: `HEADER=FIELD:HOW`, `HEADER:TEXT=CHOICE`, `FIELD=VALUE`, `ROW=total`. */
function wishesOf(
  values: ReadonlyMap<string, string>,
  lists: ReadonlyMap<string, readonly string[]>,
  complaints: Complaint[],
): Wishes {
  const parts = (name: 'map' | 'value' | 'all' | 'row'): readonly (readonly [string, string])[] =>
    (lists.get(name) ?? []).flatMap((text): (readonly [string, string])[] => {
      const at = text.lastIndexOf('=');
      if (at > 0) return [[text.slice(0, at).trim(), text.slice(at + 1).trim()]];
      complaints.push({ code: 'badPair', option: `--${name}`, got: text, example: examples[name] });
      return [];
    });
  const map = parts('map').flatMap(([header, text]) => {
    const wish = wishIn(text);
    if (wish) return [{ header, wish }];
    complaints.push({ code: 'badReading', option: '--map', got: text, known: readingWords });
    return [];
  });
  const named = parts('value').flatMap(([left, choice]) => {
    const at = left.indexOf(':');
    if (at > 0) return [{ header: left.slice(0, at).trim(), text: left.slice(at + 1).trim(), choice }];
    complaints.push({ code: 'badPair', option: '--value', got: `${left}=${choice}`, example: examples.value });
    return [];
  });
  const all = parts('all').map(([field, text]) => ({ field, text }));
  const rows: Record<string, 'total' | 'record'> = {};
  for (const [row, what] of parts('row')) {
    if (what === 'total' || what === 'record') rows[row] = what;
    else complaints.push({ code: 'badRow', option: '--row', got: what, known: ['total', 'record'] });
  }
  return { map, values: named, all, rows, encoding: encodingIn(values, complaints), sheet: values.get('sheet') };
}

function encodingIn(values: ReadonlyMap<string, string>, complaints: Complaint[]): Encoding | undefined {
  const name = values.get('encoding');
  if (name === undefined) return undefined;
  const found = encodingNamed(name);
  if (found === undefined) complaints.push({ code: 'badEncoding', got: name, known: encodings });
  return found;
}

function outOf(name: string, complaints: Complaint[], { folder }: Place): Options['out'] {
  const path = resolve(folder, name);
  const parent = dirname(path);
  if (existsSync(path) && statSync(path).isDirectory()) complaints.push({ code: 'outIsFolder', got: name });
  else if (!/.\.(xlsx|json)$/i.test(name)) complaints.push({ code: 'notXlsx', got: name });
  if (!existsSync(parent) || !statSync(parent).isDirectory()) complaints.push({ code: 'noFolder', got: dirname(name) });
  return { name, path };
}
