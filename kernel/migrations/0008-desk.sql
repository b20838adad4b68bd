-- 常用语: an office's own wordings, offered where a move asks for words.
create table kernel.standard_text (
  county char(6) not null,
  id uuid not null,
  org uuid not null,
  field text not null,     -- move.field, or empty for anywhere
  text text not null,
  by_person uuid not null,
  at timestamptz not null,
  ended_at timestamptz,
  primary key (county, id)
);
create index on kernel.standard_text (county, org) where ended_at is null;
-- 自存视图: a view of the inbox under a name, one's own.
create table kernel.saved_view (
  county char(6) not null,
  id uuid not null,
  person uuid not null,
  title text not null,
  view text not null,
  subject text,
  at timestamptz not null,
  ended_at timestamptz,
  primary key (county, id)
);
create index on kernel.saved_view (county, person) where ended_at is null;
grant select, insert, update on kernel.standard_text, kernel.saved_view to liren_app;
alter table kernel.standard_text enable row level security;
alter table kernel.saved_view enable row level security;
create policy own_office on kernel.standard_text for all
  using ((select kernel.is_system()) or org = (select kernel.org()))
  with check ((select kernel.is_system()) or org = (select kernel.org()));
create policy own on kernel.saved_view for all
  using ((select kernel.is_system()) or person = (select kernel.person()))
  with check ((select kernel.is_system()) or person = (select kernel.person()));
