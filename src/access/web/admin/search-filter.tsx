// What narrows a list by a text; it waits for a pause in typing.
import { useEffect, useId, useState } from 'react';

/** Long enough for a syllable of an input method, short enough not to be felt. */
const PAUSE = 250;

export function SearchFilter(props: {
  label: string;
  value: string;
  onChange: (value: string) => void;
}) {
  const { label, value, onChange } = props;
  const id = useId();
  const [text, setText] = useState(value);
  useEffect(() => {
    if (text.trim() === value) return;
    const timer = setTimeout(() => onChange(text.trim()), PAUSE);
    return () => clearTimeout(timer);
  }, [text, value, onChange]);
  return (
    <span className="filter">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="text-input"
        type="search"
        maxLength={64}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
    </span>
  );
}
