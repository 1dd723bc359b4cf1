import { useId, useState } from 'preact/hooks';
import type { Field } from '../../src/model/field';
import { faultWords } from '../../src/model/ruleText';
import { cellKeys } from '../../src/model/tab';
import type { Row } from '../book';
import { corrected } from '../form/corrected';
import { cellLabels, type Part } from '../planParts';
import { inputText } from '../value/inputText';
import { useDesk } from './context';
import { FieldInput } from './field';
import { Action } from './pieces';
import { Reason } from './reason';

interface CorrectProps {
  readonly part: Part;
  readonly field: Field;
  readonly row: Row;
}

/** One figure of those that files bring, put right by hand: which, what it comes to, and why. */
export function Correct({ part, field, row }: CorrectProps) {
  const { store, state, terms, text } = useDesk();
  const words = text.correct;
  const id = useId();
  const keys = cellKeys(field);
  const labels = cellLabels(part, field, state.language, terms.firstMonth);
  const [key, setKey] = useState<string | undefined>(undefined);
  const [typed, setTyped] = useState('');
  const [reason, setReason] = useState('');
  const standing = (cell: string): string => inputText(field, row.values[cell] ?? null, terms);
  const choose = (cell: string): void => {
    setKey(cell);
    setTyped(standing(cell));
  };
  if (key === undefined) {
    return (
      <button type="button" class="text-button" onClick={() => choose(keys[0] ?? '')}>
        {words.open}
      </button>
    );
  }
  const wanted = corrected({ tab: part.tab, field, row, key, text: typed }, terms);
  const label = labels[keys.indexOf(key)] ?? key;
  const fault = wanted && 'fault' in wanted ? wanted.fault : undefined;

  async function write(): Promise<void> {
    if (!wanted || 'fault' in wanted) return;
    const why = { reason: reason.trim(), takingBack: words.takingBack };
    if (!(await store.acts.apply(wanted, words.done(label), why))) return;
    setKey(undefined);
    setReason('');
  }

  return (
    <fieldset class="stack">
      <legend class="hidden">{words.open}</legend>
      <div class="field">
        <label for={`${id}-cell`}>{words.which}</label>
        <select id={`${id}-cell`} value={key} onChange={(event) => choose(event.currentTarget.value)}>
          {keys.map((cell, index) => (
            <option key={cell} value={cell}>
              {labels[index]}
            </option>
          ))}
        </select>
      </div>
      <FieldInput
        field={{ ...field, role: 'input' }}
        cell={key}
        label={words.comesTo}
        hint={words.hint}
        text={typed}
        message={fault && faultWords(fault, state.language, () => label)}
        onType={setTyped}
      />
      <Reason label={words.reason} text={reason} onType={setReason} required />
      <div class="buttons">
        <Action
          main
          disabled={state.busy !== undefined || wanted === undefined || fault !== undefined || reason.trim() === ''}
          onClick={() => void write()}
        >
          {words.go}
        </Action>
        <Action onClick={() => setKey(undefined)}>{words.leave}</Action>
      </div>
    </fieldset>
  );
}
