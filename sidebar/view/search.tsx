import { useId } from 'preact/hooks';
import type { Book } from '../book';
import { fieldLabel, lists, type Part, textOf } from '../planParts';
import { type Filter, filterable, isFiltered, noFilter } from '../rows/find';
import { choiceText } from '../value/shown';
import { useDesk } from './context';
import { Icon } from './icons';

interface SearchProps {
  readonly part: Part;
  readonly book: Book;
  readonly filter: Filter;
  readonly onChange: (filter: Filter) => void;
}

/** Search and filter over a part's rows. */
export function Search({ part, book, filter, onChange }: SearchProps) {
  const { state, text } = useDesk();
  const id = useId();
  const fields = filterable(part, book);
  const chosen = Object.keys(filter.values).length + Number(filter.faulty);
  const pick = (field: string, value: string | undefined): void => {
    const { [field]: _, ...others } = filter.values;
    onChange({ ...filter, values: value === undefined ? others : { ...others, [field]: value } });
  };
  return (
    <search>
      <div class="input search">
        <Icon name="search" size={16} />
        <input
          type="search"
          placeholder={text.part.search}
          aria-label={text.part.searchIn(textOf(part, state.language).title)}
          value={filter.text}
          onInput={(event) => onChange({ ...filter, text: event.currentTarget.value })}
        />
      </div>
      {(fields.length > 0 || book.faults.length > 0) && (
        <details class="filters">
          <summary>
            <Icon name="filter" size={14} /> {chosen > 0 ? text.part.filters(chosen) : text.part.filter}
          </summary>
          <div class="choices">
            {fields.map(({ field, values }) => (
              <div class="field" key={field.id}>
                <label for={`${id}-${field.id}`}>{fieldLabel(part, field, state.language)}</label>
                <select
                  id={`${id}-${field.id}`}
                  value={filter.values[field.id] === undefined ? 'any' : `=${filter.values[field.id]}`}
                  onChange={(event) => {
                    const { value } = event.currentTarget;
                    pick(field.id, value === 'any' ? undefined : value.slice(1));
                  }}
                >
                  <option value="any">{text.part.any}</option>
                  {values.map((value) => (
                    <option key={value} value={`=${value}`}>
                      {value === '' ? text.part.blank : choiceText(field, value, lists, state.language)}
                    </option>
                  ))}
                </select>
              </div>
            ))}
          </div>
          {(book.faults.length > 0 || filter.faulty) && (
            <div class="field tick">
              <input
                id={`${id}-faulty`}
                type="checkbox"
                checked={filter.faulty}
                onChange={(event) => onChange({ ...filter, faulty: event.currentTarget.checked })}
              />
              <label for={`${id}-faulty`}>{text.part.faulty}</label>
            </div>
          )}
          {isFiltered(filter) && (
            <button type="button" class="text-button" onClick={() => onChange(noFilter)}>
              {text.part.clear}
            </button>
          )}
        </details>
      )}
    </search>
  );
}
