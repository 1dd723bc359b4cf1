/** What stands under a name that a file gave: never what every object has, such as `constructor`. */
export const under = <T>(kept: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.keys(kept).includes(name) ? kept[name] : undefined;
