// The 31 figures of the interview by plain SQL over the facts: the control of the indicators, written apart from them.

export interface Figure {
  id: string;
  what: string;
  query: string;
  expected: string | { from: number; to: number };
}

const HERE = 'between 440000000000 and 449999999999';
const at = (day: string, from = 'starts_on', to = 'ends_on') =>
  `${from} <= '${day}' and (${to} is null or ${to} > '${day}')`;
const year = (column: string) => `${column} between '2021-07-29' and '2022-07-28'`;
const TODAY = '2022-07-28';
const yuan = (amount: number) => String(BigInt(amount) * 100n);

const tier = (names: string, day: string) =>
  `select count(distinct place_key) as value from regions.tier where tier in (${names}) and place_key ${HERE}
   and ${at(day, 'valid_from', 'valid_to')}`;
const posted = (what: string, category: string) =>
  `select count(distinct person_id) as value from teams.posting where main and ${category} and place_key ${HERE}
   and ${at(TODAY)}${what}`;
const money = (where: string, to = TODAY, from = '2021-01-01') =>
  `select sum(amount) as value from funds.entry where ${where} and place_key ${HERE}
   and booked_on between '${from}' and '${to}'`;
const teams = (kinds: string) =>
  `select count(*) as value from teams.team where place_kind in (${kinds}) and place_key ${HERE}
   and ${at(TODAY, 'formed_on', 'dissolved_on')}`;
const self = (pick: string) =>
  `select ${pick}(amount) as value from (select place_key, sum(amount) as amount from funds.entry
   where measure = 'due' and programme = 'self_included_fund' and place_key ${HERE} group by 1) unit`;
const special = `programme = 'special_fund'`;

export const figures: Figure[] = [
  [
    'F01',
    'towns covered',
    tier(`'key_assistance', 'consolidation', 'demonstration'`, '2021-06-30'),
    '1127',
  ],
  [
    'F02',
    'administrative villages',
    `select count(*) as value from regions.region r where level = 'village' and key ${HERE}
     and ${at('2021-06-30', 'r.valid_from', 'r.valid_to')} and 'administrative_village' = (select kind from regions.code c
       where c.key = r.key and c.valid_from <= '2021-06-30' order by c.valid_from desc limit 1)`,
    { from: 19_000, to: 20_000 },
  ],
  ['F03', 'key assistance', tier(`'key_assistance'`, TODAY), '600'],
  ['F04', 'consolidation', tier(`'consolidation'`, TODAY), '301'],
  ['F05', 'demonstration', tier(`'demonstration'`, '2021-06-30'), '227'],
  [
    'F06',
    'cities that took more in',
    tier(`'self_included'`, TODAY).replace('place_key)', 'city_key)'),
    '14',
  ],
  ['F07', 'units taken in', tier(`'self_included'`, TODAY), '169'],
  ['F08', 'smallest of their funds', self('min'), yuan(5_000_000)],
  ['F09', 'largest of their funds', self('max'), yuan(20_000_000)],
  ['F10', 'towns with a team', teams(`'town', 'township', 'ethnic_township'`), '1015'],
  ['F11', 'streets with a team', teams(`'street'`), '124'],
  [
    'F12',
    'sending units',
    `select count(distinct organisation_id) as value from teams.posting where place_key ${HERE} and ${at(TODAY)}`,
    '7174',
  ],
  ['F13', 'cadres', posted('', `category = 'cadre'`), '8099'],
  [
    'F14',
    'specialists',
    posted('', `category in ('graduate_service', 'agri_tech_agent', 'finance_assistant')`),
    { from: 4_000, to: 5_000 },
  ],
  ['F15', 'volunteers', posted('', `category = 'volunteer'`), '1030'],
  [
    'F16',
    'towns of the special fund',
    `select count(distinct place_key) as value from funds.entry where ${special} and place_key ${HERE}`,
    '901',
  ],
  [
    'F17',
    'average of a town and year',
    `select (sum(amount) / count(distinct (place_key, year)))::bigint as value from funds.entry
     where ${special} and measure = 'due' and place_key ${HERE}`,
    yuan(20_000_000),
  ],
  [
    'F18',
    'province : assisting city : local',
    `select concat_ws(':', province * 10 / total, helper * 10 / total, local * 10 / total, (province + helper + local) % total) as value from (
       select sum(amount)::bigint as total,
         (sum(amount) filter (where payer = 'province'))::bigint as province,
         (sum(amount) filter (where payer = 'assisting_city'))::bigint as helper,
         (sum(amount) filter (where payer in ('assisted_city', 'county')))::bigint as local
       from funds.entry where ${special} and measure = 'due' and place_key ${HERE}) due`,
    '6:3:1:0',
  ],
  [
    'F19',
    'issued by the province',
    money(`${special} and measure = 'issued' and payer = 'province'`),
    yuan(17_400_000_000),
  ],
  [
    'F20',
    'issued in 2021',
    money(`${special} and measure = 'issued' and payer = 'province'`, '2021-12-31'),
    yuan(4_500_000_000),
  ],
  [
    'F21',
    'issued in 2022',
    money(`${special} and measure = 'issued' and payer = 'province'`, TODAY, '2022-01-01'),
    yuan(12_900_000_000),
  ],
  [
    'F22',
    'remitted by assisting cities',
    money(`${special} and measure = 'remitted'`),
    yuan(10_812_000_000),
  ],
  [
    'F23',
    'received from local cities',
    money(`${special} and measure = 'received' and payer in ('assisted_city', 'county')`),
    yuan(3_013_420_000),
  ],
  [
    'F24',
    'Zhuhai each year',
    `select case when min(amount) = max(amount) and count(*) = 2 then min(amount) end as value from (
       select year, sum(amount) as amount from funds.entry where programme = 'named_city_fund' and measure = 'remitted'
       and place_key ${HERE} group by 1) y`,
    yuan(30_000_000),
  ],
  [
    'F25',
    'main documents',
    `select count(*) as value from policy.document where kind = 'main_supporting' and place_key ${HERE} and issued_on <= '${TODAY}'`,
    '9',
  ],
  [
    'F26',
    'helps to a job',
    `select count(*) as value from livelihoods.placement where lifted_out and place_key ${HERE} and ${year('starts_on')}`,
    '63000',
  ],
  [
    'F27',
    'people in workshops',
    `select count(distinct participant_id) as value from livelihoods.workshop_job where place_key ${HERE}
     and starts_on <= '2022-07-28' and (ends_on is null or ends_on > '2021-07-29')`,
    '18000',
  ],
  [
    'F28',
    'of whom lifted out',
    `select count(distinct participant_id) as value from livelihoods.workshop_job where lifted_out and place_key ${HERE}
     and starts_on <= '2022-07-28' and (ends_on is null or ends_on > '2021-07-29')`,
    '3372',
  ],
  [
    'F29',
    'classes',
    `select count(*) as value from livelihoods.training_class where place_key ${HERE} and ${year('starts_on')}`,
    '1769',
  ],
  [
    'F30',
    'attendances',
    `select count(*) as value from livelihoods.attendance where lifted_out and place_key ${HERE} and ${year('attended_on')}`,
    '110000',
  ],
  [
    'F31',
    'sales',
    `select sum(amount) as value from livelihoods.sale where place_key ${HERE} and ${year('sold_on')}`,
    yuan(1_500_000_000),
  ],
].map(([id, what, query, expected]) => ({ id, what, query, expected }) as Figure);
