-- How old a supplier was when it signed: entered with the contract, from its business licence.
alter table projects.contract add column contractor_founded date;
comment on column projects.contract.contractor_founded is 'Day the other side was founded 成立日期, as its business licence 营业执照 says; empty where nobody entered it. It may lie after the day of signing: that is a finding, not a mistake of the form.';
