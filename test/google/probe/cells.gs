/** What a value is, as text. */
function probeKind(value) {
  if (Array.isArray(value)) return JSON.stringify(value);
  if (value === undefined || value === null) return String(value);
  return typeof value === 'object' ? Object.prototype.toString.call(value) : `${typeof value} ${value}`;
}

/** @return {boolean} whether something is refused */
function probeRefused(work) {
  try {
    work();
    return 'accepted';
  } catch (error) {
    return 'refused';
  }
}

/**
 * What the argument is.
 * @param {any} value a value or a range
 * @customfunction
 */
function PROBE_KIND(value) {
  return probeKind(value);
}

/**
 * What the second argument is.
 * @customfunction
 */
function PROBE_SECOND(first, second) {
  return probeKind(second);
}

/**
 * What the argument is where a default stands in for it.
 * @customfunction
 */
function PROBE_DEFAULT(value = 'default') {
  return probeKind(value);
}

/**
 * How many arguments there are.
 * @customfunction
 */
function PROBE_COUNT(...values) {
  return values.length;
}

/**
 * Two rows of two.
 * @customfunction
 */
function PROBE_BLOCK() {
  return [
    [1, 2],
    [3, 4],
  ];
}

/**
 * Throws.
 * @customfunction
 */
function PROBE_THROWS() {
  throw new Error('as it should');
}

/**
 * A day.
 * @customfunction
 */
function PROBE_DAY() {
  return new Date(2027, 0, 1);
}

/**
 * Nothing.
 * @customfunction
 */
function PROBE_NOTHING() {}

/**
 * The workbook's locale.
 * @customfunction
 */
function PROBE_LOCALE() {
  return SpreadsheetApp.getActive().getSpreadsheetLocale();
}

/**
 * Whether the user may be asked for.
 * @customfunction
 */
function PROBE_USER() {
  return probeRefused(() => {
    // Where it is not refused, the address is blank.
    if (Session.getActiveUser().getEmail() === '') throw new Error('blank');
  });
}

/**
 * Whether another cell may be written to.
 * @customfunction
 */
function PROBE_WRITES() {
  return probeRefused(() => {
    SpreadsheetApp.getActive().getSheets()[0].getRange('Z99').setValue(1);
  });
}

function probeKept() {
  /* kept as it stands */
}

function probeHidden_() {
  return 'seen';
}
