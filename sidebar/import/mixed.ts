import type { Field } from '../../src/model/field';
import { narrow } from '../../src/model/written/narrow';
import { bareText, type Cell, isBlank, isPlaceholder } from './cell';
import type { Row } from './grid';
import { foldedHeader, type Heading, headingOf } from './heading';
import { namesOf } from './names';
import type { Table } from './table';
import { choiceReader, labelOf, type Target } from './target';

/** What parts two things that are said in one cell: `加盟-商场`, `直营(街边)`. */
const between = /\s*[-‐-―−/|·・、,，;；+:：()（）【】\s]\s*/;

/** A column that says few things says one of a list, or two. */
const mostTexts = 30;

/** Of more a cell is a row of its own. */
const mostParts = 3;

/** What a text says of a field, and what else it says. */
interface Said {
  readonly own: string;
  readonly rest: string;
}

/**
 * A table in which a column that says a required choice together with something else is two columns, the choice and the
 * rest: `加盟-商场`, or `加盟` in one row and a channel in the next. As long as no other column is that choice's.
 */
export function unmixed(table: Table, target: Target): Table {
  const nameOf = namesOf(target);
  const named = table.headings.map((heading) => (heading.text === '' ? undefined : nameOf(heading)));
  for (const field of target.tab.fields) {
    if (field.kind !== 'choice' || !field.required || field.key) continue;
    const others = named.filter((name) => name?.key === field.id && name.how !== 'vague');
    if (others.length > 1) continue;
    const kindOf = (index: number): string | undefined =>
      target.tab.fields.find(({ id }) => id === named[index]?.key)?.kind;
    for (const index of table.headings.keys()) {
      const isFree = named[index] === undefined || kindOf(index) === 'choice' || named[index]?.how === 'vague';
      const isOthers = others.length === 1 && named[index]?.key !== field.id;
      if (!isFree || isOthers) continue;
      const said = saidIn(table.body, index, field, target);
      if (!said) continue;
      const isNamed = named[index]?.key === field.id;
      const isOfTwo = kindOf(index) === 'choice' && !isNamed;
      const isPaired = isOfTwo || [...said.values()].some(({ own, rest }) => own !== '' && rest !== '');
      if (isPaired) return parted(table, index, said, field, target);
      return isNamed && named[index]?.how !== 'vague' ? table : as(table, index, field, target);
    }
  }
  return table;
}

/** What each text of a column says, if most of them say a choice of the field and some say more than one choice alone. */
function saidIn(
  body: readonly Row[],
  index: number,
  field: Field,
  target: Target,
): ReadonlyMap<string, Said> | undefined {
  const choiceOf = choiceReader(field, target);
  const said = new Map<string, Said>();
  let [own, mixed] = [0, 0];
  for (const { cells } of body) {
    const cell = cells[index];
    if (cell === undefined || isBlank(cell)) continue;
    const text = bareText(cell);
    if (said.has(text) || isPlaceholder(text)) continue;
    if (said.size >= mostTexts) return undefined;
    const one = partsOf(text, choiceOf);
    said.set(text, one);
    if (one.own !== '') own += 1;
    if (one.rest !== '') mixed += 1;
  }
  // Of texts that are all choices, or none, nothing is to be parted.
  return own * 2 >= said.size && own > 0 && mixed > 0 ? said : undefined;
}

/** The one choice that a text says, alone or beside other words; two of them say none. */
function partsOf(text: string, choiceOf: (text: string) => string | undefined): Said {
  if (choiceOf(text) !== undefined) return { own: text, rest: '' };
  const parts = narrow(text)
    .split(between)
    .filter((part) => part !== '');
  const own = parts.filter((part) => choiceOf(part) !== undefined);
  const [only] = own;
  if (only === undefined || own.length > 1 || parts.length > mostParts) return { own: '', rest: text };
  return { own: only, rest: parts.filter((part) => part !== only).join(' ') };
}

/** The column as the field's, whatever its header says: texts that are no choice are asked about. */
const as = (table: Table, index: number, field: Field, target: Target): Table => ({
  ...table,
  headings: table.headings.map((heading, at) =>
    at === index ? { ...heading, name: foldedHeader(labelOf(field, target).zh) } : heading,
  ),
});

/** The column as two: the choice, and what else its texts say. A text without the choice stands in both, to be asked about. */
function parted(table: Table, index: number, said: ReadonlyMap<string, Said>, field: Field, target: Target): Table {
  const twice = ({ cells, ...row }: Row): Row => {
    const cell = cells[index];
    if (cell === undefined) return { cells, ...row };
    const { own, rest } = said.get(bareText(cell)) ?? { own: cell, rest: '' };
    const pair: readonly Cell[] = [own === '' ? rest : own, rest];
    return { ...row, cells: [...cells.slice(0, index), ...pair, ...cells.slice(index + 1)] };
  };
  const heading = table.headings[index] ?? headingOf('');
  return {
    ...table,
    headings: table.headings.flatMap((one, at) => (at === index ? headingsOf(heading, field, target) : [one])),
    width: table.width + 1,
    body: table.body.map(twice),
  };
}

/** Of `性质/渠道` the second column is the channel: the part of the header that names another field. */
function headingsOf(heading: Heading, field: Field, target: Target): readonly Heading[] {
  const nameOf = namesOf(target);
  const rest = heading.text.split(between).find((part) => {
    const key = part === '' ? undefined : nameOf(headingOf(part))?.key;
    return key !== undefined && key !== field.id;
  });
  const name = (text: string): string => foldedHeader(text);
  return [
    { ...heading, text: `${heading.text} (1)`, name: name(labelOf(field, target).zh) },
    { ...heading, text: `${heading.text} (2)`, name: rest === undefined ? name(`${heading.text} (2)`) : name(rest) },
  ];
}
