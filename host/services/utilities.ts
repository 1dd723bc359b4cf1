import type { Execution } from '../execution';
import { serialAt } from '../zones';
import { type Members, StandIn } from './standIn';

type Google = GoogleAppsScript.Utilities.Utilities;

const members = { getUuid: 'free', sleep: 'other', formatDate: 'free' } as const satisfies Members<Google>;

/** The letters of a Java date pattern that are known here, each from a time as its clock shows it. */
const LETTERS: Readonly<Record<string, (clock: Date) => number>> = {
  y: (clock) => clock.getUTCFullYear(),
  M: (clock) => clock.getUTCMonth() + 1,
  d: (clock) => clock.getUTCDate(),
  H: (clock) => clock.getUTCHours(),
  m: (clock) => clock.getUTCMinutes(),
  s: (clock) => clock.getUTCSeconds(),
  S: (clock) => clock.getUTCMilliseconds(),
};

class UtilitiesStandIn extends StandIn<Google> implements Pick<Google, keyof typeof members> {
  constructor(execution: Execution) {
    super(execution, 'Utilities', members);
  }
  getUuid() {
    const digits = (count: number) =>
      Array.from({ length: count }, () => Math.floor(Math.random() * 16).toString(16)).join('');
    return `${digits(8)}-${digits(4)}-4${digits(3)}-${(8 + Math.floor(Math.random() * 4)).toString(16)}${digits(3)}-${digits(12)}`;
  }
  /** Counted, not waited for. */
  sleep(milliseconds: number) {
    this.execution.workbook.slept += milliseconds;
  }
  formatDate(date: GoogleAppsScript.Base.Date, timeZone: string, format: string) {
    const clock = new Date(Math.round((serialAt(date.getTime(), timeZone) - 25_569) * 86_400_000));
    return format.replace(
      /'([^']*)'|([A-Za-z])\2*/g,
      (token, quoted: string | undefined, letter: string | undefined) => {
        if (quoted !== undefined) return quoted;
        const part = letter === undefined ? undefined : LETTERS[letter];
        if (!part) throw new Error(`Utilities.formatDate's ${token} is not implemented in the local host`);
        const text = String(part(clock));
        return token === 'yy' ? text.slice(-2) : text.padStart(token.length, '0');
      },
    );
  }
}

export function utilitiesOf(execution: Execution): Google {
  return new UtilitiesStandIn(execution).self;
}
