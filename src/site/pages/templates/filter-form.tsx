import type { VNode } from 'preact';
import type { Filter } from '../filters';

const Field = ({ filter, id }: { filter: Filter; id: string }): VNode => {
  const { name, label, value, choices } = filter;
  return (
    <div>
      <label for={id}>{label}</label>
      {choices ? (
        <select id={id} name={name}>
          <option value="">全部</option>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value} selected={choice.value === value}>
              {choice.name}
            </option>
          ))}
        </select>
      ) : (
        <input id={id} name={name} type="text" maxLength={100} value={value} />
      )}
    </div>
  );
};

/** Narrows a list: a form that works without scripts. */
export const FilterForm = ({
  action,
  filters,
  heading,
}: {
  action: string;
  filters: readonly Filter[];
  heading: string;
}): VNode => {
  const isInUse = filters.some(({ value }) => value !== '');
  return (
    <details class="filters" open={isInUse}>
      <summary>{heading}</summary>
      <form action={action} method="get" class="filter-form">
        {filters.map((filter) => (
          <Field key={filter.name} filter={filter} id={`filter-${filter.name}`} />
        ))}
        <p>
          <button type="submit">查询</button>
          {isInUse ? <a href={action}>清除条件</a> : null}
        </p>
      </form>
    </details>
  );
};
