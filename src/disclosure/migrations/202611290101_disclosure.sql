create schema disclosure;
comment on schema disclosure is 'Public copies 公开件, where and how long they are published, and complaints of the public.';

create type disclosure.kind as enum ('project', 'notice', 'document', 'plan', 'use_of_money');
create type disclosure.channel as enum ('government_site', 'village_board', 'wechat_account', 'own_pages');

create table disclosure.copy (
  county char(6) not null,
  id uuid not null,
  place_key bigint not null,
  kind disclosure.kind not null,
  object_id uuid,
  year integer not null constraint copy_year check (year between 2021 and 2099),
  content jsonb not null,
  sha256 char(64) not null constraint copy_sum check (sha256 ~ '^[0-9a-f]{64}$'),
  made_by uuid,
  made_on date not null,
  made_at timestamptz not null default now(),
  made_up boolean not null default false,
  constraint copy_pkey primary key (county, id),
  constraint copy_object check ((kind = 'use_of_money') = (object_id is null)),
  constraint copy_made_by check (made_up or made_by is not null)
);
comment on table disclosure.copy is 'A public copy 公开件: what was to be said of an object when it was made, as blocks of text and tables. It never changes; what changed since is another copy.';
comment on column disclosure.copy.object_id is 'The project, notice, document or plan; null of a year''s use of money in the place.';
comment on column disclosure.copy.year is 'Year it is about.';
comment on column disclosure.copy.content is 'title and blocks in both languages, data for machines. Made from the views of the schema disclosed alone.';
comment on column disclosure.copy.sha256 is 'Of the content as text with sorted keys, so that a file can be proved to say what was frozen.';
create index copy_of_place_idx on disclosure.copy (place_key, made_at desc, id);
create index copy_of_object_idx on disclosure.copy (county, object_id);
create index copy_id_idx on disclosure.copy (id);

create table disclosure.publication (
  county char(6) not null,
  id uuid not null,
  copy_id uuid not null,
  place_key bigint not null,
  channel disclosure.channel not null,
  shown_at text,
  from_day date not null,
  until_day date,
  taken_down_on date,
  taken_down_by uuid,
  taken_down_because text,
  registered_by uuid,
  registered_at timestamptz not null default now(),
  made_up boolean not null default false,
  constraint publication_pkey primary key (county, id),
  constraint publication_copy foreign key (county, copy_id) references disclosure.copy (county, id),
  constraint publication_days check (until_day is null or until_day >= from_day),
  constraint publication_where check (channel = 'own_pages' or shown_at is not null),
  constraint publication_down check ((taken_down_on is null) = (taken_down_because is null) and (taken_down_on is null or taken_down_on >= from_day)),
  constraint publication_by check (made_up or registered_by is not null)
);
comment on table disclosure.publication is 'Where a copy was published, from which day, until which day, and when it was taken down.';
comment on column disclosure.publication.shown_at is 'Link or place; empty on our own public pages, where it follows from the copy.';
comment on column disclosure.publication.until_day is 'Last day it is to stand; empty: it stays.';
create index publication_of_copy_idx on disclosure.publication (county, copy_id);
create index publication_standing_idx on disclosure.publication (place_key, until_day) where taken_down_on is null;
create unique index publication_own_once on disclosure.publication (county, copy_id) where channel = 'own_pages' and taken_down_on is null;

create table disclosure.complaint (
  county char(6) not null,
  id uuid not null,
  place_key bigint not null,
  receipt text not null,
  copy_id uuid,
  subject text not null,
  said text not null,
  contact bytea,
  code_hash bytea not null,
  received_on date not null,
  received_at timestamptz not null default now(),
  reply text,
  replied_on date,
  replied_by uuid,
  made_up boolean not null default false,
  constraint complaint_pkey primary key (county, id),
  constraint complaint_receipt unique (county, receipt),
  constraint complaint_replied check ((reply is null) = (replied_on is null))
);
comment on table disclosure.complaint is 'A complaint or question of the public. It is handled as the finding of supervision with the same id; the reply here is what whoever sent it may read.';
comment on column disclosure.complaint.contact is 'How to reach who sent it, where they said so: sealed.';
comment on column disclosure.complaint.code_hash is 'SHA-256 of receipt and query code; the code itself is not kept.';
create index complaint_of_place_idx on disclosure.complaint (place_key, received_at desc, id);
create index complaint_receipt_idx on disclosure.complaint (receipt);
create index complaint_received_idx on disclosure.complaint (county, received_at);
create sequence disclosure.complaint_number;

-- What a public copy may be made of. Columns are listed one by one; persons, accounts, phones, reasons and notes are not among them.
create schema disclosed;
comment on schema disclosed is 'What may become public, as views of whitelisted columns: under the reader''s scope what copies are made of; for everybody what is published on our own public pages.';
grant usage on schema disclosed to zz_app, zz_jobs;

create view disclosed.project with (security_invoker = true) as
  select county, id, place_key, number, year, name, task, content, implementer, villages, households, people,
    benefit_link, target, result, planned_from, planned_to, progress, state, started_on, completed_on, accepted_on,
    changed_at::date as updated_on, made_up
  from projects.project;
comment on view disclosed.project is 'Of a project: what, where, for how many, how far, with what result.';

create view disclosed.project_money with (security_invoker = true) as
  select project_id, payer, source, year, sum(amount)::bigint as amount
  from projects.budget group by project_id, payer, source, year;
comment on view disclosed.project_money is 'Fen of a project by source.';

create view disclosed.contract with (security_invoker = true) as
  select c.project_id, c.id, c.number, c.contractor, c.contractor_code is not null as registered, c.signed_on,
    coalesce((select v.amount from projects.contract v where v.county = c.county and v.changes = c.id and v.state = 'in_force'
      order by v.signed_on desc, v.changed_at desc limit 1), c.amount) as amount,
    coalesce((select sum(q.amount) from projects.request q where q.county = c.county and q.contract_id = c.id and q.state = 'paid'), 0)::bigint as paid
  from projects.contract c where c.kind = 'main' and c.state = 'in_force';
comment on view disclosed.contract is 'Contracts in force: with whom, for how much, what was paid. A contractor without a credit code may be a person: the builder masks it.';

create view disclosed.notice with (security_invoker = true) as
  select county, id, project_id, place_key, stage, posted_on, ends_on, place_posted, made_up from projects.notice;
comment on view disclosed.notice is 'Of a notice: its project, stage, days and where it hangs; not who posted it, not what was objected.';

create view disclosed.document with (security_invoker = true) as
  select id, number, title, payer, payer_key, programme, measure, year, issued_on, made_up from funds.document
  where measure in ('issued', 'remitted', 'received');
comment on view disclosed.document is 'Posted documents of money: number, title, who pays, which measure and year.';

create view disclosed.document_line with (security_invoker = true) as
  select county, document_number, place_key, measure, sum(amount)::bigint as amount
  from funds.entry where measure in ('issued', 'remitted', 'received')
  group by county, document_number, place_key, measure;
comment on view disclosed.document_line is 'Fen of a posted document by place, less what was reversed.';

create view disclosed.plan with (security_invoker = true) as
  select county, id, place_key, programme, year, version, kind, title, approved_on, reference, made_up
  from plans.plan where state in ('approved', 'filed');
comment on view disclosed.plan is 'Approved use plans.';

create view disclosed.plan_line with (security_invoker = true) as
  select l.plan_id, l.place_key, l.position, l.document_number, l.source, t.name as task, t.binding, p.number as project_number,
    p.name as project_name, l.amount
  from plans.line l
  left join plans.task t on t.county = l.county and t.id = l.task_id
  left join projects.project p on p.county = l.county and p.id = l.project_id;
comment on view disclosed.plan_line is 'Lines of use plans: source, task, project, fen. Notes are left out.';

create view disclosed.use_of_money with (security_invoker = true) as
  select county, place_key, year, source, measure, sum(amount)::bigint as amount
  from funds.entry where measure in ('received', 'committed', 'spent')
  group by county, place_key, year, source, measure;
comment on view disclosed.use_of_money is 'Fen received, committed and spent in a place, by budget year and source.';

-- What everybody may read. It carries the rights of its owner, for whoever asks has no scope at all.
create view disclosed.copy with (security_barrier = true) as
  select c.id, c.kind, c.place_key, c.year, c.content, c.sha256, c.made_on, p.from_day, p.until_day, c.made_up
  from disclosure.copy c
  join disclosure.publication p on p.county = c.county and p.copy_id = c.id
  where p.channel = 'own_pages' and p.taken_down_on is null
    and p.from_day <= coalesce((select value #>> '{}' from platform.setting where name = 'today'),
      to_char(now() at time zone 'Asia/Shanghai', 'YYYY-MM-DD'))::date
    and exists (select from platform.setting where name = 'public_pages' and value = 'true');
comment on view disclosed.copy is 'Copies that stand on our own public pages now, for everybody; empty while the setting public_pages is off.';
grant select on disclosed.copy to zz_app;

create function disclosure.enter_complaint(of_id uuid, of_place bigint, of_copy uuid, of_subject text, of_said text,
  of_contact bytea, of_code text, of_day date) returns text
language plpgsql security definer set search_path = pg_catalog
as $$
declare
  of_county char(6);
  of_receipt text;
  same boolean;
begin
  if not exists (select from platform.setting where name = 'public_pages' and value = 'true') then
    return null;
  end if;
  perform pg_advisory_xact_lock(hashtextextended('disclosure.complaint:' || of_id, 0));
  select c.receipt, c.place_key = of_place and c.subject = of_subject and c.said = of_said
      and (c.contact is null) = (of_contact is null)
      -- A copy that did not stand was not kept.
      and (c.copy_id is not distinct from of_copy
        or c.copy_id is null and not exists (select from disclosed.copy k where k.id = of_copy))
    into of_receipt, same from disclosure.complaint c where c.id = of_id;
  if found and not same then
    raise exception 'another complaint was sent with the same form' using errcode = 'check_violation', constraint = 'complaint_other';
  elsif found then
    return of_receipt;
  end if;
  select r.county into of_county from regions.region r where r.key = of_place and r.level in ('county', 'town');
  if not found then
    return null;
  end if;
  -- Whoever floods a county from many addresses is stopped here; an office that gets so many has other means.
  if (select count(*) from disclosure.complaint c where c.county = of_county and c.received_at > now() - interval '1 hour') >= 300 then
    raise exception 'too many complaints at once' using errcode = 'check_violation', constraint = 'complaint_flood';
  end if;
  of_receipt := to_char(of_day, 'YYYYMMDD') || '-' || lpad(nextval('disclosure.complaint_number')::text, 6, '0');
  insert into disclosure.complaint (county, id, place_key, receipt, copy_id, subject, said, contact, code_hash, received_on)
  values (of_county, of_id, of_place, of_receipt,
    (select c.id from disclosed.copy c where c.id = of_copy), of_subject, of_said, of_contact,
    sha256(convert_to(of_receipt || of_code, 'UTF8')), of_day);
  perform supervision.enter_petition(of_county, of_id, of_place, of_receipt, of_subject, of_said, of_day);
  return of_receipt;
end
$$;
comment on function disclosure.enter_complaint is 'Enters a complaint of somebody without an account, once for its id, as a complaint and as a petition in the register of findings; another text with the same id is refused, and so is a county''s 301st of an hour. Answers the receipt number; null where the public pages are off or the place is none of a county or town.';
revoke execute on function disclosure.enter_complaint from public;
grant execute on function disclosure.enter_complaint to zz_app;

create function disclosure.complaint_state(of_receipt text, of_code text)
returns table (receipt text, received_on date, subject text, state text, reply text, replied_on date)
language sql stable security definer set search_path = pg_catalog
as $$
  select c.receipt, c.received_on, c.subject,
    case when f.state in ('cleared', 'closed') then 'finished' when f.state = 'opened' and c.reply is null then 'received' else 'in_hand' end,
    c.reply, c.replied_on
  from disclosure.complaint c
  join supervision.finding f on f.county = c.county and f.id = c.id
  where c.receipt = of_receipt and c.code_hash = sha256(convert_to(of_receipt || of_code, 'UTF8'))
$$;
comment on function disclosure.complaint_state is 'State and public reply of one complaint, for whoever has its receipt number and query code; nothing of who handles it.';
revoke execute on function disclosure.complaint_state from public;
grant execute on function disclosure.complaint_state to zz_app;
