-- Persons (real-name identity) are the city's, so that one identity serves at any window: county = the city's own code.
create table kernel.person (
  county char(6) not null,
  id uuid not null,
  name bytea not null,          -- sealed with the data key; shown masked
  name_masked text not null,
  id_number bytea,              -- sealed
  id_number_hash bytea,         -- keyed hash, for search
  phone bytea,
  phone_hash bytea,
  birth date,
  sex smallint not null default 0,
  rung smallint not null default 0, -- ladder of proof reached: 0 none, 1 phone, 2 vouched or matched, 3 real name
  no_tolerance_until date,
  created_at timestamptz not null default now(),
  primary key (county, id),
  unique (county, id_number_hash)
);
create index on kernel.person (phone_hash);

-- 任职: who holds which role in which organisation, over which place, for how long.
create table kernel.appointment (
  county char(6) not null,
  id uuid not null,
  person uuid not null,
  role text not null,
  org uuid not null,
  place text not null, -- division-code prefix
  valid_from date not null,
  valid_to date,
  primary key (county, id)
);
create index on kernel.appointment (person);
create index on kernel.appointment (org);

create table kernel.staff_account (
  county char(6) not null,
  person uuid not null,
  login text not null,
  display_name text not null,
  display_name_en text not null,
  password text,          -- argon2id, PHC-like string
  totp bytea,             -- sealed secret of the second factor
  demo boolean not null default false,
  failures integer not null default 0,
  locked_until timestamptz,
  primary key (county, person),
  unique (county, login)
);

create table kernel.session (
  token_hash bytea primary key, -- SHA-256 of the cookie's token; the token itself is kept nowhere
  person uuid not null,
  kind text not null check (kind in ('resident', 'staff')),
  appointment uuid,
  rung smallint not null default 0,
  phone_hash bytea,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz
);
create index on kernel.session (person);

create table kernel.one_time_code (
  phone_hash bytea primary key,
  code_hash bytea not null,
  attempts integer not null default 0,
  sent_at timestamptz not null,
  expires_at timestamptz not null
);

-- 查看留痕: who read whose personal data, why; shown to that person.
create table kernel.look (
  county char(6) not null,
  id uuid not null,
  at timestamptz not null,
  day date not null,
  subject uuid not null,      -- the person looked at
  actor uuid not null,
  role text not null,
  org uuid not null,
  purpose text not null,
  fields text[] not null,
  case_id uuid,
  primary key (county, id)
);
create index on kernel.look (subject, at desc);
create index on kernel.look (actor, day);

grant select, insert on kernel.look to liren_app;
grant select, insert, update on kernel.person, kernel.appointment, kernel.staff_account, kernel.session, kernel.one_time_code to liren_app;
grant delete on kernel.one_time_code to liren_app;

alter table kernel.person enable row level security;
alter table kernel.appointment enable row level security;
alter table kernel.staff_account enable row level security;
alter table kernel.session enable row level security;
alter table kernel.one_time_code enable row level security;
alter table kernel.look enable row level security;
create policy own_or_system on kernel.person for all
  using (kernel.is_system() or id = (select kernel.person())) with check (kernel.is_system() or id = (select kernel.person()));
create policy own_or_system on kernel.appointment for select using (kernel.is_system() or person = (select kernel.person()) or org = (select kernel.org()));
create policy system_writes on kernel.appointment for all using (kernel.is_system()) with check (kernel.is_system());
create policy system_only on kernel.staff_account for all using (kernel.is_system()) with check (kernel.is_system());
create policy system_only on kernel.session for all using (kernel.is_system()) with check (kernel.is_system());
create policy system_only on kernel.one_time_code for all using (kernel.is_system()) with check (kernel.is_system());
create policy seen_by_subject on kernel.look for select using (kernel.is_system() or subject = (select kernel.person()));
create policy written_by_actor on kernel.look for insert with check (kernel.is_system() or actor = (select kernel.person()));
