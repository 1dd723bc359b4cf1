import type { Addon } from '../../host/addon';

/** What is noted of files was noted so many milliseconds before. */
export function later({ use }: Addon, passed: number): void {
  use(({ PropertiesService }) => {
    const store = PropertiesService.getUserProperties();
    for (const key of store.getKeys()) {
      const [begun = '', ...rest] = (store.getProperty(key) ?? '').split(' ');
      store.setProperty(key, [Number(begun) - passed, ...rest].join(' '));
    }
  });
}
