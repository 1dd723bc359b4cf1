import { Fragment } from 'preact';
import type { Opened, PartStatus } from '../../src/app/endpoints/open';
import type { Language } from '../../src/model/language';
import type { TabRole } from '../../src/model/means';
import { type Part, partOf, partOfRole, parts, textOf } from '../planParts';
import { type Figures, fallsShort, figuresOf, isUnlikely, nextStep, type Step, topDown } from '../steps';
import type { View } from '../store/state';
import type { Words } from '../text';
import { moneyText, percentText, signed } from '../value/shown';
import { useDesk, usePulse } from './context';
import { CutOffs } from './cutOff';
import { Icon, type IconName } from './icons';
import { DueList, MonthPicture, NextInMonth } from './month';
import { Offered } from './offered';
import { Action, Head, IconButton, Panel } from './pieces';
import { SigningLine } from './signing';
import { viewOf } from './viewOf';

/** The region's figures, live; the next thing to do; and the parts of the plan with how far they are. */
export function Overview() {
  const { store, state, text } = useDesk();
  const { opened, checked, following, readAt } = state;
  usePulse(store.pulse.overview);
  if (!opened) {
    return (
      <main>
        <Head title={text.title} />
        {state.reading && <p class="quiet">{text.common.loading}</p>}
      </main>
    );
  }
  const figures = figuresOf(opened);
  const step = nextStep(opened, checked);
  // A signed plan has no next step until someone opens it again.
  const isClosed = opened.signing !== null && opened.signing.opened === null;
  // With what was sold beside what was signed the month comes before the plan.
  const isFollowed = opened.signing !== null && following !== undefined && following.region !== null;
  const name =
    figures.region === null
      ? text.title
      : text.overview.regionYear(String(figures.region), String(figures.planYear ?? ''));
  return (
    <main>
      <Head title={name.trim()}>
        <IconButton icon="refresh" label={text.common.refresh} onClick={() => void store.reading.open()} />
      </Head>
      <OtherVersion standing={opened.standing} />
      <CutOffs />
      <Offered />
      {opened.standing === 'current' && <YearMovedPanel />}
      {isFollowed && following && <MonthPicture following={following} />}
      {opened.standing === 'current' && (isClosed || isFollowed) && following && <NextInMonth following={following} />}
      {following && <DueList following={following} />}
      {isFollowed ? (
        <details class="plan">
          <summary>{text.month.plan}</summary>
          <FigureCard figures={figures} />
        </details>
      ) : (
        opened.workbook !== null && <FigureCard figures={figures} />
      )}
      {opened.standing === 'current' && !isClosed && !isFollowed && <NextStep step={step} />}
      {opened.workbook !== null && opened.standing === 'current' && <SigningLine signing={opened.signing} />}
      {opened.workbook !== null && (
        <>
          <div class="line">
            <h2>{text.overview.parts}</h2>
            <button type="button" class="text-button" onClick={() => void store.grid.thisRow()}>
              {text.overview.thisRow}
            </button>
          </div>
          <ul class="parts">
            {parts
              .filter(
                ({ tab, section }) =>
                  !tab.onDemand ||
                  opened.present.includes(tab.id) ||
                  section.offered === 'always' ||
                  (section.offered === 'signed' && opened.signing !== null),
              )
              .filter(({ tab, section }) => isShown(tab.id, section, opened.present))
              .map((part) => (
                <PartLine
                  key={part.tab.id}
                  part={part}
                  present={opened.present.includes(part.tab.id)}
                  status={checked.find((status) => status.part === part.tab.id)}
                />
              ))}
          </ul>
          {readAt && (
            <p class="quiet small">
              {text.overview.updated(
                readAt.toLocaleTimeString(state.language === 'zh' ? 'zh-CN' : 'en-GB', {
                  hour: '2-digit',
                  minute: '2-digit',
                }),
              )}
            </p>
          )}
        </>
      )}
      {opened.workbook !== null && (
        <p class="small">
          <button type="button" class="text-button" onClick={() => store.moving.go({ kind: 'log' })}>
            {text.log.open}
          </button>
        </p>
      )}
      {opened.workbook !== null && opened.standing === 'current' && (
        <p class="small">
          <button type="button" class="text-button" onClick={() => store.moving.go({ kind: 'storePages' })}>
            {text.storePages.open}
          </button>
        </p>
      )}
      {opened.workbook !== null && opened.standing === 'current' && (
        <p class="small">
          <button type="button" class="text-button" onClick={() => store.moving.go({ kind: 'nextYear' })}>
            {text.nextYear.open}
          </button>
        </p>
      )}
      {opened.workbook !== null && opened.standing === 'current' && (
        <p class="small">
          <button type="button" class="text-button" onClick={() => store.moving.go({ kind: 'check' })}>
            {text.check.title}
          </button>
        </p>
      )}
      <p class="small">
        <button type="button" class="text-button" onClick={() => store.moving.go({ kind: 'about' })}>
          {text.about.open}
        </button>
      </p>
    </main>
  );
}

/** A plan made by another version of the add-on: an earlier one is upgraded with one button, a later one is only read. */
function OtherVersion({ standing }: { readonly standing: Opened['standing'] }) {
  const { store, state, text } = useDesk();
  if (standing === 'current') return null;
  if (standing === 'later') return <Panel tone="warn">{<p>{text.overview.later}</p>}</Panel>;
  const working = state.busy !== undefined;
  return (
    <Panel tone="warn">
      <p>{text.overview.earlier}</p>
      <Action main disabled={working} onClick={() => void store.grid.generate({ section: '', upgrade: true })}>
        {working ? text.overview.upgrading : text.overview.upgrade}
      </Action>
    </Panel>
  );
}

/** Another plan year was typed into the grid of a plan that holds stores: nobody could be asked there. */
function YearMovedPanel() {
  const { store, state, text } = useDesk();
  const moved = state.following?.yearMoved;
  const outlets = partOfRole('outlets')?.tab.id;
  const isFilled = state.checked.some(({ part, records }) => part === outlets && records > 0);
  if (!moved || !isFilled) return null;
  const { from, to, who } = moved;
  const isBusy = state.busy !== undefined;
  return (
    <Panel tone="warn">
      <p>{text.form.yearMoved(from, to, who)}</p>
      <Action main disabled={isBusy} onClick={() => void store.grid.putYearBack(moved)}>
        {text.form.yearBack(from)}
      </Action>
      {to === from + 1 && (
        <Action
          disabled={isBusy}
          onClick={() =>
            void store.grid.putYearBack(moved).then((isDone) => isDone && store.moving.go({ kind: 'nextYear' }))
          }
        >
          {text.form.startYear(String(to))}
        </Action>
      )}
      <Action disabled={isBusy} onClick={() => void store.grid.keepYear(to)}>
        {text.form.yearIs(to)}
      </Action>
    </Panel>
  );
}

function FigureCard({ figures }: { readonly figures: Figures }) {
  const { terms, text } = useDesk();
  const { overview } = text;
  const { companyTarget, planned, gap, plannedGrowth, requiredGrowth, withoutSales } = figures;
  const money = (value: number | null): string => (value === null ? overview.none : moneyText(value, terms));
  const percent = (value: number | null): string => (value === null ? overview.none : percentText(value));
  const short = fallsShort(figures);
  const reached = planned !== null && companyTarget ? planned / companyTarget : null;
  const unlikely = [plannedGrowth, requiredGrowth].find(isUnlikely);
  const met = gap !== null && !short && unlikely === undefined;
  return (
    <section class="card" aria-label={overview.planned}>
      <p class="unit">{text.moneyIn(text.money(terms.unit, terms.currency))}</p>
      <dl class="figures">
        {figures.bridge?.map(([step, amount]) => (
          <Fragment key={step}>
            <dt class="step">{overview.bridge[step]}</dt>
            <dd class="step">{step === 'lastYear' ? money(amount) : signed(moneyText(amount, terms), amount)}</dd>
          </Fragment>
        ))}
        <dt>{overview.planned}</dt>
        <dd>{money(planned)}</dd>
        <dt>{overview.companyTarget}</dt>
        <dd>{money(companyTarget)}</dd>
        <dt>{overview.gap}</dt>
        <dd class={short ? 'bad' : met ? 'good' : ''}>
          {gap === null ? overview.none : signed(moneyText(gap, terms), gap)}
        </dd>
      </dl>
      {reached !== null && (
        <div class="bar" role="img" aria-label={overview.reached(percentText(reached))}>
          <span class={short ? '' : 'good'} style={{ width: `${Math.min(1, Math.max(0, reached)) * 100}%` }} />
        </div>
      )}
      {typeof unlikely === 'number' && (
        <p class="small bad">
          <Icon name="warn" size={14} /> {text.steps.unlikely(percentText(unlikely))}
        </p>
      )}
      {gap !== null && (short || met) && (
        <p class={short ? 'small bad' : 'small good'}>
          <Icon name={short ? 'warn' : 'check'} size={14} />{' '}
          {short ? overview.short : Math.round(gap) > 0 ? overview.over : overview.met}
          {reached !== null && ` · ${overview.ofTarget(percentText(reached))}`}
        </p>
      )}
      {figures.promised && (
        <p class="small">
          {overview.promised(
            figures.promised.stores,
            figures.promised.of,
            moneyText(figures.promised.sales, terms),
            figures.existing ? percentText(figures.promised.sales / figures.existing) : null,
          )}
        </p>
      )}
      <Against figures={figures} />
      {withoutSales !== null && withoutSales > 0 && planned !== null && planned > 0 && (
        <p class="small bad">
          <Icon name="warn" size={14} />{' '}
          {overview.withoutSales(moneyText(withoutSales, terms), percentText(withoutSales / planned))}
        </p>
      )}
      <h2>{overview.growth}</h2>
      <dl class="pair">
        <div>
          <dt>{overview.plannedGrowth}</dt>
          <dd>{percent(plannedGrowth)}</dd>
        </div>
        <div>
          <dt>{overview.requiredGrowth}</dt>
          <dd>{percent(requiredGrowth)}</dd>
        </div>
      </dl>
    </section>
  );
}

/** What is asked from above and what is promised from below, in one line. */
function Against({ figures }: { readonly figures: Figures }) {
  const { terms, text } = useDesk();
  const found = topDown(figures);
  if (!found) return null;
  const difference = (value: number): string => signed(moneyText(value, terms), value);
  const { asked, promised, promisedGap, planned, gap } = found;
  return (
    <p class="small">
      {text.overview.topDown(
        moneyText(asked, terms),
        moneyText(promised, terms),
        promisedGap === null ? null : difference(promisedGap),
        moneyText(planned, terms),
        difference(gap),
      )}
    </p>
  );
}

const idOf = (role: TabRole): string => partOfRole(role)?.tab.id ?? '';

const stepViews: Readonly<Record<Exclude<Step['step'], 'faults' | 'done'>, View>> = {
  unlikely: { kind: 'record', part: idOf('terms'), record: idOf('terms') },
  generate: { kind: 'generate' },
  fillTerms: { kind: 'record', part: idOf('terms'), record: idOf('terms') },
  importStores: { kind: 'import', part: idOf('outlets') },
  growth: { kind: 'fill' },
  gap: { kind: 'fill' },
};

function titleOf(id: string, language: Language): string {
  const part = partOf(id);
  return part ? textOf(part, language).title : id;
}

function labelOf(step: Exclude<Step, { readonly step: 'done' }>, text: Words, language: Language): string {
  if (step.step === 'faults') return text.steps.faults(titleOf(step.part, language));
  return step.step === 'unlikely' ? text.steps.unlikely(percentText(step.growth)) : text.steps[step.step];
}

function NextStep({ step }: { readonly step: Step }) {
  const { store, state, text } = useDesk();
  if (step.step === 'done') {
    return (
      <p class="all-done">
        <Icon name="check" /> {text.steps.done}
      </p>
    );
  }
  const view: View = step.step === 'faults' ? { kind: 'part', part: step.part } : stepViews[step.step];
  const label = labelOf(step, text, state.language);
  return (
    <div class="next">
      <p class="small quiet" id="next-step">
        {text.overview.next}
      </p>
      <Action main icon="next" onClick={() => store.moving.go(view)}>
        {label}
      </Action>
    </div>
  );
}

/** Of a section that is not there yet one line: all its tabs come with it. */
function isShown(id: string, { tabs }: Part['section'], present: readonly string[]): boolean {
  const isNone = tabs.every((tab) => tab.onDemand === true && !present.includes(tab.id));
  return !isNone || tabs[0]?.id === id;
}

interface PartLineProps {
  readonly part: Part;
  readonly present: boolean;
  readonly status: PartStatus | undefined;
}

function PartLine({ part, present, status }: PartLineProps) {
  const { store, state, text } = useDesk();
  const { tab, section } = part;
  const { title: own } = textOf(part, state.language);
  const isNone = section.tabs.every(({ id, onDemand }) => onDemand === true && !state.opened?.present.includes(id));
  const title = isNone ? section.text[state.language].title : own;
  if (!present) {
    return (
      <li class="part absent">
        <span class="grow">
          <span class="name">{title}</span>
          <span class="small quiet">{text.overview.absent}</span>
        </span>
        <button
          type="button"
          class="text-button"
          disabled={state.busy !== undefined}
          aria-label={`${text.overview.generatePart} ${title}`}
          onClick={() => void store.grid.generate({ section: section.id })}
        >
          {state.busy === undefined ? text.overview.generatePart : text.overview.generatingPart}
        </button>
      </li>
    );
  }
  const onSheet = tab.shape === 'report' || tab.rowsFor !== undefined || tab.kept !== undefined;
  const open = (): void => {
    if (onSheet) void store.grid.toRow(tab.id);
    else store.moving.go(viewOf(part));
  };
  const { icon, words, tone } = onSheet ? sheetStatus(text) : statusOf(part, status, text);
  return (
    <li>
      <button type="button" class="part" onClick={open}>
        <span class={`mark ${tone}`}>
          <Icon name={icon} size={16} />
        </span>
        <span class="grow">
          <span class="name">{title}</span>
          <span class={`small ${tone}`}>{words}</span>
        </span>
        <Icon name={onSheet ? 'row' : 'next'} size={16} />
      </button>
    </li>
  );
}

interface StatusWords {
  readonly icon: IconName;
  readonly words: string;
  readonly tone: 'good' | 'bad' | 'quiet';
}

const sheetStatus = (text: Words): StatusWords => ({ icon: 'target', words: text.status.onSheet, tone: 'quiet' });

/** How far a part is, in words; what is wrong goes first. */
function statusOf({ tab }: Part, status: PartStatus | undefined, text: Words): StatusWords {
  const words = text.status;
  if (!status) return { icon: 'open', words: words.checking, tone: 'quiet' };
  const { records, filled, of, faults } = status;
  if (tab.shape === 'table' && records === 0) return { icon: 'open', words: words.noRows, tone: 'quiet' };
  if (of === 0) return { icon: 'target', words: words.figures, tone: 'quiet' };
  const extent =
    tab.shape === 'table' ? words.rows(records) : filled === of ? words.allFilled : words.filled(filled, of);
  if (faults > 0) return { icon: 'warn', words: words.join([extent, words.faults(faults)]), tone: 'bad' };
  if (filled === of) return { icon: 'check', words: extent, tone: 'good' };
  return {
    icon: 'open',
    words: tab.shape === 'table' ? words.join([extent, words.waiting(of - filled)]) : extent,
    tone: 'quiet',
  };
}
