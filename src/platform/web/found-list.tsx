// What was found for a few typed words, to choose from.
import './filters.css';

export interface Found {
  id: string;
  name: string;
  /** Beside the name, to tell it from others. */
  note: string;
}

export function FoundList(props: {
  label: string;
  rows: readonly Found[];
  onChoose: (one: Found) => void;
}) {
  return (
    <ul className="found-list" aria-label={props.label}>
      {props.rows.map((one) => (
        <li key={one.id}>
          <button type="button" className="text-button" onClick={() => props.onChoose(one)}>
            {one.name}
          </button>{' '}
          <small>{one.note}</small>
        </li>
      ))}
    </ul>
  );
}
