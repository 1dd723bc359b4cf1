import { isDate } from './kinds';
import { SIGNATURES } from './signatures';

/** Types that are reached through SpreadsheetApp are named so in Google's messages. */
const ALONE = /^(?:SpreadsheetApp|Ui|Menu|PromptResponse|Html\w+|Lock\w*|Properties\w*|Utilities|Session|User)$/;

/** Where a number does for a text, which Google then makes of it. */
const LOOSE: readonly string[] = ['Range.setNote', 'Range.setNotes', 'RangeList.setNote'];

/** How Google names the type of an argument in its messages. */
export function typeName(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return `${value.length === 0 ? 'number' : typeName(value[0])}[]`;
  if (typeof value === 'string') return 'String';
  if (typeof value === 'boolean') return 'Boolean';
  return typeof value === 'object' ? (value.constructor?.name ?? 'Object') : typeof value;
}

/** A call that fits none of the overloads, in Google's words. */
export function misfit(args: readonly unknown[], name: string): Error {
  return new Error(`The parameters (${args.map(typeName)}) don't match the method signature for ${name}.`);
}

/** Whether a value is a thing of Google's: a handle or a member of an enum. */
type IsGoogles = (value: object) => boolean;

function fits(value: unknown, kind: string, isLoose: boolean, isGoogles: IsGoogles): boolean {
  if (kind.startsWith('*')) return true;
  if (kind.endsWith('[]')) {
    const items: readonly unknown[] | undefined = Array.isArray(value) ? value : undefined;
    return items?.every((item) => fits(item, kind.slice(0, -2), isLoose, isGoogles)) === true;
  }
  if (value === null || value === undefined) return kind.endsWith('?');
  switch (kind.charAt(0)) {
    case 'n':
      return typeof value === 'number' && Number.isFinite(value);
    case 's':
      return typeof value === 'string' || (isLoose && typeof value === 'number');
    case 'b':
      return typeof value === 'boolean';
    case 'h':
      return typeof value === 'object' && isGoogles(value);
    default:
      return isDate(value) && Number.isFinite(value.getTime());
  }
}

/** Refuses arguments that fit no overload of a member, as Google does; members that are not known take anything. */
export function checkArguments(type: string, member: string, args: readonly unknown[], isGoogles: IsGoogles): void {
  const overloads = SIGNATURES[type]?.[member];
  if (overloads === undefined) return;
  const name = `${type}.${member}`;
  const isLoose = LOOSE.includes(name);
  const isFit = overloads.split('|').some((overload) => {
    const kinds = overload === '' ? [] : overload.split(',');
    return kinds.length === args.length && kinds.every((kind, index) => fits(args[index], kind, isLoose, isGoogles));
  });
  if (!isFit) throw misfit(args, ALONE.test(type) ? name : `SpreadsheetApp.${name}`);
}
