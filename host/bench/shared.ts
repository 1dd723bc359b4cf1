import * as z from 'zod/mini';
import { blockSize } from '../../src/model/block';
import { loadAddon } from '../index';
import { duration, type Figure, type Group } from './figure';
import { cost, type Desk, deskOf, type Files, filesOf, importBlock } from './region';
import { mostChanged } from './tabs';

/** How many share a workbook of how many stores, and how often each of them saves. */
interface Crowd {
  readonly stores: number;
  readonly users: number;
  readonly each: number;
}

const opened = z.object({ ids: z.array(z.string()), columns: z.object({ city: z.array(z.unknown()) }) });
const done = z.object({ status: z.literal('done') });

/** What only some of those who share a workbook do now and then: as much for one tab as for any other. */
function commands(files: Files, stores: number): readonly Figure[] {
  const desk = deskOf(files.code, files.file(stores));
  const checked = cost(desk, () => desk.addon.run('listFindings'));
  const switched = cost(desk, () => desk.addon.command('switchLanguage'));
  return [
    { name: 'the check of a whole workbook', value: checked.calls.length, unit: 'calls', most: 40 },
    { name: 'a switch of language: the most for one tab', value: mostChanged(switched), unit: 'calls', most: 40 },
  ];
}

/** How much more the first block of an import costs than the next: it makes room for those that follow. */
function firstBlock({ code, file }: Files): Figure {
  const desk = deskOf(code, file(0));
  const [first = 0, next = 0] = [0, 1].map(
    (block) =>
      cost(desk, () => importBlock(desk, 1 + block * blockSize, blockSize, (9 - block) * blockSize)).calls.length,
  );
  const note = `the first ${first}, the next ${next}`;
  return { name: 'an import’s first block, beyond the next', value: first - next, unit: 'calls', most: 20, note };
}

/** The cities of a workbook's stores, by their ids. */
function cities({ addon }: Desk): ReadonlyMap<string, unknown> {
  const { ids, columns } = opened.parse(addon.run('openPart', { part: 'stores' }));
  return new Map(ids.map((id, index) => [id, columns.city[index] ?? null]));
}

/** Users who save in turn, each in stores of their own that stand among the others': how many saves are lost. */
function together(files: Files, { stores, users, each }: Crowd): readonly Figure[] {
  const desk = deskOf(files.code, files.file(stores));
  const before = cities(desk);
  const ids = [...before.keys()];
  const addons = Array.from({ length: users }, (_, user) =>
    loadAddon({
      code: files.code,
      workbook: desk.workbook,
      user: { email: `user-${user}@example.com`, locale: 'en_US' },
    }),
  );
  const wanted = new Map<string, string>();
  const used = process.cpuUsage();
  const seconds =
    duration(() => {
      for (let turn = 0; turn < each; turn += 1) {
        for (const [user, addon] of addons.entries()) {
          const id = ids[turn * users + user] ?? '';
          const to = `City of ${user} in turn ${turn}`;
          wanted.set(id, to);
          const changes = [{ record: id, field: 'city', from: before.get(id), to }];
          done.parse(addon.run('saveRecord', { request: `${user} ${turn}`, part: 'stores', changes }));
        }
      }
    }) / 1000;
  const { user, system } = process.cpuUsage(used);
  const after = cities(desk);
  const lost = [...wanted].filter(([id, city]) => after.get(id) !== city).length;
  const name = `${users} users, ${each} saves each`;
  return [
    { name: `${name}: lost`, value: lost, unit: 'saves', most: 0 },
    { name, value: seconds, unit: 's', most: 120 },
    // Where other programs run beside it, what it took itself.
    { name: `${name}: of the processor`, value: (user + system) / 1e6, unit: 's', most: 'comparison' },
  ];
}

/** What many people do in one workbook, in figures. */
export const sharedFigures = (files: Files, crowd: Crowd): readonly Figure[] => [
  ...commands(files, crowd.stores),
  firstBlock(files),
  ...together(files, crowd),
];

/** What many people do in one workbook. */
export function sharedGroup(code: string): Group {
  const files = filesOf(code);
  return {
    title: 'Shared work',
    runs: 1,
    figures: () => sharedFigures(files, { stores: 1000, users: 26, each: 20 }),
  };
}
