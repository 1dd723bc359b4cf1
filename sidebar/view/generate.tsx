import { useId, useState } from 'preact/hooks';
import { keepable } from '../../src/model/characters';
import type { Language } from '../../src/model/language';
import { lists } from '../planParts';
import { useDesk } from './context';
import { Icon } from './icons';
import { Head } from './pieces';

/** What a new plan starts from: region, year, language and currency. */
export function GenerateView() {
  const { store, state, text } = useDesk();
  const id = useId();
  const [region, setRegion] = useState('');
  const [year, setYear] = useState(String(new Date().getFullYear() + 1));
  const [language, setLanguage] = useState<Language>(state.language);
  const [currency, setCurrency] = useState('CNY');
  const [tried, setTried] = useState(false);
  const planYear = Number(year.normalize('NFKC').trim());
  const wrong = {
    region: region.trim() === '' ? text.generate.needsRegion : undefined,
    year: Number.isInteger(planYear) && planYear >= 2000 && planYear <= 2100 ? undefined : text.generate.needsYear,
  };
  const working = state.busy !== undefined;

  async function submit(): Promise<void> {
    setTried(true);
    if (wrong.region !== undefined || wrong.year !== undefined) {
      document.getElementById(`${id}-${wrong.region === undefined ? 'year' : 'region'}`)?.focus();
      return;
    }
    const done = await store.grid.generate({ region: keepable(region).trim(), planYear, language, currency });
    if (done) store.moving.enter({ kind: 'overview' });
  }

  return (
    <main>
      <Head title={text.generate.title} back={{ kind: 'overview' }} />
      <p>{text.generate.intro}</p>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!working) void submit();
        }}
      >
        <Entry
          id={`${id}-region`}
          label={text.generate.region}
          hint={text.generate.regionHint}
          wrong={tried ? wrong.region : undefined}
          text={region}
          onType={setRegion}
        />
        <Entry
          id={`${id}-year`}
          label={text.generate.year}
          wrong={tried ? wrong.year : undefined}
          text={year}
          onType={setYear}
        />
        <div class="field">
          <label for={`${id}-language`}>{text.generate.language}</label>
          <select
            id={`${id}-language`}
            value={language}
            onChange={(event) => setLanguage(event.currentTarget.value === 'zh' ? 'zh' : 'en')}
          >
            <option value="zh">{text.generate.languages.zh}</option>
            <option value="en">{text.generate.languages.en}</option>
          </select>
        </div>
        <div class="field">
          <label for={`${id}-currency`}>{text.generate.currency}</label>
          <select id={`${id}-currency`} value={currency} onChange={(event) => setCurrency(event.currentTarget.value)}>
            {(lists.find((list) => list.id === 'currency')?.choices ?? []).map((choice) => (
              <option key={choice.id} value={choice.id}>
                {choice.label[state.language]}
              </option>
            ))}
          </select>
        </div>
        <button type="submit" class="button main wide" disabled={working}>
          {text.generate.go}
        </button>
        <p role="status" class="quiet">
          {working && text.generate.working}
        </p>
      </form>
    </main>
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
