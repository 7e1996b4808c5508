// A file made on the page, with the mark by which spreadsheets know it is UTF-8.
import type { ReactNode } from 'react';

export function FileLink(props: { name: string; text: string; children: ReactNode }) {
  const { name, text, children } = props;
  return (
    <a
      className="plain-button admin-file"
      download={name}
      href={`data:text/csv;charset=utf-8,${encodeURIComponent(`\ufeff${text}`)}`}
    >
      {children}
    </a>
  );
}
