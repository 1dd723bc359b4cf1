import type { Language, Text } from '../../src/model/language';
import { quoted } from '../../src/model/reader';
import { inFileEn, inFileZh } from '../../src/model/ruleText';
import { filled, type Params } from '../../src/model/sentence';
import type { Aside } from './aside';
import type { Option } from './ask';
import type { ImportFault, Place, RuleBroken } from './fault';
import type { Notice } from './notice';
import type { Fact, Question } from './read/reading';
import { isAdded, labelOf, placeOf, type Target } from './target';
import { words } from './text';

/** The fault in words, on one line: `row 5, column “Opened”: expected a date as …, got "soon"`. */
export function faultText(fault: ImportFault, language: Language): string {
  const text = words[language];
  const where = placeText(fault, language);
  if ('rule' in fault) return filled(inFile[language][fault.rule], { where, ...brokenParams(fault, language) });
  const params: Record<string, string> = { where };
  for (const [name, value] of Object.entries(fault)) params[name] = paramText(value, language);
  if ('got' in fault && fault.row !== undefined)
    params.got = typeof fault.got === 'number' ? String(fault.got) : gotText(fault.got);
  return filled(text.faults[fault.code], params);
}

const inFile = { en: inFileEn, zh: inFileZh };

const gotText = (got: string): string => quoted(got.replace(/\s+/g, ' ')) ?? '""';

function brokenParams({ params, got, choices = [] }: RuleBroken, language: Language): Params {
  const { dates } = words[language];
  const { other } = params;
  return {
    ...params,
    ...(other === undefined ? {} : { other: short(String(other)) }),
    dates,
    choices: paramText(choices, language),
    got: gotText(got),
  };
}

/** Rows named in a notice before the rest are counted. */
const namedRows = 3;
/** Texts quoted in a sentence before the rest are left to be thought of. */
const namedTexts = 8;

/** The notice in words, on one line. */
export function noticeText(notice: Notice, language: Language, target: Target): string {
  const { notices } = words[language];
  switch (notice.code) {
    case 'setAside':
    case 'withoutMonths':
    case 'called':
    case 'damaged': {
      const said = notices[notice.code === 'setAside' ? notice.why : notice.code];
      return filled(said, { rows: rowsOf(notice.rows, language) });
    }
    case 'typesOver':
      return filled(notices[notice.columns === 1 ? 'typesOverOne' : 'typesOver'], {
        columns: notice.columns,
        labels: paramText(notice.labels, language),
      });
    case 'noChoices':
    case 'notRead': {
      const { column, label, texts } = notice;
      return filled(notices[notice.code], {
        column: short(column),
        label: label[language],
        texts: textsText(texts, language),
      });
    }
    case 'nothings':
      return filled(notices.nothings, { cells: money.format(notice.cells), texts: textsText(notice.texts, language) });
    case 'forAll':
      return filled(notices.forAll, {
        label: notice.label[language],
        value: choiceText(notice.field, notice.value, language, target),
      });
    case 'unknownColumns':
    case 'computedColumns':
    case 'otherYear':
    case 'spans':
      return filled(notices[notice.code], { columns: headersText(notice.headers, language) });
    case 'lastYearMonths':
      return filled(notices.lastYearMonths, { columns: notice.columns });
    case 'addedUp': {
      const { lines, stores, first, last } = notice;
      return filled(notices.addedUp, { lines: money.format(lines), stores: money.format(stores), first, last });
    }
    case 'outsideYear': {
      const { rows, first, last } = notice;
      return filled(notices.outsideYear, { rows: money.format(rows), first, last });
    }
    case 'totalOff': {
      const { total, sum } = notice;
      const where = placeText(notice, language);
      return filled(notices.totalOff, { where, total: money.format(total), sum: money.format(sum) });
    }
    case 'linesWrong': {
      const { months, texts } = notice;
      return filled(notices.linesWrong, { months, texts: textsText(texts, language) });
    }
    case 'marked': {
      const { text, rows, sum, way } = notice;
      const said = { text: gotText(text), rows: money.format(rows), sum: money.format(sum) };
      return filled(notices[way === '' ? 'markedOut' : way], said);
    }
    case 'ended': {
      const said = { '': notices.endedOut, before: notices.endedBefore, open: notices.notEnded }[notice.way];
      return filled(said, { text: gotText(notice.text), day: notice.day, rows: rowsOf(notice.rows, language) });
    }
    case 'planCurrency':
      return filled(notices.planCurrency, { got: gotText(notice.got), row: notice.row, currency: notice.currency });
    case 'otherYears':
      return filled(notices.otherYears, { year: String(notice.year), rows: money.format(notice.rows) });
    case 'totalsOff':
    case 'hiddenRows':
    case 'rowsLeft':
    case 'withoutAmount':
      return filled(notices[notice.code], { rows: money.format(notice.rows) });
    default:
      return filled(notices[notice.code], { column: short(notice.column) });
  }
}

/** Rows as a notice names them: the first ones, then how many more there are. */
function rowsOf(all: readonly Pick<Aside, 'row' | 'file' | 'text'>[], language: Language): string {
  const { more, separator } = words[language];
  const rows = all
    .slice(0, namedRows)
    .map((one) => rowOf(one, language))
    .join(separator);
  const left = all.length - namedRows;
  return left > 0 ? filled(more, { rows, count: money.format(left) }) : rows;
}

/** A row as a notice names it. */
function rowOf({ row, file, text }: Pick<Aside, 'row' | 'file' | 'text'>, language: Language): string {
  const { row: named, places } = words[language];
  const where = filled(named, { row, text: short(text) });
  return file === undefined ? where : filled(places.inFile, { file: short(file), where });
}

/** A choice of a field as people read it. */
function choiceText(id: string, value: unknown, language: Language, target: Target): string {
  if (value === true) return words[language].options.yes;
  const field = placeOf(target, id)?.field;
  const list = target.lists.find((candidate) => candidate.id === field?.list);
  return list?.choices.find((choice) => choice.id === value)?.label[language] ?? String(value);
}

function headersText(headers: readonly string[], language: Language): string {
  const shown = headers.slice(0, namedTexts).map((header) => `“${short(header)}”`);
  return (headers.length > namedTexts ? [...shown, '…'] : shown).join(words[language].separator);
}

function textsText(texts: readonly string[], language: Language): string {
  const shown = texts.slice(0, namedTexts).map((text) => gotText(text));
  return (texts.length > namedTexts ? [...shown, '…'] : shown).join(words[language].separator);
}

const money = new Intl.NumberFormat('en', { maximumFractionDigits: 6 });
const percent = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 6 });

/** What money counts in: `万元`, `万JPY` in a plan of another currency, `thousands`. */
export function unitName(factor: number, language: Language, currency = 'CNY'): string {
  const named: Readonly<Record<string, string>> = words[language].units;
  const name = named[String(factor)] ?? money.format(factor);
  return currency === 'CNY' ? name : name.replace('元', currency);
}

/** What a column is read by, in a few words. */
export function factText(fact: Fact, language: Language, { currency }: Pick<Target, 'currency'>): string {
  const { facts } = words[language];
  switch (fact.fact) {
    case 'order':
      return facts[fact.order];
    case 'point':
      return facts[fact.point];
    case 'percent':
      return facts[fact.percent];
    case 'metres':
      return filled(facts.metres, { metres: money.format(fact.metres) });
    case 'share':
      return filled(facts.share, { share: percent.format(Number(fact.share.toFixed(4))) });
    case 'sum':
      return fact.year === undefined ? facts.sum : filled(facts.sumOf, { year: String(fact.year) });
    case 'above':
      return facts.above;
    case 'ids':
      return facts[fact.ids];
    case 'twice':
      return facts[fact.twice];
    case 'factor':
      return filled(facts.factor, { unit: unitName(fact.factor, language, currency) });
    default:
      return facts[fact.fact];
  }
}

/** The question in words, without the column that it is about; `headerAt` gives a column's header. */
export function questionText(
  question: Question,
  language: Language,
  target: Target,
  headerAt: (index: number) => string,
  keyAt: (index: number) => string,
): string {
  const { questions, separator } = words[language];
  const label = (key: string): string => {
    const { field, cell = 0 } = placeOf(target, key) ?? {};
    if (field?.monthly) return monthText(String(((target.firstMonth + cell - 1) % 12) + 1), language);
    return field ? labelOf(field, target)[language] : key;
  };
  switch (question.ask) {
    case 'column':
      return filled(questions.column, { label: label(question.field) });
    case 'perhaps':
      return filled(questions.perhaps, { got: gotText(question.got), label: label(question.key) });
    case 'addUp':
      return filled(questions.addUp, {
        from: short(headerAt(question.indices[0] ?? 0)),
        to: short(headerAt(question.indices[question.indices.length - 1] ?? 0)),
        label: label(question.key),
      });
    case 'monthsOf':
      return filled(questions.monthsOf, {
        years: question.named.join(separator),
        columns: runText(
          question.keys.map(({ index }) => `“${short(headerAt(index))}”`),
          separator,
        ),
      });
    case 'months':
      return filled(questions.months, {
        columns: runText(
          question.indices.map((index) => `“${short(headerAt(index))}”`),
          separator,
        ),
      });
    case 'monthYear':
      return filled(questions.monthYear, {
        got: gotText(question.got),
        years: question.named.map((year) => yearName(year, target)).join(separator),
      });
    case 'sum':
      return filled(question.years ? questions.sumOf : questions.sum, {
        rows: money.format(question.rows),
        stores: money.format(question.stores),
      });
    case 'above':
      return filled(questions.above, { got: gotText(question.got), rows: money.format(question.rows) });
    case 'ids': {
      const shown = question.same
        .slice(0, namedRows)
        .map(({ got, held }) => filled(words[language].same, { got: gotText(got), held: gotText(held) }));
      const rows = shown.join(separator);
      const count = question.same.length - shown.length;
      return filled(questions.ids, { same: count > 0 ? filled(words[language].moreIds, { rows, count }) : rows });
    }
    case 'sameDay':
      return filled(questions.sameDay, {
        stores: money.format(question.stores),
        days: money.format(question.days),
        got: gotText(question.got),
      });
    case 'marked': {
      const { text, rows, sum } = question;
      return filled(questions.marked, { text: gotText(text), rows: money.format(rows), sum: money.format(sum) });
    }
    case 'ended':
      return filled(questions.ended, {
        text: gotText(question.text),
        rows: rowsOf(question.rows, language),
      });
    case 'total':
      return filled(questions.total, { row: rowOf(question, language) });
    case 'called': {
      const { text, rows, since } = question;
      const said = { whole: questions.called, sum: questions.calledSum, known: questions.calledKnown }[since];
      return filled(said, { text: gotText(text), rows: rowsOf(rows, language) });
    }
    case 'twice': {
      const columns = question.indices.map((index) => `“${short(headerAt(index))}”`).join(separator);
      return filled(questions.twice, { label: label(question.key), columns });
    }
    case 'values': {
      const { index, texts } = question;
      const params = { texts: textsText(texts, language), label: label(keyAt(index)) };
      return filled(questions.values, params);
    }
    default: {
      const { got } = question;
      const beside = question.ask === 'bareFactor' || question.ask === 'scale' ? gotText(question.beside) : '';
      const value = question.ask === 'overHundred' ? percent.format(question.value) : '';
      return filled(questions[question.ask], { got: gotText(got), beside, value });
    }
  }
}

/** A plan-like year: `2027`, `2027/28` where it does not start with the calendar's. */
const yearName = (year: number, { firstMonth }: Target): string =>
  firstMonth === 1 ? String(year) : `${year}/${String((year + 1) % 100).padStart(2, '0')}`;

/** Some columns by name, of many the first and the last. */
const runText = (names: readonly string[], separator: string): string =>
  names.length > 3 ? `${names[0]} … ${names[names.length - 1]}` : names.join(separator);

/** `2026-01`, or a month of no year, in words. */
function monthText(month: string, language: Language): string {
  const [first, second] = month.split('-').map(Number);
  const day = new Date(Date.UTC(second === undefined ? 2000 : (first ?? 2000), (second ?? first ?? 1) - 1, 1));
  // Alone `long` is 一月 in Chinese, and with its year `numeric` is 2027/1: it is 1月 and 2027年1月 everywhere else.
  const style = second === undefined && language === 'zh' ? 'numeric' : 'long';
  const year = second === undefined ? {} : ({ year: 'numeric' } as const);
  return new Intl.DateTimeFormat(language, { month: style, ...year, timeZone: 'UTC' }).format(day);
}

/** The question in words, with its column before it. */
export function questionLine(
  question: Question,
  language: Language,
  target: Target,
  headerAt: (index: number) => string,
  keyAt: (index: number) => string,
): string {
  const said = questionText(question, language, target, headerAt, keyAt);
  if (!('index' in question)) return said;
  return filled(words[language].inColumn, { column: short(headerAt(question.index)), said });
}

/** What an answer to a question says. */
export function optionText(
  option: Option,
  language: Language,
  target: Target,
  headerAt: (index: number) => string,
): string {
  const labelAt = (key: string): string => {
    const field = placeOf(target, key)?.field;
    return field ? labelOf(field, target)[language] : key;
  };
  const { options, facts } = words[language];
  if (option.set === 'out') return options.out;
  if (option.set === 'key') return short(headerAt(option.index));
  if (option.set === 'keys' && option.keys.every(({ key }) => key === '')) return options.outs;
  if (option.set === 'keys' && option.keys.every(({ key }) => isAdded(key))) return options.yes;
  if (option.set === 'keys') {
    const said = option.keys.map(({ index, key }) =>
      filled(options.is, { column: short(headerAt(index)), label: labelAt(key) }),
    );
    return said.join(words[language].separator);
  }
  if (option.set === 'monthsOf')
    return option.year === undefined ? options.ofOther : filled(options.ofYear, { year: String(option.year) });
  if (option.set === 'months')
    return filled(options.isMonth, { column: short(option.got), month: monthText(option.month, language) });
  if (option.set === 'choice') return option.choice;
  if (option.set === 'called') return options[option.as];
  if (option.set === 'ended')
    return filled({ '': options.recordsOut, before: options.endedBefore, open: options.notEnded }[option.way], {
      day: option.before ?? '',
    });
  if (option.set === 'counted') return options[option.way === '' ? 'linesOut' : option.way];
  if (option.set === 'rows') {
    const { length } = option.rows;
    return option.as === 'total' && length > 1
      ? filled(options.totals, { count: money.format(length) })
      : options[option.as];
  }
  const { order, factor, scale, percent: isPercent, point, sum, twice, year, ids, above } = option.reading;
  const { shows } = option;
  if (typeof sum === 'number') return filled(options.year, { year: String(sum), months: shows ?? 0 });
  if (year !== undefined) return yearName(year, target);
  if (twice !== undefined) return facts[twice];
  if (ids !== undefined) return facts[ids];
  if (above !== undefined) return above === 'same' ? facts.above : options.noId;
  if (factor !== undefined) return unitName(factor, language, target.currency);
  if (scale !== undefined) return typeof shows === 'number' ? unitName(shows, language, target.currency) : facts[scale];
  if (isPercent !== undefined) return typeof shows === 'number' ? percent.format(shows) : facts[isPercent];
  if (point !== undefined) return typeof shows === 'number' ? money.format(shows) : facts[point];
  if (order !== undefined) return typeof shows === 'string' ? shows : facts[order];
  return typeof shows === 'string' ? shows : options.yes;
}

/** Where in the file something is, in words: `row 5, column “Opened”`. */
export function placeText({ file, ...place }: Place, language: Language): string {
  const where = placeInFile(place, language);
  const isWhole = place.row === undefined && place.column === undefined;
  if (file !== undefined && isWhole) return filled(words[language].places.ofFiles, { file: short(file) });
  return file === undefined ? where : filled(words[language].places.inFile, { file: short(file), where });
}

function placeInFile({ row, line, column }: Omit<Place, 'file'>, language: Language): string {
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
export function short(header: string): string {
  const line = header.trim().replace(/\s+/g, ' ');
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}
