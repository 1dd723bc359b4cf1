import { useEffect, useId, useRef } from 'preact/hooks';
import type { UserAnswer } from '../addon';
import { useModal } from './modal';
import type { Question } from './script';
import type { en } from './text';

/** A question, or a notice as one with a single button, and what to do with its answer. */
export interface Asked {
  readonly number: number;
  readonly question: Question;
  /** What stands beside a box to tick; without it there is none. */
  readonly tick?: string;
  readonly answer: (answer: Ticked) => void;
}

/** An answer, and whether the box beside it was ticked. */
export interface Ticked {
  readonly answer: UserAnswer;
  readonly isTicked: boolean;
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

interface QuestionProps {
  readonly asked: Asked;
  readonly text: typeof en;
  /** Gives the keyboard to the grid. */
  readonly onFocusGrid: () => void;
}

export function QuestionDialog({ asked, text, onFocusGrid }: QuestionProps) {
  const { question, tick, answer } = asked;
  const { kind, title, prompt, buttons } = question;
  const label = useId();
  const said = useId();
  const input = useRef<HTMLInputElement>(null);
  const box = useRef<HTMLInputElement>(null);
  const give = (button: string): void =>
    answer({ answer: { button, text: input.current?.value ?? '' }, isTicked: box.current?.checked === true });
  const modal = useModal(() => give('CLOSE'));
  const [first = 'OK', ...others] = buttonsOf(buttons);
  // The keyboard goes back to where it was; the grid's cell, once it is not typed into any more, does not take it by itself.
  useEffect(
    () => () => {
      if (document.activeElement === document.body) onFocusGrid();
    },
    [],
  );
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
        {tick !== undefined && (
          <label class="tick">
            <input ref={box} type="checkbox" />
            {tick}
          </label>
        )}
        <div class="buttons">
          <button type="submit" class="button primary" autofocus={kind === 'alert'}>
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
