-- 统一考核方案: one a year for each county and street; a second one cannot be written. Weights, no all-or-nothing points: there is no column for them.
create schema evaluation;
grant usage on schema evaluation to liren_app;
create table evaluation.plan (
  county char(6) not null,
  id uuid not null,
  year smallint not null,
  level text not null check (level in ('county', 'street')),
  place char(12) not null,
  indicators jsonb not null,
  published_on date not null,
  review_document text,          -- 减负纳入述职评议
  review_on date,
  by_person uuid not null,
  by_org uuid not null,
  primary key (county, id),
  unique (county, year, place),
  check ((review_document is null) = (review_on is null)),
  check ((level = 'county') = (place like '______000000'))
);
create table evaluation.proposal (
  county char(6) not null,
  id uuid not null,
  year smallint not null,
  place char(12) not null,
  org uuid not null,
  name text not null,
  weight smallint not null check (weight between 1 and 100),
  evidence jsonb not null,
  state text not null default 'proposed' check (state in ('proposed', 'taken', 'declined')),
  reason text,
  by_person uuid not null,
  proposed_on date not null,
  primary key (county, id)
);
create index on evaluation.proposal (county, year, place);
grant select, insert, update on evaluation.plan, evaluation.proposal to liren_app;
alter table evaluation.plan enable row level security;
alter table evaluation.proposal enable row level security;
create policy open_to_all on evaluation.plan for select using (true);
create policy own_place on evaluation.plan for insert
  with check ((select kernel.is_system()) or (place ^@ (select kernel.places()) and by_person = (select kernel.person())));
create policy own_plan on evaluation.plan for update
  using ((select kernel.is_system()) or by_org = (select kernel.org())) with check ((select kernel.is_system()) or by_org = (select kernel.org()));
create policy seen on evaluation.proposal for select
  using ((select kernel.is_system()) or org = (select kernel.org()) or place ^@ (select kernel.places()));
create policy proposed on evaluation.proposal for insert
  with check ((select kernel.is_system()) or (org = (select kernel.org()) and by_person = (select kernel.person())));
create policy answered on evaluation.proposal for update
  using ((select kernel.is_system()) or place ^@ (select kernel.places())) with check ((select kernel.is_system()) or place ^@ (select kernel.places()));
