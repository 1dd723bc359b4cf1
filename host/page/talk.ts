import type { UserAnswer } from '../addon';
import { reasonOf } from './htmlFrame';
import type { Ticked } from './questions';
import type { Audience, Question } from './script';
import type { en } from './text';
import type { View } from './view';

/** How the page talks with the person at it. */
export interface Talk {
  readonly audience: Audience;
  /** Shows a message for a while. */
  toast(message: string): void;
  complain(error: unknown): void;
  /** Asks, once earlier questions are answered. */
  ask(question: Question): Promise<UserAnswer>;
  /** Whether the person says OK. */
  confirm(prompt: string): Promise<boolean>;
  /** The same of a question with a box to tick, and whether it was ticked. */
  confirmTicked(question: TickedQuestion): Promise<{ readonly isSure: boolean; readonly isTicked: boolean }>;
}

/** A question that can be answered for more than this once. */
export interface TickedQuestion {
  readonly title: string;
  readonly prompt: string;
  /** What stands beside the box. */
  readonly tick: string;
}

/** How long a message stays, in milliseconds. */
const STAYS = 6_000;

export function talkOn(show: (change: Partial<View>) => void, text: typeof en): Talk {
  let timer: number | undefined;
  let count = 0;
  let earlier: Promise<unknown> = Promise.resolve();

  const toast = (message: string): void => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => show({ toast: undefined }), STAYS);
    show({ toast: message });
  };

  const answerTo = (question: Question, tick?: string): Promise<Ticked> => {
    const answered = earlier.then(
      () =>
        new Promise<Ticked>((resolve) => {
          count += 1;
          const answer = (given: Ticked): void => {
            show({ asked: undefined });
            resolve(given);
          };
          show({ asked: { number: count, question, answer, ...(tick !== undefined && { tick }) } });
        }),
    );
    earlier = answered;
    return answered;
  };
  const ask = async (question: Question): Promise<UserAnswer> => (await answerTo(question)).answer;

  const audience: Audience = {
    ask,
    askAtOnce: ({ kind, title, prompt }) => {
      const said = [title, prompt].filter((line) => line !== '').join('\n\n');
      if (kind === 'alert') return { button: window.confirm(said) ? 'OK' : 'CANCEL' };
      const answer = window.prompt(said);
      return answer === null ? { button: 'CANCEL' } : { text: answer };
    },
    show: async (notice) => {
      switch (notice.kind) {
        case 'toast':
          toast([notice.title, notice.message].filter((line) => line !== '').join(' · '));
          return;
        case 'notice':
          await ask({ kind: 'alert', title: notice.title, prompt: notice.prompt, buttons: 'OK' });
          return;
        default: {
          count += 1;
          const panel = { number: count, shown: notice };
          // Google has one sidebar or dialog at a time; a modeless dialog is as good as a dialog here.
          show(notice.kind === 'sidebar' ? { sidebar: panel, dialog: undefined } : { dialog: panel });
        }
      }
    },
  };

  return {
    audience,
    toast,
    complain: (error) => toast(text.failed(reasonOf(error))),
    ask,
    confirm: async (prompt) => {
      const answer = await ask({ kind: 'alert', title: '', prompt, buttons: 'OK_CANCEL' });
      return isOk(answer);
    },
    confirmTicked: async ({ title, prompt, tick }) => {
      const { answer, isTicked } = await answerTo({ kind: 'alert', title, prompt, buttons: 'OK_CANCEL' }, tick);
      return { isSure: isOk(answer), isTicked };
    },
  };
}

const isOk = (answer: UserAnswer): boolean => 'button' in answer && answer.button === 'OK';
