-- 家人代办: who may apply for whom, until when. Persons are the city's: county = the city's own code.
create schema family_mandates;
grant usage on schema family_mandates to liren_app;
create table family_mandates.mandate (
  county char(6) not null,
  id uuid not null,
  principal uuid not null,
  agent uuid,              -- once somebody entered the code
  relation text,
  code_hash bytea,         -- dropped when used
  code_until timestamptz not null,
  valid_from date,
  valid_to date,
  ended_on date,
  ended_by uuid,
  at timestamptz not null,
  primary key (county, id),
  check (agent is null or (agent <> principal and valid_to is not null))
);
create index on family_mandates.mandate (county, principal) where ended_on is null;
create index on family_mandates.mandate (county, agent) where ended_on is null;
create index on family_mandates.mandate (county, code_hash) where code_hash is not null;
grant select, insert, update on family_mandates.mandate to liren_app;
alter table family_mandates.mandate enable row level security;
create policy own on family_mandates.mandate for all
  using ((select kernel.is_system()) or principal = (select kernel.person()) or agent = (select kernel.person()))
  with check ((select kernel.is_system()) or principal = (select kernel.person()) or agent = (select kernel.person()));
