import { type Addon, addonOn, type Edit, type UserAnswer } from '../addon';
import type { Dialogs, MenuEntry, Shown, User } from '../execution';
import type { Workbook } from '../workbook';
import { frameRuntime } from './realm';
import { asOneStep } from './steps';

/** What a script asks; an alert with one button asks nothing and is a notice. */
export interface Question {
  readonly kind: 'alert' | 'prompt';
  readonly title: string;
  readonly prompt: string;
  /** The name of Google's button set: `OK_CANCEL`. */
  readonly buttons: string;
}

/** What a script shows without waiting. */
export type Notice =
  | { readonly kind: 'notice'; readonly title: string; readonly prompt: string }
  | { readonly kind: 'toast'; readonly title: string; readonly message: string }
  | Shown;

/** The person at the page, as far as a script has to do with them. */
export interface Audience {
  ask(question: Question): Promise<UserAnswer>;
  /** The same at once, the page standing still: where a script has begun to write before it asks. */
  askAtOnce(question: Question): UserAnswer;
  show(notice: Notice): Promise<void> | void;
}

/** The add-on on the page: one execution after the other. */
export interface Script {
  readonly addon: Addon;
  /** Whether a script is running, so that changes in the grid are its own. */
  readonly isRunning: boolean;
  menu(): MenuEntry | undefined;
  command(name: string): Promise<void>;
  run(name: string, args: readonly unknown[]): Promise<unknown>;
  /** What a person has changed; what the script does about it belongs to that step of the grid's undoing. */
  edited(edit: Edit, step: string | undefined): Promise<void>;
}

export interface ScriptOptions {
  readonly code: string;
  readonly files: Readonly<Record<string, string>>;
  readonly workbook: Workbook;
  readonly user: User;
  readonly audience: Audience;
}

/** Ends an attempt that waits for an answer; whatever the script does after it is refused. */
const WAITING = 'the script waits for an answer';

/** What one attempt at an execution has come to. */
interface Attempt {
  readonly answers: readonly UserAnswer[];
  answered: number;
  question: Question | undefined;
  readonly notices: Notice[];
}

const newAttempt = (answers: readonly UserAnswer[]): Attempt => ({
  answers,
  answered: 0,
  question: undefined,
  notices: [],
});

/**
 * Apps Script stands still while a person answers an alert or a prompt; a page cannot. An execution that asks is given
 * up and, once there is an answer, started again with all answers so far: up to the question it has only read, so it
 * comes to the same place. One that has already written asks with the browser's own dialog, which does stand still.
 */
export function scriptOn({ code, files, workbook, user, audience }: ScriptOptions): Script {
  let attempt = newAttempt([]);
  let running = 0;

  const hasWritten = (): boolean => addon.calls.sequence.some(({ kind }) => kind === 'write' || kind === 'structure');

  const answerTo = (question: Question): UserAnswer => {
    const answer = attempt.answers[attempt.answered];
    if (answer) {
      attempt.answered += 1;
      return answer;
    }
    if (hasWritten()) return audience.askAtOnce(question);
    attempt.question = question;
    throw new Error(WAITING);
  };

  const dialogs: Dialogs = {
    alert(title, prompt, buttons) {
      if (buttons === 'OK') {
        attempt.notices.push({ kind: 'notice', title, prompt });
        return 'OK';
      }
      const answer = answerTo({ kind: 'alert', title, prompt, buttons });
      return 'button' in answer ? answer.button : 'OK';
    },
    prompt(title, prompt, buttons) {
      const answer = answerTo({ kind: 'prompt', title, prompt, buttons });
      return { button: 'button' in answer ? answer.button : 'OK', text: answer.text ?? '' };
    },
    show: (shown) => attempt.notices.push(shown),
    toast: (message, title) => attempt.notices.push({ kind: 'toast', title, message }),
    menu: () => {},
  };

  const addon = addonOn(
    frameRuntime(code, (level, ...values) => (level === 'error' ? console.error : console.log)('script:', ...values)),
    {
      code,
      workbook,
      user,
      files,
      dialogs,
      beforeCall: () => {
        if (attempt.question) throw new Error(WAITING);
      },
    },
  );

  /** Runs an execution until it needs nothing more of the person, and shows what it shows, once and in order. */
  const perform = async <T>(execution: () => T): Promise<T> => {
    const answers: UserAnswer[] = [];
    let shown = 0;
    for (;;) {
      attempt = newAttempt([...answers]);
      const current = attempt;
      addon.calls.reset();
      const outcome = outcomeOf(execution);
      for (; shown < current.notices.length; shown += 1) {
        const notice = current.notices[shown];
        if (notice) await audience.show(notice);
      }
      if (current.question) {
        answers.push(await audience.ask(current.question));
        continue;
      }
      if ('error' in outcome) throw outcome.error;
      return outcome.value;
    }
  };

  const outcomeOf = <T>(execution: () => T): { readonly value: T } | { readonly error: unknown } => {
    running += 1;
    try {
      return { value: execution() };
    } catch (error) {
      return { error };
    } finally {
      running -= 1;
    }
  };

  return {
    addon,
    get isRunning() {
      return running > 0;
    },
    menu: () => addon.menu('NONE'),
    command: (name) => perform(() => asOneStep(workbook.model, () => addon.command(name))),
    run: (name, args) => perform(() => asOneStep(workbook.model, () => addon.run(name, ...args))),
    edited: (edit, step) => perform(() => asOneStep(workbook.model, () => addon.edited(edit), step)),
  };
}
