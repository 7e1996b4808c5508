// The subsidies of 22-4: 31 households noticed and paid through the bank, one failed for a rare character and was paid the second time.
import { createHash } from 'node:crypto';
import type { Client } from '../../platform/db/pool.ts';
import { bankFile } from '../../subsidies/sheet.ts';
import { at } from '../projects/rows.ts';
import type { Row } from '../rows.ts';
import { random, taken } from '../seed.ts';
import { shixi } from './places.ts';

/** Made up; two have characters few fonts and fewer banks know. */
const HEADS = [
  ...[
    '陈水生',
    '李木养',
    '黄亚福',
    '梁土生',
    '林桂芳',
    '吴亚妹',
    '刘金水',
    '罗观凤',
    '何炳坤',
    '郑亚九',
  ],
  ...[
    '谢月娥',
    '邓木荣',
    '曾亚带',
    '叶秋兰',
    '杨石养',
    '彭火生',
    '钟观妹',
    '蔡日升',
    '赖亚凤',
    '温水娣',
  ],
  ...[
    '冯桂添',
    '卢亚养',
    '周木娇',
    '朱观水',
    '许火明',
    '苏亚群',
    '邱金娣',
    '廖土养',
    '江秀㛃',
    '潘日养',
  ],
  '李𬭎',
];
/** Fen a household gets: 46.5 万元 over 31. */
const EACH = 1_500_000n;
const NUMBER = '22-4';
const REASON = '户名含生僻字，账户名称不符';

interface SubsidyRows {
  awards: Row<'subsidies.award'>[];
  batches: Row<'subsidies.batch'>[];
  lines: Row<'subsidies.batch_line'>[];
}

/** The project and its payments are looked up: call it once they are written. Without them there is nothing to give. */
export async function shixiSubsidies(client: Client, seed: number): Promise<SubsidyRows> {
  const { rows: found } = await client.query<{ id: string; requests: string[] }>(
    `select p.id, array(select q.id::text from projects.request q where q.county = p.county and q.project_id = p.id
       and q.state = 'paid' order by q.paid_on, q.id) as requests
     from projects.project p where p.place_key = $1 and p.number = $2`,
    [shixi.key, NUMBER],
  );
  const project = found[0];
  if (!project) return { awards: [], batches: [], lines: [] };
  const r = random(seed, 'shixi subsidies');
  const base = { county: shixi.county, place_key: shixi.key };
  const made = { ...base, project_id: project.id, made_up: true };
  const households = HEADS.map((head, nth) => {
    const village = taken(shixi.villages, nth % shixi.villages.length);
    return {
      ...{ id: r.uuid('2022-04-07'), head, village, item: '种养产业奖补' },
      accountTail: String(r.int(0, 9_999)).padStart(4, '0'),
    };
  });
  const failed = HEADS.length - 1;
  const batch = (
    nth: number,
    whom: typeof households,
    paid: number,
    [made_on, answered_on]: readonly [string, string],
  ) => {
    const id = r.uuid(made_on);
    const lines = whom.map((one, position) => ({
      ...{ position: position + 1, head: one.head, village: one.village.name, item: one.item },
      ...{ accountTail: one.accountTail, amount: EACH.toString() },
    }));
    const sum = (count: number) => (EACH * BigInt(count)).toString();
    return {
      row: {
        ...{ ...made, id, number: nth, state: 'paid' as const, count: whom.length },
        ...{ amount: sum(whom.length), paid_count: paid, paid_amount: sum(paid) },
        sha256: createHash('sha256').update(bankFile(lines)).digest('hex'),
        request_id: project.requests[nth - 1] ?? null,
        ...{ made_on, checked_on: made_on, answered_on, changed_at: at(answered_on, 16) },
      },
      lines: whom.map((one, position) => {
        const ok = position < paid;
        return {
          ...{ ...base, id: r.uuid(made_on), batch_id: id, award_id: one.id, item: one.item },
          ...{ position: position + 1, head: one.head, village: one.village.name },
          ...{ account_tail: one.accountTail, amount: EACH.toString() },
          ...{ result: ok ? ('paid' as const) : ('failed' as const), reason: ok ? null : REASON },
        };
      }),
    };
  };
  const first = batch(1, households, failed, ['2022-04-18', '2022-04-22']);
  const second = batch(2, households.slice(failed), 1, ['2022-04-26', '2022-04-29']);
  return {
    awards: households.map((one) => ({
      ...{ ...made, id: one.id, village_key: one.village.key, head: one.head, item: one.item },
      ...{ standard: EACH.toString(), quantity: 100, amount: EACH.toString(), state: 'paid' },
      ...{ account_tail: one.accountTail, checked_on: '2022-04-08' },
      changed_at: at('2022-04-22', 16),
    })),
    batches: [first.row, second.row],
    lines: [...first.lines, ...second.lines],
  };
}
