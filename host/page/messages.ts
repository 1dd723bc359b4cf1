/** What the frame of a sidebar or dialog tells the page. */
export type FromFrame =
  | { readonly google: 'call'; readonly id: number; readonly name: string; readonly args: readonly unknown[] }
  | { readonly google: 'close' }
  | { readonly google: 'focus' }
  | { readonly google: 'size'; readonly width?: number; readonly height?: number };

/** What the page answers to a call. */
export type ToFrame =
  | { readonly google: 'answer'; readonly id: number; readonly result: unknown }
  | { readonly google: 'failure'; readonly id: number; readonly message: string };

/** A message of a frame, if it is one: anything may come by post. */
export function frameMessage(data: unknown): FromFrame | undefined {
  if (typeof data !== 'object' || data === null || !('google' in data)) return undefined;
  switch (data.google) {
    case 'close':
    case 'focus':
      return { google: data.google };
    case 'size':
      return { google: 'size', ...number(data, 'width'), ...number(data, 'height') };
    case 'call': {
      if (!('id' in data && 'name' in data && 'args' in data)) return undefined;
      const { id, name, args } = data;
      if (typeof id !== 'number' || typeof name !== 'string' || !Array.isArray(args)) return undefined;
      return { google: 'call', id, name, args };
    }
    default:
      return undefined;
  }
}

function number(data: object, key: 'width' | 'height'): { readonly width?: number; readonly height?: number } {
  const value: unknown = Reflect.get(data, key);
  return typeof value === 'number' && value > 0 ? { [key]: value } : {};
}
