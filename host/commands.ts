import { coreTypes, type Model, registries } from '@odoo/o-spreadsheet';
import type { Command, Patch, Style } from './extras';

/** The host's own commands. */
export const COMMANDS: readonly Command['type'][] = ['GOOGLE_CELLS', 'GOOGLE_KEEP'];

for (const type of COMMANDS) {
  (coreTypes as Set<string>).add(type);
  // The engine gave its own commands their inverses while it loaded. Like most of them, ours move no cell of any other
  // command: what came after one that is undone is done again as it is.
  registries.inverseCommandRegistry.add(type, (command) => [command]);
}

/** Dispatches one of the host's own commands, which the engine's types do not know. */
export function dispatchExtra(model: Model, command: Command): void {
  const dispatch = model.dispatch as unknown as (type: string, payload: object) => { readonly isSuccessful: boolean };
  if (!dispatch(command.type, command).isSuccessful) throw new Error(`${command.type} was refused`);
}

/** A patch as it outlasts being kept as text, where what is undefined is lost: `null` takes a look away. */
function lasting(patch: Patch): Patch {
  if (!patch.style) return patch;
  const style: Patch['style'] = {};
  for (const [name, value] of Object.entries(patch.style)) style[name as keyof Style] = value ?? null;
  return { ...patch, style };
}

/** One command for all the cells of a write. */
export function cellsCommand(patches: readonly Patch[]): Command {
  return { type: 'GOOGLE_CELLS', patches: patches.map(lasting) };
}
