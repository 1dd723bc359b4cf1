import type { Addon } from '../../host/addon';
import { answers } from '../../sidebar/answers';
import type { SigningAnswer } from '../../src/app/endpoints/signing';
import type { Difference } from '../../src/app/signing';
import { type Desk, openedDesk, plannedDesk, savedFile, userOf } from '../engine/addon';
import { asked, listing, wrote } from '../engine/answer';
import { tabIn, valueIn } from '../engine/book';
import { checked } from '../engine/checked';
import { kept } from '../kept';
import { places } from '../places';
import { trim } from '../sheets/desk';
import { openPlan } from './opened';

/** A small region: settings, baseline, expansion and three stores, one of them without sales of last year. */
function made(): string {
  const desk = plannedDesk({ sections: ['settings', 'baseline', 'expansion', 'stores'] });
  const set = (request: string, part: string, record: string, values: Readonly<Record<string, unknown>>): void => {
    const changes = Object.entries(values).map(([field, to]) => ({
      record,
      field,
      from: Array.isArray(to) ? to.map(() => null) : null,
      to,
    }));
    wrote(desk.addon, 'saveRecord', { request, part, changes });
  };
  set('terms', 'settings', 'settings', { companyTarget: 50_000 });
  set('growth', 'baseline', 'franchised', { growth: 0.1 });
  set('mall', 'expansion', 'mall', { targetOpenings: 2, openings: [0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0] });
  const records = [
    { storeId: '007', name: 'North', ownership: 'franchised', lastYearSales: 12_000, signedOn: '2026-10-20' },
    { storeId: 'S2', name: 'South', ownership: 'franchised', lastYearSales: 24_000, closedOn: '2027-06-30' },
    { storeId: 'S3', name: 'East', ownership: 'franchised' },
  ];
  wrote(desk.addon, 'addRecords', { request: 'stores', part: 'stores', records });
  trim(desk.addon, desk.workbook);
  return savedFile(desk.workbook);
}

interface Region extends Desk {
  readonly other: Addon;
  readonly ids: readonly string[];
}

function region(): Region {
  const desk = openedDesk(kept('a region to be signed', made));
  const ids = listing(desk.addon, 'stores').map(({ id }) => id);
  return { ...desk, other: userOf(desk.workbook, 'other@example.com'), ids };
}

const signing = (addon: Addon): SigningAnswer => answers.readSigning().parse(addon.run('readSigning'));
function compared(addon: Addon, from: number, to: number | null): readonly Difference[] {
  const answer = answers.compareSigned().parse(addon.run('compareSigned', { from, to }));
  if (answer.status !== 'done') throw new Error(answer.message);
  return answer.differences;
}

const sign = (addon: Addon, request: string, reason?: string) =>
  asked(addon, 'signPlan', { request, planned: signing(addon).planned, ...(reason && { reason }) });
const reopen = (addon: Addon, request: string, reason: string) => asked(addon, 'reopenPlan', { request, reason });

const months = (month: (index: number) => number) =>
  Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`months.${index + 1}`, month(index)]));

/** 12,000 and 24,000 by 10 % more, the second store to the end of June; the third by the average of both. */
const kept1 = [
  { storeId: '007', name: 'North', annual: 13_200, floor: 11_880, stretch: 14_520, ...months(() => 1100) },
  {
    storeId: 'S2',
    name: 'South',
    annual: 13_200,
    floor: 11_880,
    stretch: 14_520,
    ...months((index) => (index < 6 ? 2200 : 0)),
  },
  { storeId: 'S3', name: 'East', annual: 19_800, floor: 17_820, stretch: 21_780, ...months(() => 1650) },
];

const rows = (addon: Addon, part: string, version: number): readonly Readonly<Record<string, unknown>>[] =>
  listing(addon, part)
    .map(({ values }) => values)
    .filter((values) => values.version === version);

describe('signing', () => {
  test('what is still open is told first, and signed only for a reason', () => {
    const { addon, workbook } = region();
    const before = savedFile(workbook);
    const { doubts, planned, signing: none, versions, isWhole } = signing(addon);
    expect(doubts.map(({ part, message }) => `${part}: ${message}`)).toEqual([
      'expansion: Channels without an owner: 1.',
      'stores: Stores without last year’s sales: 1.',
      'stores: Stores that have not signed their target: 2.',
    ]);
    expect([none, versions, isWhole]).toEqual([null, [], null]);
    expect(sign(addon, 'a')).toMatchObject({ status: 'doubtful', doubts });
    expect(sign(addon, 'b', '   ')).toMatchObject({ status: 'doubtful' });
    // Seen with another total than it has now.
    expect(asked(addon, 'signPlan', { request: 'c', planned: (planned ?? 0) - 1, reason: 'x' })).toMatchObject({
      status: 'doubtful',
      message: expect.stringContaining('changed since'),
    });
    expect(savedFile(workbook)).toBe(before);
  });

  test('targets stand as values, a row a store and a channel, with version, day and who', () => {
    const { addon, workbook } = region();
    expect(sign(addon, 'a', 'agreed in October')).toEqual({ status: 'done', version: 1 });
    const stamp = { version: 1, signedBy: 'planner@example.com', signedOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) };
    expect(rows(addon, 'signedTargets', 1)).toEqual(kept1.map((row) => ({ ...row, ...stamp })));
    const { columns, formulas } = tabIn(workbook, 'signedTargets');
    // What the follow-up finds a row by, and where it is followed, is hidden and no target.
    const finding = new Set([columns.get('foundBy'), columns.get('foundByAt')]);
    const values = formulas.slice(3).map((row) => row.filter((_, at) => !finding.has(at)));
    expect(values.flat().filter((formula) => formula !== '')).toEqual([]);
    const total = (column: string) => valueIn(tabIn(workbook, 'signedTargets'), '#total', column);
    expect([total('annual'), total('months.1')]).toEqual([46_200, 4950]);
    const [mall] = rows(addon, 'signedOpenings', 1).filter(({ channel }) => channel === 'mall');
    expect(mall).toMatchObject({ annual: 2, 'openings.3': 1, 'openings.6': 1, enabled: true });
    const [version] = rows(addon, 'signedVersions', 1);
    expect(version).toMatchObject({ reason: 'agreed in October', rows: 10, companyTarget: 50_000, planned: 68_850 });
    expect(openPlan(addon).signing).toMatchObject({ version: 1, by: 'planner@example.com', opened: null });
    expect(signing(addon)).toMatchObject({ isWhole: true, versions: [{ version: 1, openedOn: '' }] });
  });

  test('whoever signs stays on the tab that they were on', () => {
    const { addon, workbook } = region();
    const { model } = workbook;
    const sheetIdTo =
      model.getters.getSheetIds().find((id) => model.getters.getSheetName(id) === 'Expansion plan') ?? '';
    model.dispatch('ACTIVATE_SHEET', { sheetIdFrom: model.getters.getActiveSheetId(), sheetIdTo });
    expect(model.getters.getActiveSheetId()).toBe(sheetIdTo);
    expect(sign(addon, 'a', 'agreed in October')).toEqual({ status: 'done', version: 1 });
    expect(model.getters.getActiveSheetId()).toBe(sheetIdTo);
  });

  test('asked twice it is signed once, and a signed plan is not signed again', () => {
    const { addon } = region();
    const request = { request: 'a', planned: signing(addon).planned, reason: 'x' };
    expect(asked(addon, 'signPlan', request)).toEqual({ status: 'done', version: 1 });
    expect(asked(addon, 'signPlan', request)).toEqual({ status: 'done', version: 1 });
    expect(sign(addon, 'b', 'x')).toMatchObject({ status: 'invalid', message: expect.stringContaining('V1') });
    expect(rows(addon, 'signedTargets', 1)).toHaveLength(3);
    expect(listing(addon, 'signedVersions')).toHaveLength(1);
  });
});

describe('a signed plan', () => {
  const signed = (): Region => {
    const desk = openedDesk(
      kept('a signed region', () => {
        const { addon, workbook } = region();
        sign(addon, 'a', 'agreed');
        return savedFile(workbook);
      }),
    );
    const ids = listing(desk.addon, 'stores').map(({ id }) => id);
    return { ...desk, other: userOf(desk.workbook, 'other@example.com'), ids };
  };
  const change = (record: string | undefined, field: string, from: unknown, to: unknown) => ({
    record,
    field,
    from,
    to,
  });

  test.each<[string, string, (ids: readonly string[]) => object]>([
    ['a growth', 'saveRecord', () => ({ part: 'baseline', changes: [change('franchised', 'growth', 0.1, 0.5)] })],
    ['a closing', 'saveRecord', ([id]) => ({ part: 'stores', changes: [change(id, 'closedOn', null, '2027-03-31')] })],
    [
      'the target',
      'saveRecord',
      () => ({ part: 'settings', changes: [change('settings', 'companyTarget', 50_000, 1)] }),
    ],
    [
      'what is closed beside what is open',
      'saveRecord',
      ([id]) => ({ part: 'stores', changes: [change(id, 'keyActions', null, 'x'), change(id, 'area', null, 9)] }),
    ],
    ['a new store', 'addRecords', () => ({ part: 'stores', records: [{ storeId: 'S4', ownership: 'franchised' }] })],
    ['a store less', 'removeRecords', ([id]) => ({ part: 'stores', records: [id] })],
    ['a list', 'importRecords', () => ({ part: 'stores', records: [{ storeId: 'S2', lastYearSales: 25_000 }] })],
  ])('answers that it is signed before %s is written', (_, endpoint, request) => {
    const { other, workbook, ids } = signed();
    const before = savedFile(workbook);
    const answer = asked(other, endpoint, { request: 'x', ...request(ids) });
    expect(answer).toMatchObject({
      status: 'signed',
      message: expect.stringMatching(/V1 on .* by planner@example.com/),
    });
    expect(savedFile(workbook)).toBe(before);
  });

  test.each<[string, (ids: readonly string[]) => object]>([
    ['who, until when and how far', () => ({ part: 'expansion', changes: [change('mall', 'progress', null, 0.5)] })],
    ['key actions', ([id]) => ({ part: 'stores', changes: [change(id, 'keyActions', null, 'window')] })],
    ['data through', () => ({ part: 'settings', changes: [change('settings', 'dataThrough', null, '2027-04-15')] })],
  ])('stays open for %s', (_, request) => {
    const { other, ids } = signed();
    expect(asked(other, 'saveRecord', { request: 'x', ...request(ids) }).status).toBe('done');
  });

  test('stays open for people, and for an import that changes nothing', () => {
    const { addon } = signed();
    wrote(addon, 'addRecords', { request: 'x', part: 'people', records: [{ person: 'Li Na' }] });
    wrote(addon, 'importRecords', {
      request: 'y',
      part: 'stores',
      records: [{ storeId: 'S2', lastYearSales: 24_000 }],
    });
  });

  test.each<[string, (id: string) => object]>([
    ['saveRecord', (id) => ({ changes: [change(id, 'annual', 13_200, 1)], reason: 'better' })],
    ['removeRecords', (id) => ({ records: [id] })],
    ['restoreRecords', (id) => ({ records: [{ id, values: { annual: 1 } }] })],
    ['addRecords', () => ({ records: [{ version: 1, storeId: 'S9', annual: 1 }], reason: 'new' })],
    ['importRecords', () => ({ records: [{ version: 1, storeId: 'S2', annual: 1 }] })],
  ])('keeps what was signed from %s, also once it is opened', (endpoint, request) => {
    const { addon, workbook } = signed();
    reopen(addon, 'o', 'to try');
    const [first] = listing(addon, 'signedTargets');
    const before = savedFile(workbook);
    const answer = asked(addon, endpoint, { request: 'x', part: 'signedTargets', ...request(first?.id ?? '') });
    expect(answer).toMatchObject({ status: 'invalid', message: expect.stringContaining('stays as it was') });
    expect(savedFile(workbook)).toBe(before);
  });

  test('a save that was on its way when the plan was signed answers so', () => {
    const { addon, other, ids, workbook } = region();
    let isSigned = false;
    other.hook((name) => {
      if (isSigned || !name.endsWith('tryLock')) return;
      isSigned = true;
      sign(addon, 'a', 'agreed');
    });
    const changes = [change(ids[0], 'agreedTarget', null, 99_000)];
    expect(asked(other, 'saveRecord', { request: 'late', part: 'stores', changes }).status).toBe('signed');
    expect(isSigned).toBe(true);
    expect(valueIn(tabIn(workbook, 'stores'), ids[0] ?? '', 'agreedTarget')).toBe('');
  });

  test('whatever is typed later, the signed values stay; signed again they are a second version', () => {
    const { addon, other, ids, workbook } = signed();
    const first = listing(addon, 'signedTargets');
    expect(compared(addon, 1, null)).toEqual([]);
    expect(reopen(other, 'o', ' ')).toMatchObject({ status: 'invalid' });
    expect(reopen(other, 'o', 'the mall closes')).toEqual({ status: 'done', version: 1 });
    expect(reopen(other, 'o2', 'again')).toMatchObject({ status: 'invalid' });
    expect(openPlan(addon).signing).toMatchObject({
      version: 1,
      by: 'planner@example.com',
      opened: { by: 'other@example.com', why: 'the mall closes' },
    });
    const save = (request: string, part: string, ...changes: readonly object[]) =>
      wrote(addon, 'saveRecord', { request, part, changes });
    save('1', 'baseline', change('franchised', 'growth', 0.1, 0.2));
    save('2', 'stores', change(ids[0], 'closedOn', null, '2027-03-31'), change(ids[1], 'name', 'South', 'Deep South'));
    wrote(addon, 'removeRecords', { request: '3', part: 'stores', records: [ids[2]] });
    wrote(addon, 'addRecords', {
      request: '4',
      part: 'stores',
      records: [{ storeId: 'S4', name: 'West', ownership: 'franchised', agreedTarget: 600 }],
    });
    expect(listing(addon, 'signedTargets')).toEqual(first);
    expect(compared(addon, 1, null)).toMatchObject([
      { part: 'signedTargets', name: 'North', from: 13_200, to: 3600 },
      { part: 'signedTargets', name: 'Deep South', from: 13_200, to: 14_400, months: [1, 2, 3, 4, 5, 6] },
      { part: 'signedTargets', name: 'East', from: 19_800, to: null },
      { part: 'signedTargets', name: 'West', from: null, to: 600 },
    ]);
    expect(sign(addon, 'b', 'agreed anew')).toEqual({ status: 'done', version: 2 });
    expect(listing(addon, 'signedTargets').slice(0, 3)).toEqual(first);
    expect(rows(addon, 'signedTargets', 2).map(({ storeId, annual }) => [storeId, annual])).toEqual([
      ['007', 3600],
      ['S2', 14_400],
      ['S4', 600],
    ]);
    expect(compared(addon, 1, 2)).toHaveLength(4);
    expect(compared(addon, 2, null)).toEqual([]);
    expect(valueIn(tabIn(workbook, 'signedTargets'), '#total', 'annual')).toBe(18_600);
    expect(signing(addon)).toMatchObject({
      isWhole: true,
      versions: [
        { version: 2, openedOn: '' },
        { version: 1, openedBy: 'other@example.com', openedFor: 'the mall closes' },
      ],
    });
  });

  const valuesOf = (addon: Addon): readonly string[] =>
    listing(addon, 'signedValues').map(({ values }) =>
      ['version', 'region', 'year', 'part', 'key', 'name', 'measure', 'month', 'value']
        .map((column) => String(values[column]))
        .join(' '),
    );
  const keepSigned = (addon: Addon, request: string) => asked(addon, 'keepSigned', { request });

  test('every version is kept value by value for headquarters, once, whatever is typed later and whoever adds them', () => {
    const { addon, other, ids } = signed();
    const lacking = signing(addon).lacking;
    // Another user adds them while this one waits for the lock.
    let isMeanwhile = false;
    other.hook((name) => {
      if (isMeanwhile || !name.endsWith('tryLock')) return;
      isMeanwhile = true;
      expect(keepSigned(addon, 'v')).toEqual({ status: 'done', kept: lacking, left: 0 });
    });
    expect(keepSigned(other, 'w').status).toBe('busy');
    other.hook();
    expect(keepSigned(other, 'w')).toEqual({ status: 'done', kept: 0, left: 0 });
    const first = valuesOf(addon);
    const [region, year] = ['华东', 2027];
    const row = (rest: string): string => `1 ${region} ${year} ${rest}`;
    expect(first).toHaveLength(lacking);
    expect(new Set(first).size).toBe(lacking);
    expect(first.slice(0, 2)).toEqual([
      row(`region region ${region} planned 0 68850`),
      row(`region region ${region} companyTarget 0 50000`),
    ]);
    expect(first.filter((line) => line.includes(' stores S2 '))).toEqual([
      row('stores S2 South target 0 13200'),
      row('stores S2 South floor 0 11880'),
      row('stores S2 South stretch 0 14520'),
      ...Array.from({ length: 12 }, (_, index) => row(`stores S2 South target ${index + 1} ${index < 6 ? 2200 : 0}`)),
    ]);
    expect(first.filter((line) => / expansion mall mall (?:enabled|openings) (?:0|3|4) /.test(line))).toEqual([
      row('expansion mall mall enabled 0 1'),
      row('expansion mall mall openings 0 2'),
      row('expansion mall mall openings 3 1'),
      row('expansion mall mall openings 4 0'),
    ]);
    // 45 values of stores, 2 of the region, 15 of the mall channel, and whether each other channel counted.
    expect(first).toHaveLength(45 + 2 + 15 + 6);
    reopen(addon, 'o', 'a new name');
    wrote(addon, 'saveRecord', {
      request: 'n',
      part: 'stores',
      changes: [change(ids[1], 'name', 'South', 'Deep South')],
    });
    expect(keepSigned(addon, 'x')).toMatchObject({ kept: 0 });
    sign(addon, 'b', 'agreed anew');
    expect(keepSigned(addon, 'y')).toEqual({ status: 'done', kept: lacking, left: 0 });
    const both = valuesOf(addon);
    expect(both.slice(0, lacking)).toEqual(first);
    expect(both.slice(lacking)).toContain(`2 ${region} ${year} stores S2 Deep South target 0 13200`);
    expect(checked(addon).filter((line) => line.startsWith('Signed'))).toEqual([]);
  });

  test('values that a run which was cut off has left out are added by the next', () => {
    const { addon, other } = signed();
    const { lacking } = signing(addon);
    addon.hook((name, index) => {
      if (index > 41 && /setValues?$/.test(name)) throw new Error('cut off');
    });
    expect(() => keepSigned(addon, 'v')).toThrow('cut off');
    addon.hook();
    while (signing(other).lacking > 0) expect(keepSigned(other, 'w').status).toBe('done');
    expect(new Set(valuesOf(other)).size).toBe(lacking);
    expect(valuesOf(other)).toHaveLength(lacking);
  });

  test('the target sheet says what was signed, and by how much the plan has moved since', () => {
    const { addon, workbook } = signed();
    addon.run('generatePlan', { section: 'targetSheet' });
    const said = (): unknown => valueIn(tabIn(workbook, 'targetSheet'), 'title', 'c8');
    const signedAs = /^Signed V1 on \d{4}-\d\d-\d\d by planner@example.com$/;
    expect(said()).toMatch(signedAs);
    reopen(addon, 'o', 'the mall closes');
    const grow = (request: string, from: number, to: number) =>
      wrote(addon, 'saveRecord', { request, part: 'baseline', changes: [change('franchised', 'growth', from, to)] });
    grow('1', 0.1, 0.2);
    // 12,000 + 24,000 × 6 ÷ 12 + 18,000, each by a tenth: 4,200 of the 68,850 signed, in thousands.
    expect(said()).toMatch(/ · opened again · since then \+4\.20 \(\+6\.1%\)$/);
    grow('2', 0.2, 0);
    expect(said()).toMatch(/ · since then -4\.20 \(-6\.1%\)$/);
    grow('3', 0, 0.1);
    expect(said()).toMatch(/ · opened again$/);
    addon.command('switchLanguage');
    expect(said()).toMatch(/^已签署 V1：\d{4}-\d\d-\d\d，planner@example.com · 已重新打开$/);
  });

  test('a value that someone changes in the grid is told by the check and by the checksum', () => {
    const { addon, workbook } = signed();
    const tab = tabIn(workbook, 'signedTargets');
    const [row, column] = [
      (tab.rows.get(listing(addon, 'signedTargets')[1]?.id ?? '') ?? 0) + 1,
      (tab.columns.get('annual') ?? 0) + 1,
    ];
    addon.use(({ SpreadsheetApp }) => {
      SpreadsheetApp.getActive().getSheetByName(tab.name)?.getRange(row, column).setValue(1);
    });
    expect(signing(addon).isWhole).toBe(false);
    expect(checked(addon).join('\n')).toContain('“13200” was imported');
  });

  test('is the same plan in the other language', () => {
    const { addon } = signed();
    addon.command('switchLanguage');
    expect(signing(addon)).toMatchObject({ isWhole: true, signing: { version: 1 } });
    expect(compared(addon, 1, null)).toEqual([]);
    expect(checked(addon).filter((line) => /签署|Signed/.test(line))).toEqual([]);
  });

  test('warns before its inputs are typed into, and no longer once it is opened', () => {
    const { addon, workbook } = signed();
    const open = (part: string): readonly string[] =>
      addon.use(({ SpreadsheetApp }) => {
        const sheet = SpreadsheetApp.getActive().getSheetByName(tabIn(workbook, part).name);
        const [held] = sheet?.getProtections(SpreadsheetApp.ProtectionType.SHEET) ?? [];
        return (held?.getUnprotectedRanges() ?? []).map((range) => range.getA1Notation());
      });
    const parts = ['stores', 'settings', 'baseline', 'people'];
    const closed = parts.map(open);
    const { columns } = tabIn(workbook, 'stores');
    expect(closed[0]).toHaveLength(1);
    expect(columns.get('keyActions')).toBeGreaterThan(0);
    expect(closed[2]).toEqual([]);
    reopen(addon, 'o', 'more');
    const again = parts.map(open);
    const fresh = region();
    const before = parts.map((part) =>
      fresh.addon.use(({ SpreadsheetApp }) => {
        const sheet = SpreadsheetApp.getActive().getSheetByName(tabIn(fresh.workbook, part).name);
        const [held] = sheet?.getProtections(SpreadsheetApp.ProtectionType.SHEET) ?? [];
        return (held?.getUnprotectedRanges() ?? []).map((range) => range.getA1Notation());
      }),
    );
    expect(again.map((ranges) => ranges.length)).toEqual(before.map((ranges) => ranges.length));
    expect(closed[3]).toEqual(before[3]);
  });
});

describe('a run that is cut off once its tabs are there', () => {
  const ready = (): Region => {
    const file = kept('a region with tabs to sign in', () => {
      const { addon, workbook } = region();
      addon.run('generatePlan', { section: 'signedTargets' });
      return savedFile(workbook);
    });
    const desk = openedDesk(file);
    return { ...desk, other: desk.addon, ids: [] };
  };
  const whole = ready();
  const request = { request: 'a', planned: signing(whole.addon).planned, reason: 'agreed' };
  whole.addon.calls.reset();
  whole.addon.run('signPlan', request);
  // Of each tab the log's rows, its own, and that they are done; then what the workbook says of itself, and a warning.
  const positions = whole.addon.calls.sequence.flatMap(({ name }, index) =>
    /setValues?$|setUnprotectedRanges/.test(name) ? [index] : [],
  );
  const few = [1, 3, 7, 9, 10].map((index) => positions[index] ?? 0);

  /** Nothing answers any more from a call on. Once it is signed, what only warns may be left out. */
  function cutOff(addon: Region['addon'], position: number): void {
    addon.hook((_, index) => {
      if (index >= position) throw new Error('cut off');
    });
    try {
      expect(asked(addon, 'signPlan', request)).toEqual({ status: 'done', version: 1 });
    } catch (error) {
      expect(String(error)).toContain('cut off');
    }
    addon.hook();
  }

  test.each(few.map((position) => [whole.addon.calls.sequence[position]?.name ?? '', position]))(
    'at %s (%i): signing again ends with one whole version',
    (_, position) => {
      const { addon } = ready();
      cutOff(addon, position);
      const answer = sign(addon, 'again', 'agreed');
      if (answer.status !== 'done')
        expect(answer).toMatchObject({ message: expect.stringContaining('already, as V1') });
      expect(signing(addon)).toMatchObject({ isWhole: true, signing: { version: 1, opened: null } });
      expect(signing(addon).versions).toHaveLength(1);
      expect(listing(addon, 'signedTargets').map(({ values }) => values.annual)).toEqual([13_200, 13_200, 19_800]);
    },
  );

  /** Another user's save, of what is signed or of a name beside it. */
  const saved = ({ workbook, addon }: Region, change: object): string => {
    const [first = '', second = ''] = listing(addon, 'stores').map(({ id }) => id);
    const changes = [{ record: 'agreedTarget' in change ? first : second, ...changeOf(change) }];
    return asked(userOf(workbook, 'other@example.com'), 'saveRecord', { request: 'late', part: 'stores', changes })
      .status;
  };
  const agreed = { agreedTarget: 99_000, from: null };
  const renamed = { name: 'Deep South', from: 'South' };
  const changeOf = ({ from, ...cells }: { readonly from?: unknown }): object => {
    const [[field, to] = ['', null]] = Object.entries(cells);
    return { field, from, to };
  };

  /** Nothing of a version contradicts another thing of it, or the plan. */
  function expectWhole({ addon }: Region): void {
    const { isWhole, signing: told, versions } = signing(addon);
    expect({ isWhole, told: told?.version, versions: versions.length }).toEqual({
      isWhole: true,
      told: 1,
      versions: 1,
    });
    expect(compared(addon, 1, null)).toEqual([]);
    const [version] = rows(addon, 'signedVersions', 1);
    expect(version?.planned).toBe(signing(addon).planned);
  }

  test.each(places(whole.addon.calls.total, 'saves while it signs', 48))(
    'another user’s save before call %i of signing is in the version, or waits, or has the plan looked at anew',
    (position) => {
      const desk = ready();
      let status = '';
      desk.addon.hook((_, index) => {
        if (index !== position) return;
        desk.addon.hook();
        status = saved(desk, agreed);
      });
      const answer = asked(desk.addon, 'signPlan', request).status;
      desk.addon.hook();
      expect(['done', 'busy', 'signed']).toContain(status);
      expect(answer).toBe(status === 'done' ? 'doubtful' : 'done');
      if (answer === 'doubtful') expect(sign(desk.addon, 'a', 'agreed')).toEqual({ status: 'done', version: 1 });
      expectWhole(desk);
    },
  );

  test.each([agreed, renamed].flatMap((change) => few.map((position) => ({ change, position }))))(
    'cut off at call $position, $change saved, and the same request again: one whole version',
    ({ change, position }) => {
      const desk = ready();
      cutOff(desk.addon, position);
      const status = saved(desk, change);
      if (status === 'signed') return;
      expect(status).toBe('done');
      expect(sign(desk.addon, 'a', 'agreed')).toEqual({ status: 'done', version: 1 });
      expectWhole(desk);
    },
  );
});

describe('from the menu', () => {
  test('what is open is told with the question why; then it is signed, and opened again for a reason', () => {
    const { addon } = region();
    addon.answer({ text: '' }, { text: 'agreed' });
    addon.command('signWorkbook');
    expect(addon.seen[0]).toMatchObject({
      kind: 'prompt',
      prompt: expect.stringMatching(/· Channels without an owner: 1\.\n[\s\S]*68,850 CNY in all/),
    });
    expect(addon.seen[1]).toMatchObject({ prompt: expect.stringContaining('Please give a reason.') });
    expect(signing(addon).signing).toMatchObject({ version: 1, opened: null });
    addon.answer({ button: 'CANCEL' });
    addon.command('signWorkbook');
    expect(signing(addon).signing).toMatchObject({ opened: null });
    addon.answer({ text: 'the mall closes' });
    addon.command('signWorkbook');
    expect(signing(addon).signing).toMatchObject({ opened: { why: 'the mall closes' } });
  });

  test('what the plan comes to is told with its currency, to a Chinese reader in Chinese', () => {
    const { workbook, addon } = region();
    const told = (locale: string): string => {
      const reader = userOf(workbook, 'reader@example.com', { user: { email: 'reader@example.com', locale } });
      reader.answer({ button: 'CANCEL' });
      reader.command('signWorkbook');
      return JSON.stringify(reader.seen[0]);
    };
    expect(told('zh_CN')).toContain('合计 68,850元');
    const changes = [{ record: 'settings', field: 'currency', from: null, to: 'USD' }];
    expect(asked(addon, 'saveRecord', { request: 'usd', part: 'settings', changes })).toMatchObject({ status: 'done' });
    expect(told('zh_CN')).toContain('合计 68,850 USD');
    expect(told('en_US')).toContain('with 68,850 USD in all');
  });

  test('without a plan that is said', () => {
    const { addon } = plannedDesk({ sections: ['settings'] });
    addon.answer({ button: 'YES' }, { text: 'x' });
    addon.command('signWorkbook');
    expect(signing(addon).signing).toBeNull();
  });
});
