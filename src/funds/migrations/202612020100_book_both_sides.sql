-- The account that is credited was looked for among all of its county's of the same money and year: over a hundred in a
-- county with four payers. Each side is one look into account_identity now.

create or replace function funds.book(lines funds.booking[], by_account uuid) returns integer
language plpgsql set search_path = pg_catalog set plan_cache_mode = force_generic_plan
as $$
declare
  posted integer;
begin
  if coalesce(cardinality(lines), 0) = 0 then
    raise exception 'nothing to post';
  end if;
  -- Closing a month waits for whoever posts, and whoever posts for a closing.
  perform pg_catalog.pg_advisory_xact_lock_shared(pg_catalog.hashtextextended('funds.closing:' || c.county, 0))
  from (select distinct l.county from unnest(lines) l order by 1) c;
  if exists (
    select from unnest(lines) l
    join funds.closing c on c.county = l.county and c.month = date_trunc('month', l.booked_on)::date
  ) then
    raise exception 'the month is closed' using errcode = 'check_violation', constraint = 'entry_month_open';
  end if;

  -- Nothing is moved unless every line finds both accounts; those missing are made, and it is tried once more.
  for attempt in 1 .. 2 loop
    with line as materialized (
      select l.*
      from (
        select b.*,
          (select a.id from funds.account a
           where a.county = b.county and a.holder = 'place' and a.place_key = b.place_key and a.payer_key is null
             and a.source = b.source and a.programme = b.programme and a.measure = b.measure and a.year = b.year) as debit,
          case when b.measure = 'spent' then (
            select a.id from funds.account a
            where a.county = b.county and a.holder = 'place' and a.place_key = b.place_key and a.payer_key is null
              and a.source = b.source and a.programme = b.programme and a.measure = 'received' and a.year = b.year
          ) else (
            select a.id from funds.account a
            where a.county = b.county and a.holder = 'payer' and a.place_key = (b.county || '000000')::bigint
              and a.payer_key = b.payer_key
              and a.source = b.source and a.programme = b.programme and a.measure = b.measure and a.year = b.year
          ) end as credit
        from unnest(lines) b
        offset 0 -- or each would be looked for twice, for the condition and for the line
      ) l
      where l.debit is not null and l.credit is not null
    ), change as (
      select county, account, sum(amount)::bigint as amount
      from (
        select county, debit as account, amount from line
        union all select county, credit, -amount from line
      ) side
      where (select count(*) from line) = cardinality(lines)
      group by county, account
    ), held as materialized (
      -- Accounts are locked in one order, whoever posts.
      select a.county, a.id, change.amount from funds.account a join change on change.county = a.county and change.account = a.id
      order by a.county, a.id for update of a
    ), moved as (
      update funds.account a set balance = a.balance + held.amount
      from held where a.county = held.county and a.id = held.id
      returning 1
    )
    insert into funds.entry (county, id, place_key, debit_account, credit_account, amount, measure, payer, payer_key, source, level,
      programme, instrument, year, document_number, booked_on, note, reverses, recorded_by)
    select county, id, place_key, debit, credit, amount, measure, payer, payer_key, source, level,
      programme, instrument, year, document_number, booked_on, note, reverses, by_account
    from line where (select count(*) from moved) > 0;
    get diagnostics posted = row_count;
    exit when posted = cardinality(lines) or attempt = 2;

    insert into funds.account (county, id, holder, place_key, payer_key, source, programme, measure, year, guarded)
    select s.county, gen_random_uuid(), s.holder, s.place_key, s.payer_key, s.source, s.programme, s.measure, s.year,
      s.holder = 'place' and s.measure = 'received'
    from (
      select distinct l.county, 'place'::funds.holder as holder, l.place_key, null::bigint as payer_key, l.source, l.programme, l.measure, l.year
      from unnest(lines) l
      union
      select l.county, case when l.measure = 'spent' then 'place' else 'payer' end::funds.holder,
        case when l.measure = 'spent' then l.place_key else (l.county || '000000')::bigint end,
        case when l.measure = 'spent' then null else l.payer_key end,
        l.source, l.programme, case when l.measure = 'spent' then 'received' else l.measure end::funds.measure, l.year
      from unnest(lines) l
      order by 1, 2, 3, 4, 5, 6, 7, 8
    ) s
    where not exists (
      select from funds.account a
      where (a.county, a.holder, a.place_key, a.source, a.programme, a.measure, a.year) = (s.county, s.holder, s.place_key, s.source, s.programme, s.measure, s.year)
        and a.payer_key is not distinct from s.payer_key
    )
    on conflict do nothing;
  end loop;
  if posted <> cardinality(lines) then
    raise exception '% of % lines found their accounts', posted, cardinality(lines);
  end if;
  return posted;
end
$$;
