import { useId } from 'preact/hooks';
import type { FieldValue } from '../../../src/model/answer';
import { folded } from '../../../src/model/parse';
import { answered, matchedAs, optionsOf } from '../../import/ask';
import type { ImportFault } from '../../import/fault';
import type { Answers } from '../../import/matching';
import type { Question } from '../../import/read/reading';
import type { Import } from '../../import/taken';
import type { Target } from '../../import/target';
import { optionText, questionText } from '../../import/words';
import { cellOf, fieldLabel, lists, type Part } from '../../planParts';
import { useDesk } from '../context';
import { Action, Panel } from '../pieces';

interface AskedProps {
  readonly part: Part;
  readonly target: Target;
  readonly found: Import;
  readonly answers: Answers;
  readonly onAnswer: (answers: Answers) => void;
}

/** What only a person knows: nothing is written until it is answered. */
export function Asked({ part, target, found, answers, onAnswer }: AskedProps) {
  const { text } = useDesk();
  if (found.questions.length === 0) return null;
  return (
    <Panel tone="warn" title={text.intake.asked(found.questions.length)}>
      {found.questions.map((question, index) => (
        <One
          key={`${index}-${question.ask}`}
          part={part}
          target={target}
          found={found}
          question={question}
          answers={answers}
          onAnswer={onAnswer}
        />
      ))}
    </Panel>
  );
}

function One({ part, target, found, question, answers, onAnswer }: AskedProps & { readonly question: Question }) {
  const { state, text } = useDesk();
  const id = useId();
  const headerAt = (index: number): string => found.taken.find((one) => one.index === index)?.header ?? '';
  const keyAt = (index: number): string => answers.matching[index]?.key ?? '';
  const said = questionText(question, state.language, target, headerAt, keyAt);
  const header = 'index' in question ? headerAt(question.index) : undefined;
  const legend = (
    <legend id={id}>
      {header !== undefined && <b>{header}</b>}
      {said}
    </legend>
  );
  if (question.ask === 'values') {
    return (
      <fieldset class="asked">
        {legend}
        {question.texts.map((value) => (
          <Value
            key={value}
            part={part}
            field={keyAt(question.index)}
            text={value}
            chosen={answers.choices[question.index]?.[folded(value)]}
            onChoose={(choice) =>
              onAnswer(answered(answers, { set: 'choice', index: question.index, text: value, choice }))
            }
          />
        ))}
      </fieldset>
    );
  }
  const options = optionsOf(question);
  return (
    <fieldset class="asked">
      {legend}
      <div class="answers">
        {options.map((option) => (
          <Action key={JSON.stringify(option)} onClick={() => onAnswer(answered(answers, option))}>
            {optionText(option, state.language, target, headerAt)}
          </Action>
        ))}
      </div>
      {question.ask === 'column' && (
        <select
          aria-labelledby={id}
          value=""
          onChange={(event) => {
            const { value } = event.currentTarget;
            if (value !== '') onAnswer(matchedAs(answers, Number(value), question.field));
          }}
        >
          <option value="">{text.intake.whichColumn}</option>
          {found.taken.map(({ index, header, sample }) => (
            <option key={index} value={String(index)}>
              {sample === '' ? header : text.intake.cellOf(header, sample)}
            </option>
          ))}
        </select>
      )}
    </fieldset>
  );
}

interface ValueProps {
  readonly part: Part;
  readonly field: string;
  readonly text: string;
  readonly chosen: string | undefined;
  readonly onChoose: (choice: string) => void;
}

/** A text of the file and the choice that it is. */
function Value({ part, field, text: value, chosen, onChoose }: ValueProps) {
  const { state, text } = useDesk();
  const id = useId();
  const of = cellOf(part.tab, field)?.field;
  const [list, isNeeded] = [of?.list, of?.required === true];
  const choices = lists.find((candidate) => candidate.id === list)?.choices ?? [];
  return (
    <div class="field beside">
      <label for={id}>{value}</label>
      <select
        id={id}
        value={chosen ?? '?'}
        onChange={(event) => {
          if (event.currentTarget.value !== '?') onChoose(event.currentTarget.value);
        }}
      >
        <option value="?">{text.intake.choose1}</option>
        {choices.map((choice) => (
          <option key={choice.id} value={choice.id}>
            {choice.label[state.language]}
          </option>
        ))}
        <option value="">{isNeeded ? text.intake.leaveRows : text.intake.leaveBlank}</option>
      </select>
    </div>
  );
}

interface ForAllProps {
  readonly part: Part;
  readonly faults: readonly ImportFault[];
  readonly answers: Answers;
  readonly onAnswer: (answers: Answers) => void;
}

/** Fields that the file lacks and every new row needs: the same in all rows, if so. */
export function ForAll({ part, faults, answers, onAnswer }: ForAllProps) {
  const { state, text } = useDesk();
  const id = useId();
  const lacking = faults.flatMap((fault) => ('code' in fault && fault.code === 'missingColumn' ? [fault.field] : []));
  const given = Object.keys(answers.all);
  const fields = part.tab.fields.filter((field) => lacking.includes(field.id) || given.includes(field.id));
  return (
    <>
      {fields.map((field) => {
        const choices = lists.find((list) => list.id === field.list)?.choices;
        if (!choices) return null;
        const value: FieldValue = answers.all[field.id] ?? '';
        return (
          <div class="field" key={field.id}>
            <label for={`${id}-${field.id}`}>{text.intake.allRows(fieldLabel(part, field, state.language))}</label>
            <select
              id={`${id}-${field.id}`}
              value={String(value)}
              onChange={(event) => {
                const { [field.id]: _, ...others } = answers.all;
                const chosen = event.currentTarget.value;
                onAnswer({ ...answers, all: chosen === '' ? others : { ...others, [field.id]: chosen } });
              }}
            >
              <option value="">{text.intake.choose1}</option>
              {choices.map((choice) => (
                <option key={choice.id} value={choice.id}>
                  {choice.label[state.language]}
                </option>
              ))}
            </select>
          </div>
        );
      })}
    </>
  );
}
