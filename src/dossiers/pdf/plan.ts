/** What is handed to the program that puts a dossier together, and what it answers. Plain values: it knows no words and no rules. */

export interface Part {
  /** Where the scan lies. */
  path: string;
  type: 'pdf' | 'jpeg' | 'png';
  /** Its line in the list of contents: what it is, with number and date. */
  label: string;
  sha256: string;
}

export interface Plan {
  title: string;
  subtitle: string;
  /** Said at the head of every page, such as that the data are made up; '' for nothing. */
  band: string;
  /** Groups of facts on the cover. */
  facts: { label: string; value: string }[][];
  contents: { title: string; head: [what: string, pages: string] };
  hashes: { title: string; note: string };
  /** Last lines of the cover. */
  foot: string[];
  parts: Part[];
  font: string;
  /** Where the dossier is written to. */
  out: string;
  mostPages: number;
  /** Instant it is made, in milliseconds. */
  at: number;
}

/** Why a scan cannot be put into it: broken, under a password, an image of too many points, too many pages in all. */
export const faults = ['damaged', 'locked', 'huge', 'pages'] as const;
export type Fault = (typeof faults)[number];

export type Answer =
  | { pages: number; parts: { first: number; pages: number }[] }
  | { fault: Fault; at: number };
