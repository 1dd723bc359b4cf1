import type { Language, Text } from '../../src/model/language';
import { quoted } from '../../src/model/reader';
import { inFileEn, inFileZh } from '../../src/model/ruleText';
import { filled, type Params } from '../../src/model/sentence';
import type { ImportFault, Notice, Place, RuleBroken } from './fault';
import { words } from './text';

/** The fault in words, on one line: `row 5, column “Opened”: expected a date as …, got "soon"`. */
export function faultText(fault: ImportFault, language: Language): string {
  const text = words[language];
  const where = placeText(fault, language);
  if ('rule' in fault) return filled(inFile[language][fault.rule], { where, ...brokenParams(fault, language) });
  const params: Record<string, string> = { where };
  for (const [name, value] of Object.entries(fault)) params[name] = paramText(value, language);
  return filled(text.faults[fault.code], params);
}

const inFile = { en: inFileEn, zh: inFileZh };

function brokenParams({ params, got, choices = [] }: RuleBroken, language: Language): Params {
  const { dates } = words[language];
  const { other } = params;
  return {
    ...params,
    ...(other === undefined ? {} : { other: short(String(other)) }),
    dates,
    choices: paramText(choices, language),
    got: quoted(got.replace(/\s+/g, ' ')) ?? '""',
  };
}

/** The notice in words, on one line. */
export function noticeText({ code, column }: Notice, language: Language): string {
  return filled(words[language].notices[code], { column: short(column) });
}

/** Where in the file something is, in words: `row 5, column “Opened”`. */
export function placeText({ row, line, column }: Place, language: Language): string {
  const { places } = words[language];
  const params = { row: String(row), line: String(line), column: short(column ?? '') };
  if (row === undefined) return filled(column === undefined ? places.file : places.column, params);
  const far = line !== undefined && line !== row;
  if (column === undefined) return filled(far ? places.rowLine : places.row, params);
  return filled(far ? places.cellLine : places.cell, params);
}

function paramText(value: string | number | Text | readonly Text[], language: Language): string {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return short(value);
  const labels: readonly Text[] = 'zh' in value ? [value] : value;
  return labels.map((label) => label[language]).join(words[language].separator);
}

/** A header on one line and of bearable length. */
function short(header: string): string {
  const line = header.trim().replace(/\s+/g, ' ');
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}
