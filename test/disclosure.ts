/** Disclosure of the tests: a project, notice, document, plan and money, and beside each what must never become public. */
import { inflateSync } from 'node:zlib';
import { countyOfKey } from '../src/kit/region-key.ts';
import type { Db } from '../src/platform/db/pool.ts';
import { newId } from '../src/platform/new-id.ts';
import type { TestDatabase } from './database.ts';
import { anEntry } from './money.ts';
import { places } from './places.ts';
import { partsOf } from './sheets.ts';

/** What lies beside whitelisted columns of the rows below. */
export const planted = {
  identity: '440823198001011232',
  phone: '13812345678',
  account: '6222021234567890123',
  person: '欧阳修文',
  contractor: '司徒大文',
  health: '尿毒症',
  mail: 'someone@example.org',
};

export interface Disclosable {
  project: string;
  notice: string;
  document: string;
  plan: string;
}

let serial = 0;

/** All of it in a town of 遂溪县, unpublished. */
export async function aDisclosable(db: Db, town: string): Promise<Disclosable> {
  serial += 1;
  const county = countyOfKey(town);
  const at = { county, place_key: town };
  const [project, notice, document, plan, contract] = [newId(), newId(), newId(), newId(), newId()];
  await db
    .insertInto('projects.project')
    .values({
      ...{ ...at, id: project, number: `22-${serial}`, year: 2022, name: `村道硬化之${serial}` },
      ...{ task: 'facilities', content: '硬化村道 3.2 公里', implementer: '黄略镇人民政府' },
      ...{ operating: false, state: 'building', state_since: '2022-05-06', progress: 55 },
      ...{ households: 120, people: 480, lifted: 30, monitored: 4, villages: [] },
      ...{ benefit_note: `${planted.person} ${planted.phone}`, started_on: '2022-05-06' },
    })
    .execute();
  const budget = {
    payer: 'province',
    payer_key: places.province,
    source: 'provincial_fund',
  } as const;
  await db
    .insertInto('projects.budget')
    .values({
      ...{ ...at, ...budget, id: newId(), project_id: project, programme: 'special_fund' },
      ...{ year: 2022, amount: '30000000' },
    })
    .execute();
  await db
    .insertInto('projects.contract')
    .values({
      ...{ ...at, id: contract, project_id: project, kind: 'main', state: 'in_force' },
      ...{ number: `遂合〔2022〕${serial}号`, contractor: planted.contractor, amount: '28000000' },
      signed_on: '2022-05-06',
    })
    .execute();
  await db
    .insertInto('projects.request')
    .values({
      ...{ ...at, id: newId(), project_id: project, contract_id: contract, kind: 'progress' },
      ...{ amount: '9000000', payee: planted.contractor, account_tail: '0123', state: 'paid' },
      ...{ asked_on: '2022-06-01', receipt: `凭 ${newId()}`, paid_on: '2022-06-10' },
      explanation: `账号 ${planted.account}`,
    })
    .execute();
  await db
    .insertInto('projects.event')
    .values({
      ...{ ...at, id: newId(), project_id: project, kind: 'project', case_id: project },
      ...{ verb: 'return', state: 'returned', reason: `${planted.person} ${planted.identity}` },
    })
    .execute();
  await db
    .insertInto('projects.notice')
    .values({
      ...{ ...at, id: notice, project_id: project, stage: 'plan', posted_on: '2022-07-25' },
      ...{ ends_on: '2022-08-01', place_posted: '村务公开栏' },
    })
    .execute();
  await db
    .insertInto('projects.objection')
    .values({
      ...{ ...at, id: newId(), notice_id: notice, received_on: '2022-07-26' },
      said: `${planted.person}（${planted.health}）${planted.phone} ${planted.mail}`,
    })
    .execute();
  const number = `粤财农〔2022〕公${serial}号`;
  await db
    .insertInto('funds.document')
    .values({
      ...{ id: document, number, title: '下达驻镇帮镇扶村资金', payer: 'province' },
      ...{ payer_key: places.province, programme: 'special_fund', measure: 'received', year: 2022 },
      ...{ amount: '50000000', issued_on: '2022-03-01' },
    })
    .execute();
  const note = `${planted.person} ${planted.account}`;
  await anEntry(db, town, {
    ...{ measure: 'received', amount: '50000000', document_number: number, note },
  });
  await db
    .insertInto('plans.plan')
    .values({
      ...{ county, place_key: `${county}000000`, id: plan, programme: 'special_fund' },
      ...{ year: 2022, version: serial, kind: 'plan', title: `2022 年资金使用方案之${serial}` },
      ...{ state: 'approved', approved_on: '2022-04-01', made_up: true },
    })
    .execute();
  await db
    .insertInto('plans.line')
    .values({
      ...{ ...at, id: newId(), plan_id: plan, position: 0, document_number: number },
      ...{ payer: 'province', payer_key: places.province, source: 'provincial_fund' },
      ...{ project_id: project, amount: '30000000', note },
    })
    .execute();
  return { project, notice, document, plan };
}

export interface HeldDisclosure extends Disclosable {
  copy: string;
  publication: string;
  complaint: string;
}

/** The same with a copy that hangs on our own pages, and a complaint with its finding. */
export async function aDisclosure(db: Db, town: string): Promise<HeldDisclosure> {
  const made = await aDisclosable(db, town);
  const at = { county: countyOfKey(town), place_key: town };
  const [copy, publication, complaint] = [newId(), newId(), newId()];
  const title = { zh: `公开件 ${copy}`, en: `Copy ${copy}` };
  const data = {
    ...{ id: made.project, place: town, placeName: '某镇', name: title.zh, content: '内容' },
    ...{ state: 'building', updatedOn: '2022-07-01', startedOn: null, plannedFrom: null },
    ...{ completedOn: null, plannedTo: null, villages: [], money: [], contracts: [], madeUp: true },
  };
  await db
    .insertInto('disclosure.copy')
    .values({
      ...{ ...at, id: copy, kind: 'project', object_id: made.project, year: 2022, made_up: true },
      content: JSON.stringify({ title, blocks: { zh: [], en: [] }, data }),
      ...{ sha256: 'a'.repeat(64), made_on: '2022-07-01' },
    })
    .execute();
  await db
    .insertInto('disclosure.publication')
    .values({
      ...{ ...at, id: publication, copy_id: copy, channel: 'own_pages', made_up: true },
      from_day: '2022-07-01',
    })
    .execute();
  await db
    .insertInto('supervision.finding')
    .values({
      ...{ ...at, id: complaint, source: 'petition', paper: complaint, title: '反映' },
      ...{ state: 'opened', found_on: '2022-07-20' },
    })
    .execute();
  await db
    .insertInto('disclosure.complaint')
    .values({
      ...{ ...at, id: complaint, receipt: complaint, subject: '反映', said: '内容' },
      ...{ code_hash: Buffer.from(complaint), received_on: '2022-07-20', made_up: true },
    })
    .execute();
  return { ...made, copy, publication, complaint };
}

/** The parts of a ZIP archive as one text. */
export const zipTexts = (bytes: Buffer): string =>
  Object.entries(partsOf(bytes))
    .map(([name, text]) => `${name} ${text}\n`)
    .join('');

/** What a reader finds in a PDF of ours: its glyphs through the table the file carries for them. */
export function pdfText(bytes: Buffer): string {
  const raw = bytes.toString('latin1');
  const streams = [...raw.matchAll(/stream\r?\n/g)].flatMap(({ index, 0: mark }) => {
    const start = index + mark.length;
    const end = raw.indexOf('endstream', start);
    try {
      return [inflateSync(bytes.subarray(start, end)).toString('latin1')];
    } catch {
      return []; // the font itself, or no stream
    }
  });
  const signs = new Map<string, string>();
  for (const text of streams.filter((one) => one.includes('beginbfchar')))
    for (const [, from = '', to = ''] of text.matchAll(/<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>/g))
      signs.set(from.toLowerCase(), Buffer.from(to, 'hex').swap16().toString('utf16le'));
  return streams
    .flatMap((text) => [...text.matchAll(/<([0-9a-fA-F]+)>\s*Tj/g)])
    .map(([, hex = '']) =>
      (hex.toLowerCase().match(/.{4}/g) ?? []).map((one) => signs.get(one) ?? '').join(''),
    )
    .join('\n');
}

/**
 * Books the contract and the receipt of a disclosable project in the ledger: 28 and 9 万 of fiscal money, and 5 and 2 of
 * donated money beside it.
 * @returns the project's number
 */
export async function paidByOthersToo(
  { db, owner }: Pick<TestDatabase, 'db' | 'owner'>,
  town: string,
  project: string,
): Promise<string> {
  const { rows } = await owner.query<Record<'contract' | 'receipt' | 'number', string>>(
    `select c.number as contract, q.receipt, p.number from projects.contract c join projects.project p on p.id = c.project_id
     join projects.request q on q.contract_id = c.id where p.id = $1`,
    [project],
  );
  const [of] = rows;
  if (!of) throw new Error('a project without a contract');
  await owner.query(
    `insert into projects.budget (county, id, project_id, place_key, payer, payer_key, source, programme, year, amount)
     select county, uuidv7(), project_id, place_key, payer, payer_key, 'donation', 'self_raised', year, 5000000
     from projects.budget where project_id = $1`,
    [project],
  );
  const fiscal = ['28000000', '9000000', {}] as const;
  const donated = ['5000000', '2000000', { programme: 'self_raised', source: 'donation' }] as const;
  for (const [committed, spent, money] of [fiscal, donated]) {
    const contract = { instrument: 'contract', level: 'town' } as const;
    const booked = { ...contract, document_number: of.contract, amount: committed, ...money };
    await anEntry(db, town, { ...booked, measure: 'committed' });
    const receipt = { instrument: 'treasury_receipt', level: 'county', amount: spent } as const;
    const paid = { ...receipt, document_number: of.receipt, ...money };
    await anEntry(db, town, { ...paid, measure: 'received' });
    await anEntry(db, town, { ...paid, measure: 'spent' });
  }
  return of.number;
}
