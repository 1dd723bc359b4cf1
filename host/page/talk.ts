import type { UserAnswer } from '../addon';
import { reasonOf } from './htmlFrame';
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

  const ask = (question: Question): Promise<UserAnswer> => {
    const answered = earlier.then(
      () =>
        new Promise<UserAnswer>((resolve) => {
          count += 1;
          const answer = (given: UserAnswer): void => {
            show({ asked: undefined });
            resolve(given);
          };
          show({ asked: { number: count, question, answer } });
        }),
    );
    earlier = answered;
    return answered;
  };

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
      return 'button' in answer && answer.button === 'OK';
    },
  };
}
