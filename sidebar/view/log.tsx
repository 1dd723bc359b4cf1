import { useEffect, useId, useState } from 'preact/hooks';
import type { LogLine } from '../../src/app/endpoints/log';
import { dayAndTime, partName, recordName, toldChanges, toldFormulas } from '../log/told';
import { partOf, parts, textOf } from '../planParts';
import { noAnswerKind, type View } from '../store/state';
import type { Terms } from '../value/terms';
import { useDesk } from './context';
import { Action, Head, Panel, Question } from './pieces';
import { Reason } from './reason';

/** What of the log is looked at; '' for all of it. */
interface Wanted {
  readonly part: string;
  readonly who: string;
  readonly since: string;
  readonly until: string;
}

/** What was read so far, the newest first. */
interface Lines {
  readonly lines: readonly LogLine[];
  readonly more: boolean;
  readonly people: readonly string[];
}

/** What is to be taken back: a line, or one field of it, or all that its request has changed. */
interface TakingBack {
  readonly line: LogLine;
  readonly field: string | undefined;
  readonly together: boolean;
}

/** Lines shown of one change before the rest is folded. */
const fewest = 4;

/** What was changed, by whom and when; one's own changes are taken back from here, and old entries purged. */
export function LogView({ view }: { readonly view: Extract<View, { kind: 'log' }> }) {
  const { store, state, terms, text } = useDesk();
  const [wanted, setWanted] = useState<Wanted>({ part: view.part ?? '', who: '', since: '', until: '' });
  const [record, setRecord] = useState(view.record);
  const [read, setRead] = useState<Lines | undefined>();
  const [purging, setPurging] = useState(false);
  const [asking, setAsking] = useState<TakingBack | undefined>();
  const language = state.opened?.workbook ?? state.language;

  async function load(skip: number): Promise<void> {
    const { part, who, since, until } = wanted;
    try {
      const answer = await store.hub.server.readLog({
        ...(part === '' ? {} : { part }),
        ...(record === undefined ? {} : { record }),
        ...(who === '' ? {} : { who }),
        ...(since === '' ? {} : { since }),
        ...(until === '' ? {} : { until }),
        skip,
      });
      if (answer.status !== 'done') {
        store.hub.set({ trouble: { kind: 'said', message: answer.message } });
        return;
      }
      const { lines, more, people } = answer;
      setRead((before) => ({ lines: skip === 0 || !before ? lines : [...before.lines, ...lines], more, people }));
    } catch (error) {
      store.hub.set({ trouble: { kind: noAnswerKind(error) } });
    }
  }

  useEffect(() => {
    setRead(undefined);
    void load(0);
  }, [wanted, record]);

  /** Takes back what a line tells, or all that its request has changed; asks why where the answer asks. */
  async function undo(back: TakingBack, why?: string): Promise<void> {
    const { line, field } = back;
    const asked = { request: store.hub.newId(), logged: line.request, ...(why === undefined ? {} : { reason: why }) };
    const one = { part: line.part, record: line.record, ...(field === undefined ? {} : { fields: [field] }) };
    const { server } = store.hub;
    const answer = await store.acts.act(() =>
      back.together ? server.undoRequest(asked) : server.undoLogged({ ...asked, ...one }),
    );
    if (answer?.status === 'invalid' && answer.faults.some(({ lacks }) => lacks === 'reason')) {
      store.hub.set({ trouble: undefined });
      setAsking(back);
      return;
    }
    if (answer?.status !== 'done') return;
    store.hub.set({ notice: { text: answer.message ?? text.log.undone, undo: undefined } });
    void store.reading.follow(line.part);
    await load(0);
  }

  const back: View =
    view.part !== undefined && view.record !== undefined
      ? { kind: 'record', part: view.part, record: view.record }
      : { kind: 'overview' };
  let [day, request] = ['', ''];
  return (
    <main>
      <Head title={text.log.title} back={back} />
      {record === undefined ? (
        <Filters wanted={wanted} authors={read?.people ?? []} onChange={setWanted} />
      ) : (
        <p class="line">
          <span>{text.log.oneRecord}</span>
          <button type="button" class="text-button" onClick={() => setRecord(undefined)}>
            {text.log.all}
          </button>
        </p>
      )}
      {!read && <p class="quiet">{text.common.loading}</p>}
      {read && read.lines.length > 0 && (
        <p class="small quiet">{text.moneyIn(text.money(terms.unit, terms.currency))}</p>
      )}
      {read?.lines.length === 0 && <p class="quiet">{text.log.none}</p>}
      <ol class="log">
        {foldedLines(read?.lines ?? []).map(({ line, count }) => {
          const { day: own } = dayAndTime(line.at, state.language);
          const isNew = own !== day;
          day = own;
          const isFirst = line.request !== request;
          request = line.request;
          return (
            <li key={`${line.request} ${line.at} ${line.record}`}>
              {isNew && <h2 class="log-day">{own}</h2>}
              <Line
                line={line}
                count={count}
                terms={{ ...terms, language }}
                onUndo={(field) => void undo({ line, field, together: false })}
                onUndoTogether={
                  isFirst && line.together > 1 ? () => void undo({ line, field: undefined, together: true }) : undefined
                }
              />
            </li>
          );
        })}
      </ol>
      {read?.more && <Action onClick={() => void load(read.lines.length)}>{text.log.older}</Action>}
      {read && (
        <p class="small">
          <button type="button" class="text-button" onClick={() => setPurging(true)}>
            {text.log.purge}
          </button>
        </p>
      )}
      {asking && (
        <Why
          onClose={() => setAsking(undefined)}
          onGiven={(why) => {
            setAsking(undefined);
            void undo(asking, why);
          }}
        />
      )}
      {purging && <Purge onClose={() => setPurging(false)} onDone={() => void load(0)} />}
    </main>
  );
}

function Filters({
  wanted,
  authors,
  onChange,
}: {
  readonly wanted: Wanted;
  readonly authors: readonly string[];
  readonly onChange: (wanted: Wanted) => void;
}) {
  const { state, text } = useDesk();
  const id = useId();
  const language = state.opened?.workbook ?? state.language;
  const present = new Set(state.opened?.present ?? []);
  return (
    <search class="log-filters">
      <div class="field">
        <label for={`${id}-part`}>{text.log.part}</label>
        <select
          id={`${id}-part`}
          value={wanted.part}
          onChange={(event) => onChange({ ...wanted, part: event.currentTarget.value })}
        >
          <option value="">{text.log.anyPart}</option>
          {parts
            .filter(({ tab }) => present.has(tab.id))
            .map((part) => (
              <option key={part.tab.id} value={part.tab.id}>
                {textOf(part, language).title}
              </option>
            ))}
        </select>
      </div>
      <div class="field">
        <label for={`${id}-who`}>{text.log.who}</label>
        <select
          id={`${id}-who`}
          value={wanted.who}
          onChange={(event) => onChange({ ...wanted, who: event.currentTarget.value })}
        >
          <option value="">{text.log.anyone}</option>
          {authors.map((who) => (
            <option key={who} value={who}>
              {who}
            </option>
          ))}
        </select>
      </div>
      {(['since', 'until'] as const).map((end) => (
        <div class="field" key={end}>
          <label for={`${id}-${end}`}>{text.log[end]}</label>
          <div class="input">
            <input
              id={`${id}-${end}`}
              type="date"
              value={wanted[end]}
              onChange={(event) => onChange({ ...wanted, [end]: event.currentTarget.value })}
            />
          </div>
        </div>
      ))}
    </search>
  );
}

/** Records that one request copied into a tab which keeps what was signed are one line, which says how many. */
function foldedLines(lines: readonly LogLine[]): readonly { readonly line: LogLine; readonly count: number }[] {
  const told: { line: LogLine; count: number }[] = [];
  for (const line of lines) {
    const last = told[told.length - 1];
    const isCopied = partOf(line.part)?.tab.kept?.records !== undefined && line.what === 'added';
    const isSame =
      isCopied && last?.line.part === line.part && last.line.who === line.who && last.line.what === line.what;
    if (last && isSame && last.line.at.slice(0, 16) === line.at.slice(0, 16)) last.count += 1;
    else told.push({ line, count: 1 });
  }
  return told;
}

function Line({
  line,
  count,
  terms,
  onUndo,
  onUndoTogether,
}: {
  readonly line: LogLine;
  /** How many records it is about; of more than one it is told only that they were copied. */
  readonly count: number;
  readonly terms: Terms;
  readonly onUndo: (field?: string) => void;
  /** Takes back all that its request has changed; undefined where that is offered elsewhere, or is this line alone. */
  readonly onUndoTogether: (() => void) | undefined;
}) {
  const { store, state, text } = useDesk();
  const [open, setOpen] = useState(false);
  const { time } = dayAndTime(line.at, state.language);
  const by = text.status.join([time, line.who === '' ? text.log.unknown : line.who].filter((word) => word !== ''));
  if (line.what === 'purged') {
    const [purged] = line.changes;
    return (
      <Panel tone="plain">
        <p>{text.log.wasPurged(Number(purged?.from ?? 0), String(purged?.to ?? ''))}</p>
        <p class="small quiet">{by}</p>
      </Panel>
    );
  }
  if (line.what === 'lost') {
    return (
      <Panel tone="warn">
        <p>{text.log.wasLost}</p>
        <p class="small quiet">{by}</p>
      </Panel>
    );
  }
  const part = partOf(line.part);
  if (part && count > 1) {
    return (
      <div class="panel plain log-line">
        <p>
          <strong>{partName(line.part, terms.language)}</strong>
        </p>
        <p class="small quiet">{text.status.join([by, text.log.copied(count)])}</p>
      </div>
    );
  }
  const name = part ? recordName(part, line, state.books[line.part], terms) : line.record;
  const title = [partName(line.part, terms.language), name].filter((word) => word !== '').join(' · ');
  const changes = toldChanges(line, terms);
  const shown = open ? changes : changes.slice(0, fewest);
  // What was signed is opened again, never taken back.
  const canUndo = line.mine && line.state === 'done' && part?.tab.kept === undefined;
  const several = new Set(changes.map(({ field }) => field)).size > 1 && line.what === 'changed';
  return (
    <div class="panel plain log-line">
      <p class="line">
        {part && line.what !== 'removed' ? (
          <button
            type="button"
            class="text-button named"
            onClick={() => store.moving.go({ kind: 'record', part: line.part, record: line.record })}
          >
            {title}
          </button>
        ) : (
          <strong>{title}</strong>
        )}
      </p>
      <p class="small quiet">
        {text.status.join([
          by,
          ...(line.what === 'changed' ? [] : [text.log[line.what]]),
          ...(line.state === 'done' ? [] : [text.log.notWritten]),
        ])}
      </p>
      {line.reason !== null && <p class="small">{text.log.because(line.reason)}</p>}
      <dl class="log-changes">
        {shown.map(({ field, label, from, to }) => (
          <div class="change" key={`${field} ${label}`}>
            <dt class="change-label">{label}</dt>
            <dd class="change-values">
              {line.what !== 'added' && <span>{from}</span>}
              {line.what === 'changed' && <span>→</span>}
              {line.what !== 'removed' && <span>{to}</span>}
              {canUndo && several && (
                <button
                  type="button"
                  class="text-button"
                  aria-label={text.log.undoField(label)}
                  disabled={state.busy !== undefined}
                  onClick={() => onUndo(field)}
                >
                  {text.log.undo}
                </button>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {toldFormulas(line, terms).map(({ label, formula }) => (
        <p class="small" key={label}>
          {text.log.formulaStood(label, formula)}
        </p>
      ))}
      {changes.length > shown.length && (
        <button type="button" class="text-button" onClick={() => setOpen(true)}>
          {text.log.others(changes.length - shown.length)}
        </button>
      )}
      {canUndo && (
        <button
          type="button"
          class="text-button"
          aria-label={text.log.undoAll(title)}
          disabled={state.busy !== undefined}
          onClick={() => onUndo()}
        >
          {text.log.undo}
        </button>
      )}
      {canUndo && onUndoTogether && (
        <p>
          <button type="button" class="text-button" disabled={state.busy !== undefined} onClick={onUndoTogether}>
            {text.log.undoTogether(line.together)}
          </button>
        </p>
      )}
    </div>
  );
}

/** Asks why figures of a month that is closed by now are taken back. */
function Why({ onClose, onGiven }: { readonly onClose: () => void; readonly onGiven: (why: string) => void }) {
  const { text } = useDesk();
  const [why, setWhy] = useState('');
  return (
    <Question title={text.log.undo} body={text.log.closedSince} onCancel={onClose}>
      <Reason label={text.log.whyBack} text={why} onType={setWhy} required />
      <Action main disabled={why.trim() === ''} onClick={() => onGiven(why.trim())}>
        {text.log.undo}
      </Action>
      <Action onClick={onClose}>{text.log.keep}</Action>
    </Question>
  );
}

/** Asks before which day entries are to go, and removes them for good. */
function Purge({ onClose, onDone }: { readonly onClose: () => void; readonly onDone: () => void }) {
  const { store, state, text } = useDesk();
  const [before, setBefore] = useState('');
  const id = useId();
  async function go(): Promise<void> {
    if (before === '' || state.busy) return;
    try {
      const answer = await store.hub.server.purgeLog({ before });
      onClose();
      if (answer.status !== 'done') store.hub.set({ trouble: { kind: 'said', message: answer.message } });
      else store.hub.set({ notice: { text: text.log.purged(answer.purged), undo: undefined } });
      onDone();
    } catch (error) {
      onClose();
      store.hub.set({ trouble: { kind: noAnswerKind(error) } });
    }
  }
  return (
    <Question title={text.log.purge} body={text.log.purgeBody} onCancel={onClose}>
      <div class="field">
        <label for={id}>{text.log.purgeBefore}</label>
        <div class="input">
          <input id={id} type="date" value={before} onInput={(event) => setBefore(event.currentTarget.value)} />
        </div>
      </div>
      <Action main disabled={before === ''} onClick={() => void go()}>
        {text.log.purgeGo}
      </Action>
      <Action onClick={onClose}>{text.log.keep}</Action>
    </Question>
  );
}
