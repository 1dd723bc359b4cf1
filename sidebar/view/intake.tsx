import { useMemo, useRef, useState } from 'preact/hooks';
import { type Book, hasRead } from '../book';
import { slipName } from '../form/slip';
import type { ImportFault } from '../import/fault';
import { mostRows, type Opened } from '../import/import';
import type { Answers } from '../import/matching';
import type { Remembered } from '../import/memory';
import type { Import } from '../import/taken';
import { knowing, placeOf, targetOf } from '../import/target';
import { faultText } from '../import/words';
import { endedKeys } from '../intake/ended';
import { type Choice, type Given, type Read, readGiven } from '../intake/given';
import { inTurns } from '../intake/inTurns';
import { arrivals, previewOf } from '../intake/preview';
import { workbookReader } from '../intake/reader';
import { isRemembered, remembering } from '../intake/remembering';
import { type Besides, progressOf } from '../intake/run';
import { type Part, partOf, textOf } from '../planParts';
import { useDesk } from './context';
import { Asked, ForAll } from './intake/asked';
import { Columns, SourceChoice } from './intake/columns';
import { type Beginning, Found } from './intake/found';
import { keysKnown, sharesKnown, usePeople } from './intake/held';
import { isLastYearsAlone, LastYears } from './intake/lastYear';
import { Running } from './intake/running';
import { type Kept, Sales } from './intake/sales';
import { Source } from './intake/source';
import { Action, Head, Progress } from './pieces';

/** Rows of a file into a part: choose or paste, match the columns, look at what it would do, write it block by block. */
export function IntakeView({ id }: { readonly id: string }) {
  const { state, text } = useDesk();
  const part = partOf(id);
  const book = state.books[id];
  if (!part) return null;
  return (
    <main>
      <Head title={text.intake.title(textOf(part, state.language).title)} back={{ kind: 'part', part: id }} />
      {state.run && state.run.part === id ? (
        <Running run={state.run} />
      ) : book && hasRead(book, 'all') ? (
        <Intake part={part} book={book} />
      ) : (
        <p class="quiet">{text.common.loading}</p>
      )}
    </main>
  );
}

/** What a row of the file is, as a part of the plan: the table's own, or a line that is added up to it. */
const rowPart = (part: Part, { shape, target }: Opened): Part =>
  shape === 'records' ? part : { tab: target.tab, section: { ...part.section, text: target.text } };

/** What was pasted is too long to be kept until it is written, or for more than this browser. */
function Unkept({ part }: { readonly part: Part }) {
  const { state, text } = useDesk();
  const name = slipName(part.tab.id, '#import');
  const where = state.slips[name] && state.unkept[name];
  return where ? <p class="hint">{text.kept.tooLong[where]}</p> : null;
}

/** The answers with all money of the file in a unit. */
function inUnit({ target }: Opened, answers: Answers, factor: number): Answers {
  const readings = { ...answers.readings };
  for (const [index, { key }] of answers.matching.entries()) {
    const field = key === '' ? undefined : placeOf(target, key)?.field;
    if (field?.kind !== 'money') continue;
    readings[index] = { ...readings[index], factor: (readings[index]?.factor ?? 1) * factor };
  }
  return { ...answers, readings };
}

interface Loaded {
  readonly given: readonly Given[];
  readonly read: Read;
  readonly remembered: Remembered;
}

function Intake({ part, book }: { readonly part: Part; readonly book: Book }) {
  const { store, state, terms, text } = useDesk();
  const [loaded, setLoaded] = useState<Loaded | undefined>(undefined);
  const [answers, setAnswers] = useState<Answers | undefined>(undefined);
  const [found, setFound] = useState<Import | undefined>(undefined);
  const [wrong, setWrong] = useState<ImportFault | undefined>(undefined);
  const [share, setShare] = useState<number | undefined>(undefined);
  const wanted = useRef<Answers | undefined>(undefined);
  const stop = useRef<(() => void) | undefined>(undefined);
  const [goOn, setGoOn] = useState<(() => void) | undefined>(undefined);
  const year = terms.planYear === undefined || !part.tab.sold?.isLastYear ? terms.planYear : terms.planYear - 1;
  const target = useMemo(
    () => targetOf(part.tab, part.section, terms.firstMonth, year, terms.currency),
    [part, terms.firstMonth, year, terms.currency],
  );
  const people = usePeople(part);
  const preview = useMemo(() => found && previewOf(found, target, book), [found, target, book]);

  async function take(given: readonly Given[], choice: Choice = {}): Promise<ImportFault | undefined> {
    const remembered = loaded?.remembered ?? (await recalled());
    const shares = await sharesKnown(store, part);
    const keys = await keysKnown(store, part, book);
    const known = { ...knowing(target, keys, endedKeys(target, book)), ...(shares && { shares }) };
    const read = await readGiven(
      given,
      choice,
      known,
      remembered,
      () => workbookReader(store.hub.server),
      (told) => {
        setShare(told / 4);
        return true;
      },
    );
    setShare(undefined);
    if ('fault' in read) return read.fault;
    const { table, grid } = read.file;
    if (table.body.length === 0 && table.headerRow === undefined) return grid.faults[0] ?? { code: 'empty' };
    setFound(undefined);
    setLoaded({ given, read, remembered });
    await readAs(read.file, read.file.first);
    return undefined;
  }

  /** Reads the file as the answers say, column by column: a large one does not keep the page from answering. */
  async function readAs(file: Opened, next: Answers): Promise<void> {
    wanted.current = next;
    await readOn(file, next, file.columns(next));
  }

  /** Reads on from where it is, until it is done, stopped, or answered otherwise meanwhile. */
  async function readOn(file: Opened, next: Answers, steps: ReturnType<Opened['columns']>): Promise<void> {
    let isStopped = false;
    stop.current = () => {
      isStopped = true;
    };
    setGoOn(undefined);
    const isDone = await inTurns(steps, (told) => {
      setShare(0.25 + 0.75 * told);
      return wanted.current === next && !isStopped;
    });
    // What was answered meanwhile is read instead.
    if (wanted.current !== next) return;
    stop.current = undefined;
    if (!isDone) {
      setGoOn(() => () => void readOn(file, next, steps));
      return;
    }
    setAnswers(next);
    setFound(file.read(next));
    setShare(undefined);
  }

  /** How columns were matched before; without an answer they are matched by their headers alone. */
  async function recalled(): Promise<Remembered> {
    try {
      const answer = await store.hub.server.recallColumns({ part: part.tab.id });
      return answer.status === 'done' ? answer.columns : {};
    } catch {
      return {};
    }
  }

  async function begin(
    { preview: shown, accepted, newPeople }: Beginning,
    besides: Besides = {},
    kept?: Kept,
  ): Promise<void> {
    if (!loaded || !answers) return;
    const columns = { ...remembering(loaded.read.file, answers), ...kept?.columns };
    store.hub.server.rememberColumns({ part: part.tab.id, columns }).catch(() => undefined);
    const aliases = part.tab.sold?.aliases.tab;
    if (kept && aliases !== undefined) await store.imports.keepAliases(part.section.id, aliases, kept.aliases);
    store.imports.importRows(part.tab.id, arrivals(shown, accepted), { ...besides, ...(newPeople && { newPeople }) });
  }

  async function choose(choice: Choice): Promise<void> {
    if (loaded) setWrong(await take(loaded.given, choice));
  }

  const progress = share !== undefined && (
    <div class="stack">
      <Progress
        done={Math.round(share * 100)}
        of={100}
        label={goOn ? text.intake.readingStopped : text.intake.reading}
      />
      {goOn ? (
        <Action main onClick={goOn}>
          {text.intake.resume}
        </Action>
      ) : (
        stop.current && <Action onClick={() => stop.current?.()}>{text.intake.stop}</Action>
      )}
    </div>
  );
  if (!loaded || !answers || !found || !preview) {
    return (
      <>
        <Source part={part.tab.id} most={mostRows(target)} onTake={take} />
        <Unkept part={part} />
        {progress}
      </>
    );
  }
  const { file } = loaded.read;
  const answer = (next: Answers): void => void readAs(file, next);
  const row = rowPart(part, file);
  return (
    <>
      <SourceChoice
        read={loaded.read}
        isLong={part.tab.sold !== undefined}
        onChoose={(choice) => void choose(choice)}
      />
      <Unkept part={part} />
      {progress}
      <div role="alert">{wrong && <p class="wrong">{faultText(wrong, state.language)}</p>}</div>
      <Asked part={row} target={file.target} found={found} answers={answers} onAnswer={answer} />
      <ForAll part={row} faults={found.faults} answers={answers} onAnswer={answer} />
      <Columns
        part={row}
        target={file.target}
        found={found}
        answers={answers}
        remembered={isRemembered(answers)}
        onAnswer={answer}
      />
      {part.tab.sold && !part.tab.sold.isLastYear && <LastYears found={found} />}
      {found.questions.length === 0 && part.tab.sold && !isLastYearsAlone(found, part.tab.sold) && (
        <Sales
          key={loaded.given.length}
          part={part}
          sold={part.tab.sold}
          book={book}
          target={target}
          found={found}
          remembered={loaded.remembered}
          onUnit={(factor) => answer(inUnit(file, answers, factor))}
          onBegin={(beginning, besides, kept) => void begin(beginning, besides, kept)}
        />
      )}
      {found.questions.length === 0 && !part.tab.sold && (
        <Found
          part={part}
          book={book}
          target={target}
          found={found}
          preview={preview}
          people={people}
          onBegin={(beginning) => void begin(beginning)}
        />
      )}
      <Action
        onClick={() => {
          wanted.current = undefined;
          setShare(undefined);
          setGoOn(undefined);
          setLoaded(undefined);
          setWrong(undefined);
          store.slips.clear(part.tab.id, '#import');
        }}
      >
        {text.intake.again}
      </Action>
      {state.run && (
        <p class="small quiet">{text.intake.waiting(progressOf(state.run).done, progressOf(state.run).of)}</p>
      )}
    </>
  );
}
