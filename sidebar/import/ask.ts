import { endedWays, totalWays } from '../../src/model/headers';
import { folded } from '../../src/model/parse';
import type { EndedWay } from './ended';
import { type Counted, countedWays } from './marked';
import type { Answers, Match } from './matching';
import { wishText } from './memory';
import type { Question, Reading } from './read/reading';
import { rowName } from './records';
import { addedKey, bareKey, isAdded } from './target';

/** One answer to a question: what it changes, and a figure or a date to show what comes of it. */
export type Option =
  /** `also` are further columns that are read so. */
  | {
      readonly set: 'reading';
      readonly index: number;
      readonly also?: readonly number[];
      readonly reading: Reading;
      readonly shows?: string | number;
    }
  | { readonly set: 'out'; readonly index: number }
  | { readonly set: 'key'; readonly index: number; readonly key: string; readonly out: readonly number[] }
  /** Several columns at once. */
  | { readonly set: 'keys'; readonly keys: readonly { readonly index: number; readonly key: string }[] }
  /** Months of the plan's year; of another, and left out, without one. */
  | {
      readonly set: 'monthsOf';
      readonly year?: number;
      readonly keys: readonly { readonly index: number; readonly key: string }[];
    }
  /** Columns as months, the first of them that one; `out` are those of other years. */
  | {
      readonly set: 'months';
      readonly month: string;
      readonly got: string;
      readonly keys: Extract<Question, { readonly ask: 'months' }>['months'][number]['keys'];
    }
  | { readonly set: 'rows'; readonly rows: readonly string[]; readonly as: 'total' | 'record' }
  | { readonly set: 'counted'; readonly index: number; readonly text: string; readonly way: Counted }
  | {
      readonly set: 'ended';
      readonly index: number;
      readonly text: string;
      readonly way: EndedWay;
      readonly before?: string;
    }
  /** `rows` are those that say the text: a record is one whatever its figures add up to. */
  | {
      readonly set: 'called';
      readonly index: number;
      readonly text: string;
      readonly as: (typeof totalWays)[number];
      readonly rows: readonly string[];
    }
  | { readonly set: 'choice'; readonly index: number; readonly text: string; readonly choice: string };

const readingOf = (
  index: number,
  reading: Reading,
  shows?: string | number,
): Extract<Option, { readonly set: 'reading' }> => ({
  set: 'reading',
  index,
  reading,
  ...(shows !== undefined && { shows }),
});

/** Units that are offered where a file does not say its own. */
export const offeredFactors = [1, 1000, 10_000] as const;

/** The answers that a question has; of texts and missing columns those that are likeliest. */
export function optionsOf(question: Question): readonly Option[] {
  switch (question.ask) {
    case 'order':
      return [
        readingOf(question.index, { order: 'dmy' }, question.dmy),
        readingOf(question.index, { order: 'mdy' }, question.mdy),
      ];
    case 'shortDay':
      return question.ways.map(({ order, day }) => readingOf(question.index, { order }, day));
    case 'above':
      return [readingOf(question.index, { above: 'same' }), readingOf(question.index, { above: 'none' })];
    case 'ids':
      return [readingOf(question.index, { ids: 'numbers' }), readingOf(question.index, { ids: 'texts' })];
    case 'era':
      return [readingOf(question.index, { order: 'roc' }, question.roc), { set: 'out', index: question.index }];
    case 'firstDay':
      return [readingOf(question.index, { firstDay: true }, question.first), { set: 'out', index: question.index }];
    case 'monthYear':
      return question.named.map((year) => readingOf(question.index, { year }));
    case 'point':
      return [
        readingOf(question.index, { point: '.' }, question.point),
        readingOf(question.index, { point: ',' }, question.comma),
      ];
    case 'factor':
      return offeredFactors.map((factor): Option => {
        const { index, value, also = [] } = question;
        return { ...readingOf(index, { factor }, value * factor), ...(also.length > 0 && { also }) };
      });
    case 'scale':
      return [
        readingOf(question.index, { scale: 'mixed' }, question.own),
        readingOf(question.index, { scale: 'even' }, question.unit),
      ];
    case 'bareFactor':
      return offeredFactors.map((factor) => readingOf(question.index, { factor }));
    case 'percent':
      return [
        readingOf(question.index, { percent: 'percent' }, question.percent),
        readingOf(question.index, { percent: 'fraction' }, question.fraction),
      ];
    case 'overHundred':
      return [readingOf(question.index, { percent: 'percent' }, question.value), { set: 'out', index: question.index }];
    case 'twice': {
      const { key, indices, orNone } = question;
      const each = indices.map(
        (index): Option => ({
          set: 'key',
          index,
          key,
          out: indices.filter((other) => other !== index),
        }),
      );
      return orNone ? [...each, { set: 'keys', keys: indices.map((index) => ({ index, key: '' })) }] : each;
    }
    case 'column':
      return question.guess === undefined
        ? []
        : [{ set: 'keys', keys: [{ index: question.guess, key: question.field }, ...question.also] }];
    case 'addUp': {
      const all = (key: string): Option => ({ set: 'keys', keys: question.indices.map((index) => ({ index, key })) });
      return [all(addedKey(question.key)), all('')];
    }
    case 'monthsOf': {
      const { keys, planYear } = question;
      return [
        { set: 'monthsOf', year: planYear, keys },
        { set: 'monthsOf', keys: keys.map(({ index }) => ({ index, key: '' })) },
      ];
    }
    case 'months': {
      const { months, got, indices } = question;
      return [
        ...months.map(({ month, keys }): Option => ({ set: 'months', month, got, keys })),
        { set: 'keys', keys: indices.map((index) => ({ index, key: '' })) },
      ];
    }
    case 'perhaps':
      return [
        { set: 'key', index: question.index, key: question.key, out: [] },
        { set: 'out', index: question.index },
      ];
    case 'sum':
      return question.years
        ? question.years.map(({ year, months }) => readingOf(question.index, { sum: year }, months))
        : [readingOf(question.index, { sum: true })];
    case 'sameDay':
      return [readingOf(question.index, { twice: 'each' }), readingOf(question.index, { twice: 'last' })];
    case 'total': {
      const said = (rows: readonly string[], as: 'total' | 'record'): Option => ({ set: 'rows', rows, as });
      const own = [rowName(question)];
      const { alike } = question;
      return [said(own, 'total'), said(own, 'record'), ...(alike.length > 1 ? [said(alike, 'total')] : [])];
    }
    case 'marked': {
      const { index, text } = question;
      return countedWays.map((way) => ({ set: 'counted', index, text, way }));
    }
    case 'ended': {
      const { index, text, before } = question;
      const ways = endedWays.filter((way) => way !== 'before' || before !== undefined);
      return ways.map((way) => ({ set: 'ended', index, text, way, ...(before !== undefined && { before }) }));
    }
    case 'called': {
      const { index, text, rows } = question;
      return totalWays.map((as) => ({ set: 'called', index, text, as, rows: rows.map(rowName) }));
    }
    case 'values':
      return [];
  }
}

const left: Match = { key: '', by: 'person' };

/** The answers with a column filling something else; whatever filled that before is left out. */
export function matchedAs(answers: Answers, index: number, key: string): Answers {
  const matching = answers.matching.map((match, at) => {
    if (at === index) return key === '' ? left : { key, by: 'person' as const };
    // One column fills a field alone, or several together.
    const isOther = key !== '' && bareKey(match.key) === bareKey(key) && !(isAdded(key) && isAdded(match.key));
    return isOther ? left : match;
  });
  return { ...answers, matching };
}

/** The answers once a question has one. */
export function answered(answers: Answers, option: Option): Answers {
  switch (option.set) {
    case 'reading': {
      const key = answers.matching[option.index]?.key ?? '';
      const readings = { ...answers.readings };
      // Columns that are added up are read alike.
      for (const [index, match] of answers.matching.entries())
        if (index === option.index || option.also?.includes(index) || (isAdded(key) && match.key === key))
          readings[index] = { ...readings[index], ...option.reading };
      return { ...answers, readings };
    }
    case 'out':
      return matchedAs(answers, option.index, '');
    case 'key':
      return option.out.reduce((so, index) => matchedAs(so, index, ''), matchedAs(answers, option.index, option.key));
    case 'keys':
      return option.keys.reduce((so, { index, key }) => matchedAs(so, index, key), answers);
    case 'monthsOf': {
      const so = option.keys.reduce((some, { index, key }) => matchedAs(some, index, key), answers);
      if (option.year !== undefined) return so;
      const isOut = new Set(option.keys.map(({ index }) => index));
      // Of this file alone: it says nothing of the next one's months.
      const matching = so.matching.map(
        (match, index): Match => (isOut.has(index) ? { ...match, out: 'otherYear' } : match),
      );
      return { ...so, matching };
    }
    case 'months': {
      const so = option.keys.reduce((some, { index, key }) => matchedAs(some, index, key), answers);
      const out = new Map(option.keys.map((one) => [one.index, one.out]));
      const matching = so.matching.map((match, index): Match => {
        const why = out.get(index);
        return why === undefined ? match : { ...match, out: why };
      });
      return { ...so, matching };
    }
    case 'rows':
      return {
        ...answers,
        rows: { ...answers.rows, ...Object.fromEntries(option.rows.map((row) => [row, option.as])) },
      };
    case 'counted':
      return answered(answers, { set: 'choice', index: option.index, text: option.text, choice: option.way });
    case 'ended':
      return answered(answers, { set: 'choice', index: option.index, text: option.text, choice: option.way });
    case 'called': {
      const { index, text, as, rows } = option;
      const so = answered(answers, { set: 'choice', index, text, choice: as });
      return as === 'record' ? answered(so, { set: 'rows', rows, as }) : so;
    }
    case 'choice': {
      const choices = { ...answers.choices[option.index], [folded(option.text)]: option.choice };
      return { ...answers, choices: { ...answers.choices, [option.index]: choices } };
    }
  }
}

/** What is written behind `--map` for a column: `openedOn:dmy`. */
export function wishOf(answers: Answers, index: number): string {
  return wishText({ key: answers.matching[index]?.key ?? '', reading: answers.readings[index] ?? {} });
}
