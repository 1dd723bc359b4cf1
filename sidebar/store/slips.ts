import type { Scalar } from '../../src/model/answer';
import { type Slip, type SlipKind, slipName } from '../form/slip';
import type { Hub } from './state';

/** What is typed where no record is filled in: it stays while the sidebar is open, and is kept like a form's draft. */
export function slipsOf(hub: Hub) {
  const of = (part: string, kind: SlipKind): Slip | undefined => hub.state.slips[slipName(part, kind)];

  /** Types or chooses; `was` is what it is typed beside. */
  function type(
    part: string,
    kind: SlipKind,
    texts: Readonly<Record<string, string>>,
    was: Readonly<Record<string, Scalar>> = {},
  ): void {
    hub.set({ slips: { ...hub.state.slips, [slipName(part, kind)]: { part, kind, texts, was } } });
  }

  /** It is written, or given up. */
  function clear(part: string, kind: SlipKind): void {
    const { [slipName(part, kind)]: gone, ...slips } = hub.state.slips;
    if (gone) hub.set({ slips });
  }

  return { of, type, clear };
}
