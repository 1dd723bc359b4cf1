import { type Given, type Room, tried, Unsure } from '../case';

const KEY = 'probe case';

const documentOf = ({ PropertiesService }: Given) => PropertiesService.getDocumentProperties();

function cacheOf({ CacheService }: Given): GoogleAppsScript.Cache.Cache {
  const cache = CacheService?.getUserCache();
  if (!cache) throw new Unsure('there is no cache here');
  return cache;
}

const noCache = { cannot: 'it has no cache: the add-on uses none' };

/** What is kept between executions, and the lock. */
export const stores: Room = {
  name: 'stores',
  cases: [
    {
      name: 'a property is kept, read and deleted',
      act: (given) => {
        const properties = documentOf(given);
        properties.setProperty(KEY, '{"a":"店"}');
        const kept = properties.getProperty(KEY);
        const known = properties.getKeys().includes(KEY);
        properties.deleteProperty(KEY);
        return [kept, known, properties.getProperty(KEY)];
      },
      expected: ['{"a":"店"}', true, null],
      source: 'gas-fakes, test/teststores.js, run on live Google too',
    },
    {
      name: 'a user’s properties are apart from the document’s',
      act: (given) => {
        const user = given.PropertiesService.getUserProperties();
        user.setProperties({ [KEY]: 'mine' });
        const told = [user.getProperty(KEY), documentOf(given).getProperty(KEY), user.getProperties()[KEY] ?? null];
        user.deleteProperty(KEY);
        return told;
      },
      expected: ['mine', null, 'mine'],
      source: 'Class PropertiesService',
    },
    {
      name: 'a property of 8,000 letters is kept',
      act: (given) => {
        const properties = documentOf(given);
        properties.setProperty(KEY, 'x'.repeat(8000));
        const length = properties.getProperty(KEY)?.length ?? null;
        properties.deleteProperty(KEY);
        return length;
      },
      expected: 8000,
      source: 'Apps Script quotas: 9 KB a value',
    },
    {
      name: 'a property above 9 KB is refused',
      act: (given) => {
        const came = tried(() => documentOf(given).setProperty(KEY, 'x'.repeat(10_000)));
        documentOf(given).deleteProperty(KEY);
        return came;
      },
      expected: 'refused',
      source: 'Apps Script quotas: 9 KB a value; reported: “Argument too large: value”',
    },
    {
      name: 'a number as a property gains a decimal, or is refused',
      act: (given) => {
        const properties = documentOf(given);
        // @ts-expect-error: a number where Google wants a text
        const came = tried(() => properties.setProperty(KEY, 5));
        const kept = properties.getProperty(KEY);
        properties.deleteProperty(KEY);
        return came === 'accepted' ? kept : came;
      },
      expected: '5.0',
      or: ['5', 'refused'],
      source: 'reported as each; ours hands over texts',
    },
    {
      name: 'the cache keeps a text and forgets it',
      act: (given) => {
        const cache = cacheOf(given);
        cache.put(KEY, 'x', 60);
        const kept = cache.get(KEY);
        cache.remove(KEY);
        return [kept, cache.get(KEY)];
      },
      expected: ['x', null],
      source: 'gas-fakes, test/teststores.js, run on live Google too',
      host: noCache,
    },
    {
      name: 'the cache refuses what is above 100 KB',
      act: (given) => {
        const cache = cacheOf(given);
        return tried(() => cache.put(KEY, 'x'.repeat(110_000), 60));
      },
      expected: 'refused',
      source: 'Class Cache, put(key, value): 100 KB a key',
      host: noCache,
    },
    {
      name: 'the document’s lock is taken, once more, and given back',
      act: ({ LockService }) => {
        const lock = LockService.getDocumentLock();
        const told = [lock.hasLock(), lock.tryLock(10_000), lock.hasLock(), lock.tryLock(10_000)];
        lock.releaseLock();
        return [...told, lock.hasLock()];
      },
      expected: [false, true, true, true, false],
      source: 'gas-fakes, test/testlock.js, run on live Google too (of the script’s lock)',
    },
    {
      name: 'a free lock needs no time',
      act: ({ LockService }) => {
        const lock = LockService.getDocumentLock();
        const told = [lock.tryLock(0), lock.hasLock()];
        lock.releaseLock();
        lock.waitLock(0);
        const waited = lock.hasLock();
        lock.releaseLock();
        return [...told, waited];
      },
      expected: [true, true, true],
      source: 'gas-fakes, test/testlock.js, run on live Google too',
    },
    {
      name: 'a lock is not taken in less than no time',
      act: ({ LockService }) => {
        const lock = LockService.getDocumentLock();
        const told = [lock.tryLock(-100), lock.hasLock()];
        lock.releaseLock();
        return told;
      },
      expected: [false, false],
      source: 'gas-fakes, test/testlock.js, run on live Google too',
    },
    {
      name: 'waiting less than no time for the lock is refused',
      act: ({ LockService }) => {
        const lock = LockService.getDocumentLock();
        const came = tried(() => lock.waitLock(-100));
        lock.releaseLock();
        return came;
      },
      expected: 'refused: Lock timeout',
      source: 'gas-fakes, test/testlock.js, run on live Google too',
    },
  ],
};
