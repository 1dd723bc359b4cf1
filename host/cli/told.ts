import { type Option, optionsOf } from '../../sidebar/import/ask';
import type { Match } from '../../sidebar/import/matching';
import { wishText } from '../../sidebar/import/memory';
import type { Question } from '../../sidebar/import/read/reading';
import { letters } from '../../sidebar/import/table';
import { isAdded, labelOf, placeOf } from '../../sidebar/import/target';
import { factText, optionText, questionLine, short } from '../../sidebar/import/words';
import type { Language } from '../../src/model/language';
import { filled } from '../../src/model/sentence';
import type { Stores } from './stores';
import { words } from './text';

/** How wide a text stands in a terminal, where a letter of Chinese takes two places. */
const widthOf = (text: string): number =>
  [...text].reduce(
    (sum, letter) =>
      sum + (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/.test(letter) ? 2 : 1),
    0,
  );

/** What was taken for what, a line a column: the file's header, the field, and how it is read. */
export function takenLines({ taken, target }: Stores, language: Language): readonly string[] {
  if (taken.length === 0) return [];
  const { columns } = words[language];
  const rows = taken.map(({ header, match, facts }) => {
    const label = match.key === '' ? columns.out : cellLabel(match, target, language);
    return [short(header), label, facts.map((fact) => factText(fact, language, target)).join(columns.and)] as const;
  });
  const all = [columns.head, ...rows];
  const widths = [0, 1].map((column) => Math.max(...all.map((row) => widthOf(row[column] ?? ''))));
  return all.map((row) =>
    row
      .map((text, column) => text + ' '.repeat(Math.max(0, (widths[column] ?? 0) - widthOf(text))))
      .join('  ')
      .trimEnd(),
  );
}

function cellLabel({ key }: Match, target: Stores['target'], language: Language): string {
  const place = placeOf(target, key);
  if (!place) return key;
  if (place.field.cells !== undefined) return key;
  return `${isAdded(key) ? '+ ' : ''}${labelOf(place.field, target)[language]}`;
}

/** A question with the options that answer it. */
export function askedLine({ target, file, answers }: Stores, question: Question, language: Language): string {
  const headers = file?.table.headings.map(({ text }) => text) ?? [];
  const headerAt = (index: number): string => headers[index] || letters(index);
  // A header that comes again names no column: its letter does.
  const nameAt = (index: number): string =>
    headers.filter((text) => text === headers[index]).length > 1 ? letters(index) : headerAt(index);
  const keyAt = (index: number): string => answers.matching[index]?.key ?? '';
  const said = questionLine(question, language, target, headerAt, keyAt);
  const ways = waysOf(question, { target, answers }, language, nameAt, keyAt);
  return filled(words[language].asked, { said, ways: ways.join(words[language].or) });
}

type Known = Pick<Stores, 'target' | 'answers'>;

function waysOf(
  question: Question,
  { target, answers }: Known,
  language: Language,
  headerAt: (index: number) => string,
  keyAt: (index: number) => string,
): readonly string[] {
  if (question.ask === 'values') {
    const list = placeOf(target, keyAt(question.index))?.field.list;
    const choices = target.lists.find(({ id }) => id === list)?.choices.map(({ id }) => id) ?? [];
    const { choice, ofChoices } = words[language];
    const way = question.texts.map((text) => `--value "${headerAt(question.index)}:${text}=${choice}"`).join(' ');
    return [filled(ofChoices, { way, choices: choices.join(' ') })];
  }
  const options = optionsOf(question);
  if (question.ask === 'column' && options.length === 0) return [`--map "HEADER=${question.field}"`];
  return options.map((option) => {
    const way = wayOf(option, answers, headerAt, keyAt);
    return ['reading', 'rows', 'counted', 'called', 'monthsOf', 'months', 'ended'].includes(option.set)
      ? filled(words[language].way, { way, shows: optionText(option, language, target, headerAt) })
      : way;
  });
}

function wayOf(
  option: Option,
  answers: Stores['answers'],
  headerAt: (index: number) => string,
  keyAt: (index: number) => string,
): string {
  const map = (index: number, wish: string): string => `--map "${headerAt(index)}=${wish}"`;
  switch (option.set) {
    case 'reading': {
      const readAt = (index: number): string =>
        map(index, wishText({ key: keyAt(index), reading: { ...answers.readings[index], ...option.reading } }));
      return [option.index, ...(option.also ?? [])].map(readAt).join(' ');
    }
    case 'out':
      return map(option.index, '');
    case 'called':
      return `--value "${headerAt(option.index)}:${option.text}=${option.as}"`;
    case 'counted':
    case 'ended':
      return `--value "${headerAt(option.index)}:${option.text}=${option.way}"`;
    case 'key':
      return [map(option.index, option.key), ...option.out.map((index) => map(index, ''))].join(' ');
    case 'keys': {
      const [start, end] = [option.keys[0], option.keys.at(-1)];
      const isRun = option.keys.every(({ index, key }, at) => key === start?.key && index === start.index + at);
      if (start && end && isRun && option.keys.length > 2)
        return `--map "${letters(start.index)}:${letters(end.index)}=${start.key}"`;
      return option.keys.map(({ index, key }) => map(index, key)).join(' ');
    }
    case 'months':
    case 'monthsOf':
      return option.keys.map(({ index, key }) => map(index, key)).join(' ');
    case 'rows':
      return option.rows.map((row) => `--row ${quotedIfNeeded(row)}=${option.as}`).join(' ');
    case 'choice':
      return `--value "${headerAt(option.index)}:${option.text}=${option.choice}"`;
  }
}

/** In quotes where a shell would take it apart. */
const quotedIfNeeded = (text: string): string => (/^[\w.:-]+$/.test(text) ? text : `"${text}"`);
