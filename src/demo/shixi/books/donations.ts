// Self-raised and donated money of 石溪镇 as the story has it, in books of its own: 86 by the units of the team, 120 pledged
// and 90 arrived on the day of donations, 138.6 for fourteen small projects, thirteen of them by grants, the ninth as a project
// that is paid through its request; street lights worth 14 beside it.
import { instant, recorded } from '../../days.ts';
import { ledger, type Money } from '../../funds/ledger.ts';
import type { Row } from '../../rows.ts';
import { random, taken } from '../../seed.ts';
import { CITY, COUNTY, HELPER, shixi, TOWN } from '../places.ts';
import { fen } from '../projects.ts';
import { NINTH } from '../works/small.ts';

export interface DonationRows {
  pledges: Row<'funds.pledge'>[];
  designations: Row<'funds.designation'>[];
  goods: Row<'funds.donated_goods'>[];
  papers: Row<'funds.paper'>[];
  lines: Row<'funds.paper_line'>[];
  events: Row<'funds.paper_event'>[];
  documents: Row<'funds.document'>[];
  accounts: Row<'funds.account'>[];
  entries: Row<'funds.entry'>[];
}

const SMALL = '村内小型公益设施';
/** Donor, who that is, payer, home, source, pledged on, 万元, purpose, receipts, how many grants of 9.9. */
const PLEDGES = [
  [
    '演示帮扶市发展和改革局',
    'lead_unit',
    'donor',
    HELPER,
    'self_raised',
    '2021-09-06',
    50,
    null,
    [['2021-09-17', 50]],
    4,
  ],
  [
    '演示市能源集团有限公司',
    'enterprise',
    'enterprise',
    CITY,
    'self_raised',
    '2021-10-11',
    30,
    null,
    [['2021-10-22', 30]],
    0,
  ],
  [
    '演示农村商业银行',
    'unit',
    'bank',
    CITY,
    'self_raised',
    '2021-11-08',
    6,
    null,
    [['2021-11-15', 6]],
    0,
  ],
  [
    '演示县慈善会（广东扶贫济困日）',
    'organisation',
    'donor',
    COUNTY,
    'donation',
    '2022-06-30',
    120,
    SMALL,
    [
      ['2022-07-01', 60],
      ['2022-07-08', 30],
    ],
    9,
  ],
] as const;
const USES = [
  '石溪村文化广场座椅',
  '大岭村公共晒场',
  '上坪村巷道照明',
  '下坪村蓄水池修补',
  '龙潭村便民步级',
  '水口村公厕修缮',
  '新联村排水沟',
  '罗坑村候车亭',
  '竹园村休闲小公园',
  '高寨村饮水管更换',
  '黄塘村机耕路涵管',
  '古井村宣传栏',
  '双桥村桥栏加固',
];

export function shixiDonations(seed: number): DonationRows {
  const r = random(seed, 'shixi donations');
  const book = ledger(r);
  const [maker, checker] = [r.uuid('2021-07-01'), r.uuid('2021-07-01')];
  const rows: DonationRows = {
    ...{ pledges: [], designations: [], goods: [], papers: [], lines: [], events: [] },
    ...{ documents: [], accounts: [], entries: [] },
  };
  let used = 0;
  for (const [donor, kind, payer, home, source, on, wan, purpose, receipts, grants] of PLEDGES) {
    const year = Number(on.slice(0, 4));
    const id = r.uuid(on);
    rows.pledges.push({
      ...{ id, place_key: TOWN, office_key: COUNTY, donor_kind: kind, donor, payer },
      ...{ payer_key: home, source, year, amount: fen(wan).toString(), pledged_on: on },
      ...{ document: '演示认捐函', made_up: true, recorded_at: recorded(on, 0) },
      recorded_by: maker,
    });
    rows.designations.push({
      ...{ id: r.uuid(on), pledge_id: id, place_key: TOWN, purpose, made_up: true },
      ...{ recorded_at: recorded(on, 0), recorded_by: maker },
    });
    const money: Money = { payer, payerKey: home, source, programme: 'self_raised', year };
    /** A paper registered by one, checked by another and posted, with its document and entry. */
    const booked = (measure: 'received' | 'spent', day: string, sum: number, title: string) => {
      const paper = r.uuid(day);
      const number = `YH演示-${String(rows.papers.length + 1).padStart(3, '0')}`;
      const amount = fen(sum);
      const head = {
        ...{ id: paper, number, title, payer, payer_key: home, programme: 'self_raised' as const },
        ...{ measure, year, amount: amount.toString() },
      };
      rows.papers.push({
        ...{
          ...head,
          place_key: COUNTY,
          kind: 'booking',
          state: 'posted',
          source,
          level: 'county',
        },
        ...{ dated: day, lines: 1, pledge_id: id },
        purpose: measure === 'spent' ? SMALL : null,
        ...{ registered_by: maker, registered_at: recorded(day, 0) },
        ...{ checked_by: checker, checked_at: recorded(day, 0), changed_at: recorded(day, 0) },
      });
      rows.documents.push({
        ...head,
        issued_on: day,
        made_up: true,
        recorded_at: recorded(day, 0),
      });
      const entry = book.book(shixi, money, measure, {
        ...{ on: day, amount, document: number, instrument: 'bank_receipt' },
        ...(measure === 'spent' ? { note: title } : {}),
      });
      rows.lines.push({
        ...{ county: shixi.county, id: entry.id, paper_id: paper, place_key: TOWN },
        pledge_id: id,
        amount: amount.toString(),
      });
      for (const [at, verb, state, by] of [
        [0, 'register', 'drafted', maker],
        [1, 'submit', 'submitted', maker],
        [2, 'check', 'posted', checker],
      ] as const)
        rows.events.push({
          ...{ id: r.uuid(day), paper_id: paper, place_key: COUNTY, verb, state, by },
          at: new Date(instant(day) + at * 600_000),
        });
    };
    for (const [day, sum] of receipts) booked('received', day, sum, donor);
    for (let at = 0; at < grants; at++) {
      const day = purpose === null ? `2022-0${at + 2}-16` : `2022-07-${11 + at}`;
      booked('spent', day, 9.9, taken(USES, used++));
    }
    if (kind !== 'lead_unit') continue;
    const { name: note, amount } = NINTH;
    book.book(shixi, money, 'committed', {
      ...{ on: NINTH.signed, amount, document: NINTH.contract, note },
    });
    book.book(shixi, money, 'spent', {
      ...{ on: NINTH.paid, amount, document: NINTH.receipt, note },
      instrument: 'bank_receipt',
    });
  }
  const lit = { place_key: TOWN, office_key: COUNTY, donor_kind: 'enterprise' as const };
  rows.goods.push({
    ...{ ...lit, id: r.uuid('2022-07-15'), donor: '演示照明有限公司', goods: '太阳能路灯' },
    ...{ quantity: '28 盏', value: fen(14).toString(), valued_by: '出厂发票' },
    ...{ received_on: '2022-07-15', used_for: '中心小学门口及周边照明', state: 'confirmed' },
    ...{ made_up: true, recorded_at: recorded('2022-07-15', 0), recorded_by: maker },
    ...{ decided_at: recorded('2022-07-18', 0), decided_by: checker },
  });
  return { ...rows, accounts: book.accounts(), entries: book.entries };
}
