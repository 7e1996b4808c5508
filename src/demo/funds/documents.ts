// Documents the money comes with; numbers carry 演 so that nobody takes them for real ones.
import type { FundsMeasure, FundsPayer, FundsProgramme } from '../../schema.gen.ts';
import { recorded } from '../days.ts';
import type { Row } from '../rows.ts';
import type { Random } from '../seed.ts';

interface NewDocument {
  title: string;
  payer: FundsPayer;
  payerKey: string;
  programme: FundsProgramme;
  measure: FundsMeasure;
  year: number;
  on: string;
}

export interface Documents {
  /** The number of the document of this key, made at first asking; the amount grows with every line. */
  line(key: string, prefix: string, document: NewDocument, amount: bigint): string;
  rows(): Row<'funds.document'>[];
}

export function documents(r: Random): Documents {
  const known = new Map<string, { number: string; amount: bigint; document: NewDocument }>();
  const counters = new Map<string, number>();
  return {
    line: (key, prefix, document, amount) => {
      let found = known.get(key);
      if (found === undefined) {
        const series = `${prefix}〔${document.on.slice(0, 4)}〕`;
        const serial = (counters.get(series) ?? 0) + r.int(1, 7);
        counters.set(series, serial);
        found = { number: `${series}演${serial}号`, amount: 0n, document };
        known.set(key, found);
      }
      found.amount += amount;
      return found.number;
    },
    rows: () =>
      [...known.values()].map(({ number, amount, document }) => ({
        id: r.uuid(document.on),
        number,
        title: document.title,
        payer: document.payer,
        payer_key: document.payerKey,
        programme: document.programme,
        measure: document.measure,
        year: document.year,
        amount: amount.toString(),
        function_code: '2130599',
        budget_code: `4400${document.year}演${String(document.payerKey).slice(2, 6)}`,
        issued_on: document.on,
        made_up: true,
        recorded_at: recorded(document.on, r.lag()),
      })),
  };
}
