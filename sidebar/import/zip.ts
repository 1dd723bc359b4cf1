import { megabytes } from './bytes';
import type { ImportFault } from './fault';
import { limits } from './limits';

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
/** Where the directory's end can begin at the earliest: behind it a comment of 64 KB at most. */
const endLength = 22;
const longestComment = 65_535;
/** Sizes that stand elsewhere, since they are larger than 4 GB. */
const elsewhere = 0xffffffff;

/** Bytes that the parts of an archive say they unpack to: told by its directory alone, nothing is unpacked. */
function unpackedSize(bytes: Uint8Array): number | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - endLength;
  const first = Math.max(0, end - longestComment);
  while (end >= first && view.getUint32(end, true) !== endOfDirectory) end -= 1;
  if (end < first) return undefined;
  let at = view.getUint32(end + 16, true);
  const entries = view.getUint16(end + 10, true);
  let size = 0;
  for (let entry = 0; entry < entries; entry++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== directoryEntry) return undefined;
    const [packed, unpacked] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)];
    // A part that does not say how large it is could be of any size.
    if (unpacked === elsewhere || (unpacked === 0 && packed > 2)) return Number.POSITIVE_INFINITY;
    size += unpacked;
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return size;
}

/** What keeps an archive from being unpacked: it is none, or says that it is larger than any that is read. */
export function unreadable(bytes: Uint8Array): ImportFault | undefined {
  const size = bytes.length < endLength ? undefined : unpackedSize(bytes);
  if (size === undefined) return { code: 'brokenFile' };
  if (size <= limits.unpacked) return undefined;
  const got = Number.isFinite(size) ? megabytes(size) : `> ${megabytes(elsewhere)}`;
  return { code: 'unpacksTooLarge', got, most: megabytes(limits.unpacked) };
}
