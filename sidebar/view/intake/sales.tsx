import { useId, useMemo, useState } from 'preact/hooks';
import { type Day, monthsLater } from '../../../src/maths/day';
import { foldedName, keyOf } from '../../../src/model/key';
import type { Sold } from '../../../src/model/sold';
import { dayOfIso, isoDate } from '../../../src/model/value';
import type { Book } from '../../book';
import { keptForAll, type Remembered } from '../../import/memory';
import type { Import } from '../../import/taken';
import type { Target } from '../../import/target';
import { under } from '../../import/under';
import { unitName } from '../../import/words';
import { previewOf } from '../../intake/preview';
import type { Besides } from '../../intake/run';
import {
  type Answered,
  type Ask,
  asksOf,
  type Brought,
  isLate as isLateBy,
  type Line,
  lastMonthIn,
  settled,
  throughOf,
  unanswered,
  type Way,
} from '../../intake/sales/asked';
import { type Coded, type CodeSaid, coded } from '../../intake/sales/codes';
import { type Held, lastOf, monthOf } from '../../intake/sales/held';
import { salesWords } from '../../intake/sales/text';
import { lists, meant, type Part } from '../../planParts';
import { meantValue } from '../../steps';
import { dateText, moneyText, percentText } from '../../value/shown';
import { useDesk } from '../context';
import { Action, Panel } from '../pieces';
import { Reason } from '../reason';
import { type Beginning, Found } from './found';
import { useHeld } from './held';
import { ToLastYear } from './lastYear';
import { Lines } from './lines';

/** What of an import of figures is kept beside its rows: codes by what they mean, and the basis that was said. */
export interface Kept {
  readonly columns: Readonly<Record<string, string>>;
  readonly aliases: readonly Readonly<Record<string, string | boolean>>[];
}

interface SalesProps {
  readonly part: Part;
  readonly sold: Sold;
  readonly book: Book;
  readonly target: Target;
  readonly found: Import;
  readonly remembered: Remembered;
  /** Reads all amounts of the file in a unit. */
  readonly onUnit: (factor: number) => void;
  readonly onBegin: (beginning: Beginning, besides: Besides, kept: Kept) => void;
}

/** Figures by month from a file: whose they are, what is doubtful in them, how far they reach, and what they would do. */
export function Sales(props: SalesProps) {
  const { state, terms } = useDesk();
  const held = useHeld(props.sold, props.book);
  const text = salesWords[state.language];
  if (terms.planYear === undefined) return <p class="wrong">{text.noYear}</p>;
  return held ? <Whose {...props} held={held} /> : <p class="quiet">{text.loading}</p>;
}

type HeldProps = SalesProps & { readonly held: Held };

/** First of all whose the figures are: codes that are no record's. */
function Whose(props: HeldProps) {
  const { part, sold, found, held } = props;
  const [said, setSaid] = useState<ReadonlyMap<string, CodeSaid>>(new Map());
  const key = keyOf(part.tab)?.fields[0]?.id ?? '';
  const code = (of: ReadonlyMap<string, CodeSaid>) => coded(found.records, key, sold.figure, held, of);
  const strange = useMemo(() => code(new Map()).unknown, [found.records, held]);
  const all = useMemo(() => code(said), [found.records, held, said]);
  const say = (codes: readonly string[], what: CodeSaid | undefined): void => {
    const next = new Map(said);
    for (const one of codes) {
      if (what) next.set(foldedName(one), what);
      else next.delete(foldedName(one));
    }
    setSaid(next);
  };
  return (
    <>
      {strange.length > 0 && <Codes strange={strange} said={said} held={held} left={all.unknown} onSay={say} />}
      {all.unknown.length === 0 && <Asks {...props} codes={all} said={said} />}
    </>
  );
}

/** Codes chosen for one by one; the others can be left out at once. */
const mostCodes = 50;

/** What is asked with amounts. */
const inMoney: ReadonlySet<Ask['ask']> = new Set(['negative', 'falls', 'partly', 'closed'] as const);

/** Stores that are named of those that fall in a month. */
const mostFalling = 10;

interface CodesProps {
  readonly strange: Coded['unknown'];
  readonly left: Coded['unknown'];
  readonly said: ReadonlyMap<string, CodeSaid>;
  readonly held: Held;
  readonly onSay: (codes: readonly string[], said: CodeSaid | undefined) => void;
}

function Codes({ strange, left, said, held, onSay }: CodesProps) {
  const { state, terms, text: words } = useDesk();
  const id = useId();
  const text = salesWords[state.language];
  const outlets = useMemo(() => [...held.outlets.values()], [held]);
  return (
    <Panel tone={left.length === 0 ? 'plain' : 'warn'} title={left.length === 0 ? text.coded : text.codes(left.length)}>
      <p class="small">{text.codesHint}</p>
      {strange.slice(0, mostCodes).map(({ code, sum }, index) => {
        const now = said.get(foldedName(code));
        return (
          <div class="field" key={code}>
            <label for={`${id}-${index}`} class="long">
              {text.codeSum(code, words.withUnit(moneyText(sum, terms), words.money(terms.unit, terms.currency)))}
            </label>
            <select
              id={`${id}-${index}`}
              value={now === undefined ? '' : now.is === 'record' ? `=${now.key}` : now.is}
              onChange={(event) => onSay([code], saidBy(event.currentTarget.value))}
            >
              <option value="">{text.choose}</option>
              <option value="out">{text.out}</option>
              <option value="own">{text.own}</option>
              {outlets.map(({ key, name }) => (
                <option key={key} value={`=${key}`}>
                  {name === '' ? key : `${key} ${name}`}
                </option>
              ))}
            </select>
          </div>
        );
      })}
      {strange.length > mostCodes && <p class="quiet small">{words.intake.andMore(strange.length - mostCodes)}</p>}
      {left.length > 1 && (
        <Action
          onClick={() =>
            onSay(
              left.map(({ code }) => code),
              { is: 'out' },
            )
          }
        >
          {text.outAll}
        </Action>
      )}
    </Panel>
  );
}

function saidBy(value: string): CodeSaid | undefined {
  if (value === 'out' || value === 'own') return { is: value };
  return value.startsWith('=') ? { is: 'record', key: value.slice(1) } : undefined;
}

type Ways = Readonly<Partial<Record<Ask['ask'], { readonly way: Way; readonly of: string }>>>;

/** Then what is doubtful in them, how far they reach, and what they would do. */
function Asks(props: HeldProps & { readonly codes: Coded; readonly said: ReadonlyMap<string, CodeSaid> }) {
  const { part, sold, book, target, found, remembered, held, codes, said, onBegin } = props;
  const { state, terms, text: words } = useDesk();
  const id = useId();
  const text = salesWords[state.language];
  const [given, setGiven] = useState<Ways>({});
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const [reason, setReason] = useState('');
  const brought = useMemo((): Brought => broughtOf(codes, found), [codes, found]);
  const reached = throughOf(brought, held);
  const through = typed === undefined ? reached : (dayOfIso(typed) ?? reached);
  const basis = String(meantValue(state.opened, 'salesBasis') ?? '');
  const isKnown = basis === '' || under(remembered, keptForAll(sold.figure)) === basis;
  const asks = useMemo(
    () => asksOf(brought, held, { ways: wayOf(given), through }).filter(({ ask }) => ask !== 'basis' || !isKnown),
    [brought, held, given, through, isKnown],
  );
  const ways: Answered['ways'] = Object.fromEntries(
    asks.flatMap((ask) => {
      const answer = given[ask.ask];
      return answer && answer.of === of(ask) ? [[ask.ask, answer.way]] : [];
    }),
  );
  const answered: Answered = { ways, through };
  const isLate = isLateBy(asks, held.closed, answered);
  const asksWhy = asks.find((ask) => isLate && (ask.ask === 'closed' ? ways.closed === 'late' : ask.ask === 'partly'));
  const left = unanswered(asks, answered).length + (isLate && reason.trim() === '' ? 1 : 0);
  const isReady = left === 0;
  const preview = useMemo(() => {
    if (!isReady) return undefined;
    const key = keyOf(part.tab)?.fields[0]?.id ?? '';
    const records = settled(brought, held, asks, answered).map(({ key: name, months, ...at }) => ({
      ...at,
      values: { [key]: name, [sold.figure]: months },
    }));
    // Whether the unit is right is told by the targets; a month under way grows tenfold by itself.
    return { ...previewOf({ records, faults: found.faults }, target, book), jumps: [] };
  }, [isReady, brought, held, asks, JSON.stringify(ways), through, book, target, found]);
  const monthName = (month: number): string => words.monthNames[(terms.firstMonth - 1 + month) % 12] ?? '';
  const money = (value: number | null | undefined): string =>
    value === null || value === undefined ? '' : moneyText(value, terms);
  const unit = words.money(terms.unit, terms.currency);
  const least = leastDay(brought, held);
  const isLastYears = !sold.isLastYear && isOfLastYear(found, held);
  return (
    <>
      {asks.length > 0 && (
        <Panel tone={isReady ? 'plain' : 'warn'} title={isReady ? text.answered : text.asked(left)}>
          {asks.some(({ ask }) => inMoney.has(ask)) && <p class="small quiet">{words.moneyIn(unit)}</p>}
          {asks.map((ask) => (
            <fieldset class="asked" key={ask.ask}>
              <legend>{titleOf(ask)}</legend>
              {'lines' in ask && ask.ask !== 'back' && <Lines lines={ask.lines.map((line) => lineOf(ask, line))} />}
              <div class="answers">
                {ask.ask === 'unit' && (
                  <Action onClick={() => props.onUnit(ask.factor)}>
                    {unitName(ask.factor, state.language, terms.currency)}
                  </Action>
                )}
                {waysOf(ask).map((way) => (
                  <button
                    key={way}
                    type="button"
                    class="button"
                    aria-pressed={ways[ask.ask] === way}
                    onClick={() => setGiven({ ...given, [ask.ask]: { way, of: of(ask) } })}
                  >
                    <span>{ask.ask === 'unit' ? text.asTheyAre : text.ways[ask.ask]?.[way]}</span>
                  </button>
                ))}
              </div>
              {ask.ask === 'outside' && isLastYears && <ToLastYear hint={text.ofLastYear} />}
              {ask.ask === 'basis' && ways.basis === 'no' && <p class="wrong">{text.otherBasis}</p>}
              {ask === asksWhy && <Reason label={text.reason} text={reason} onType={setReason} />}
            </fieldset>
          ))}
        </Panel>
      )}
      {!sold.isLastYear && (
        <div class="field">
          <label for={`${id}-through`}>{text.through}</label>
          <input
            id={`${id}-through`}
            type="date"
            value={through === null ? '' : isoDate(through)}
            min={least === null ? undefined : isoDate(least)}
            max={isoDate(lastOf(held.yearStart, 11))}
            aria-describedby={`${id}-hint`}
            onChange={(event) => setTyped(limited(event.currentTarget.value, least, lastOf(held.yearStart, 11)))}
          />
          <p class="hint" id={`${id}-hint`}>
            {reached !== null && text.throughHint(dateText(isoDate(brought.last ?? reached), state.language))}
          </p>
        </div>
      )}
      {preview && (
        <Found
          part={part}
          book={book}
          target={props.target}
          found={found}
          preview={preview}
          told={told()}
          onBegin={(beginning) => begin(beginning)}
        />
      )}
    </>
  );

  function titleOf(ask: Ask): string {
    if (ask.ask === 'basis') return text.basis(basisName(basis, state.language));
    if (ask.ask === 'unit') return text.unit(percentText(ask.median));
    return text.titles[ask.ask](ask.lines.length);
  }

  function fallingIn(falling: readonly Line[]): string {
    const stores = falling.slice(0, mostFalling).map(({ name, from, to }) => text.fallen(name, money(from), money(to)));
    const more = falling.length - stores.length;
    return [...stores, ...(more > 0 ? [text.others(more)] : [])].join(words.separator);
  }

  function lineOf(ask: Ask, { name, month, from, to, falling }: Line): string {
    if (ask.ask === 'far') return text.ratio(name, percentText(to ?? 0));
    if (ask.ask === 'outside') return text.lines(to ?? 0);
    if (month === undefined) return name;
    if (ask.ask === 'gap') return monthName(month);
    if (ask.ask === 'ahead') return through === null ? '' : dateText(isoDate(through), state.language);
    if (falling) return text.falling(monthName(month), money(from), money(to), fallingIn(falling));
    return name === ''
      ? text.inMonth(monthName(month), money(from), money(to))
      : text.cell(name, monthName(month), ask.ask === 'negative' ? '' : money(from) || '–', money(to));
  }

  /** What is to be known of what would be done: how far data reach, whose codes were meant, months beside what is there. */
  function told(): readonly string[] {
    const lines: string[] = [];
    const day = (one: Day): string => dateText(isoDate(one), state.language);
    if (through !== null && !sold.isLastYear) {
      if (held.through === null) lines.push(text.starts(day(through)));
      else if (held.through !== through) lines.push(text.moves(day(held.through), day(through)));
      else lines.push(text.stays(day(through)));
      const month = monthOf(held.yearStart, through);
      if (through < lastOf(held.yearStart, month) && month >= 0 && month < 12)
        lines.push(text.partial(monthName(month), day(through)));
    }
    if (codes.aliases.length > 0)
      lines.push(text.meant(codes.aliases.map(([code, key]) => text.means(code, key)).join(words.separator)));
    if (codes.out.length > 0) lines.push(text.leftOut(codes.out.join(words.separator)));
    for (const { month, there, file } of byMonth(brought, held))
      lines.push(text.totals(monthName(month), words.withUnit(moneyText(there, terms), unit), moneyText(file, terms)));
    return lines;
  }

  function begin(beginning: Beginning): void {
    const { aliases } = sold;
    const chosen = [...said].flatMap(([name, { is }]) => {
      const code = [...codes.out, ...codes.aliases.map(([one]) => one)].find((one) => foldedName(one) === name);
      const key = codes.aliases.find(([one]) => foldedName(one) === name)?.[1];
      if (code === undefined || is === 'own') return [];
      return [
        is === 'out'
          ? { [aliases.code]: code, [aliases.leftOut]: true }
          : { [aliases.code]: code, [aliases.record]: key ?? '' },
      ];
    });
    const field = meant('dataThrough');
    const moved = through !== null && through !== held.through && field;
    onBegin(
      beginning,
      {
        ...(isLate && { reason: reason.trim() }),
        ...(moved && {
          after: {
            part: field.tab.id,
            changes: [
              {
                record: field.tab.id,
                field: field.field.id,
                from: held.through === null ? null : isoDate(held.through),
                to: isoDate(through),
              },
            ],
          },
        }),
      },
      { columns: basis === '' ? {} : { [keptForAll(sold.figure)]: basis }, aliases: chosen },
    );
  }
}

const of = (ask: Ask): string => JSON.stringify(ask);

const wayOf = (given: Ways): Answered['ways'] =>
  Object.fromEntries(Object.entries(given).map(([ask, { way }]) => [ask, way]));

const waysOf = (ask: Ask): readonly Way[] => (ask.ask === 'unit' ? ['take'] : ask.ways);

function broughtOf({ sales }: Coded, { days, notices }: Import): Brought {
  const day = (iso: string | undefined): Day | null => (iso === undefined ? null : (dayOfIso(iso) ?? null));
  const outside = notices.reduce((sum, notice) => sum + (notice.code === 'outsideYear' ? notice.rows : 0), 0);
  return { sales, first: day(days?.first), last: day(days?.last), outside };
}

/** Whether all lines outside the plan year are of the year before it. */
function isOfLastYear({ notices }: Import, { yearStart }: Held): boolean {
  const [first, last] = [isoDate(monthsLater(yearStart, -12)), isoDate(yearStart)];
  const outside = notices.filter((notice) => notice.code === 'outsideYear');
  return outside.length > 0 && outside.every((notice) => notice.first >= first && notice.last < last);
}

/** The first day that data may be said to reach: the file's last one, or the first of its last month. */
function leastDay({ sales, last }: Brought, { yearStart }: Held): Day | null {
  const month = lastMonthIn(sales);
  return last ?? (month < 0 ? null : lastOf(yearStart, month - 1) + 1);
}

/** A day that was typed, no earlier and no later than may be; undefined for none. */
function limited(typed: string, least: Day | null, most: Day): string | undefined {
  const day = dayOfIso(typed);
  return day === undefined ? undefined : isoDate(Math.min(most, Math.max(least ?? day, day)));
}

/** Months that have figures already: what is there of the records in the file, and what the file has of them. */
function byMonth({ sales }: Brought, { there }: Held) {
  return Array.from({ length: 12 }, (_, month) => month).flatMap((month) => {
    let [before, file, count] = [0, 0, 0];
    for (const { key, months } of sales) {
      const [was, is] = [there.get(foldedName(key))?.[month] ?? null, months[month] ?? null];
      if (is === null) continue;
      if (was !== null) count += 1;
      before += was ?? 0;
      file += is;
    }
    return count === 0 ? [] : [{ month, there: Number(before.toFixed(6)), file: Number(file.toFixed(6)) }];
  });
}

function basisName(basis: string, language: 'zh' | 'en'): string {
  const list = lists.find(({ id }) => id === meant('salesBasis')?.field.list);
  return list?.choices.find(({ id }) => id === basis)?.label[language] ?? basis;
}
