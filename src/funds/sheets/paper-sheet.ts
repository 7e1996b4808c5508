/** Papers of money as a sheet: drafts of the own office with a line for each county and town, registered or rewritten. */
import type { Client } from '../../platform/db/pool.ts';
import { instant } from '../../platform/db/sql/instant.ts';
import { Refusal } from '../../platform/http/endpoint.ts';
import { type Made, sheetKind } from '../../platform/sheets/kind.ts';
import { placeChoices } from '../../regions/place-choices.ts';
import { RegisterPaper } from '../contract-papers.ts';
import { paperFor } from '../store/papers/paper.ts';
import {
  amendPaper,
  asSeen,
  documentNumber,
  mayDo,
  moveOn,
  registerPaper,
} from '../store/papers/write.ts';
import { columns } from './columns.ts';

type Before = RegisterPaper & { state: string };

export const paperSheet = sheetKind<RegisterPaper>({
  code: 'funds.paper',
  version: 1,
  permission: 'funds.register',
  name: { zh: '指标文件（资金单据）', en: 'Documents (papers of money)' },
  about: {
    zh: '每行一个县或镇的金额，同一文号的各行是一份文件。导入后为本单位草稿，提交复核前都可以修改。',
    en: 'A line is the amount of a county or town; lines of one number are one document. A draft of the office until it is handed in.',
  },
  columns,
  sameIn: ['number'],
  asKept: documentNumber,
  mostThings: 2_000,
  shape: RegisterPaper,
  refusedAt: {
    'funds.refusal.number_taken': 'number',
    'funds.refusal.paper_state': 'number',
    'funds.refusal.payer_of_measure': 'payer',
    'funds.refusal.payer_registers': 'payerPlace',
    'funds.refusal.payer_place': 'payerPlace',
    'funds.refusal.payer_area': 'place',
    'funds.refusal.source_of_programme': 'source',
    'funds.refusal.place_twice': 'place',
    'funds.refusal.line_place': 'place',
    'funds.refusal.line_level': 'place',
    'funds.refusal.sheet_sum': 'total',
  },
  constraints: {
    paper_number: 'funds.refusal.number_taken',
    paper_line_place: 'funds.refusal.place_twice',
  },
  lists: async (client, { ownRanges }) => ({
    payerPlaces: await placeChoices(client, ['province', 'city', 'county'], null),
    places: await placeChoices(client, ['county', 'town'], ownRanges),
  }),
  saidOf: (lines) => {
    const [first] = lines;
    if (!first) throw new Error('a thing has a line');
    const sum = lines.reduce((total, line) => total + BigInt(String(line.amount)), 0n);
    if (String(first.total) !== String(sum))
      return {
        problem: {
          column: 'total',
          code: 'funds.refusal.sheet_sum',
          params: { sum: yuan(sum) },
        },
      };
    const { total, place: _, amount: __, note: ___, ...head } = first;
    // The columns made each of them; the shape is checked before anything is done with it.
    return {
      said: {
        ...head,
        number: documentNumber(String(head.number)),
        amount: total,
        lines: lines.map(({ place, amount, note }) => ({ place, amount, note })),
        tasks: [],
      } as unknown as RegisterPaper,
    };
  },
  told: ({ number, title, amount }) => ({ name: `${number} ${title}`, amount }),
  known: async (client, { seat }, said) => {
    const { rows } = await client.query<{ number: string; id: string; seen: string }>(
      `select p.number, p.id, ${instant('p.changed_at')} as seen from funds.paper p
       where p.place_key = $1 and p.number = any ($2) and p.kind = 'booking' and p.state <> 'discarded'`,
      [seat, said.map(({ number }) => number)],
    );
    const found = new Map(rows.map(({ number, ...known }) => [number, known]));
    return said.map(({ number }) => found.get(number) ?? null);
  },
  write: async (client, caller, { id, said, known }) => {
    if (!known)
      return {
        ...{ place: caller.seat, before: null },
        seen: await registerPaper(client, caller, id, said),
      };
    const paper = await paperFor(client, caller, id, 'held');
    asSeen(paper, known.seen);
    mayDo('amend', paper, caller);
    const before: Before = { ...(await formOf(client, id)), state: paper.state };
    await amendPaper(client, caller, paper, { ...said, tasks: before.tasks });
    await moveOn(client, caller, paper, 'amend');
    const { office, changedAt } = await paperFor(client, caller, id);
    return { place: office, seen: changedAt, before };
  },
  takeBack: async (client, caller, { id, seen, before, reason }: Made) => {
    const paper = await paperFor(client, caller, id, 'held');
    // What had been returned would not be returned any more.
    if (paper.changedAt !== seen || (before as Before | null)?.state === 'returned')
      throw new Refusal('funds.refusal.changed_since', {}, 409);
    if (before === null) await moveOn(client, caller, paper, 'discard', { reason });
    else {
      mayDo('amend', paper, caller);
      await amendPaper(client, caller, paper, before as RegisterPaper); // its own write made it
      await moveOn(client, caller, paper, 'amend');
    }
  },
});

const yuan = (fen: bigint): string => {
  const text = fen.toString().padStart(3, '0');
  return `${text.slice(0, -2).replaceAll(/\B(?=(\d{3})+$)/g, ',')}.${text.slice(-2)}`;
};

/** A paper as its form would send it. */
async function formOf(client: Client, id: string): Promise<RegisterPaper> {
  const { rows } = await client.query<RegisterPaper>(
    `select p.number, p.title, p.payer, p.payer_key::text as "payerPlace", p.source, p.programme, p.measure, p.year,
       p.function_code as "functionCode", p.budget_code as "budgetCode", p.dated::text as dated, p.amount::text as amount,
       coalesce((select jsonb_agg(jsonb_build_object('place', l.place_key::text, 'amount', l.amount::text, 'note', l.note)
         order by l.place_key) from funds.paper_line l where l.paper_id = p.id), '[]') as lines,
       coalesce((select jsonb_agg(jsonb_build_object('name', t.name, 'binding', t.binding, 'target', t.target)
         order by t.position) from funds.paper_task t where t.paper_id = p.id), '[]') as tasks
     from funds.paper p where p.id = $1`,
    [id],
  );
  const [said] = rows;
  if (!said) throw new Error('the paper is gone');
  return said;
}
