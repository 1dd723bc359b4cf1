import { type Model, registries, type UIPlugin } from '@odoo/o-spreadsheet';

type Config = ConstructorParameters<typeof UIPlugin>[0];

/** What this needs of the engine's own history, which is not typed. */
interface History {
  readonly undoStack: string[];
  readonly redoStack: string[];
  readonly session: Session;
}

/** What was done at one go: a command as it was given, those it came to, and what undoes them. */
type Change = readonly [root: object, commands: readonly object[], changes: readonly object[]];

interface Session {
  save(...change: Change): void;
  undo(id: string): void;
  redo(id: string): void;
}

const isHistory = (plugin: object): plugin is History =>
  ['undoStack', 'redoStack'].every((name) => Array.isArray(Reflect.get(plugin, name))) &&
  typeof Reflect.get(plugin, 'session') === 'object';

/** The steps that this window can undo and do again: each one change or several that belong together. */
class Steps {
  /** What came with a step besides its first change, by that, in order. */
  private readonly others = new Map<string, string[]>();
  /** The step that what changes now belongs to; '' where its first change is still to come. */
  private open: string | undefined;

  constructor(private readonly history: History) {}

  /** The step that was done last, if it can be undone. */
  get last(): string | undefined {
    return this.history.undoStack[this.history.undoStack.length - 1];
  }

  /** Whether a step is done, and not undone. */
  isDone(step: string): boolean {
    return this.history.undoStack.includes(step);
  }

  /** Runs something all of whose changes are one step: that given, or a new one. */
  within<T>(step: string | undefined, work: () => T): T {
    if (this.open !== undefined) return work();
    this.open = step ?? '';
    const saveAll = this.gathered();
    try {
      return work();
    } finally {
      saveAll();
      this.open = undefined;
    }
  }

  /**
   * Has the engine keep what it is given from now on as one change, once it is told to. For each that it undoes it keeps a
   * branch of its history, and adapts to it all that comes later in all the others: what undoing costs grows with the cube
   * of the changes of a step, so that some hundreds, as a script makes them, would fill the memory.
   */
  private gathered(): () => void {
    const { session } = this.history;
    const changes: Change[] = [];
    const { save } = session;
    session.save = (...change) => {
      changes.push(change);
    };
    return () => {
      session.save = save;
      const [first] = changes;
      if (!first) return;
      session.save(
        first[0],
        changes.flatMap(([, commands]) => commands),
        changes.flatMap(([, , undoing]) => undoing),
      );
    };
  }

  /** Whether a change goes with a step that is known already. */
  takes(change: string): boolean {
    const { open } = this;
    if (open === undefined) return false;
    if (open === '') {
      this.open = change;
      return false;
    }
    if (!this.isDone(open)) return false;
    this.others.set(open, [...(this.others.get(open) ?? []), change]);
    return true;
  }

  /** The changes of the step that is undone or done again next, in the order in which they were made. */
  next(stack: readonly string[]): readonly string[] {
    const step = stack[stack.length - 1];
    return step === undefined ? [] : [step, ...(this.others.get(step) ?? [])];
  }
}

const known = new WeakMap<object, Steps>();

/** The steps of a model's window; throws of a model without any. */
function stepsOf({ getters }: Pick<Model, 'getters'>): Steps {
  const steps = known.get(getters);
  if (!steps) throw new Error('this model keeps no steps');
  return steps;
}

/** The step that was done last in this window, if it can be undone. */
export const lastStep = (model: Model): string | undefined => stepsOf(model).last;

/** Whether a step is done, and was not undone since. */
export const isStepDone = (model: Model, step: string): boolean => stepsOf(model).isDone(step);

/** Runs something all of whose changes are undone at once: with a step that is done already, else as one of their own. */
export const asOneStep = <T>(model: Model, work: () => T, step?: string): T => stepsOf(model).within(step, work);

/**
 * The engine takes each change for a step of its own; a script makes several at a time, and what it does about what was typed
 * is no act of the person who undoes.
 */
const Base = registries.featurePluginRegistry.get('history');
registries.featurePluginRegistry.replace(
  'history',
  class extends Base {
    constructor(config: Config) {
      super(config);
      if (!isHistory(this)) throw new Error('this version of the engine undoes in another way');
      known.set(this.getters, new Steps(this));
    }

    onNewLocalStateUpdate(update: { readonly id: string }): void {
      if (known.get(this.getters)?.takes(update.id)) return;
      const add: unknown = Reflect.get(Base.prototype, 'onNewLocalStateUpdate');
      if (typeof add === 'function') Reflect.apply(add, this, [update]);
    }

    requestHistoryChange(type: 'UNDO' | 'REDO'): void {
      const steps = known.get(this.getters);
      const request: unknown = Reflect.get(Base.prototype, 'requestHistoryChange');
      if (!steps || !isHistory(this) || typeof request !== 'function') return;
      const [, ...others] = steps.next(type === 'UNDO' ? this.undoStack : this.redoStack);
      // The last change first; the engine itself undoes the step's first one, and has it change its place.
      if (type === 'UNDO') for (const id of [...others].reverse()) this.session.undo(id);
      Reflect.apply(request, this, [type]);
      if (type === 'REDO') for (const id of others) this.session.redo(id);
    }
  },
);
