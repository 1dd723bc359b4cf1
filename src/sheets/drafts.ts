import { digestOf } from '../model/digest';
import type { Spreadsheet } from './read';

/** Characters of a text in one property: Google's limit is 9 KB, and a character may take three bytes. */
const longestPiece = 2800;

/** Drafts of one person in one workbook, and the characters of all of them. */
const mostDrafts = 8;
const mostCharacters = 60_000;

/** Bytes of one person's drafts in all workbooks: a store of properties holds 500 KB. */
const mostBytes = 400_000;

/** Bytes of a text, two for a half of a pair of surrogates. */
function bytesOf(text: string): number {
  let bytes = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    bytes += code < 0x80 ? 1 : code < 0x800 || (code >= 0xd800 && code < 0xe000) ? 2 : 3;
  }
  return bytes;
}

const properties = (): GoogleAppsScript.Properties.Properties => PropertiesService.getUserProperties();

const ofAll = 'draft.';

/** One person's drafts of one workbook: those of others, and of their other workbooks, have other names. */
const prefixOf = (file: Spreadsheet): string => `${ofAll}${file.getId()}.`;

/** What is kept under a name: how the draft is called, and when it was kept last, in milliseconds. */
interface Kept {
  readonly at: number;
  readonly text: string;
}

/** The drafts among a person's properties, by their names. */
function draftsIn(held: Readonly<Record<string, string>>, prefix: string): ReadonlyMap<string, Kept> {
  const pieces = new Map<string, string[]>();
  for (const [key, text] of Object.entries(held)) {
    if (!key.startsWith(prefix)) continue;
    const [name = '', index = '0'] = key.slice(prefix.length).split('.');
    const own = pieces.get(name) ?? [];
    own[Number(index)] = text;
    pieces.set(name, own);
  }
  return new Map(
    [...pieces].map(([name, own]): [string, Kept] => {
      const [, at = '0', text = ''] = /^(\d+) ([\s\S]*)$/.exec(own.join('')) ?? [];
      return [name, { at: Number(at), text }];
    }),
  );
}

function piecesOf(prefix: string, name: string, { at, text }: Kept): Record<string, string> {
  const whole = `${at} ${text}`;
  const pieces: Record<string, string> = {};
  for (let index = 0; index * longestPiece < whole.length; index += 1)
    pieces[`${prefix}${name}.${index}`] = whole.slice(index * longestPiece, (index + 1) * longestPiece);
  return pieces;
}

/** A draft's name among the properties: short, whatever the record is called. */
const nameOf = (draft: string): string => digestOf(draft).slice(0, 16);

/** The texts of a person's drafts of a workbook, the newest first. One service call. */
export function keptDrafts(file: Spreadsheet): readonly string[] {
  return [...draftsIn(properties().getProperties(), prefixOf(file)).values()]
    .sort((one, other) => other.at - one.at)
    .map(({ text }) => text);
}

/**
 * Keeps a draft in the place of what was kept of it before; '' forgets it. Where there is no room for all, the oldest go:
 * of this workbook, and of all that the person has drafts of. False if it is too long to be kept. Three service calls where
 * none has to go.
 */
export function keepDraft(file: Spreadsheet, draft: string, text: string, at: number): boolean {
  const prefix = prefixOf(file);
  const store = properties();
  const held = store.getProperties();
  const drafts = new Map(draftsIn(held, prefix));
  const name = nameOf(draft);
  drafts.delete(name);
  if (text.length > mostCharacters) return false;
  if (text !== '') drafts.set(name, { at, text });
  const wanted: Record<string, string> = {};
  let length = 0;
  for (const [own, kept] of [...drafts].sort(([, one], [, other]) => other.at - one.at).slice(0, mostDrafts)) {
    length += kept.text.length;
    if (length <= mostCharacters) Object.assign(wanted, piecesOf(prefix, own, kept));
  }
  for (const key of crowdedOut(held, prefix, wanted)) store.deleteProperty(key);
  const changed = Object.entries(wanted).filter(([key, value]) => held[key] !== value);
  if (changed.length > 0) store.setProperties(Object.fromEntries(changed));
  for (const key of Object.keys(held)) if (key.startsWith(prefix) && !(key in wanted)) store.deleteProperty(key);
  return true;
}

/** Names of properties with the oldest drafts of other workbooks, as many as have to go. */
function crowdedOut(
  held: Readonly<Record<string, string>>,
  prefix: string,
  wanted: Readonly<Record<string, string>>,
): readonly string[] {
  const others = new Map<string, { keys: string[]; bytes: number; at: number }>();
  let bytes = Object.entries(wanted).reduce((sum, [key, text]) => sum + bytesOf(key) + bytesOf(text), 0);
  for (const [key, text] of Object.entries(held)) {
    if (!key.startsWith(ofAll) || key.startsWith(prefix)) continue;
    const name = key.slice(0, key.lastIndexOf('.'));
    const other = others.get(name) ?? { keys: [], bytes: 0, at: 0 };
    const size = bytesOf(key) + bytesOf(text);
    other.keys.push(key);
    other.bytes += size;
    // Its first piece says when it was kept.
    if (key === `${name}.0`) other.at = Number(/^\d+/.exec(text)?.[0] ?? 0);
    others.set(name, other);
    bytes += size;
  }
  const gone: string[] = [];
  for (const other of [...others.values()].sort((one, two) => one.at - two.at)) {
    if (bytes <= mostBytes) break;
    gone.push(...other.keys);
    bytes -= other.bytes;
  }
  return gone;
}
