import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Field } from '../../src/model/field';
import { type Part, textOf, visible } from '../planParts';
import { useDesk } from './context';

/** Groups that a person has folded stay folded, from one record to the next. */
const folded = new Set<string>();

interface GroupsProps {
  readonly part: Part;
  readonly children: (field: Field) => ComponentChildren;
}

/** A part's fields in its named groups, each of which folds; of a part without groups all beside each other. */
export function Groups({ part, children }: GroupsProps) {
  const { state } = useDesk();
  const { tab } = part;
  const runs: { id: string | undefined; fields: Field[] }[] = [];
  for (const field of visible(tab)) {
    const id = tab.groups?.find(({ from }) => from === field.id)?.id;
    const last = runs[runs.length - 1];
    if (id === undefined && last) last.fields.push(field);
    else runs.push({ id, fields: [field] });
  }
  return (
    <>
      {runs.map(({ id, fields }) =>
        id === undefined ? (
          <div key="" class="fields">
            {fields.map(children)}
          </div>
        ) : (
          <Group key={id} id={`${tab.id} ${id}`} title={textOf(part, state.language).groups?.[id] ?? id}>
            {fields.map(children)}
          </Group>
        ),
      )}
    </>
  );
}

function Group(props: { readonly id: string; readonly title: string; readonly children: ComponentChildren }) {
  const { id, title, children } = props;
  const [open, setOpen] = useState(!folded.has(id));
  return (
    <details
      class="group"
      open={open}
      onToggle={(event) => {
        const isOpen = event.currentTarget.open;
        setOpen(isOpen);
        if (isOpen) folded.delete(id);
        else folded.add(id);
      }}
    >
      <summary>
        <h2>{title}</h2>
      </summary>
      <div class="fields">{children}</div>
    </details>
  );
}
