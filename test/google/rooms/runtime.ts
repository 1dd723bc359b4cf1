import { type Json, type Room, tried } from '../case';

/** Names of the web that Apps Script is not to have: nothing of ours may need one. */
const ofTheWeb = [
  'setTimeout',
  'setInterval',
  'fetch',
  'URL',
  'TextEncoder',
  'atob',
  'crypto',
  'performance',
  'structuredClone',
  'queueMicrotask',
  'AbortController',
  'Blob',
  'window',
  'document',
];

/** What a name stands for where the script runs. */
const kindOf = (name: string): string => typeof Reflect.get(globalThis, name);

const parses = (text: string): boolean => tried(() => new Function(text)) === 'accepted';

/** The language, and what is around it. */
export const runtime: Room = {
  name: 'runtime',
  cases: [
    ...ofTheWeb.map((name) => ({
      name: `there is no ${name}`,
      act: (): Json => kindOf(name),
      expected: 'undefined',
      // Nothing of ours asks for it: more than none is no harm.
      or: ['function', 'object'],
      source: 'Apps Script guides, V8 runtime; platform',
    })),
    {
      name: 'console has what is used of it',
      act: () => ['log', 'info', 'warn', 'error'].map((name) => typeof Reflect.get(console, name)),
      expected: ['function', 'function', 'function', 'function'],
      source: 'Apps Script guides, logging',
    },
    {
      name: 'private fields and static ones do not parse in a file; ours has none',
      act: () => [parses('class A { #x = 1 }'), parses('class A { static x = 1 }')],
      expected: [false, false],
      or: [[true, true]],
      source: 'reported of files as they are saved; es2020 is built for',
    },
    {
      name: 'what is newer than es2020 may be there; ours uses none of it',
      act: () => [typeof Reflect.get([], 'at'), parses('return /(?<=a)b/'), parses('a ??= 1')],
      expected: ['function', true, true],
      or: [
        ['undefined', false, false],
        ['undefined', true, false],
        ['undefined', true, true],
        ['function', true, false],
      ],
      source: 'platform: .at() and look-behind not confirmed',
    },
    {
      name: 'text is evaluated where it stands',
      act: () => {
        // The app is kept as text and evaluated when a command first needs it.
        const evaluate = new Function('text', 'return eval(text)');
        return Number(evaluate('(()=>{const one=1;return one+1})()'));
      },
      expected: 2,
      source: 'ECMAScript, eval; the app is built so',
    },
    {
      name: 'a function of the file gives back its text, comments included',
      act: ({ kept }) => kept.includes('/* kept as it stands */'),
      expected: true,
      source: 'ECMAScript 2019, Function.prototype.toString; the app is built so',
    },
    {
      name: 'promises are there, and functions of es2020',
      act: () => [
        kindOf('Promise'),
        typeof Reflect.get(Object, 'fromEntries'),
        typeof Reflect.get([], 'flatMap'),
        typeof Reflect.get(String.prototype, 'matchAll'),
        kindOf('BigInt'),
      ],
      expected: ['function', 'function', 'function', 'function', 'function'],
      source: 'Apps Script guides, V8 runtime',
    },
    {
      name: 'names of other languages are compared by Intl',
      act: () => [kindOf('Intl'), ['乙', '甲'].sort((one, other) => one.localeCompare(other, 'zh')).join('')],
      expected: ['object', '甲乙'],
      or: [['object', '乙甲']],
      source: 'ECMAScript 402',
    },
  ],
};
