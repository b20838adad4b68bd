-- 登记册 whose rows are no persons: organisations, premises, estates… One table, so that a register is a definition and no migration.
create table kernel.register_row (
  county char(6) not null,
  id uuid not null,
  register text not null,
  place char(12) not null,
  title text not null,          -- the first listed column, for searching
  keys text[] not null,         -- what may stand once in the register
  cells jsonb not null,         -- column to value; personal ones sealed
  revision integer not null default 1,
  since date not null,          -- the day it was entered
  ended_on date,
  ended_because text,
  primary key (county, id)
);
create index on kernel.register_row (county, register, place, id) where ended_on is null;
create index on kernel.register_row (register, place, id);
-- What may stand once, one row each; gone when the row ends.
create table kernel.register_key (
  county char(6) not null,
  register text not null,
  key text not null,
  row uuid not null,
  held boolean not null default true,
  primary key (county, register, key, row)
);
create unique index register_key_once on kernel.register_key (county, register, key) where held;
grant select, insert, update on kernel.register_row, kernel.register_key to liren_app;
alter table kernel.register_row enable row level security;
alter table kernel.register_key enable row level security;
create policy within_place on kernel.register_row for all
  using ((select kernel.is_system()) or place ^@ (select kernel.places())) with check ((select kernel.is_system()) or place ^@ (select kernel.places()));
create policy with_row on kernel.register_key for all
  using ((select kernel.is_system()) or exists (select from kernel.register_row r where r.county = register_key.county and r.id = register_key.row))
  with check ((select kernel.is_system()) or exists (select from kernel.register_row r where r.county = register_key.county and r.id = register_key.row));
