// What a room says about each of its pages.
import type { ComponentType } from 'react';

export interface PageDef {
  /** Path with `$name` for its parameters: `/teams/$id`. */
  path: string;
  /** Where the page stands among the subjects on the left; pages without are reached by links. */
  nav?: { group: string; word: string; order: number };
  /** Who may open it; '' for anybody signed in. */
  permission: string;
  load: () => Promise<{ default: ComponentType }>;
}
