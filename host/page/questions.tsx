import { useId, useRef } from 'preact/hooks';
import type { UserAnswer } from '../addon';
import { useModal } from './modal';
import type { Question } from './script';
import type { en } from './text';

/** A question, or a notice as one with a single button, and what to do with its answer. */
export interface Asked {
  readonly number: number;
  readonly question: Question;
  readonly answer: (answer: UserAnswer) => void;
}

type Button = keyof typeof en.buttons;

/** Google's button sets, the one for Enter first. */
const SETS: Readonly<Record<string, readonly Button[]>> = {
  OK: ['OK'],
  OK_CANCEL: ['OK', 'CANCEL'],
  YES_NO: ['YES', 'NO'],
  YES_NO_CANCEL: ['YES', 'NO', 'CANCEL'],
};

const buttonsOf = (set: string): readonly Button[] => SETS[set] ?? ['OK'];

export function QuestionDialog({ asked, text }: { readonly asked: Asked; readonly text: typeof en }) {
  const { question, answer } = asked;
  const { kind, title, prompt, buttons } = question;
  const label = useId();
  const said = useId();
  const input = useRef<HTMLInputElement>(null);
  const give = (button: string): void => answer({ button, text: input.current?.value ?? '' });
  const modal = useModal(() => give('CLOSE'));
  const [first = 'OK', ...others] = buttonsOf(buttons);
  return (
    <dialog class="question" aria-labelledby={label} aria-describedby={said} {...modal}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          give(first);
        }}
      >
        <h2 id={label}>{title || text.addon}</h2>
        <p id={said}>{prompt}</p>
        {kind === 'prompt' && <input ref={input} aria-labelledby={said} autocomplete="off" autofocus />}
        <div class="buttons">
          <button type="submit" class="button primary">
            {text.buttons[first]}
          </button>
          {others.map((button) => (
            <button type="button" class="button" key={button} onClick={() => give(button)}>
              {text.buttons[button]}
            </button>
          ))}
        </div>
      </form>
    </dialog>
  );
}
