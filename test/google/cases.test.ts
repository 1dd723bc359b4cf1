import { type Answered, isLike } from './case';
import { answers, opened, probe } from './load';
import { rooms } from './rooms';

const answered = new Map<string, Map<string, Answered>>();

beforeAll(async () => {
  const files = await probe();
  for (const { name } of rooms) {
    const addon = opened(files, { answers });
    const got: (Answered & { readonly name: string })[] = JSON.parse(JSON.stringify(addon.run('probeRoom', name)));
    answered.set(name, new Map(got.map((one) => [one.name, one])));
  }
});

const all = rooms.flatMap((room) => room.cases.map((one) => ({ room: room.name, ...one })));

describe.each(rooms)('$name: the host does as Google is said to do', ({ name: room, cases }) => {
  test.each(cases.filter((one) => !one.host))('$name', ({ name, expected }) => {
    const { verdict, got } = answered.get(room)?.get(name) ?? {};
    expect({ verdict, got }).toEqual({ verdict: 'same', got: verdict === 'same' ? got : expected });
  });

  const beyond = cases.filter((one) => one.host);
  if (beyond.length === 0) return;
  test.each(beyond)('$name (beyond the host: $host.cannot)', ({ name }) => {
    // The day the host can do it, the mark goes.
    expect(answered.get(room)?.get(name)?.verdict).not.toBe('same');
  });
});

test('there are as many as were wanted, each with a name of its own, a source, and a reason where the host cannot', () => {
  expect(all.length).toBeGreaterThanOrEqual(150);
  expect(all.filter(({ host }) => host).length).toBeLessThan(20);
  const names = all.map(({ room, name }) => `${room} ${name}`);
  expect(new Set(names).size).toBe(names.length);
  for (const { source, host } of all) {
    expect(source.length).toBeGreaterThan(4);
    if (host) expect(host.cannot.length).toBeGreaterThan(10);
  }
});

test('a case whose answers are all allowed tells nothing: none lists what it expects again', () => {
  for (const { name, expected, or = [] } of all)
    expect({ name, again: or.filter((one) => isLike(one, expected) && expected !== 'General') }).toEqual({
      name,
      again: [],
    });
});
