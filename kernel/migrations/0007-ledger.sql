-- The sealed log of each county: which fact is which leaf, the tree in tiles of 256 hashes, signed checkpoints.
create table kernel.log_entry (
  county char(6) not null,
  position bigint not null,
  fact uuid not null,
  leaf bytea not null,
  primary key (county, position),
  unique (county, fact)
);
create table kernel.log_tile (
  county char(6) not null,
  level smallint not null,
  position bigint not null,
  hashes bytea not null,
  primary key (county, level, position)
);
create table kernel.log_checkpoint (
  county char(6) not null,
  size bigint not null,
  note text not null,
  at timestamptz not null,
  primary key (county, size)
);
-- Rows that the server did not write, or that were changed before they were sealed: kept aside, reported, never sealed.
create table kernel.log_refused (
  county char(6) not null,
  fact uuid not null,
  reason text not null,
  found_at timestamptz not null,
  primary key (county, fact)
);
grant select, insert on kernel.log_entry, kernel.log_checkpoint, kernel.log_refused to liren_app;
grant select, insert, update on kernel.log_tile to liren_app;
alter table kernel.log_entry enable row level security;
alter table kernel.log_tile enable row level security;
alter table kernel.log_checkpoint enable row level security;
alter table kernel.log_refused enable row level security;
create policy read_all on kernel.log_entry for select using (true);
create policy read_all on kernel.log_tile for select using (true);
create policy read_all on kernel.log_checkpoint for select using (true);
create policy system_only on kernel.log_refused for all using (kernel.is_system()) with check (kernel.is_system());
create policy system_writes on kernel.log_entry for insert with check (kernel.is_system());
create policy system_writes on kernel.log_tile for insert with check (kernel.is_system());
create policy system_grows on kernel.log_tile for update using (kernel.is_system()) with check (kernel.is_system());
create policy system_writes on kernel.log_checkpoint for insert with check (kernel.is_system());
