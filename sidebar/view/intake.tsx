import { useMemo, useRef, useState } from 'preact/hooks';
import { type Book, hasRead } from '../book';
import type { ImportFault } from '../import/fault';
import type { Import, Opened } from '../import/import';
import type { Answers } from '../import/matching';
import type { Remembered } from '../import/memory';
import { targetOf } from '../import/target';
import { faultText } from '../import/words';
import { type Choice, type Given, type Read, readGiven } from '../intake/given';
import { inTurns } from '../intake/inTurns';
import { arrivals, type Preview, previewOf } from '../intake/preview';
import { workbookReader } from '../intake/reader';
import { isRemembered, remembering } from '../intake/remembering';
import { progressOf } from '../intake/run';
import { type Part, partOf, textOf } from '../planParts';
import { useDesk } from './context';
import { Asked, ForAll } from './intake/asked';
import { Columns, SourceChoice } from './intake/columns';
import { Found } from './intake/found';
import { Running } from './intake/running';
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
  const target = useMemo(
    () => targetOf(part.tab, part.section, terms.firstMonth, terms.planYear),
    [part, terms.firstMonth, terms.planYear],
  );
  const preview = useMemo(() => found && previewOf(found, target, book), [found, target, book]);

  async function take(given: readonly Given[], choice: Choice = {}): Promise<ImportFault | undefined> {
    const remembered = loaded?.remembered ?? (await recalled());
    const read = await readGiven(given, choice, target, remembered, () => workbookReader(store.hub.server));
    if ('fault' in read) return read.fault;
    const { table, grid } = read.file;
    if (table.body.length === 0 && table.headerRow === undefined) return grid.faults[0] ?? { code: 'empty' };
    await readAs(read.file, read.file.first);
    if (wanted.current === read.file.first) setLoaded({ given, read, remembered });
    return undefined;
  }

  /** Reads the file as the answers say, column by column: a large one does not keep the page from answering. */
  async function readAs(file: Opened, next: Answers): Promise<void> {
    wanted.current = next;
    const isDone = await inTurns(file.columns(next), (told) => {
      setShare(told);
      return wanted.current === next;
    });
    // What was answered meanwhile is read instead.
    if (!isDone || wanted.current !== next) return;
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

  function begin(shown: Preview, accepted: boolean): void {
    if (!loaded || !answers) return;
    const columns = remembering(loaded.read.file, answers);
    store.hub.server.rememberColumns({ part: part.tab.id, columns }).catch(() => undefined);
    store.imports.importRows(part.tab.id, arrivals(shown, accepted));
  }

  async function choose(choice: Choice): Promise<void> {
    if (loaded) setWrong(await take(loaded.given, choice));
  }

  const progress = share !== undefined && (
    <Progress done={Math.round(share * 100)} of={100} label={text.intake.reading} />
  );
  if (!loaded || !answers || !found || !preview) {
    return (
      <>
        <Source onTake={take} />
        {progress}
      </>
    );
  }
  const answer = (next: Answers): void => void readAs(loaded.read.file, next);
  return (
    <>
      <SourceChoice read={loaded.read} onChoose={(choice) => void choose(choice)} />
      {progress}
      <div role="alert">{wrong && <p class="wrong">{faultText(wrong, state.language)}</p>}</div>
      <Asked part={part} target={target} found={found} answers={answers} onAnswer={answer} />
      <ForAll part={part} faults={found.faults} answers={answers} onAnswer={answer} />
      <Columns
        part={part}
        target={target}
        found={found}
        answers={answers}
        remembered={isRemembered(answers)}
        onAnswer={answer}
      />
      {found.questions.length === 0 && (
        <Found
          part={part}
          book={book}
          target={target}
          found={found}
          preview={preview}
          onBegin={(accepted) => begin(preview, accepted)}
        />
      )}
      <Action
        onClick={() => {
          wanted.current = undefined;
          setShare(undefined);
          setLoaded(undefined);
          setWrong(undefined);
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
