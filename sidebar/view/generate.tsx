import { useId, useState } from 'preact/hooks';
import { keepable } from '../../src/model/characters';
import type { Language } from '../../src/model/language';
import { wholePlan } from '../form/slip';
import { lists, parts } from '../planParts';
import type { FileMade } from '../store/grid';
import { useDesk } from './context';
import { Icon } from './icons';
import { Pick } from './pick';
import { Action, Head, Panel } from './pieces';

/** Tabs that a whole plan has: the others come when they are first needed. */
const tabs = parts.filter(({ tab }) => tab.onDemand !== true).length;

const currencies = lists.find((list) => list.id === 'currency')?.choices ?? [];

type Place = 'here' | 'file';

/** A currency by its name and code, where the browser knows it by name. */
function currencyName(code: string, language: Language): string {
  const name = new Intl.DisplayNames([language === 'zh' ? 'zh-CN' : 'en'], { type: 'currency' }).of(code) ?? code;
  return name === code ? code : `${name} (${code})`;
}

/** What a new plan starts from: region, year, place, language and currency, and in words what comes of it. */
export function GenerateView() {
  const { store, state, text } = useDesk();
  const id = useId();
  const usual = String(new Date().getFullYear() + 1);
  const texts = store.slips.of(wholePlan(), '#generate')?.texts;
  const { region = '', year = usual } = texts ?? {};
  const type = (typed: { readonly region?: string; readonly year?: string }): void =>
    store.slips.type(wholePlan(), '#generate', { ...texts, ...typed });
  // The user's own, which is known once the workbook has been asked, until another is chosen.
  const [chosen, setLanguage] = useState<Language | undefined>(undefined);
  const language = chosen ?? state.language;
  const [currency, setCurrency] = useState('CNY');
  const [wished, setPlace] = useState<Place>('here');
  const [tried, setTried] = useState(false);
  const [made, setMade] = useState<FileMade | undefined>(undefined);
  const { generate } = text;
  const planYear = Number(year.normalize('NFKC').trim());
  const isYear = Number.isInteger(planYear) && planYear >= 2000 && planYear <= 2100;
  const name = keepable(region).trim();
  const wrong = {
    region: name === '' ? generate.needsRegion : undefined,
    year: isYear ? undefined : generate.needsYear,
  };
  const working = state.busy !== undefined;
  // A spreadsheet holds one plan.
  const hasPlan = state.opened !== undefined && state.opened.workbook !== null;
  const place: Place = hasPlan ? 'file' : wished;
  const wish = { region: name, planYear, language, currency };
  const named = currencyName(currency, state.language);
  const called = name === '' || !isYear ? generate.noName : generate.namedYear(name, planYear);

  async function makeFile(sure = false): Promise<FileMade | undefined> {
    const file = await store.grid.makeFile(sure ? { ...wish, sure } : wish);
    if (file?.status === 'done') store.slips.clear(wholePlan(), '#generate');
    return file;
  }

  async function submit(): Promise<void> {
    setTried(true);
    if (wrong.region !== undefined || wrong.year !== undefined) {
      document.getElementById(`${id}-${wrong.region === undefined ? 'year' : 'region'}`)?.focus();
      return;
    }
    if (place === 'file') setMade(await makeFile());
    else if (await store.grid.generate(wish)) {
      store.slips.clear(wholePlan(), '#generate');
      store.moving.enter({ kind: 'overview' });
    }
  }

  return (
    <main>
      <Head title={generate.title} back={{ kind: 'overview' }} />
      {made?.status === 'done' ? (
        <MadeFile made={made} />
      ) : (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (!working) void submit();
          }}
        >
          <Entry
            id={`${id}-region`}
            label={generate.region}
            hint={generate.regionHint}
            wrong={tried ? wrong.region : undefined}
            text={region}
            onType={(typed) => type({ region: typed })}
          />
          <Entry
            id={`${id}-year`}
            label={generate.year}
            wrong={tried ? wrong.year : undefined}
            text={year}
            onType={(typed) => type({ year: typed })}
          />
          {hasPlan ? (
            <p class="small">{generate.hasPlan}</p>
          ) : (
            <Pick
              label={generate.place}
              value={place}
              choices={[
                ['here', generate.here],
                ['file', generate.file],
              ]}
              onPick={(id) => setPlace(id === 'file' ? 'file' : 'here')}
            />
          )}
          <Pick
            label={generate.language}
            value={language}
            choices={[
              ['zh', generate.languages.zh],
              ['en', generate.languages.en],
            ]}
            onPick={(id) => setLanguage(id === 'zh' ? 'zh' : 'en')}
          />
          <Pick
            label={generate.currency}
            value={currency}
            choices={currencies.map((choice) => [choice.id, currencyName(choice.id, state.language)])}
            onPick={setCurrency}
          />
          <p class="small" aria-live="polite">
            {generate.summary[place](called, tabs, generate.languages[language], named)}
          </p>
          {made?.status === 'unsure' ? (
            <Panel tone="warn">
              <p>{generate.unsure}</p>
              <div class="stack">
                <a class="button main" href={made.copy} target="_blank" rel="noopener noreferrer">
                  {generate.copy}
                </a>
                <Action disabled={working} onClick={() => void makeFile(true).then((file) => file && setMade(file))}>
                  {generate.fileAllTheSame}
                </Action>
              </div>
            </Panel>
          ) : (
            <button type="submit" class="button main wide" disabled={working}>
              {generate.go}
            </button>
          )}
          <p role="status" class="quiet">
            {working && (place === 'file' ? generate.making : generate.working)}
          </p>
        </form>
      )}
    </main>
  );
}

/** The way to a new file, and what to do there. */
export function MadeFile({ made }: { readonly made: Extract<FileMade, { readonly status: 'done' }> }) {
  const { generate } = useDesk().text;
  return (
    <>
      <p role="status">
        <Icon name="check" /> {generate.made(made.title)}
      </p>
      {made.lacking !== null && (
        <Panel tone="bad">
          <p>{made.lacking}</p>
        </Panel>
      )}
      <a class="button main wide" href={made.url} target="_blank" rel="noopener noreferrer">
        {generate.openFile}
      </a>
      <ol class="small">
        {generate.startSteps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </>
  );
}

interface EntryProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly wrong: string | undefined;
  readonly text: string;
  readonly onType: (text: string) => void;
}

function Entry({ id, label, hint, wrong, text, onType }: EntryProps) {
  const described = wrong !== undefined ? `${id}-wrong` : hint !== undefined ? `${id}-hint` : undefined;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <div class={wrong === undefined ? 'input' : 'input wrong'}>
        <input
          id={id}
          type="text"
          autocomplete="off"
          aria-required
          aria-invalid={wrong !== undefined}
          {...(described === undefined ? {} : { 'aria-describedby': described })}
          value={text}
          onInput={(event) => onType(event.currentTarget.value)}
        />
      </div>
      {wrong !== undefined && (
        <p class="wrong" id={`${id}-wrong`}>
          <Icon name="warn" size={14} /> {wrong}
        </p>
      )}
      {hint !== undefined && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
