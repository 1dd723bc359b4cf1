import type { Guard, Place, Zone } from '../extras';

/** What two zones share, if anything. */
function shared(one: Zone, other: Zone): Zone | undefined {
  const zone: Zone = {
    left: Math.max(one.left, other.left),
    right: Math.min(one.right, other.right),
    top: Math.max(one.top, other.top),
    bottom: Math.min(one.bottom, other.bottom),
  };
  return zone.left <= zone.right && zone.top <= zone.bottom ? zone : undefined;
}

/** What is left of a zone without what it shares with another: above, below, and on both sides. */
function without(zone: Zone, other: Zone): readonly Zone[] {
  const hole = shared(zone, other);
  if (!hole) return [zone];
  const { left, right, top, bottom } = zone;
  const parts: readonly Zone[] = [
    { left, right, top, bottom: hole.top - 1 },
    { left, right, top: hole.bottom + 1, bottom },
    { left, right: hole.left - 1, top: hole.top, bottom: hole.bottom },
    { left: hole.right + 1, right, top: hole.top, bottom: hole.bottom },
  ];
  return parts.filter((part) => part.left <= part.right && part.top <= part.bottom);
}

/** Whether any cell of a place is protected with a warning, and not left open in a sheet that is protected as a whole. */
export function isProtected(guards: readonly Guard[], { sheet, zone }: Place): boolean {
  for (const { warningOnly, place, whole, open } of guards) {
    if (!warningOnly || place.sheet !== sheet) continue;
    const held = whole ? zone : shared(zone, place.zone);
    let left: readonly Zone[] = held ? [held] : [];
    for (const { zone: free } of open) left = left.flatMap((part) => without(part, free));
    if (left.length > 0) return true;
  }
  return false;
}
