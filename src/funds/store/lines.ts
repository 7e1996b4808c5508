/** What a line of the ledger shows, in a document and in the ledger alike. Give the entry as e. */

export const lineColumns = `
  e.id, e.place_key::text as place, town.name as "placeName",
  case when town.level = 'town' then above.name else '' end as "countyName",
  e.booked_on as "bookedOn", e.amount::text as amount, e.measure, e.source, e.year, e.note,
  e.reverses is not null as reversal, undone.booked_on as "reversedOn"`;

export const lineJoins = `
  join regions.place town on town.key = e.place_key
  left join regions.place above on above.key = town.parent
  left join funds.entry undone on undone.county = e.county and undone.reverses = e.id`;
