/** Reading findings: a list, one with its evidence and history, and what may be done to it. */

import type { Client } from '../../platform/db/pool.ts';
import { boundsOf, inRanges, withinText } from '../../platform/db/scope.ts';
import { instant } from '../../platform/db/sql/instant.ts';
import { Absent, type Caller } from '../../platform/http/endpoint.ts';
import type { FindingPage, FindingRow } from '../contract.ts';
import { isOverdue, keptFrom, lineOf, mayOwn, openStates, stepsFor } from '../rules.ts';
import { type Kept, shownEvidence } from './evidence.ts';

/** A finding as it stands in the database, locked or not. */
export interface Finding extends Omit<FindingRow, 'overdue'> {
  county: string;
  ruleVersion: number | null;
  objectKind: FindingPage['objectKind'];
  project: string | null;
  evidence: Kept['evidence'];
  evidenceRows: number;
  decidedOn: string | null;
  decidedBy: string | null;
  appealed: boolean;
  about: string[];
  hiddenFrom: string[];
  answerers: string[];
  deciders: string[];
}

/** Who did one of these to a finding since it was opened last. */
const doneBy = (verbs: string) =>
  `array(select distinct e.by::text from supervision.event e
     where e.county = f.county and e.finding_id = f.id and e.by is not null and e.verb in (${verbs}))`;

const listed = `
  f.county, f.id, f.source, f.rule, f.paper, f.title, f.place_key::text as place, place.name as "placeName", f.facts,
  f.amount::text as amount, f.state, f.found_on as "foundOn", f.gone_on as "goneOn", f.owner_key::text as owner,
  owner.name as "ownerName", f.reply_by as "replyBy", ${instant('f.changed_at')} as "changedAt"`;
const joins = `
  join regions.place place on place.key = f.place_key
  left join regions.place owner on owner.key = f.owner_key`;

/**
 * The finding, locked until the end of the transaction where `held` is asked for.
 * @throws Absent when there is none in the caller's ranges, or it is about the caller or an office the caller lies in
 */
export async function findingFor(
  client: Client,
  caller: Caller,
  id: string,
  held?: 'held',
): Promise<Finding> {
  // Apart from the reading: what is read beside a row that was waited for is older than the row.
  if (held) await client.query('select from supervision.finding where id = $1 for update', [id]);
  const { rows } = await client.query<Finding>(
    `select ${listed}, f.rule_version as "ruleVersion", f.object_kind as "objectKind", f.project_id as project, f.evidence,
       f.evidence_rows as "evidenceRows",
       f.decided_on as "decidedOn", f.decided_by_key::text as "decidedBy", f.appealed, f.about::text[] as about,
       f.hidden_from::text[] as "hiddenFrom", ${doneBy(`'explain', 'rectify', 'appeal'`)} as answerers,
       ${doneBy(`'confirm', 'clear'`)} as deciders
     from supervision.finding f ${joins} where f.id = $1`,
    [id],
  );
  const finding = rows[0];
  if (!finding || !inRanges(finding.place, caller.ranges) || keptFrom(finding, caller))
    throw new Absent();
  return finding;
}

const rowOf = (finding: Omit<FindingRow, 'overdue'>, today: string): FindingRow => ({
  id: finding.id,
  source: finding.source,
  rule: finding.rule,
  paper: finding.paper,
  title: finding.title,
  place: finding.place,
  placeName: finding.placeName,
  facts: finding.facts,
  amount: finding.amount,
  state: finding.state,
  foundOn: finding.foundOn,
  goneOn: finding.goneOn,
  owner: finding.owner,
  ownerName: finding.ownerName,
  replyBy: finding.replyBy,
  overdue: isOverdue(finding, today),
  changedAt: finding.changedAt,
});

/** Findings under a place, the one changed last first; one more than asked. */
export async function findingsUnder(
  client: Client,
  caller: Caller,
  today: string,
  wanted: {
    lo: string;
    hi: string;
    state: string | null;
    rule: string | null;
    source: string | null;
    waiting: 'open' | 'overdue' | null;
    project: string | null;
    before: readonly string[];
    limit: number;
  },
): Promise<FindingRow[]> {
  const { rows } = await client.query<Omit<FindingRow, 'overdue'>>(
    `select ${listed} from supervision.finding f ${joins}
     where f.place_key between $1 and $2 and ${withinText('f.place_key', '$3', '$4')}
       and $5::uuid <> all (f.about) and not (f.hidden_from && $6::bigint[])
       and ($7::supervision.state is null or f.state = $7::supervision.state)
       and ($8::text is null or f.rule = $8) and ($9::supervision.source is null or f.source = $9::supervision.source)
       and case $10 when 'open' then f.state = any ($11::supervision.state[])
         when 'overdue' then f.state = 'assigned' and f.reply_by < $12::date else true end
       and ($13::uuid is null or f.project_id = $13::uuid)
       and (f.changed_at, f.id) < ($14::timestamptz, $15::uuid)
     order by f.changed_at desc, f.id desc limit $16`,
    [
      ...[wanted.lo, wanted.hi, ...boundsOf(caller.ranges), caller.account],
      ...[caller.role === 'auditor' ? [] : lineOf(caller.seat)],
      ...[wanted.state, wanted.rule, wanted.source, wanted.waiting, openStates, today],
      ...[wanted.project, ...wanted.before, wanted.limit + 1],
    ],
  );
  return rows.map((row) => rowOf(row, today));
}

export async function findingPage(
  client: Client,
  caller: Caller,
  today: string,
  finding: Finding,
): Promise<FindingPage> {
  const { rows: events } = await client.query<FindingPage['events'][number]>(
    `select e.verb, e.state, e.said, a.display_name as by, office.name as office, owner.name as owner,
       e.reply_by as "replyBy", ${instant('e.at')} as at
     from supervision.event e
     left join access.account a on a.id = e.by
     left join regions.place office on office.key = e.office_key
     left join regions.place owner on owner.key = e.owner_key
     where e.county = $1 and e.finding_id = $2 order by e.at, e.id`,
    [finding.county, finding.id],
  );
  const steps = stepsFor(finding, caller, today).map(({ verb, needs = [] }) => ({
    verb,
    needs: [...needs],
  }));
  const { rows, elsewhere } = shownEvidence(finding.evidence, caller);
  return {
    ...rowOf(finding, today),
    ruleVersion: finding.ruleVersion,
    objectKind: finding.objectKind,
    project: finding.project,
    evidence: rows,
    elsewhere,
    further: Math.max(finding.evidenceRows - finding.evidence.length, 0),
    aboutPeople: finding.about.length > 0,
    decidedOn: finding.decidedOn,
    appealed: finding.appealed,
    steps,
    owners: steps.some(({ verb }) => verb === 'assign')
      ? await ownersFor(client, caller, finding)
      : [],
    events,
  };
}

/** Offices of the caller's area that may be made the owner: over the place or in it, and not kept from the finding. */
async function ownersFor(
  client: Client,
  caller: Caller,
  { place, hiddenFrom }: Pick<Finding, 'place' | 'hiddenFrom'>,
): Promise<{ key: string; name: string }[]> {
  const { rows } = await client.query<{ key: string; name: string }>(
    `select o.key::text as key, o.name from regions.place o
     join regions.region r on r.key = o.key
     where r.level in ('province', 'city', 'county', 'town') and r.valid_to is null
       and (exists (select from regions.ancestor a where a.key = $1 and a.ancestor = o.key)
         or exists (select from regions.ancestor a where a.key = o.key and a.ancestor = $1 and a.ancestor <> a.key))
       and exists (select from regions.ancestor a where a.key = o.key and a.ancestor = $2)
     order by o.key limit 60`,
    [place, caller.seat],
  );
  return rows.filter(({ key }) => mayOwn(key, place, caller.seat, hiddenFrom));
}
