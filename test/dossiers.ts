/** Requests for payment of the tests, and scans: real PDF pages, a PNG, and what only calls itself one. */
import { degrees, PDFDocument } from '@cantoo/pdf-lib';
import { addAccounts } from '../src/access/store/accounts.ts';
import { countyOfKey } from '../src/kit/region-key.ts';
import type { Db } from '../src/platform/db/pool.ts';
import { newId } from '../src/platform/new-id.ts';
import { testFiles } from './people.ts';

export interface Payment {
  county: string;
  project: string;
  contract: string;
  request: string;
}

let serial = 0;

/** A project with a contract in force and a request for payment, checked unless told otherwise. */
export async function aPayment(
  db: Db,
  town: string,
  more: {
    kind?: 'advance' | 'progress' | 'final';
    state?: 'submitted' | 'checked' | 'sent';
    /** Another request of the same contract. */
    of?: Payment;
  } = {},
): Promise<Payment> {
  const { kind = 'progress', state = 'checked', of } = more;
  const county = countyOfKey(town);
  serial += 1;
  const [project, contract] = [of?.project ?? newId(), of?.contract ?? newId()];
  const at = { county, place_key: town };
  if (!of) {
    await db
      .insertInto('projects.project')
      .values({
        ...{ ...at, id: project, number: `石溪-2022-${serial}`, year: 2022 },
        ...{ name: `农贸市场改造之${serial}`, task: 'facilities', content: '翻新摊位' },
        ...{ implementer: '石溪镇人民政府', operating: false, state: 'building' },
        state_since: '2022-05-06',
      })
      .execute();
    await db
      .insertInto('projects.contract')
      .values({
        ...{ ...at, id: contract, project_id: project, kind: 'main', state: 'in_force' },
        ...{ number: `石府合〔2022〕${town}-${serial}号`, contractor: '演示建筑公司' },
        ...{ signed_on: '2022-05-06', amount: '123456789' },
      })
      .execute();
  }
  const request = newId();
  await db
    .insertInto('projects.request')
    .values({
      ...{ ...at, id: request, project_id: project, contract_id: contract, kind, state },
      ...{
        amount: '30000050',
        payee: '演示建筑公司',
        account_tail: '0017',
        invoice: `044002${serial}`,
      },
      asked_on: '2022-06-20',
    })
    .execute();
  return { county, project, contract, request };
}

/** A request with a scan and a dossier; both hold their ids and nothing else. */
export async function aDossier(db: Db, town: string) {
  const payment = await aPayment(db, town);
  const [file, dossier, account] = [newId(), newId(), newId()];
  await addAccounts(db, [
    {
      ...{ id: account, name: `s-${account.slice(-12)}`, displayName: '镇财政' },
      ...{ passwordHash: null, role: 'town', homeKey: town },
    },
  ]);
  const { sha256, size } = await testFiles.take(
    once(Buffer.from(`%PDF-1.7 ${file} ${dossier}`)),
    1_000,
  );
  const at = { county: payment.county, place_key: town, sha256, size };
  await db
    .insertInto('dossiers.file')
    .values({
      ...{ ...at, id: file, project_id: payment.project, kind: 'notice', type: 'pdf' },
      ...{ title: '公示照片', name: '公示.pdf', dated: '2022-06-01', uploaded_by: account },
    })
    .execute();
  await db
    .insertInto('dossiers.dossier')
    .values({
      ...{ ...at, id: dossier, project_id: payment.project, request_id: payment.request },
      ...{ pages: 3, made_by: account },
    })
    .execute();
  await db
    .insertInto('dossiers.dossier_part')
    .values({
      ...{ county: at.county, place_key: town, dossier_id: dossier, position: 0 },
      ...{ file_id: file, sha256: at.sha256, first_page: 2, pages: 1 },
    })
    .execute();
  return { ...payment, file, dossier };
}

export async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}

/** A PDF of so many pages, each as wide as its number says, so that their order can be told. */
export async function aPdf(widths: readonly number[], turned = 0): Promise<Buffer> {
  const doc = await PDFDocument.create();
  for (const width of widths) doc.addPage([width, 400]).setRotation(degrees(turned));
  return Buffer.from(await doc.save());
}

/** One point of grey. */
export const aPng = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
);
/** Begins like a PDF and is none. */
export const aBrokenPdf = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(3_000, 'x')]);
export const aWebPage = Buffer.from('<html><script>alert(1)</script></html>');
