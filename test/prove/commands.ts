import type { Addon } from '../../host/addon';
import { answers } from '../../sidebar/answers';
import { asked } from '../engine/answer';
import { tabIn } from '../engine/book';
import type { Stores } from './region';
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

const signingOf = (who: Addon) => answers.readSigning().parse(who.run('readSigning'));

export const commands: Readonly<Record<string, Command>> = {
  save: {
    request: 'save',
    run: (shelf, who) =>
      asked(who, 'saveRecord', {
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
      asked(who, 'saveRecord', { request: 'default', part, changes: [change(shelf, 'S3', 'growth', null, 0.2)] })
        .status,
    effect: set('S3', { growth: 0.2 }),
  },
  'save of several': {
    request: 'several',
    run: (shelf, who) =>
      asked(who, 'saveRecord', {
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
    run: (_, who) => asked(who, 'addRecords', { request: 'addition', part, records: Object.values(fresh) }).status,
    effect: added(fresh),
  },
  removal: {
    request: 'removal',
    run: ({ ids }, who) =>
      asked(who, 'removeRecords', { request: 'removal', part, records: [ids.get('S2'), ids.get('S4')] }).status,
    effect: without('S2', 'S4'),
  },
  import: {
    request: 'import',
    run: (_, who) =>
      asked(who, 'importRecords', {
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
      asked(who, 'restoreRecords', {
        request: 'restoring',
        part,
        records: [{ id: ids.get('S5'), values: { storeId: 'S5', name: 'Store 5', ownership: 'franchised' } }],
      }).status,
    effect: added({ S5: { storeId: 'S5', name: 'Store 5', ownership: 'franchised' } }),
  },
  'typed row': {
    run: ({ workbook }, who) => {
      const { name, values, columns } = tabIn(workbook, part);
      const typed = values.map((line) => String(line[columns.get('storeId') ?? -1] ?? ''));
      // Below the row that others may type and leave bare, and below all that stands there by then: anything else is an edit.
      const below = typed.reduce((last, text, row) => (text === '' ? last : Math.max(last, row + 2)), 11);
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
};

export { bare, fresh };
