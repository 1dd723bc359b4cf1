import type { Addon } from '../../host/addon';
import { filesFrom } from '../../host/services/sheetsApi';
import type { Workbook } from '../../host/workbook';
import { answers } from '../../sidebar/answers';
import { columnLetters } from '../../src/workbook/formula';
import { planVersion } from '../../src/workbook/upgrade';
import { asked } from '../engine/answer';
import { ourSheets, tabIn, valueIn } from '../engine/book';
import { type FollowedPart, keys } from './followed';
import type { Stores } from './region';
import { sent } from './sent';
import type { Shelf, Stand } from './shelf';

/** One thing that the add-on does to a workbook, and what has come of the stores if it says that it is done. */
export interface Command {
  /** What comes before it. */
  readonly before?: (shelf: Shelf) => void;
  /** How it went: an endpoint's status, `done` for a menu's command. */
  readonly run: (shelf: Shelf, who: Addon) => string;
  readonly effect: (stores: Stores) => Stores;
  /** The id of its request, where it has one. */
  readonly request?: string;
  /** Of two users at the same moment only one is told that it is done. */
  readonly once?: true;
  /** How the region stands that it comes upon. */
  readonly stand?: Stand;
  /** It writes nothing that others see: it need not wait for them, nor they for it. */
  readonly isPrivate?: true;
  /** The part that it writes into, which is one in which the plan is followed, and what comes of it there. */
  readonly follows?: {
    readonly part: FollowedPart | 'closings';
    readonly effect: (stores: Stores) => Stores;
  };
  /** What else is wrong, given whether anybody was told that it is done. */
  readonly wrong?: (shelf: Shelf, isDone: boolean) => readonly string[];
}

const change = (shelf: Shelf, store: string, field: string, from: unknown, to: unknown) => ({
  record: shelf.ids.get(store),
  field,
  from,
  to,
});

const set = (store: string, cells: Stores[string]) => (stores: Stores) =>
  store in stores ? { ...stores, [store]: { ...stores[store], ...cells } } : stores;

const without =
  (...names: readonly string[]) =>
  (stores: Stores): Stores =>
    Object.fromEntries(Object.entries(stores).filter(([name]) => !names.includes(name)));

const added =
  (records: Stores) =>
  (stores: Stores): Stores => ({ ...stores, ...records });

const part = 'stores';

const fresh: Stores = {
  N1: { storeId: 'N1', name: 'New N1', ownership: 'franchised' },
  N2: { storeId: 'N2', name: 'New N2', ownership: 'franchised', city: 'New city' },
};

/** A row typed in the grid that has neither id nor formulas yet. */
function typeBare({ addon, workbook }: Shelf): void {
  const { name } = tabIn(workbook, part);
  addon.use(({ SpreadsheetApp }) => {
    SpreadsheetApp.getActive()
      .getSheetByName(name)
      ?.getRange(10, 2, 1, 2)
      .setValues([['G1', 'Typed in the grid']]);
  });
}

const bare: Stores = { G1: { storeId: 'G1', name: 'Typed in the grid' } };

/** A formula of ours typed over: repair puts it right. */
function damage({ addon, workbook, ids }: Shelf): void {
  const tab = tabIn(workbook, part);
  const [row, column] = [tab.rows.get(ids.get('S2') ?? '') ?? -1, tab.columns.get('computedTarget') ?? -1];
  addon.use(({ SpreadsheetApp }) => {
    SpreadsheetApp.getActive()
      .getSheetByName(tab.name)
      ?.getRange(row + 1, column + 1)
      .setValue(4711);
  });
}

/** How a command of the menu went: it says so itself. */
function generated(who: Addon, wish: object): string {
  return asked(who, 'generatePlan', wish).status;
}

/** The id of a record of a part in which the plan is followed, by what people call it; '' where there is no such part. */
function recordOf({ workbook }: Shelf, part: FollowedPart, name: string): string {
  if (!ourSheets(workbook).has(part)) return '';
  const { values, columns } = tabIn(workbook, part);
  const line = values.find((cells) => cells[columns.get(keys[part]) ?? -1] === name);
  return String(line?.[0] ?? '');
}

/** What the log knows a request by that its sender called so; '' where it knows of none. */
function loggedAs({ workbook }: Shelf, request: string): string {
  const { values, columns } = tabIn(workbook, 'log');
  const known = values.map((line) => String(line[columns.get('request') ?? -1]));
  return known.find((id) => id.startsWith(`${request}:`)) ?? '';
}

/** One request that changes a store and an action that is open. */
function inTwoParts(
  shelf: Shelf,
  who: Addon,
  request: string,
  [field, from, to]: readonly [field: string, from: string, to: string],
  keyActions: string,
): string {
  const record = recordOf(shelf, 'actions', 'Roadworks');
  const parts = [
    { part, changes: [change(shelf, 'S3', field, from, to)] },
    { part: 'actions', changes: [{ record, field: 'keyActions', from: null, to: keyActions }] },
  ];
  return sent(who, 'saveParts', { request, parts }).status;
}

/** The figures of a year of which the first three months are known. */
const year = (...first: readonly (number | null)[]): readonly (number | null)[] => [
  ...first,
  ...Array<null>(12 - first.length).fill(null),
];

/** The months that a re-spread writes for a store. */
const anew: readonly number[] = [750, 750, 750, 700, 800, 700, 800, 700, 800, 750, 750, 900];
const followedAnew: Stores[string] = {
  version: 1,
  ...Object.fromEntries(anew.map((target, month) => [`written.${month + 1}`, target])),
};

/** What versions tell that was never followed, and what they tell twice. */
function wrongVersions({ workbook }: Shelf, isDone: boolean): readonly string[] {
  if (!ourSheets(workbook).has('workingVersions')) return [];
  const { values, rows, columns } = tabIn(workbook, 'workingVersions');
  const told = [...rows]
    .filter(([id]) => !id.startsWith('#'))
    .map(([, row]) => {
      const cell = (key: string): string => String(values[row]?.[columns.get(key) ?? -1] ?? '');
      const months = anew.map((_, month) => cell(`months.${month + 1}`));
      return [cell('storeId'), cell('version'), cell('reason'), ...months].join(' ');
    });
  const known = ['S1', '1', 'first quarter', ...anew].join(' ');
  if (isDone && told.length === 0) return ['no version tells what is followed'];
  return told.flatMap((one, index) => [
    ...(one === known ? [] : [`a version tells what was not followed: ${one}`]),
    ...(told.indexOf(one) === index ? [] : [`a version is told twice: ${one}`]),
  ]);
}

const issue = { issue: 'Heat', owner: 'Wu', amount: 12 };

/** What is wrong with the month that is closed, or opened: it comes to what stood there when it was closed. */
function wrongClosing({ workbook }: Shelf, month: 'm1' | 'm2', isClosed: boolean): readonly string[] {
  const tab = tabIn(workbook, 'closings');
  const [on, by, total] = ['closedOn', 'closedBy', 'closedTotal'].map((field) => valueIn(tab, month, field));
  if (!isClosed) return [on, by, total].every((value) => value === '') ? [] : [`${month} is closed: ${by} ${total}`];
  if (on === '' || by === '') return [`${month} is not closed`];
  const { values, columns } = tabIn(workbook, 'actuals');
  const figures = values.map((line) =>
    /^S\d$/.test(String(line[columns.get('storeId') ?? -1])) ? Number(line[columns.get('sales.1') ?? -1] || 0) : 0,
  );
  const sum = figures.reduce((all, figure) => all + figure, 0);
  // What is taken back after it was closed is watched, and does not change what it was closed with.
  const known = month === 'm2' ? [500] : [sum, sum + 200];
  return known.includes(Number(total)) ? [] : [`${month} is closed with ${total} instead of ${sum}`];
}

/** What the log tells of its oldest entries: that they are of long ago. */
function age({ addon, workbook }: Shelf): void {
  const { name, columns } = tabIn(workbook, 'log');
  addon.use(({ SpreadsheetApp }) => {
    const at = (columns.get('when') ?? 0) + 1;
    const long = Array.from({ length: 3 }, () => ['2020-02-03T04:05:06.000Z']);
    SpreadsheetApp.getActive().getSheetByName(name)?.getRange(3, at, 3, 1).setValues(long);
  });
}

/** By what a value is known that headquarters reads. */
const valueKeys = ['version', 'part', 'key', 'measure', 'month'] as const;

/** Values of signed versions that are there more than once. */
function twice({ workbook }: Shelf): readonly string[] {
  if (!ourSheets(workbook).has('signedValues')) return [];
  const { values, rows, columns } = tabIn(workbook, 'signedValues');
  const keys = [...rows]
    .filter(([id]) => !id.startsWith('#'))
    .map(([, row]) => valueKeys.map((key) => String(values[row]?.[columns.get(key) ?? -1])).join(' '));
  return keys.filter((key, index) => keys.indexOf(key) !== index);
}

/** Headers of files whose columns users of a workbook were told to be remembered. */
const remembered = new WeakMap<Workbook, Set<string>>();

/** Workbooks whose plan has not been signed. */
const unsigned: ReadonlySet<Stand> = new Set<Stand>(['six stores to be signed', 'six stores of an earlier plan']);

const signingOf = (who: Addon) => answers.readSigning().parse(who.run('readSigning'));

export const commands: Readonly<Record<string, Command>> = {
  save: {
    request: 'save',
    run: (shelf, who) =>
      sent(who, 'saveRecord', {
        request: 'save',
        part,
        changes: [
          change(shelf, 'S3', 'name', 'Store 3', 'Renamed'),
          change(shelf, 'S3', 'keyActions', 'Action 3', 'Done'),
        ],
      }).status,
    effect: set('S3', { name: 'Renamed', keyActions: 'Done' }),
  },
  'save of a default': {
    request: 'default',
    run: (shelf, who) =>
      sent(who, 'saveRecord', { request: 'default', part, changes: [change(shelf, 'S3', 'growth', null, 0.2)] }).status,
    effect: set('S3', { growth: 0.2 }),
  },
  'save of several': {
    request: 'several',
    run: (shelf, who) =>
      sent(who, 'saveRecord', {
        request: 'several',
        part,
        changes: [
          change(shelf, 'S2', 'city', 'City 2', 'Harbour'),
          change(shelf, 'S5', 'manager', 'Manager 5', 'Next'),
        ],
      }).status,
    effect: (stores) => set('S5', { manager: 'Next' })(set('S2', { city: 'Harbour' })(stores)),
  },
  addition: {
    request: 'addition',
    run: (_, who) => sent(who, 'addRecords', { request: 'addition', part, records: Object.values(fresh) }).status,
    effect: added(fresh),
  },
  removal: {
    request: 'removal',
    run: ({ ids }, who) =>
      sent(who, 'removeRecords', { request: 'removal', part, records: [ids.get('S2'), ids.get('S4')] }).status,
    effect: without('S2', 'S4'),
  },
  import: {
    request: 'import',
    run: (_, who) =>
      sent(who, 'importRecords', {
        request: 'import',
        part,
        records: [
          { storeId: 'S2', name: 'Imported 2', lastYearSales: 2500 },
          { storeId: 'I1', ownership: 'franchised', name: 'Imported new' },
          { storeId: 'S6', city: 'Imported 6' },
        ],
      }).status,
    effect: (stores) =>
      added({ I1: { storeId: 'I1', ownership: 'franchised', name: 'Imported new' } })(
        set('S6', { city: 'Imported 6' })(set('S2', { name: 'Imported 2', lastYearSales: 2500 })(stores)),
      ),
  },
  restoring: {
    request: 'restoring',
    before: ({ addon, ids }) => {
      asked(addon, 'removeRecords', { request: 'gone', part, records: [ids.get('S5')] });
    },
    run: ({ ids }, who) =>
      sent(who, 'restoreRecords', {
        request: 'restoring',
        part,
        records: [{ id: ids.get('S5'), values: { storeId: 'S5', name: 'Store 5', ownership: 'franchised' } }],
      }).status,
    effect: added({ S5: { storeId: 'S5', name: 'Store 5', ownership: 'franchised' } }),
  },
  'typed row': {
    run: ({ workbook }, who) => {
      const { name, values, formulas, columns } = tabIn(workbook, part);
      const typed = values.map((line) => String(line[columns.get('storeId') ?? -1] ?? ''));
      const isTyped = (row: number): boolean =>
        values[row]?.some((value, col) => value !== '' && value !== false && formulas[row]?.[col] === '') === true;
      // Below the row that others may type and leave bare, and below all that stands there by then: anything else is an edit.
      const below = typed.reduce((last, _, row) => (isTyped(row) ? Math.max(last, row + 2) : last), 11);
      who.type(name, `B${typed.includes('T1') ? typed.indexOf('T1') + 1 : below}`, 'T1');
      return 'done';
    },
    effect: added({ T1: { storeId: 'T1' } }),
  },
  opening: {
    before: typeBare,
    run: (_, who) => asked(who, 'openPart', { part }).status,
    effect: (stores) => stores,
  },
  repair: {
    before: (shelf) => {
      typeBare(shelf);
      damage(shelf);
    },
    run: (_, who) => generated(who, { section: '' }),
    effect: (stores) => stores,
  },
  generation: {
    before: typeBare,
    run: (_, who) => generated(who, { section: 'staff' }),
    effect: (stores) => stores,
  },
  switch: {
    run: (_, who) => generated(who, { section: '', language: 'zh' }),
    effect: (stores) => stores,
  },
  signing: {
    once: true,
    stand: 'six stores to be signed',
    run: (_, who) =>
      asked(who, 'signPlan', {
        request: `signing ${who.user.email}`,
        // Nothing is added up where there are only stores.
        planned: null,
        reason: `agreed by ${who.user.email}`,
      }).status,
    effect: (stores) => stores,
    wrong: ({ other }, isDone) => {
      const { signing, versions, isWhole } = signingOf(other);
      const [version] = versions;
      // Before it was signed as the region stands.
      if (!isDone)
        return versions.every(({ reason }) => reason === 'agreed') ? [] : ['it is signed, and nobody was told'];
      if (signing === null || version === undefined) return ['it is signed, and the workbook does not say so'];
      return [
        ...(versions.length === signing.version && isWhole === true ? [] : ['the version is not whole']),
        ...(signing.by === version.signedBy ? [] : ['the workbook names another than the version']),
        ...(version.reason === `agreed by ${version.signedBy}` ? [] : ['the reason is another’s']),
      ];
    },
  },
  reopening: {
    once: true,
    stand: 'six stores, signed',
    run: (_, who) =>
      asked(who, 'reopenPlan', { request: `reopening ${who.user.email}`, reason: `opened by ${who.user.email}` })
        .status,
    effect: (stores) => stores,
    wrong: ({ other }, isDone) => {
      const { signing, versions, isWhole } = signingOf(other);
      const first = versions.find(({ version }) => version === 1);
      if (!first || !isWhole) return isDone ? ['what was signed is not whole'] : [];
      const opened = signing?.version === 1 ? signing.opened : { by: first.openedBy, why: first.openedFor };
      if (!isDone) return (opened?.why ?? '') === '' ? [] : ['it is opened, and nobody was told'];
      return opened?.by === first.openedBy && opened.why === first.openedFor && opened.why === `opened by ${opened.by}`
        ? []
        : ['the workbook and the version tell otherwise who has opened it, and why'];
    },
  },
  'listing what is followed': {
    stand: 'six stores, signed',
    run: (_, who) => generated(who, { section: 'working' }),
    effect: (stores) => stores,
    wrong: ({ workbook, stand }, isDone) => {
      if (!ourSheets(workbook).has('working')) return isDone ? ['what is followed is not there'] : [];
      const { values, rows, columns } = tabIn(workbook, 'working');
      const listed = [...rows]
        .filter(([id]) => !id.startsWith('#'))
        .map(([, row]) => String(values[row]?.[columns.get('storeId') ?? -1]))
        .sort();
      const all = ['S1', 'S2', 'S3', 'S4', 'S5', 'S6'];
      // Before a plan is signed nothing is followed: whoever keeps what was signed adds the stores then.
      const isEarly = unsigned.has(stand) && listed.length === 0;
      const isWhole = isEarly || JSON.stringify(listed) === JSON.stringify(all);
      // A run that was cut off may leave rows to the next one, and none twice.
      return isWhole || (!isDone && new Set(listed).size === listed.length) ? [] : [`followed are ${listed.join(' ')}`];
    },
  },
  're-spread': {
    request: 'respread',
    stand: 'six stores, signed, with what is followed',
    follows: { part: 'working', effect: set('S1', followedAnew) },
    run: (shelf, who) => {
      const record = recordOf(shelf, 'working', 'S1');
      const changes = [
        { record, field: 'version', from: null, to: 1 },
        { record, field: 'written', from: year(), to: anew },
      ];
      return sent(who, 'saveRecord', { request: 'respread', part: 'working', changes, reason: 'first quarter' }).status;
    },
    effect: (stores) => stores,
    wrong: wrongVersions,
  },
  'taking back': {
    request: 'back',
    before: (shelf) => {
      const changes = [change(shelf, 'S3', 'city', 'City 3', 'Mistaken')];
      asked(shelf.addon, 'saveRecord', { request: 'mistake', part, changes });
    },
    run: (shelf, who) => {
      const logged = loggedAs(shelf, 'mistake');
      return asked(who, 'undoLogged', { request: 'back', part, logged, record: shelf.ids.get('S3') }).status;
    },
    effect: set('S3', { city: 'City 3' }),
  },
  'save of two parts': {
    request: 'two parts',
    follows: { part: 'actions', effect: set('Roadworks', { keyActions: 'A sign' }) },
    run: (shelf, who) => inTwoParts(shelf, who, 'two parts', ['manager', 'Manager 3', 'Next'], 'A sign'),
    effect: set('S3', { manager: 'Next' }),
  },
  'taking two parts back': {
    request: 'both back',
    before: (shelf) => {
      inTwoParts(shelf, shelf.addon, 'two mistakes', ['city', 'City 3', 'Mistaken'], 'Mistaken');
    },
    follows: {
      part: 'actions',
      effect: (issues) => {
        const { keyActions: _, ...others } = issues.Roadworks ?? {};
        return { ...issues, Roadworks: others };
      },
    },
    run: (shelf, who) =>
      asked(who, 'undoRequest', { request: 'both back', logged: loggedAs(shelf, 'two mistakes') }).status,
    effect: set('S3', { city: 'City 3' }),
  },
  mending: {
    before: (shelf) => {
      typeBare(shelf);
      damage(shelf);
    },
    run: (_, who) => asked(who, 'mendFindings', { tab: part }).status,
    effect: (stores) => stores,
  },
  purging: {
    before: age,
    run: (_, who) => asked(who, 'purgeLog', { before: '2021-01-01' }).status,
    effect: (stores) => stores,
    wrong: ({ workbook }, isDone) => {
      const { values, columns } = tabIn(workbook, 'log');
      const old = values.filter((line) => String(line[columns.get('when') ?? -1]).startsWith('2020-')).length;
      const told = values.filter((line) => line[columns.get('field') ?? -1] === '#purged').length;
      if (!isDone)
        return old === 3 || (old === 0 && told > 0) ? [] : [`${old} old entries are left, and nobody was told`];
      return old === 0 && told > 0 ? [] : [`${old} old entries are left, and ${told} purges told`];
    },
  },
  'sales import': {
    request: 'sales',
    follows: {
      part: 'actuals',
      effect: (stores) => added({ S5: { storeId: 'S5', 'sales.3': 500 } })(set('S1', { 'sales.1': 110 })(stores)),
    },
    run: (_, who) =>
      sent(who, 'importRecords', {
        request: 'sales',
        part: 'actuals',
        records: [
          { storeId: 'S1', sales: year(110, 150) },
          { storeId: 'S5', sales: year(null, null, 500) },
        ],
        confirmed: true,
      }).status,
    effect: (stores) => stores,
  },
  'sales taken back': {
    request: 'sales back',
    follows: {
      part: 'actuals',
      effect: (stores) => ({ ...stores, S2: { storeId: 'S2' } }),
    },
    run: (shelf, who) =>
      sent(who, 'saveRecord', {
        request: 'sales back',
        part: 'actuals',
        changes: [{ record: recordOf(shelf, 'actuals', 'S2'), field: 'sales', from: year(200), to: year() }],
        reason: 'Import taken back',
      }).status,
    effect: (stores) => stores,
  },
  'closing a month': {
    request: 'closing',
    follows: { part: 'closings', effect: (stores) => stores },
    run: (_, who) => asked(who, 'closeMonth', { request: 'closing', part: 'closings', record: 'm1' }).status,
    effect: (stores) => stores,
    wrong: (shelf, isDone) => wrongClosing(shelf, 'm1', isDone),
  },
  'opening a month': {
    request: 'month',
    follows: { part: 'closings', effect: (stores) => stores },
    run: (_, who) =>
      asked(who, 'closeMonth', { request: 'month', part: 'closings', record: 'm2', reason: 'counted again' }).status,
    effect: (stores) => stores,
    wrong: (shelf, isDone) => wrongClosing(shelf, 'm2', !isDone),
  },
  commitment: {
    request: 'commitment',
    follows: {
      part: 'commitments',
      effect: added({ S2: { store: 'S2', own: 777, promisedBy: 'Zhao' }, S3: { store: 'S3', promisedBy: 'Qian' } }),
    },
    run: (_, who) =>
      sent(who, 'addRecords', {
        request: 'commitment',
        part: 'commitments',
        records: [
          { store: 'S2', promise: 'own', own: 777, promisedBy: 'Zhao' },
          { store: 'S3', promise: 'target', promisedBy: 'Qian' },
        ],
      }).status,
    effect: (stores) => stores,
  },
  'action kept': {
    request: 'action',
    follows: { part: 'actions', effect: set('Rain', { progress: 0.5, keyActions: 'A tent' }) },
    run: (shelf, who) => {
      const record = recordOf(shelf, 'actions', 'Rain');
      const changes = [
        { record, field: 'progress', from: null, to: 0.5 },
        { record, field: 'keyActions', from: null, to: 'A tent' },
      ];
      return sent(who, 'saveRecord', { request: 'action', part: 'actions', changes }).status;
    },
    effect: (stores) => stores,
  },
  'action added': {
    request: 'action added',
    follows: { part: 'actions', effect: (stores) => ({ ...stores, Heat: { ...stores.Heat, ...issue } }) },
    run: (_, who) => {
      const records = [{ ...issue, month: '2027-02', reason: 'traffic' }];
      return sent(who, 'addRecords', { request: 'action added', part: 'actions', records }).status;
    },
    effect: (stores) => stores,
  },
  'keeping values': {
    request: 'values planner@example.com',
    stand: 'six stores, signed',
    run: (_, who) => {
      const answer = answers.keepSigned().parse(who.run('keepSigned', { request: `values ${who.user.email}` }));
      return answer.status === 'done' && answer.kept === 0 ? 'nothing' : answer.status;
    },
    effect: (stores) => stores,
    wrong: (shelf, isDone) => {
      const { lacking } = signingOf(shelf.other);
      return [
        ...(isDone && lacking > 0 ? [`${lacking} signed values are not kept`] : []),
        ...twice(shelf).map((key) => `the signed value ${key} is kept twice`),
      ];
    },
  },
  upgrade: {
    stand: 'six stores of an earlier plan',
    run: (_, who) => generated(who, { section: '', upgrade: true }),
    effect: (stores) => stores,
    wrong: ({ workbook }, isDone) => {
      const kept = workbook.extras.kept.metadata.find(({ key }) => key === 'regionTargets')?.value ?? '';
      return !isDone || kept.includes(`"version":${planVersion},`) ? [] : ['the plan is still of an earlier version'];
    },
  },
  'remembered columns': {
    run: ({ workbook }, who) => {
      const header = `Town of ${who.user.email}`;
      const { status } = asked(who, 'rememberColumns', { part, columns: { [header]: 'city' } });
      const told = remembered.get(workbook) ?? new Set();
      if (status === 'done') remembered.set(workbook, told.add(header));
      return status;
    },
    effect: (stores) => stores,
    wrong: ({ workbook, other }) => {
      const answer = answers.recallColumns().parse(other.run('recallColumns', { part }));
      const there = answer.status === 'done' ? answer.columns : {};
      return [...(remembered.get(workbook) ?? [])]
        .filter((header) => !(header in there))
        .map((header) => `the column “${header}” is not remembered`);
    },
  },
  'year kept': {
    request: 'kept year',
    before: typeYear,
    run: (_, who) => asked(who, 'keepYear', { request: 'kept year', year: typedYear }).status,
    effect: (stores) => stores,
    wrong: (shelf, isDone) => wrongYear(shelf, 'kept year', typedYear, isDone),
  },
  'year put back': {
    request: 'year back',
    before: typeYear,
    run: (_, who) => asked(who, 'putYearBack', { request: 'year back', from: typedYear, to: madeFor }).status,
    effect: (stores) => stores,
    wrong: (shelf, isDone) => wrongYear(shelf, 'year back', madeFor, isDone),
  },
  'file of pages': {
    before: target,
    run: (_, who) =>
      asked(who, 'makeStorePages', { request: `pages of ${who.user.email}`, store: pagesOf(who.user) }).status,
    effect: (stores) => stores,
    wrong: wrongFiles,
  },
  'kept draft': {
    isPrivate: true,
    run: keepDraft,
    effect: (stores) => stores,
    wrong: wrongDrafts,
  },
};

/** The plan with its settings. */
function settle({ addon, workbook }: Shelf): void {
  if (!ourSheets(workbook).has('settings')) addon.run('generatePlan', { section: 'settings', planYear: madeFor });
}

/** Targets for the stores of which pages are made. */
function target(shelf: Shelf): void {
  settle(shelf);
  const changes = ['S1', 'S2'].map((store) => change(shelf, store, 'agreedTarget', null, 9000));
  asked(shelf.addon, 'saveRecord', { request: 'targets', part, changes });
}

/** Types another plan year into the settings, in a plan that has stores; of two commands the second finds it typed. */
function typeYear(shelf: Shelf): void {
  settle(shelf);
  const { addon, workbook } = shelf;
  const { name, rows, columns } = tabIn(workbook, 'settings');
  if (valueIn(tabIn(workbook, 'settings'), 'planYear', 'value.1') === typedYear) return;
  const [row, column] = [rows.get('planYear') ?? -1, columns.get('value.1') ?? -1];
  addon.type(name, `${columnLetters(column + 1)}${row + 1}`, String(typedYear));
}

const madeFor = 2027;
const typedYear = 2028;

/** What is wrong with the plan year: what someone was told stands there, and the log tells it once. */
function wrongYear({ workbook }: Shelf, request: string, year: number, isDone: boolean): readonly string[] {
  const now = Number(valueIn(tabIn(workbook, 'settings'), 'planYear', 'value.1'));
  const { values, columns } = tabIn(workbook, 'log');
  const told = values.filter((line) => {
    const [asked, field, state] = ['request', 'field', 'state'].map((id) => String(line[columns.get(id) ?? -1]));
    return asked?.startsWith(`${request}:`) && field?.startsWith('planYear') && state === 'done';
  });
  const problems = now === madeFor || now === typedYear ? [] : [`the plan is of ${now}`];
  if (told.length > 1) problems.push(`${request} is told ${told.length} times`);
  if (isDone && (now !== year || told.length === 0)) problems.push(`${request} is done, and the plan is of ${now}`);
  if (!isDone && told.length > 0) problems.push(`${request} is told, and nobody was`);
  return problems;
}

/** Longer than one property takes. */
const longDraft = 'typed and not saved '.repeat(300);

/** Users of a workbook who were told that what they typed is kept. */
const drafting = new WeakMap<Workbook, Set<Addon>>();

/** What is typed into a form and not saved, as the sidebar keeps it. */
function keepDraft({ ids, workbook }: Shelf, who: Addon): string {
  const draft = { at: '2027-03-16T08:00:00.000Z', title: 'Store 3', isNew: false, edits: { city: longDraft }, was: {} };
  const { status } = asked(who, 'keepDraft', { part, record: ids.get('S3'), draft });
  if (status === 'done') drafting.set(workbook, (drafting.get(workbook) ?? new Set()).add(who));
  return status;
}

/** Drafts that somebody was told are kept, and that do not come back whole, or come back to others. */
function wrongDrafts({ workbook, addon, other }: Shelf): readonly string[] {
  const told = drafting.get(workbook) ?? new Set();
  return [addon, other].flatMap((who) => {
    const { drafts } = answers.recallDrafts().parse(who.run('recallDrafts'));
    const known = drafts.map(({ edits }) => edits.city);
    if (told.has(who))
      return known.join() === longDraft ? [] : [`${who.user.email} has ${known.length} drafts, or not all of it`];
    return known.every((text) => text === longDraft) ? [] : [`${who.user.email} has half a draft`];
  });
}

/** Files of pages that a user has made, by a title that names their store. */
const pagesOf = ({ email }: Addon['user']): string => (email.startsWith('other') ? 'S2' : 'S1');

/** What is wrong with files: one that was told is there, and no one has made two. */
function wrongFiles({ workbook, addon, other }: Shelf, isDone: boolean): readonly string[] {
  const titles = [...filesFrom(workbook).values()].map(({ settings }) => settings.title);
  const problems = [addon, other].flatMap(({ user }) => {
    const own = titles.filter((title) => title.endsWith(pagesOf(user)));
    return own.length > 1 ? [`${user.email} has ${own.length} files of one request`] : [];
  });
  return isDone && titles.length === 0 ? [...problems, 'a file was told that is not there'] : problems;
}

export { bare, fresh };
