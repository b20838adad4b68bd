-- 事: one row is where a case stands; what happened is in kernel.fact.
create table kernel.case (
  county char(6) not null,
  id uuid not null,
  number text not null,            -- 办件编号, readable, says nothing of the person
  procedure text not null,
  version integer not null,
  subject text not null,           -- what it is about (an item code)
  place char(12) not null,
  step text not null,
  revision integer not null,       -- guards every move: a move of an older revision is refused
  root uuid not null,              -- itself, or the master of a sub-case
  parent uuid,
  holder uuid not null,            -- organisation that must act
  orgs uuid[] not null,            -- organisations that take part
  assignee uuid,
  applicant uuid,                  -- person it is for
  agent uuid,                      -- person who acts for the applicant
  opened_on date not null,
  due_on date,
  due_provisional boolean not null default false,
  suspended boolean not null default false,
  next_on date,                    -- first day on which the clock has something to do
  ended_on date,
  overdue_reason text,
  data jsonb not null,
  changed_at timestamptz not null,
  primary key (county, id),
  unique (county, number),
  foreign key (county, root) references kernel.case (county, id) deferrable initially deferred,
  check (cardinality(orgs) > 0)
);
create index case_number on kernel.case (number);
create index case_family on kernel.case (county, root);
create index case_inbox on kernel.case (holder, due_on, county, id) where ended_on is null;
create index case_orgs on kernel.case using gin (orgs);
create index case_applicant on kernel.case (applicant, opened_on desc) where applicant is not null;
create index case_open_of on kernel.case (applicant, subject) where ended_on is null and parent is null;
create index case_lapsed on kernel.case (applicant) where data->>'lapsedTolerance' = 'true';
create index case_clock on kernel.case (next_on) where next_on is not null;
create index case_place on kernel.case (county, place, opened_on desc);
create unique index case_one_open on kernel.case (county, applicant, subject, (data->>'oneOpen')) where ended_on is null and parent is null and data->>'oneOpen' is not null;

-- 留痕: append-only. content may hold personal data; the sealed leaf holds its salted digest only.
create table kernel.fact (
  county char(6) not null,
  id uuid not null,
  case_id uuid,
  subject text not null,
  kind text not null,
  day date not null,
  at timestamptz(3) not null,
  actor uuid,
  role text,
  org uuid,
  on_behalf uuid,
  content jsonb not null,
  salt bytea not null,
  leaf bytea not null,   -- RFC 6962 hash of the canonical leaf
  mac bytea not null,    -- proves that the server wrote it
  primary key (county, id)
);
create index fact_case on kernel.fact (county, case_id, id);
create table kernel.unsealed (county char(6) not null, fact uuid not null, primary key (county, fact));

create table kernel.document (
  county char(6) not null,
  id uuid not null,
  case_id uuid not null,
  kind text not null,
  number text not null,
  org uuid not null,
  issued_on date not null,
  person uuid,             -- whom it is addressed to
  content jsonb not null,  -- sealed text of the notice (NoticeContent)
  digest bytea not null,
  verify_code text not null,
  primary key (county, id),
  unique (county, number)
);
create index document_case on kernel.document (county, case_id);
create unique index document_verify on kernel.document (county, verify_code);
create index document_verify_any on kernel.document (verify_code);

create table kernel.counter (county char(6) not null, series text not null, year integer not null, last integer not null, primary key (county, series, year));

create table kernel.file (
  county char(6) not null,
  id uuid not null,
  case_id uuid,
  material text not null,
  name text not null,
  media_type text not null,
  size integer not null,
  sha256 bytea not null,
  uploaded_by uuid not null,
  uploaded_at timestamptz not null,
  content bytea not null, -- sealed with the data key
  primary key (county, id)
);
create index file_case on kernel.file (county, case_id);
create index file_lost on kernel.file (uploaded_at) where case_id is null;

-- 通知: the outbox. Sent after the commit by whoever delivers.
create table kernel.notice (
  county char(6) not null,
  id uuid not null,
  case_id uuid,
  person uuid not null,
  kind text not null,
  content jsonb not null,
  created_at timestamptz not null,
  sent_at timestamptz,
  tried_at timestamptz,
  channel text,
  attempts integer not null default 0,
  primary key (county, id)
);
create index notice_unsent on kernel.notice (created_at) where sent_at is null;
create index notice_person on kernel.notice (person, created_at desc);

-- A phone may retry: the same key of the same caller is answered with what was done the first time.
create table kernel.once (
  county char(6) not null,
  caller uuid not null,
  key text not null,
  digest bytea not null, -- of the request, so that a key is not reused for another
  answer jsonb not null,
  at timestamptz not null,
  primary key (county, caller, key)
);

grant select, insert, update on kernel.case, kernel.counter, kernel.notice to liren_app;
grant select, insert on kernel.fact, kernel.document, kernel.once to liren_app;
grant select, insert, update, delete on kernel.file to liren_app;
grant select, insert, delete on kernel.unsealed to liren_app;

alter table kernel.case enable row level security;
alter table kernel.fact enable row level security;
alter table kernel.document enable row level security;
alter table kernel.file enable row level security;
alter table kernel.notice enable row level security;
alter table kernel.counter enable row level security;
alter table kernel.once enable row level security;
alter table kernel.unsealed enable row level security;

-- Whoever may see a master may see, open and close its parts. As the owner, because a policy may not ask its own table.
create function kernel.in_family(of_county char(6), of_root uuid) returns boolean language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from kernel.case r where r.county = of_county and r.id = of_root
    and (kernel.org() = any (r.orgs) or r.place ^@ kernel.places() or r.applicant = kernel.person() or r.agent = kernel.person()))
$$;
create policy scope on kernel.case for all
  using (
    (select kernel.is_system())
    or holder = (select kernel.org())
    or (select kernel.org()) = any (orgs)
    or place ^@ (select kernel.places())
    or applicant = (select kernel.person())
    or agent = (select kernel.person())
    or (parent is not null and kernel.in_family(county, root))
  )
  with check (
    (select kernel.is_system())
    or (select kernel.org()) = any (orgs)
    or place ^@ (select kernel.places())
    or applicant = (select kernel.person())
    or agent = (select kernel.person())
    or (parent is not null and kernel.in_family(county, root))
  );
-- 内部备注 are the offices' own: whoever wears no hat does not see them.
create policy with_case on kernel.fact for select
  using ((select kernel.is_system()) or (case_id is not null and (kind <> 'noted' or (select kernel.org()) is not null) and exists (select from kernel.case c where c.county = fact.county and c.id = fact.case_id)));
create policy append on kernel.fact for insert with check (true);
create policy with_case on kernel.document for select
  using ((select kernel.is_system()) or exists (select from kernel.case c where c.county = document.county and c.id = document.case_id));
create policy append on kernel.document for insert with check (true);
create policy with_case on kernel.file for select
  using ((select kernel.is_system()) or uploaded_by = (select kernel.person()) or exists (select from kernel.case c where c.county = file.county and c.id = file.case_id));
create policy append on kernel.file for insert with check ((select kernel.is_system()) or uploaded_by = (select kernel.person()));
create policy lost on kernel.file for delete using ((select kernel.is_system()) and case_id is null); -- uploads whose application never came
create policy attach on kernel.file for update using ((select kernel.is_system()) or uploaded_by = (select kernel.person())) with check (true);
create policy numbers on kernel.counter for all using (true) with check (true); -- last numbers of series; nothing of anybody
create policy own on kernel.notice for select using ((select kernel.is_system()) or person = (select kernel.person()));
create policy append on kernel.notice for insert with check (true);
create policy deliver on kernel.notice for update using ((select kernel.is_system())) with check ((select kernel.is_system()));
create policy own on kernel.once for all using ((select kernel.is_system()) or caller = (select kernel.person())) with check ((select kernel.is_system()) or caller = (select kernel.person()));
create policy queue on kernel.unsealed for select using ((select kernel.is_system()));
create policy unqueue on kernel.unsealed for delete using ((select kernel.is_system()));
create policy enqueue on kernel.unsealed for insert with check (true);

create function kernel.no_change() returns trigger language plpgsql as $$
begin raise exception 'history is added to, never changed' using errcode = 'insufficient_privilege'; end $$;
create trigger append_only before update or delete or truncate on kernel.fact for each statement execute function kernel.no_change();
create trigger append_only before update or delete or truncate on kernel.look for each statement execute function kernel.no_change();
