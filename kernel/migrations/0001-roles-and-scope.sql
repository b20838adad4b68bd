-- Two roles: the owner of the tables, who migrates, and liren_app, who works and may not change history.
do $$ begin
  if not exists (select from pg_roles where rolname = 'liren_app') then
    create role liren_app nologin nosuperuser nobypassrls;
  end if;
  if not pg_has_role(current_user, 'liren_app', 'set') then
    execute format('grant liren_app to %I', current_user);
  end if;
exception when duplicate_object or unique_violation then null;
end $$;

create schema kernel;
grant usage on schema kernel to liren_app;

-- Row-level security asks three settings, set for one transaction at a time. Unset or empty means: nothing.
create function kernel.places() returns text language sql stable parallel safe
  as $$ select nullif(current_setting('liren.places', true), '') $$;
create function kernel.org() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('liren.org', true), '')::uuid $$;
create function kernel.person() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('liren.person', true), '')::uuid $$;
create function kernel.is_system() returns boolean language sql stable parallel safe
  as $$ select coalesce(current_setting('liren.places', true) = 'all', false) $$;

-- Called first by every statement that carries its own scope (kernel.commit, kernel.load).
create function kernel.set_scope(scope jsonb) returns void language sql
  as $$ select set_config('liren.places', coalesce(scope->>'places', ''), true),
               set_config('liren.org', coalesce(scope->>'org', ''), true),
               set_config('liren.person', coalesce(scope->>'person', ''), true) $$;

-- 行政区划 and organisations: public reference data, read by all, written by the system.
create table kernel.place (
  code char(12) primary key,
  name text not null,
  name_en text not null,
  initials text not null,
  level text not null check (level in ('city', 'county', 'street', 'committee')),
  parent char(12) references kernel.place (code) deferrable,
  form text check (form in ('residents', 'villagers')),
  kind text check (kind in ('urban', 'rural')),
  valid_from date,
  valid_to date,
  successors char(12)[] not null default '{}'
);
create index on kernel.place (parent);

create table kernel.organisation (
  county char(6) not null,
  id uuid not null,
  code text not null,
  kind text not null,
  name text not null,
  name_en text not null,
  short_name text not null,
  place char(12) not null references kernel.place (code) deferrable,
  parent uuid,
  series text not null, -- agency code of its document numbers (机关代字)
  valid_from date,
  valid_to date,
  primary key (county, id),
  unique (county, code)
);
create index on kernel.organisation (place, kind);

grant select on kernel.place, kernel.organisation to liren_app;
grant insert, update on kernel.place, kernel.organisation to liren_app;
alter table kernel.place enable row level security;
alter table kernel.organisation enable row level security;
create policy read_all on kernel.place for select using (true);
create policy read_all on kernel.organisation for select using (true);
create policy system_writes on kernel.place for all using (kernel.is_system()) with check (kernel.is_system());
create policy system_writes on kernel.organisation for all using (kernel.is_system()) with check (kernel.is_system());
