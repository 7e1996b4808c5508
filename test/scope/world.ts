/** What a town holds in the scope tests: one of each thing somebody from elsewhere must never see. */
import { sql } from 'kysely';
import { addAccounts } from '../../src/access/store/accounts.ts';
import { takeEmergency } from '../../src/access/store/emergencies.ts';
import { addNotice } from '../../src/access/store/notices.ts';
import { countyOfKey } from '../../src/kit/region-key.ts';
import type { Db } from '../../src/platform/db/pool.ts';
import { newId } from '../../src/platform/new-id.ts';
import type { TestDatabase } from '../database.ts';
import { aDisclosure, type HeldDisclosure } from '../disclosure.ts';
import { aDossier } from '../dossiers.ts';
import { aFlag, aProvince, aTier, aTown, places } from '../places.ts';
import {
  aBatch,
  aLimit,
  anOrganisation,
  aPersonOnRecord,
  aPosting,
  aRequirement,
  aTeam,
  madeUpNumbers,
  sealedNumbersOf,
} from '../teams.ts';
import { type DonationHolding, someDonations } from './donations-world.ts';
import { anImport } from './import-world.ts';
import { aPaper, someMoney } from './money-world.ts';
import { aPlan, aRule } from './plans-world.ts';
import { aProject, type ProjectHolding } from './project-world.ts';
import { aRun, type HeldRun } from './run.ts';

/** What everybody may know of: sending units, batches. */
export interface Shared {
  unit: string;
  otherUnit: string;
  batch: string;
}

/** A town and what belongs to it. */
export interface Holding extends Shared, ProjectHolding, DonationHolding {
  town: string;
  townName: string;
  /** A town that has no team yet. */
  emptyTown: string;
  village: string;
  team: string;
  teamUnit: string;
  posting: string;
  person: string;
  personName: string;
  /** Kept sealed; in plain they may be in no reply but the one that reveals. */
  numbers: { idNumber: string; phone: string };
  pairing: string;
  duty: string;
  requirement: string;
  limit: string;
  entry: string;
  /** The document of the entry, a paper of the county that waits to be checked, and who registered it. */
  document: string;
  paper: string;
  /** What the county holds against an export. */
  reconciled: HeldRun;
  /** A use plan of the county about the town: an adjustment handed in. */
  plan: string;
  /** A rule of the county's office that waits to be approved, and a plan of raising that holds. */
  rule: string;
  raising: string;
  /** A request for payment with a scan of its project and a dossier. */
  payment: { project: string; request: string; file: string; dossier: string };
  /** A sheet of the town's office that waits to be confirmed. */
  importing: string;
  /** What may be published, a copy of it with where it hangs, and a complaint. */
  disclosed: HeldDisclosure;
  /** A notice that names the town, and an emergency somebody of another city took there. */
  notice: string;
  emergency: string;
  /** What supervision found of the town, about a project of it. */
  finding: string;
  foundProject: string;
  /** A sending unit of the county's own. */
  localUnit: string;
  /** An account of the town, what is asked for it, and its link. */
  account: string;
  request: string;
  invitation: string;
  /** A row of the audit about the person. */
  audit: string;
  /** None of these may be in a reply to somebody else. */
  secrets: string[];
}

/** A province in which two counties hold one of each thing, on the day of the interview. */
export async function aWorld({ db, owner }: TestDatabase) {
  await aProvince(db);
  const unit = await anOrganisation(db, '珠海市水务局');
  const otherUnit = await anOrganisation(db, '珠海市教育局');
  const shared: Shared = { unit, otherUnit, batch: await aBatch(db) };
  await aRequirement(db, places.province, 'captain', 1);
  const mine = await aHolding(db, places.county, shared);
  const theirs = await aHolding(db, places.siblingCounty, shared);
  await owner.query(
    `insert into platform.setting (name, value) values ('today', '"2022-07-28"'), ('public_pages', 'true')`,
  );
  await owner.query(
    `insert into regions.edition (edition, cut_off, source, sha256, row_count) values ('2021', '2021-10-31', 'test', '1', 1)`,
  );
  await owner.query(
    `insert into regions.code (edition, code, parent_code, level, kind, name, pinyin, initials)
     select '2021', code, parent_code, level, kind, case level when 'village' then '新' || name else name end, pinyin, initials
     from regions.code where edition = '2020'`,
  );
  await owner.query(
    `insert into access.provider (id, name, issuer, client_id, enabled) values ('off', '试', 'https://x.example', 'x', false)`,
  );
  return { shared, mine, theirs };
}

/**
 * Holdings for endpoints that write: no two of one room get the same, so that none finds what another of its room has
 * changed; those of different rooms share, for a holding has things of every room.
 * @returns gives the next one for an endpoint's address
 */
export function holdingsInTurn(db: Db, county: string, shared: Shared) {
  const holdings: Promise<Holding>[] = [];
  const given = new Map<string, number>();
  return (url: string): Promise<Holding> => {
    const room = url.split('/')[2] ?? '';
    const nth = given.get(room) ?? 0;
    given.set(room, nth + 1);
    holdings[nth] ??= aHolding(db, county, shared);
    return holdings[nth];
  };
}

let made = 0;

/** A town below the county with everything in it. */
export async function aHolding(db: Db, county: string, shared: Shared): Promise<Holding> {
  made += 1;
  const personName = `密甲${made}号`;
  const place = await aTown(db, { under: county, tier: 'key_assistance', name: `秘${made}新镇` });
  const empty = await aTown(db, { under: county, name: `秘${made}空镇` });
  const village = place.villages[0] ?? '';
  await aFlag(db, village, 'weak_organisation');
  await aTier(db, empty.key, 'consolidation');
  const team = await aTeam(db, place.key, shared.unit);
  const numbers = madeUpNumbers();
  const sealed = sealedNumbersOf(newId(), numbers);
  const { id: posting, person } = await aPosting(db, team, shared.batch, personName, {
    person_id: await aPersonOnRecord(db, place.key, personName, sealed),
    organisation_id: shared.unit,
    due_on: '2022-09-01',
  });
  const teamUnit = newId();
  await db
    .insertInto('teams.team_unit')
    .values({
      id: teamUnit,
      team_id: team,
      place_key: place.key,
      organisation_id: shared.otherUnit,
      lead: false,
      starts_on: '2021-07-01',
    })
    .execute();
  const { pairing, duty } = await aPairing(db, place.key, shared.unit);
  const requirement = await aRequirement(db, place.key, 'member', 4);
  const limit = await aLimit(db, place.key, 'agents_most', 2);
  const { entry, document } = await someMoney(db, place.key);
  const { paper, registrar } = await aPaper(db, place.key, county, made);
  const projects = await aProject(db, place.key, `密项${made}号`);
  const reconciled = await aRun(db, county, `秘账${made}`);
  const { plan, planBefore } = await aPlan(db, place.key, county, made);
  const { rule, raising } = await aRule(db, place.key, county);
  const given = await someDonations(db, place.key, county);
  const { finding, foundProject } = await aFinding(db, place.key);
  const payment = await aDossier(db, place.key);
  const importing = await anImport(db, place.key, `密表${made}号`);
  const disclosed = await aDisclosure(db, place.key);
  const { notice, emergency } = await looksFromOutside(db, place.key, county);
  const { account, request, invitation } = await anAccount(db, place.key);
  const kept = await anAccount(db, place.key);
  const localUnit = await anOrganisation(db, `县单位${made}`, { home_key: county });
  const audit = await anAuditRow(db, place.key, person);
  const secrets = [
    ...[place.key, village, empty.key, place.name, empty.name],
    ...[numbers.idNumber, numbers.phone],
    ...[team, teamUnit, posting, person, personName, pairing, duty, entry],
    ...[document, paper, registrar, plan, planBefore],
    ...[rule, raising, importing, `密表${made}号`],
    ...[rule, raising, ...Object.values(given)],
    ...[document, paper, registrar],
    ...[payment.project, payment.contract, payment.request, payment.file, payment.dossier],
    ...Object.values(disclosed),
    ...[notice, emergency],
    ...[`密项${made}号`, ...Object.values(projects)],
    ...Object.values(reconciled),
    ...[document, paper, registrar],
    ...[notice, emergency, finding, foundProject],
    ...[account, request, invitation],
    ...Object.values(kept),
  ];
  return {
    ...projects,
    ...given,
    ...shared,
    ...{ town: place.key, townName: place.name, emptyTown: empty.key, village },
    ...{
      team,
      teamUnit,
      posting,
      person,
      personName,
      numbers,
      pairing,
      duty,
      entry,
      document,
      paper,
      reconciled,
      rule,
      raising,
      plan,
      payment,
      importing,
      disclosed,
      notice,
      emergency,
      ...{ finding, foundProject },
      localUnit,
      audit,
      secrets,
    },
    ...{ requirement, limit },
    ...{ account, request, invitation },
  };
}

/** A project off purpose, and what the rule said of it. */
async function aFinding(db: Db, place: string): Promise<{ finding: string; foundProject: string }> {
  const [finding, foundProject] = [newId(), newId()];
  const county = countyOfKey(place);
  await db
    .insertInto('projects.project')
    .values({
      ...{ county, id: foundProject, place_key: place, number: 'S-1', year: 2022 },
      ...{
        name: `办公楼改造（${place}）`,
        content: '改造',
        task: 'services',
        implementer: '镇政府',
      },
      ...{ operating: false, state_since: '2022-03-01' },
    })
    .execute();
  await db
    .insertInto('supervision.finding')
    .values({
      ...{ county, id: finding, place_key: place, source: 'rule', rule: 'off_purpose' },
      ...{ rule_version: 0, object_kind: 'project', object_id: foundProject },
      ...{ project_id: foundProject, found_on: '2022-07-27', facts: { word: '办公楼' } },
    })
    .execute();
  return { finding, foundProject };
}

async function looksFromOutside(db: Db, place: string, county: string) {
  const [notice, emergency, account] = [newId(), newId(), newId()];
  await addAccounts(db, [
    {
      id: account,
      name: `out-${account.slice(-12)}`,
      displayName: '外市',
      passwordHash: null,
      role: 'county',
      homeKey: places.otherCity,
    },
  ]);
  await addNotice(db, {
    id: notice,
    number: `审通${notice}`,
    kind: 'audit',
    organ: '县审计局',
    subject: `资金审计（${place}）`,
    places: [place],
    startsOn: '2022-07-01',
    endsOn: '2022-08-31',
    accounts: [],
    by: null,
  });
  await takeEmergency(
    db,
    emergency,
    account,
    { key: place, above: county },
    { reason: `台风登陆，要联系受困群众（${place}）`, hours: 1 },
  );
  return { notice, emergency };
}

async function aPairing(db: Db, place: string, unit: string) {
  const [pairing, duty] = [newId(), newId()];
  await db
    .insertInto('teams.pairing')
    .values({
      id: pairing,
      kind: 'designated',
      place_key: place,
      organisation_id: unit,
      starts_on: '2021-07-01',
      document: '粤乡振〔2021〕3号',
    })
    .execute();
  await db
    .insertInto('teams.duty')
    .values({
      id: duty,
      pairing_id: pairing,
      place_key: place,
      kind: 'money',
      promise: `每年五十万元（${place}）`,
    })
    .execute();
  return { pairing, duty };
}

/** Somebody of the town who waits for a grant and has a link. */
async function anAccount(db: Db, home: string) {
  const [account, request, invitation] = [newId(), newId(), newId()];
  const name = `m${account}`;
  await db
    .insertInto('access.account')
    .values({ id: account, name, display_name: name, role: 'town', home_key: home })
    .execute();
  await db
    .insertInto('access.grant_request')
    .values({ id: request, account_id: account, kind: 'new', role: 'town', home_key: home })
    .execute();
  await db
    .insertInto('access.invitation')
    .values({
      id: invitation,
      token_hash: Buffer.from(invitation),
      account_id: account,
      expires_at: new Date(Date.now() + 3_600_000),
    })
    .execute();
  return { account, request, invitation };
}

/** Somebody changed something of a person. @returns the row's id */
async function anAuditRow(db: Db, place: string, person: string): Promise<string> {
  await sql`select access.add_audit(null, 'county', '{}', 'deed', 'POST /api/teams/postings', ${`person ${person}`},
    ${place}, null, ${person}, 'done', null, ${JSON.stringify({ place })}, null, null, null)`.execute(
    db,
  );
  const row = await db
    .selectFrom('access.audit')
    .select('id')
    .where('person_id', '=', person)
    .executeTakeFirstOrThrow();
  return row.id;
}
