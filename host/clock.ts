import type { Runtime } from './addon';

/** A runtime whose scripts take `now`, in milliseconds, for the instant it is. */
export function clockedRuntime(runtime: Runtime, now: () => number): Runtime {
  return (globals) =>
    runtime((realm) => {
      const { constructor: RealmDate } = realm.date(0);
      if (typeof RealmDate !== 'function') throw new Error('the realm has no dates');
      // A date of the realm whichever way it is made: only what is made of nothing is of the instant that it is.
      const Clocked = new Proxy(RealmDate, {
        construct: (made, args, target) => Reflect.construct(made, args.length === 0 ? [now()] : args, target),
        get: (made, name) => (name === 'now' ? now : Reflect.get(made, name)),
      });
      return { ...globals(realm), Date: Clocked };
    });
}
