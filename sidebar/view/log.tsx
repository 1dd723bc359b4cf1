import { useEffect, useId, useState } from 'preact/hooks';
import type { LogLine } from '../../src/app/endpoints/log';
import { dayAndTime, partName, recordName, toldChanges } from '../log/told';
import { partOf, parts, textOf } from '../planParts';
import { noAnswerKind, type View } from '../store/state';
import type { Terms } from '../value/terms';
import { useDesk } from './context';
import { Action, Head, Panel, Question } from './pieces';

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

/** Lines shown of one change before the rest is folded. */
const fewest = 4;

/** What was changed, by whom and when; one's own changes are taken back from here, and old entries purged. */
export function LogView({ view }: { readonly view: Extract<View, { kind: 'log' }> }) {
  const { store, state, terms, text } = useDesk();
  const [wanted, setWanted] = useState<Wanted>({ part: view.part ?? '', who: '', since: '', until: '' });
  const [record, setRecord] = useState(view.record);
  const [read, setRead] = useState<Lines | undefined>();
  const [purging, setPurging] = useState(false);
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

  async function undo(line: LogLine, field: string | undefined): Promise<void> {
    const answer = await store.acts.act(() =>
      store.hub.server.undoLogged({
        request: store.hub.newId(),
        part: line.part,
        logged: line.request,
        record: line.record,
        ...(field === undefined ? {} : { fields: [field] }),
      }),
    );
    if (answer?.status !== 'done') return;
    store.hub.set({ notice: { text: text.log.undone, undo: undefined } });
    void store.reading.follow(line.part);
    await load(0);
  }

  const back: View =
    view.part !== undefined && view.record !== undefined
      ? { kind: 'record', part: view.part, record: view.record }
      : { kind: 'overview' };
  let day = '';
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
        {read?.lines.map((line) => {
          const { day: own } = dayAndTime(line.at, state.language);
          const isNew = own !== day;
          day = own;
          return (
            <li key={`${line.request} ${line.at} ${line.record}`}>
              {isNew && <h2 class="log-day">{own}</h2>}
              <Line line={line} terms={{ ...terms, language }} onUndo={(field) => void undo(line, field)} />
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

function Line({
  line,
  terms,
  onUndo,
}: {
  readonly line: LogLine;
  readonly terms: Terms;
  readonly onUndo: (field?: string) => void;
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
  const part = partOf(line.part);
  const name = part ? recordName(part, line, state.books[line.part], terms) : line.record;
  const title = [partName(line.part, terms.language), name].filter((word) => word !== '').join(' · ');
  const changes = toldChanges(line, terms);
  const shown = open ? changes : changes.slice(0, fewest);
  const canUndo = line.mine && line.state === 'done';
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
    </div>
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
