/** What a copy consists of; every form of it is made from these. */
import type { Lang } from '../../kit/words.ts';

export type Block =
  | { kind: 'heading'; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'facts'; rows: { label: string; value: string }[] }
  | {
      kind: 'table';
      head: string[];
      rows: string[][];
      /** Columns of amounts, from 0. */
      numbers: number[];
    };

export interface Content {
  title: Record<Lang, string>;
  blocks: Record<Lang, Block[]>;
  /** The same for machines: only of projects. */
  data: Record<string, unknown> | null;
}
