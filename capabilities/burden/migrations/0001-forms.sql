-- 发往社区的表格: what offices sent, after the compiler let it pass.
create schema burden;
grant usage on schema burden to liren_app;
create table burden.form (
  county char(6) not null,
  id uuid not null,
  place char(12) not null,       -- the communities of this county or street, or this community
  org uuid not null,
  office text not null,
  item text not null,            -- the admitted work item
  title text not null,
  headers text[] not null,
  held integer not null,         -- fields a register held when it was sent: none since the compiler refuses them
  photos integer not null default 0,
  sent_on date not null,
  by_person uuid not null,
  primary key (county, id)
);
create index on burden.form (county, sent_on);
grant select, insert on burden.form to liren_app;
alter table burden.form enable row level security;
create policy seen on burden.form for select
  using ((select kernel.is_system()) or org = (select kernel.org()) or place ^@ (select kernel.places()));
create policy sent on burden.form for insert
  with check ((select kernel.is_system()) or (org = (select kernel.org()) and by_person = (select kernel.person())));
