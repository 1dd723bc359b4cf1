/** Refuses, in Google's words, what the service stood in for would know and this one does not. */
export function only(given: object, known: readonly string[], where: string): void {
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined || known.includes(name)) continue;
    throw new Error(`Invalid JSON payload received. Unknown name "${name}" at '${where}': Cannot find field.`);
  }
}

/** What a fields mask names: `a,b(c,d/e)` → names with what is wanted inside; nothing inside means all of it. */
type Mask = ReadonlyMap<string, Mask>;

function maskOf(text: string): Mask {
  let at = 0;
  const list = (): Mask => {
    const names = new Map<string, Mask>();
    for (;;) {
      const name = /^[A-Za-z*]+/.exec(text.slice(at))?.[0];
      if (name === undefined) throw new Error(`Request contains an invalid argument: fields ${text}`);
      at += name.length;
      names.set(name, inside());
      if (text[at] !== ',') return names;
      at += 1;
    }
  };
  const inside = (): Mask => {
    if (text[at] === '(') {
      at += 1;
      const names = list();
      if (text[at] !== ')') throw new Error(`Request contains an invalid argument: fields ${text}`);
      at += 1;
      return names;
    }
    if (text[at] !== '/' && text[at] !== '.') return new Map();
    at += 1;
    const name = /^[A-Za-z*]+/.exec(text.slice(at))?.[0] ?? '';
    at += name.length;
    return new Map([[name, inside()]]);
  };
  const mask = list();
  if (at < text.length) throw new Error(`Request contains an invalid argument: fields ${text}`);
  return mask;
}

function masked(value: unknown, mask: Mask): unknown {
  if (mask.size === 0 || mask.has('*') || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => masked(item, mask));
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]) => {
      const wanted = mask.get(name);
      return wanted ? [[name, masked(inner, wanted)]] : [];
    }),
  );
}

/** The part of an answer that a fields mask asks for. */
export function answered(answer: object, fields: unknown): object {
  const part = typeof fields === 'string' ? masked(answer, maskOf(fields)) : answer;
  return typeof part === 'object' && part !== null ? part : {};
}
