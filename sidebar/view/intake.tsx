import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import { type Book, hasRead } from '../book';
import type { Target } from '../import/columns';
import { textOf as textOfBytes } from '../import/rows';
import { faultText } from '../import/words';
import {
  type Header,
  headerIn,
  importable,
  inFileWords,
  isRemembered,
  type Matching,
  matchingOf,
  type Remembered,
  remembering,
  withMatching,
} from '../intake/header';
import { arrivals, type Preview, previewOf, proposalOf } from '../intake/preview';
import { progressOf, type Run } from '../intake/run';
import { cellLabels, cellOf, fieldLabel, lists, type Part, partOf, textOf } from '../planParts';
import { moneyText } from '../value/shown';
import { units } from '../value/terms';
import { useDesk } from './context';
import { Icon } from './icons';
import { Action, Head, Panel, Progress } from './pieces';
import { Proposed } from './proposed';

/** Lines shown of each kind: a file of thousands of rows stays readable. */
const mostLines = 20;

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
  readonly text: string;
  readonly header: Header;
  readonly remembered: Remembered;
}

function Intake({ part, book }: { readonly part: Part; readonly book: Book }) {
  const { store, state, terms, text } = useDesk();
  const [loaded, setLoaded] = useState<Loaded | undefined>(undefined);
  const [matching, setMatching] = useState<Matching>([]);
  const [unit, setUnit] = useState(1);
  const target = useMemo((): Target => {
    const { tab, section } = part;
    return { tab, text: section.text, lists, firstMonth: terms.firstMonth };
  }, [part, terms.firstMonth]);
  const preview = useMemo(
    () => loaded && previewOf(withMatching(loaded.text, loaded.header, matching), target, book, unit),
    [loaded, matching, target, book, unit],
  );

  async function take(source: string): Promise<boolean> {
    const remembered = await recalled();
    const header = headerIn(source, target, remembered);
    if (!header) return false;
    setMatching(matchingOf(header, target, remembered));
    setLoaded({ text: source, header, remembered });
    return true;
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

  function begin(found: Preview, accepted: boolean): void {
    if (!loaded) return;
    const columns = remembering(loaded.header, matching);
    store.hub.server.rememberColumns({ part: part.tab.id, columns }).catch(() => undefined);
    store.imports.importRows(part.tab.id, arrivals(found, accepted));
  }

  if (!loaded || !preview) return <Source onTake={take} />;
  return (
    <>
      <Columns
        part={part}
        target={target}
        header={loaded.header}
        matching={matching}
        remembered={isRemembered(loaded.header, matching, target) && matching === matchingOfFirst(loaded)}
        onMatch={setMatching}
      />
      <Unit part={part} matching={matching} unit={unit} onUnit={setUnit} />
      <Found
        part={part}
        book={book}
        preview={{ ...preview, faults: inFileWords(preview.faults, loaded.header, matching) }}
        onBegin={(accepted) => begin(preview, accepted)}
      />
      <Action onClick={() => setLoaded(undefined)}>{text.intake.again}</Action>
      {state.run && (
        <p class="small quiet">{text.intake.waiting(progressOf(state.run).done, progressOf(state.run).of)}</p>
      )}
    </>
  );

  /** The matching as it came up, if nobody has changed it since. */
  function matchingOfFirst({ header, remembered }: Loaded): Matching {
    const first = matchingOf(header, target, remembered);
    return first.every((key, index) => key === matching[index]) ? matching : first;
  }
}

/** A file, dropped or chosen, or pasted text. */
function Source({ onTake }: { readonly onTake: (text: string) => Promise<boolean> }) {
  const { state, text } = useDesk();
  const id = useId();
  const [pasted, setPasted] = useState('');
  const [wrong, setWrong] = useState<string | undefined>(undefined);
  const [reading, setReading] = useState(false);

  async function read(source: string): Promise<void> {
    setReading(true);
    setWrong(undefined);
    const taken = await onTake(source);
    setReading(false);
    if (!taken) setWrong(faultText({ code: 'empty' }, state.language));
  }

  async function open(file: File | undefined): Promise<void> {
    if (!file) return;
    const result = textOfBytes(new Uint8Array(await file.arrayBuffer()));
    if ('fault' in result) setWrong(faultText(result.fault, state.language));
    else await read(result.text);
  }

  /** Rows that are pasted are read at once: a text area takes a minute to lay out thousands of them. */
  function paste(event: ClipboardEvent): void {
    const rows = event.clipboardData?.getData('text/plain') ?? '';
    if (pasted.trim() !== '' || !rows.trim().includes('\n')) return;
    event.preventDefault();
    void read(rows);
  }

  return (
    <>
      <div class="field">
        <label for={`${id}-file`} class="button main file">
          <Icon name="upload" size={16} />
          <span>{text.intake.choose}</span>
        </label>
        <input
          id={`${id}-file`}
          type="file"
          class="hidden"
          accept=".csv,.tsv,.txt,text/csv,text/plain"
          onChange={(event) => void open(event.currentTarget.files?.[0])}
        />
      </div>
      <p class="small quiet">{text.intake.orPaste}</p>
      <div class="field">
        <label for={`${id}-text`}>{text.intake.paste}</label>
        <div class="input">
          <textarea
            id={`${id}-text`}
            rows={7}
            spellcheck={false}
            wrap="off"
            class="rowsText"
            aria-describedby={`${id}-hint`}
            value={pasted}
            onInput={(event) => setPasted(event.currentTarget.value)}
            onPaste={paste}
          />
        </div>
        <p class="hint" id={`${id}-hint`}>
          {text.intake.pasteHint}
        </p>
      </div>
      <Action disabled={pasted.trim() === '' || reading} onClick={() => void read(pasted)}>
        {text.intake.read}
      </Action>
      <div role="alert">{wrong !== undefined && <p class="wrong">{wrong}</p>}</div>
    </>
  );
}

/** A, B … Z, AA. */
const letters = (index: number): string =>
  (index < 26 ? '' : letters(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26));

interface ColumnsProps {
  readonly part: Part;
  readonly target: Target;
  readonly header: Header;
  readonly matching: Matching;
  readonly remembered: boolean;
  readonly onMatch: (matching: Matching) => void;
}

/** Which column fills what: one select a column, folded once every column has found its place. */
function Columns({ part, target, header, matching, remembered, onMatch }: ColumnsProps) {
  const { text } = useDesk();
  const id = useId();
  const left = matching.filter((key) => key === '').length;
  return (
    <details class="cells" open={left > 0}>
      <summary>
        <span>{text.intake.columns}</span>
        <span class="small quiet">{text.intake.matched(matching.length - left, matching.length)}</span>
      </summary>
      <p class="hint">{remembered ? text.intake.remembered : text.intake.columnsHint}</p>
      {header.cells.map((cell, index) => {
        const own = matching[index] ?? '';
        const others = new Set(matching.filter((key) => key !== '' && key !== own));
        return (
          <div class="field" key={`${index}-${cell}`}>
            <label for={`${id}-${index}`}>
              {cell.trim() === '' ? text.intake.noHeader(letters(index)) : cell}
              {header.samples[index] !== '' && <span class="small quiet clip"> {header.samples[index]}</span>}
            </label>
            <select
              id={`${id}-${index}`}
              value={own}
              onChange={(event) => {
                const key = event.currentTarget.value;
                onMatch(matching.map((old, at) => (at === index ? key : old)));
              }}
            >
              <option value="">{text.intake.leaveOut}</option>
              {importable(target)
                .filter((key) => !others.has(key))
                .map((key) => (
                  <option key={key} value={key}>
                    <CellName part={part} cell={key} />
                  </option>
                ))}
            </select>
          </div>
        );
      })}
    </details>
  );
}

/** A cell's name: its field's, with its month or number where it is one of many. */
function CellName({ part, cell }: { readonly part: Part; readonly cell: string }) {
  const { state, terms, text } = useDesk();
  const found = cellOf(part.tab, cell);
  if (!found) return <>{cell}</>;
  const label = fieldLabel(part, found.field, state.language);
  if (found.field.cells === undefined) return <>{label}</>;
  const own = cellLabels(part, found.field, state.language, terms.firstMonth)[found.index] ?? '';
  return <>{text.intake.cellOf(label, own)}</>;
}

interface UnitProps {
  readonly part: Part;
  readonly matching: Matching;
  readonly unit: number;
  readonly onUnit: (unit: number) => void;
}

/** What the file's money counts in, if it holds money. */
function Unit({ part, matching, unit, onUnit }: UnitProps) {
  const { text } = useDesk();
  const id = useId();
  const money = matching.some((key) => key !== '' && cellOf(part.tab, key)?.field.kind === 'money');
  if (!money) return null;
  return (
    <div class="field">
      <label for={id}>{text.intake.unit}</label>
      <select id={id} value={String(unit)} onChange={(event) => onUnit(Number(event.currentTarget.value))}>
        {(['one', 'thousand', 'tenThousand'] as const).map((name) => (
          <option key={name} value={String(units.get(name) ?? 1)}>
            {text.intake.unitNames[name]}
          </option>
        ))}
      </select>
    </div>
  );
}

interface FoundProps {
  readonly part: Part;
  readonly book: Book;
  readonly preview: Preview;
  readonly onBegin: (accepted: boolean) => void;
}

/** What the import would do, before it does it. */
function Found({ part, book, preview, onBegin }: FoundProps) {
  const { state, terms, text } = useDesk();
  const { intake } = text;
  const tickId = useId();
  const [accepted, setAccepted] = useState(false);
  const { same, kept, faults, lacking, jumps } = preview;
  const arriving = useMemo(() => arrivals(preview, accepted), [preview.added, preview.changed, accepted]);
  const proposal = useMemo(() => proposalOf(part.tab, arriving, book), [arriving, book]);
  const keys = useMemo(
    () => new Map(arriving.flatMap(({ key, changes }) => changes.map(({ record }) => [record, key]))),
    [arriving],
  );
  const count = arriving.length;
  const label = (fieldId: string): string => {
    const field = cellOf(part.tab, fieldId)?.field;
    return field ? fieldLabel(part, field, state.language) : fieldId;
  };
  return (
    <section class="stack" aria-label={intake.preview}>
      <h2>{intake.preview}</h2>
      {same > 0 && <p class="quiet">{intake.same(same)}</p>}
      {kept > 0 && <p class="quiet">{intake.kept(kept)}</p>}
      {lacking.rows > 0 && (
        <Panel tone="bad">
          <p>{intake.lacking(lacking.rows, lacking.fields.map(({ id }) => label(id)).join(text.separator))}</p>
        </Panel>
      )}
      {faults.length > 0 && (
        <Panel tone="bad" title={intake.rejected(faults.length)}>
          <Lines lines={faults.map((fault) => faultText(fault, state.language))} />
        </Panel>
      )}
      {jumps.length > 0 && (
        <Panel tone="warn" title={intake.jumps(jumps.length)}>
          <p class="small">{intake.jumpHint}</p>
          <Lines
            lines={jumps.map(({ record, field, from, to }) =>
              intake.jump(record, label(field), moneyText(from, terms), moneyText(to, terms)),
            )}
          />
          <div class="field tick">
            <input
              id={tickId}
              type="checkbox"
              checked={accepted}
              onChange={(event) => setAccepted(event.currentTarget.checked)}
            />
            <label for={tickId}>{intake.accept}</label>
          </div>
        </Panel>
      )}
      {count === 0 ? (
        <p class="quiet">{intake.none}</p>
      ) : (
        <Proposed
          proposal={proposal}
          nameOf={(record) => keys.get(record) ?? record}
          go={intake.go(count)}
          onGo={() => onBegin(accepted)}
        />
      )}
    </section>
  );
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  const { text } = useDesk();
  return (
    <ul class="lines small">
      {lines.slice(0, mostLines).map((line, index) => (
        <li key={`${index}-${line}`}>{line}</li>
      ))}
      {lines.length > mostLines && <li class="quiet">{text.intake.andMore(lines.length - mostLines)}</li>}
    </ul>
  );
}

/** An import under way, or how it ended. */
function Running({ run }: { readonly run: Run }) {
  const { store, state, text } = useDesk();
  const { intake } = text;
  const { done, added, of } = progressOf(run);
  const heading = useRef<HTMLParagraphElement>(null);
  useEffect(() => heading.current?.focus(), [run.state === 'done']);
  const words: Readonly<Record<Run['state'], string>> = {
    running: intake.running,
    stopping: intake.stopping,
    stopped: intake.stopped,
    offline: text.trouble.offline,
    barred: text.trouble.barred,
    failed: text.trouble.failed,
    busy: text.trouble.busy,
    refused: intake.refused,
    done: intake.done(added, done - added),
  };
  const canResume =
    run.state !== 'running' && run.state !== 'stopping' && run.state !== 'refused' && run.state !== 'done';
  return (
    <>
      <Progress done={done} of={of} label={intake.progress(done, of)} />
      <p ref={heading} tabIndex={-1} role="status" class={run.state === 'done' ? 'all-done' : ''}>
        {run.state === 'done' && <Icon name="check" />} {words[run.state]}
      </p>
      {run.state === 'refused' && (
        <Panel tone="bad">
          <Lines lines={run.refused.map(({ record, message }) => intake.refusal(record ?? '', message))} />
          <Action onClick={store.imports.leaveRefused}>{intake.leaveRefused}</Action>
        </Panel>
      )}
      <div class="stack">
        {run.state === 'running' && <Action onClick={store.imports.stopImport}>{intake.stop}</Action>}
        {canResume && (
          <Action main onClick={store.imports.resumeImport}>
            {intake.resume}
          </Action>
        )}
        {run.state === 'done' && (
          <Action main onClick={() => finish({ kind: 'part', part: run.part })}>
            {intake.toPart}
          </Action>
        )}
        {run.state === 'done' && <Action onClick={() => finish({ kind: 'overview' })}>{text.common.overview}</Action>}
        {(run.state === 'done' || canResume || run.state === 'refused') && (
          <Action onClick={() => store.imports.endImport()}>{intake.again}</Action>
        )}
      </div>
      {state.busy && <p class="quiet">{text.common.loading}</p>}
    </>
  );

  function finish(view: Parameters<typeof store.moving.go>[0]): void {
    store.imports.endImport();
    store.moving.go(view);
  }
}
