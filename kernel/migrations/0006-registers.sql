-- Imports into registers (批量导入): read and checked first, written in one transaction when confirmed, or not at all.
create table kernel.import_run (
  county char(6) not null,
  id uuid not null,
  register text not null,
  place char(12) not null,
  file_name text not null,
  digest bytea not null,
  state text not null check (state in ('checking', 'checked', 'importing', 'done', 'failed')),
  total integer not null default 0,
  checked integer not null default 0,
  good integer not null default 0,
  bad integer not null default 0,
  written integer not null default 0,
  header jsonb not null default '[]',
  errors jsonb not null default '[]',
  rows bytea,               -- the rows that passed, sealed; dropped when written
  raw bytea,                -- the rows as they came, sealed, for the error file
  reason text,
  by_person uuid not null,
  by_org uuid not null,
  at timestamptz not null,
  primary key (county, id)
);
create index on kernel.import_run (county, place, at desc);
create unique index import_once on kernel.import_run (county, place, register, digest) where state = 'done';
grant select, insert, update on kernel.import_run to liren_app;
alter table kernel.import_run enable row level security;
create policy within_place on kernel.import_run for all
  using ((select kernel.is_system()) or place ^@ (select kernel.places())) with check ((select kernel.is_system()) or place ^@ (select kernel.places()));

-- What was done to a row of a register after it came in (登记册变更): added to, never changed. `before` is sealed.
create table kernel.register_change (
  county char(6) not null,
  id uuid not null,
  register text not null,
  row uuid not null,
  place char(12) not null,
  kind text not null check (kind in ('added', 'corrected', 'ended')),
  columns text[] not null,
  reason text not null,
  before bytea,
  by_person uuid not null,
  by_role text not null,
  by_org uuid not null,
  at timestamptz not null,
  primary key (county, id)
);
create index on kernel.register_change (county, row, at);
grant select, insert on kernel.register_change to liren_app;
alter table kernel.register_change enable row level security;
create policy within_place on kernel.register_change for select
  using ((select kernel.is_system()) or place ^@ (select kernel.places()));
create policy append on kernel.register_change for insert
  with check ((select kernel.is_system()) or (place ^@ (select kernel.places()) and by_person = (select kernel.person())));
create trigger append_only before update or delete or truncate on kernel.register_change for each statement execute function kernel.no_change();
