import { Model } from '@odoo/o-spreadsheet';
import './anchors';
import './batches';
import './clearing';
import './compile';
import { callDirectly } from './direct';
import './errors';
import { spillsNothing } from './lazy';
import './screen';
import '../commands';
import '../extras';
import { knownFunctions } from './functions';
import { turnedOff, turningOff } from './switches';

/** The configuration an engine's model takes; a page passes its own mode, transport and client. */
export type ModelConfig = NonNullable<ConstructorParameters<typeof Model>[1]>;

// The engine is built for a later Node: this is the only thing of it that Node 20 lacks.
if (!('groupBy' in Object)) {
  Object.defineProperty(Object, 'groupBy', {
    configurable: true,
    writable: true,
    value: <T>(items: Iterable<T>, keyOf: (item: T, index: number) => PropertyKey) => {
      const groups: Record<PropertyKey, T[]> = Object.create(null);
      let index = 0;
      for (const item of items) {
        const key = keyOf(item, index++);
        const group = groups[key];
        if (group) group.push(item);
        else groups[key] = [item];
      }
      return groups;
    },
  });
}

/** Calculates what has changed since the model was last calculated. */
export function calculate(model: Model): void {
  quietly(() => model.dispatch('EVALUATE_CELLS', { cellIds: [] }));
}

/** Runs `work` without what the engine prints about its own timing. */
export function quietly<T>(work: () => T): T {
  const { debug } = console;
  console.debug = () => {};
  try {
    return work();
  } finally {
    console.debug = debug;
  }
}

/** Changes of a workbook since it was exported, as the engine's transport passed them on. */
export type Revisions = NonNullable<ConstructorParameters<typeof Model>[2]>;

/** Each change has an id, for which the engine asks for chance 31 times; a browser gives ids only to pages it trusts. */
function givesIdsAtOnce(model: Model): void {
  const ids: unknown = Reflect.get(Object(Reflect.get(model, 'session')), 'uuidGenerator');
  if (typeof globalThis.crypto?.randomUUID !== 'function' || typeof ids !== 'object' || ids === null) return;
  Reflect.set(ids, 'uuidv4', () => globalThis.crypto.randomUUID());
}

/**
 * An engine model that also keeps what Google keeps and the engine lacks; `data` is what such a model exported, and
 * `revisions` what has changed since.
 */
export function createModel(data: unknown, config: Partial<ModelConfig> = {}, revisions: Revisions = []): Model {
  knownFunctions();
  callDirectly();
  const told = revisions.length === 0 ? spillsNothing(data) : {};
  const custom = { ...turningOff(turnedOff()), ...told, ...config.custom };
  const model = quietly(() => new Model(data, { ...config, custom }, revisions));
  givesIdsAtOnce(model);
  return model;
}
