-- 人口与住户: entered once, used by all. A resident is also a person of the city (kernel.person) through `person`; no foreign
-- key, because persons belong to the city and residents to their county.
create schema residents;
grant usage on schema residents to liren_app;

create table residents.household (
  county char(6) not null,
  id uuid not null,
  place char(12) not null,
  address text not null,
  building text not null default '',
  unit text not null default '',
  room text not null default '',
  kind text not null default 'living' check (kind in ('living', 'registered')),
  revision integer not null default 1,
  ended_on date,
  ended_because text,
  primary key (county, id)
);
create index on residents.household (county, place, address);

create table residents.resident (
  county char(6) not null,
  id uuid not null,
  place char(12) not null,
  household uuid not null,
  person uuid not null,
  name bytea not null,           -- sealed
  name_masked text not null,
  id_number bytea,
  id_number_hash bytea,
  id_number_masked text,
  phone bytea,
  phone_hash bytea,
  phone_masked text,
  sex smallint not null default 0,
  birth date,
  relation text not null default '',
  status text not null check (status in ('R1', 'R2', 'R3', 'R4')), -- registration × living (domain 1.4)
  since date,
  revision integer not null default 1,
  ended_on date,
  ended_because text,
  primary key (county, id),
  foreign key (county, household) references residents.household (county, id) deferrable
);
create unique index resident_once on residents.resident (county, place, id_number_hash) where ended_on is null and id_number_hash is not null;
create index on residents.resident (person);
create index on residents.resident (county, place, id);
create index on residents.resident (id_number_hash);
create index on residents.resident (phone_hash);
create index on residents.resident (county, household);

grant select, insert, update on residents.household, residents.resident to liren_app;
alter table residents.household enable row level security;
alter table residents.resident enable row level security;
create policy within_place on residents.resident for all
  using ((select kernel.is_system()) or place ^@ (select kernel.places()) or person = (select kernel.person()))
  with check ((select kernel.is_system()) or place ^@ (select kernel.places()));
create policy within_place on residents.household for all
  using ((select kernel.is_system()) or place ^@ (select kernel.places()))
  with check ((select kernel.is_system()) or place ^@ (select kernel.places()));
