import { useEffect, useId, useState } from 'preact/hooks';
import type { Signed } from '../../src/app/endpoints/open';
import type { SigningAnswer } from '../../src/app/endpoints/signing';
import type { Difference } from '../../src/app/signing';
import type { Scalar } from '../../src/model/answer';
import { wholePlan } from '../form/slip';
import { partOf, textOf } from '../planParts';
import { dateText, moneyText, signed as withSign } from '../value/shown';
import { useDesk } from './context';
import { Action, Head, Panel } from './pieces';
import { viewOf } from './viewOf';

/** Rows of differences that are shown. */
const mostShown = 200;

/** On the first view: whether the plan is signed, and the way to signing it. */
export function SigningLine({ signing }: { readonly signing: Signed | null }) {
  const { store, text } = useDesk();
  return (
    <section class="card" aria-label={text.signing.title}>
      <SigningWords signing={signing} />
      <p class="small">
        <button type="button" class="text-button" onClick={() => store.moving.go({ kind: 'signing' })}>
          {signing && !signing.opened ? text.signing.look : text.signing.open}
        </button>
      </p>
    </section>
  );
}

function SigningWords({ signing }: { readonly signing: Signed | null }) {
  const { state, text } = useDesk();
  if (!signing) return <p>{text.signing.unsigned}</p>;
  const day = (on: string): string => dateText(on, state.language);
  const { version, on, by, opened } = signing;
  if (!opened) return <p>{text.signing.signed(version, day(on), by)}</p>;
  return <p>{text.signing.opened(version, day(opened.on), opened.by, opened.why)}</p>;
}

/** Signs the plan after what is still open in it, or opens it again; its versions, and what they have otherwise. */
export function SigningView() {
  const { store, state, text } = useDesk();
  const [known, setKnown] = useState<SigningAnswer | undefined>(undefined);
  const load = async (): Promise<void> => setKnown(await store.signing.read());
  useEffect(() => void load(), []);
  const working = state.busy !== undefined;
  // What is signed is looked at: there is nothing to sign.
  const signed = known ? known.signing : state.opened?.signing;
  const isClosed = signed?.opened === null;
  return (
    <main>
      <Head title={isClosed ? text.signing.look : text.signing.title} back={{ kind: 'overview' }} />
      {known === undefined && <p class="quiet">{text.common.loading}</p>}
      {known && <SigningWords signing={known.signing} />}
      {known?.isWhole === false && <Panel tone="bad">{<p>{text.signing.broken}</p>}</Panel>}
      {known?.isWhole === true && <p class="small quiet">{text.signing.whole}</p>}
      {known && known.lacking > 0 && <Lacking count={known.lacking} onDone={load} />}
      {known && (known.signing === null || known.signing.opened !== null) && (
        <ToSign known={known} working={working} onDone={load} />
      )}
      {known?.signing && known.signing.opened === null && (
        <ToOpen version={known.signing.version} working={working} onDone={load} />
      )}
      {known && known.versions.length > 0 && <Versions known={known} />}
      <p class="small quiet">{text.signing.intro}</p>
    </main>
  );
}

/** Values that headquarters cannot read yet, because signing was cut off: written from here. */
function Lacking({ count, onDone }: { readonly count: number; readonly onDone: () => Promise<void> }) {
  const { store, state, text } = useDesk();
  const { busy } = state;
  return (
    <Panel tone="warn">
      <p role="status">
        {busy && busy.of > 0 ? text.signing.keeping(busy.done, busy.of) : text.signing.lacking(count)}
      </p>
      <Action disabled={busy !== undefined} onClick={() => void store.signing.keepValues().then(onDone)}>
        {text.signing.keepOn}
      </Action>
    </Panel>
  );
}

interface ToDo {
  readonly working: boolean;
  readonly onDone: () => Promise<void>;
}

function ToSign({ known, working, onDone }: ToDo & { readonly known: SigningAnswer }) {
  const { store, state, terms, text } = useDesk();
  const slip = store.slips.of(wholePlan(), '#sign');
  const why = slip?.texts.reason ?? '';
  const [tried, setTried] = useState(false);
  const { doubts, planned, versions } = known;
  const lacks = doubts.length > 0 && why.trim() === '';
  const moneyOrNone = (value: Scalar | undefined): string =>
    typeof value === 'number' ? moneyText(value, terms) : text.signing.none;
  const id = useId();
  async function go(): Promise<void> {
    setTried(true);
    if (lacks) {
      document.getElementById(id)?.focus();
      return;
    }
    if (await store.signing.sign(planned, why)) store.slips.clear(wholePlan(), '#sign');
    await onDone();
  }
  return (
    <>
      <dl class="figures">
        <dt>{text.signing.planned}</dt>
        <dd>{moneyOrNone(planned)}</dd>
      </dl>
      <p class="unit">{text.moneyIn(text.money(terms.unit, terms.currency))}</p>
      {doubts.length === 0 ? (
        <p>{text.signing.noDoubts}</p>
      ) : (
        <Panel tone="warn" title={text.signing.doubts}>
          <ul class="points">
            {doubts.map(({ part, message }) => (
              <Doubt key={message} part={part} message={message} />
            ))}
          </ul>
        </Panel>
      )}
      {doubts.length > 0 && (
        <Reason
          id={id}
          label={text.signing.why}
          text={why}
          isLacking={tried && lacks}
          onType={(reason) => store.slips.type(wholePlan(), '#sign', { reason }, { planned })}
        />
      )}
      {slip && why !== '' && slip.was.planned !== planned && (
        <p class="small bad">{text.kept.otherFigure(moneyOrNone(slip.was.planned), moneyOrNone(planned))}</p>
      )}
      <Action main disabled={working} onClick={() => void go()}>
        {state.busy && state.busy.of > 0
          ? text.signing.keeping(state.busy.done, state.busy.of)
          : working
            ? text.signing.signing
            : text.signing.go((versions[0]?.version ?? 0) + 1)}
      </Action>
    </>
  );
}

/** What is still open, and the way to it. */
function Doubt({ part: id, message }: { readonly part: string; readonly message: string }) {
  const { store } = useDesk();
  const part = partOf(id);
  if (!part) return <li>{message}</li>;
  return (
    <li>
      <button type="button" class="text-button" onClick={() => store.moving.go(viewOf(part))}>
        {message}
      </button>
    </li>
  );
}

function ToOpen({ version, working, onDone }: ToDo & { readonly version: number }) {
  const { store, text } = useDesk();
  const slip = store.slips.of(wholePlan(), '#reopen');
  const why = slip?.texts.reason ?? '';
  const [tried, setTried] = useState(false);
  const id = useId();
  async function go(): Promise<void> {
    setTried(true);
    if (why.trim() === '') {
      document.getElementById(id)?.focus();
      return;
    }
    if (await store.signing.reopen(why)) store.slips.clear(wholePlan(), '#reopen');
    await onDone();
  }
  return (
    <>
      <Reason
        id={id}
        label={text.signing.whyOpen}
        text={why}
        isLacking={tried && why.trim() === ''}
        onType={(reason) => store.slips.type(wholePlan(), '#reopen', { reason }, { version })}
      />
      {slip && why !== '' && slip.was.version !== version && <p class="small bad">{text.kept.otherVersion(version)}</p>}
      <Action disabled={working} onClick={() => void go()}>
        {working ? text.signing.opening : text.signing.reopen}
      </Action>
    </>
  );
}

interface ReasonProps {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  readonly isLacking: boolean;
  readonly onType: (text: string) => void;
}

function Reason({ id, label, text: typed, isLacking, onType }: ReasonProps) {
  const { text } = useDesk();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <div class={isLacking ? 'input wrong' : 'input'}>
        <textarea
          id={id}
          rows={2}
          maxLength={500}
          value={typed}
          aria-invalid={isLacking}
          aria-describedby={isLacking ? `${id}-wrong` : undefined}
          onInput={(event) => onType(event.currentTarget.value)}
        />
      </div>
      {isLacking && (
        <p class="wrong" id={`${id}-wrong`} role="alert">
          {text.signing.needsReason}
        </p>
      )}
    </div>
  );
}

function Versions({ known }: { readonly known: SigningAnswer }) {
  const { state, text } = useDesk();
  const words = text.signing;
  return (
    <>
      <h2>{words.versions}</h2>
      <ul class="points">
        {known.versions.map(({ version, signedOn, signedBy, reason, openedOn, openedBy, openedFor }) => (
          <li key={version}>
            <p>{words.signed(version, dateText(signedOn, state.language), signedBy)}</p>
            {reason !== '' && <p class="small quiet">{words.although(reason)}</p>}
            {openedOn !== '' && (
              <p class="small quiet">
                {words.opened(version, dateText(openedOn, state.language), openedBy, openedFor)}
              </p>
            )}
          </li>
        ))}
      </ul>
      <Comparison versions={known.versions.map(({ version }) => version)} />
    </>
  );
}

/** What one version has otherwise than another, or than the plan as it is now. */
function Comparison({ versions }: { readonly versions: readonly number[] }) {
  const { store, text } = useDesk();
  const words = text.signing;
  const [from, setFrom] = useState(versions[0] ?? 1);
  const [to, setTo] = useState<number | null>(null);
  const [found, setFound] = useState<readonly Difference[] | undefined>(undefined);
  const id = useId();
  const chosen = (value: string): number | null => (value === '' ? null : Number(value));
  return (
    <>
      <h2>{words.changed}</h2>
      <div class="pair">
        <div class="field">
          <label for={`${id}-from`}>{words.from}</label>
          <select
            id={`${id}-from`}
            value={String(from)}
            onChange={(event) => {
              setFrom(Number(event.currentTarget.value));
              setFound(undefined);
            }}
          >
            {versions.map((version) => (
              <option key={version} value={String(version)}>
                {words.version(version)}
              </option>
            ))}
          </select>
        </div>
        <div class="field">
          <label for={`${id}-to`}>{words.to}</label>
          <select
            id={`${id}-to`}
            value={to === null ? '' : String(to)}
            onChange={(event) => {
              setTo(chosen(event.currentTarget.value));
              setFound(undefined);
            }}
          >
            <option value="">{words.now}</option>
            {versions.map((version) => (
              <option key={version} value={String(version)}>
                {words.version(version)}
              </option>
            ))}
          </select>
        </div>
      </div>
      <Action onClick={() => void store.signing.compare(from, to).then(setFound)}>{words.compare}</Action>
      <div role="status">{found && <Differences found={found} />}</div>
    </>
  );
}

function Differences({ found }: { readonly found: readonly Difference[] }) {
  const { state, terms, text } = useDesk();
  const words = text.signing;
  if (found.length === 0) return <p>{words.same}</p>;
  return (
    <>
      <p>{words.differ(found.length)}</p>
      {[...new Set(found.map(({ part }) => part))].map((id) => {
        const part = partOf(id);
        const figure = part?.tab.fields.find((field) => field.id === part.tab.kept?.records?.figure);
        const isMoney = figure?.kind === 'money';
        const shown = (value: number | null): string =>
          value === null ? words.none : isMoney ? moneyText(value, terms) : String(value);
        const rows = found.filter((difference) => difference.part === id);
        const moved = rows.reduce((sum, { from, to }) => sum + (to ?? 0) - (from ?? 0), 0);
        return (
          <table key={id} class="differences">
            <caption>
              {part ? textOf(part, state.language).title : id}
              {isMoney && <span class="small quiet"> · {text.moneyIn(text.money(terms.unit, terms.currency))}</span>}
            </caption>
            <thead>
              <tr>
                <td />
                <th scope="col">{words.from}</th>
                <th scope="col">{words.to}</th>
              </tr>
            </thead>
            <tbody>
              {rows.slice(0, mostShown).map(({ name, from, to, months }) => (
                <tr key={name}>
                  <th scope="row">
                    {name}
                    {months.length > 0 && <span class="small quiet"> {words.monthsDiffer(months.length)}</span>}
                  </th>
                  <td>{shown(from)}</td>
                  <td>{shown(to)}</td>
                </tr>
              ))}
              <tr>
                <th scope="row">{words.sum}</th>
                <td />
                <td>{withSign(shown(moved), moved)}</td>
              </tr>
            </tbody>
          </table>
        );
      })}
      {found.length > mostShown && <p class="small quiet">{words.first(mostShown)}</p>}
    </>
  );
}
