const DAY = 86_400_000;
/** 1970-01-01 as a spreadsheet serial: days since 1899-12-30. */
const EPOCH = 25_569;

const clocks = new Map<string, Intl.DateTimeFormat>();

function clock(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
    era: 'short',
  });
  clocks.set(timeZone, made);
  return made;
}

/** What is known already, by time zone and instant: a list's days are read again and again, and asking costs a lot. */
const known = new Map<string, Map<number, number>>();

/** How many instants of a time zone are remembered. */
const most = 10_000;

/** What the clocks of a time zone are ahead of UTC at an instant, in milliseconds. */
function ahead(instant: number, timeZone: string): number {
  if (timeZone === 'Etc/UTC' || timeZone === 'UTC' || timeZone === 'GMT') return 0;
  const there = known.get(timeZone) ?? new Map<number, number>();
  known.set(timeZone, there);
  const before = there.get(instant);
  if (before !== undefined) return before;
  if (there.size >= most) there.clear();
  const found = asked(instant, timeZone);
  there.set(instant, found);
  return found;
}

function asked(instant: number, timeZone: string): number {
  const part: Record<string, string> = {};
  for (const { type, value } of clock(timeZone).formatToParts(instant)) part[type] = value;
  const year = part.era === 'BC' ? 1 - Number(part.year) : Number(part.year);
  const wall = Date.UTC(
    year,
    Number(part.month) - 1,
    Number(part.day),
    Number(part.hour),
    Number(part.minute),
    Number(part.second),
  );
  return wall - Math.floor(instant / 1000) * 1000;
}

/** The spreadsheet serial that clocks in a time zone show at an instant (milliseconds since 1970, UTC). */
export function serialAt(instant: number, timeZone: string): number {
  return (instant + ahead(instant, timeZone)) / DAY + EPOCH;
}

/**
 * The instant (milliseconds since 1970, UTC) at which clocks in a time zone show a spreadsheet serial. In the hour that
 * is skipped in spring the later instant is given, in the hour that comes twice in autumn the earlier one.
 */
export function instantOf(serial: number, timeZone: string): number {
  const wall = Math.round((serial - EPOCH) * DAY);
  // Clocks change at most once within a day either side: the instant by the clocks from before, unless only those from
  // after show the time asked for.
  const before = wall - ahead(wall - DAY, timeZone);
  if (before + ahead(before, timeZone) === wall) return before;
  const after = wall - ahead(wall + DAY, timeZone);
  return after + ahead(after, timeZone) === wall ? after : before;
}
