import { type Model, registries } from '@odoo/o-spreadsheet';
import { isOn } from './switches';

/** The getters of the models that do not calculate after each command, but when they are told to. */
const waiting = new WeakSet<object>();

/** Runs `work` on a model without calculating after each of its commands; what reads values has to calculate first. */
export function withoutCalculating<T>({ getters, config }: Model, work: () => T): T {
  if (waiting.has(getters) || !isOn(config.custom, 'batches')) return work();
  waiting.add(getters);
  try {
    return work();
  } finally {
    waiting.delete(getters);
  }
}

const WAITING = 'waiting';

/** The part of a model's configuration that lets it calculate nothing until {@link startCalculating}, not when it is made. */
export const waitingToCalculate: { readonly [WAITING]: true } = { [WAITING]: true };

/** Lets a model calculate from now on, after each of its commands; gives whether it has waited for that. */
export const startCalculating = ({ getters }: Model): boolean => waiting.delete(getters);

/** The engine calculates after every command, whether or not anyone looks at the result before the next. */
const Evaluation = registries.coreViewsPluginRegistry.get('evaluation');
registries.coreViewsPluginRegistry.replace(
  'evaluation',
  class extends Evaluation {
    constructor(config: ConstructorParameters<typeof Evaluation>[0]) {
      super(config);
      if (config.custom[WAITING] && isOn(config.custom, 'batches')) waiting.add(this.getters);
    }

    override finalize(): void {
      // What there is to do stays noted in the plugin until the next command that does not wait.
      if (!waiting.has(this.getters)) super.finalize();
    }
  },
);
