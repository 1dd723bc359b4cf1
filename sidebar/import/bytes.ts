import type { ImportFault } from './fault';
import { limits } from './limits';

/** What a file is by its bytes: a workbook, one of Excel's older ones, one with a password, or text. */
export type Kind = 'xlsx' | 'xls' | 'locked' | 'text';

/** Encodings that a text can be read in, the likeliest first. */
export const encodings = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be', 'big5', 'windows-1252'] as const;
export type Encoding = (typeof encodings)[number];

/** What people call them, in every language. */
export const encodingNames: Readonly<Record<Encoding, string>> = {
  'utf-8': 'UTF-8',
  gb18030: 'GB18030 (GBK)',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16 BE',
  big5: 'Big5',
  'windows-1252': 'Windows-1252',
};

/** The encoding of that name, as people write it. */
export function encodingNamed(name: string): Encoding | undefined {
  const plain = name.trim().toLowerCase().replace(/_/g, '-');
  const others = new Map<string, Encoding>([
    ['utf8', 'utf-8'],
    ['gbk', 'gb18030'],
    ['gb2312', 'gb18030'],
    ['utf-16', 'utf-16le'],
    ['utf16', 'utf-16le'],
    ['latin1', 'windows-1252'],
    ['iso-8859-1', 'windows-1252'],
    ['cp1252', 'windows-1252'],
  ]);
  return encodings.find((known) => known === plain) ?? others.get(plain);
}

/** Bytes looked at to tell one kind or encoding from another. */
const sample = 65_536;

const starts = (bytes: Uint8Array, mark: readonly number[]): boolean =>
  mark.every((byte, index) => bytes[index] === byte);

export function kindOf(bytes: Uint8Array): Kind {
  if (starts(bytes, [0x50, 0x4b, 0x03, 0x04]) || starts(bytes, [0x50, 0x4b, 0x05, 0x06])) return 'xlsx';
  if (!starts(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return 'text';
  // With a password a workbook is a part of that name in a file of the older kind.
  const text = new TextDecoder('latin1').decode(bytes.subarray(0, sample));
  return text.includes([...'EncryptedPackage'].join('\0')) ? 'locked' : 'xls';
}

/** A file that is larger than any that is read; told by its size, before it is opened. */
export function tooLarge(bytes: number): ImportFault | undefined {
  return bytes > limits.bytes ? { code: 'tooLarge', got: megabytes(bytes), most: megabytes(limits.bytes) } : undefined;
}

export const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(bytes < 10_000_000 ? 1 : 0)} MB`;

/** The encoding of a text by what its bytes can be. */
export function encodingOf(bytes: Uint8Array): Encoding {
  if (starts(bytes, [0xff, 0xfe])) return 'utf-16le';
  if (starts(bytes, [0xfe, 0xff])) return 'utf-16be';
  const zeros = zerosIn(bytes);
  if (zeros.odd > 0 && zeros.even === 0) return 'utf-16le';
  if (zeros.even > 0 && zeros.odd === 0) return 'utf-16be';
  if (starts(bytes, [0xef, 0xbb, 0xbf]) || reads(bytes, 'utf-8') || isDamagedUtf8(bytes)) return 'utf-8';
  return eastOf(bytes) ?? 'windows-1252';
}

/** NULs in the first bytes: in UTF-16 every letter of ASCII has one, always on the same side. */
function zerosIn(bytes: Uint8Array): { readonly even: number; readonly odd: number } {
  let [even, odd] = [0, 0];
  const end = Math.min(bytes.length, sample);
  for (let index = 0; index < end; index++) {
    if (bytes[index] !== 0) continue;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  }
  return { even, odd };
}

function reads(bytes: Uint8Array, encoding: Encoding): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Letters of several bytes for each broken place, from which on a text is taken for a damaged one of UTF-8. */
const fewestSound = 8;

/**
 * Whether bytes are a text of UTF-8 that was cut off in a letter or damaged in few places. In another encoding hardly a
 * letter of several bytes is sound by chance.
 */
function isDamagedUtf8(bytes: Uint8Array): boolean {
  let [sound, broken, last] = [0, 0, -1];
  const text = new TextDecoder('utf-8').decode(bytes);
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 0xfffd) [broken, last] = [broken + 1, index];
    else if (code >= 0x80) sound += 1;
  }
  const isCutOff = broken === 1 && last === text.length - 1;
  return sound >= (isCutOff ? 2 : broken * fewestSound);
}

const isLetter = (byte: number | undefined): boolean =>
  byte !== undefined && ((byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a));

/**
 * GB18030 or Big5, if the bytes are Chinese: letters of two bytes that stand together. One such pair amid letters of
 * ASCII is an accent of a European text.
 */
function eastOf(bytes: Uint8Array): Encoding | undefined {
  let [together, alone, low] = [0, 0, 0];
  const end = Math.min(bytes.length, sample);
  for (let index = 0; index < end; ) {
    if ((bytes[index] ?? 0) < 0x80) {
      index += 1;
      continue;
    }
    const from = index;
    let ownLow = 0;
    while (index < end && (bytes[index] ?? 0) >= 0x80) {
      const trail = bytes[index + 1] ?? 0;
      if (trail < 0x40) break;
      if (trail < 0x80) ownLow += 1;
      index += 2;
    }
    const pairs = (index - from) / 2;
    if (pairs === 0) {
      // A byte that begins nothing.
      alone += 1;
      index += 1;
    } else if (pairs === 1 && (isLetter(bytes[from - 1]) || isLetter(bytes[from + 1]))) alone += 1;
    else {
      together += pairs;
      low += ownLow;
    }
  }
  if (together <= alone) return undefined;
  // Of everyday letters GBK has none whose second byte is one of ASCII; Big5 has a third.
  if (low > together * 0.15 && reads(bytes, 'big5')) return 'big5';
  return reads(bytes, 'gb18030') ? 'gb18030' : undefined;
}

/** Whether a text is a web page, XML or JSON: many programs save such under the names of workbooks. */
function isMarkup(text: string): boolean {
  const start = text
    .slice(0, 1000)
    .replace(/^\ufeff/, '')
    .trimStart();
  if (/^(?:<!doctype\s|<\?xml\b|<html\b|<head\b|<meta\b|<style\b|<table\b|<div\b|<workbook\b)/i.test(start))
    return true;
  return /^\[\s*[[{]|^\{\s*"/.test(start) || /^mime-version:/i.test(start);
}

interface TextRead {
  readonly text: string;
  readonly encoding: Encoding;
  /** Some bytes of it are none of its encoding. */
  readonly isDamaged?: true;
}

/**
 * The text of a file, in the encoding that its bytes tell or in a given one; a fault if it is no text in it. What is
 * damaged in a text of UTF-8 stands there as `\ufffd`.
 */
export function textOf(bytes: Uint8Array, given?: Encoding): TextRead | { readonly fault: ImportFault } {
  const encoding = given ?? encodingOf(bytes);
  try {
    const isDamaged = encoding === 'utf-8' && !reads(bytes, encoding) && isDamagedUtf8(bytes);
    const text = new TextDecoder(encoding, { fatal: !isDamaged }).decode(bytes);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: a text has none of these.
    if (/[\u0000-\u0008\u000e-\u001a]/.test(text)) return { fault: { code: 'noText' } };
    return isMarkup(text) ? { fault: { code: 'markup' } } : { text, encoding, ...(isDamaged && { isDamaged }) };
  } catch {
    return { fault: { code: 'notEncoded', encoding } };
  }
}
