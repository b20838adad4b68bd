-- One move of a case is one call: scope, guard, rows, facts, documents and notices together, or nothing.
-- Input: an array of moves, each with its own scope; output: an answer for each, in order:
-- {"ok":true,"answer":…} | {"ok":true,"again":true,"answer":…} | {"ok":false,"conflict":"revision|number|once|open"}
create function kernel.commit(moves jsonb) returns jsonb language plpgsql as $$
declare
  move jsonb;
  item jsonb;
  answers jsonb := '[]';
  answer jsonb;
  before record;
  touched integer;
  of_county char(6); -- typed, so that the indexes are used: char compared with text is not
begin
  for move in select value from jsonb_array_elements(moves) loop
    perform kernel.set_scope(move->'scope');
    of_county := move->>'county';
    answer := null;
    begin
      if move ? 'once' then
        select o.digest, o.answer into before from kernel.once o
          where o.county = of_county and o.caller = (move#>>'{once,caller}')::uuid and o.key = move#>>'{once,key}';
        if found then
          answer := case when before.digest = decode(move#>>'{once,digest}', 'hex')
            then jsonb_build_object('ok', true, 'again', true, 'answer', before.answer)
            else jsonb_build_object('ok', false, 'conflict', 'once') end;
        end if;
      end if;
      if answer is null then
        for item in select value from jsonb_array_elements(coalesce(move->'numbers', '[]')) loop
          insert into kernel.counter as c (county, series, year, last)
            values (item->>'county', item->>'series', (item->>'year')::int, (item->>'n')::int)
            on conflict (county, series, year) do update set last = excluded.last where c.last = excluded.last - 1;
          get diagnostics touched = row_count;
          if touched = 0 then raise exception 'number' using errcode = 'LR001'; end if;
        end loop;
        for item in select value from jsonb_array_elements(coalesce(move->'cases', '[]')) loop
          if (item->>'revision')::int = 1 then
            insert into kernel.case (county, id, number, procedure, version, subject, place, step, revision, root, parent, holder, orgs,
              assignee, applicant, agent, opened_on, due_on, due_provisional, suspended, next_on, ended_on, overdue_reason, data, changed_at)
            select r.county, r.id, r.number, r.procedure, r.version, r.subject, r.place, r.step, r.revision, r.root, r.parent, r.holder, r.orgs,
              r.assignee, r.applicant, r.agent, r.opened_on, r.due_on, r.due_provisional, r.suspended, r.next_on, r.ended_on, r.overdue_reason, r.data, r.changed_at
            from jsonb_populate_record(null::kernel.case, item) r;
          else
            update kernel.case c set step = r.step, revision = r.revision, holder = r.holder, orgs = r.orgs, assignee = r.assignee, agent = r.agent,
              due_on = r.due_on, due_provisional = r.due_provisional, suspended = r.suspended, next_on = r.next_on, ended_on = r.ended_on,
              overdue_reason = r.overdue_reason, data = r.data, changed_at = r.changed_at
            from jsonb_populate_record(null::kernel.case, item) r
            where c.county = r.county and c.id = r.id and c.revision = r.revision - 1;
            get diagnostics touched = row_count;
            if touched <> 1 then raise exception 'revision' using errcode = 'LR002'; end if;
          end if;
        end loop;
        if move ? 'documents' then
          insert into kernel.document (county, id, case_id, kind, number, org, issued_on, person, content, digest, verify_code)
            select d.county, d.id, d.case_id, d.kind, d.number, d.org, d.issued_on, d.person, d.content, decode(d.digest, 'hex'), d.verify_code
            from jsonb_to_recordset(move->'documents') as d(county text, id uuid, case_id uuid, kind text, number text, org uuid, issued_on date, person uuid, content jsonb, digest text, verify_code text);
        end if;
        if move ? 'files' then
          update kernel.file f set case_id = (move#>>'{files,case}')::uuid
            where f.county = of_county and f.case_id is null
              and f.id in (select value::uuid from jsonb_array_elements_text(move#>'{files,ids}'));
        end if;
        if move ? 'notices' then
          insert into kernel.notice (county, id, case_id, person, kind, content, created_at)
            select n.county, n.id, n.case_id, n.person, n.kind, n.content, n.created_at
            from jsonb_to_recordset(move->'notices') as n(county text, id uuid, case_id uuid, person uuid, kind text, content jsonb, created_at timestamptz);
        end if;
        -- No RETURNING: a fact may be of nothing that its writer can read.
        insert into kernel.fact (county, id, case_id, subject, kind, day, at, actor, role, org, on_behalf, content, salt, leaf, mac)
            select f.county, f.id, f.case_id, f.subject, f.kind, f.day, f.at, f.actor, f.role, f.org, f.on_behalf, f.content,
              decode(f.salt, 'hex'), decode(f.leaf, 'hex'), decode(f.mac, 'hex')
            from jsonb_to_recordset(move->'facts') as f(county text, id uuid, case_id uuid, subject text, kind text, day date, at timestamptz,
              actor uuid, role text, org uuid, on_behalf uuid, content jsonb, salt text, leaf text, mac text);
        insert into kernel.unsealed (county, fact) select f.county, f.id from jsonb_to_recordset(move->'facts') as f(county text, id uuid);
        if move ? 'once' then
          insert into kernel.once (county, caller, key, digest, answer, at)
            values (move->>'county', (move#>>'{once,caller}')::uuid, move#>>'{once,key}', decode(move#>>'{once,digest}', 'hex'), move->'answer', (move->>'at')::timestamptz);
        end if;
        answer := jsonb_build_object('ok', true, 'answer', move->'answer');
      end if;
    exception
      when sqlstate 'LR001' then answer := '{"ok":false,"conflict":"number"}';
      when sqlstate 'LR002' then answer := '{"ok":false,"conflict":"revision"}';
      when unique_violation then
        declare broken text; begin
          get stacked diagnostics broken = constraint_name;
          answer := jsonb_build_object('ok', false, 'conflict', case
            when broken = 'once_pkey' then 'again' when broken = 'case_one_open' then 'open' when broken like 'counter%' then 'number' else 'number' end);
        end;
    end;
    answers := answers || answer;
  end loop;
  return answers;
end $$;

-- One read before a move: the case with its family, and the last number of the series it may use.
create function kernel.load(calls jsonb) returns json language plpgsql as $$
declare
  call jsonb;
  answers json[] := '{}';
  of_county char(6);
  of_id uuid;
  of_root uuid;
  ids uuid[];
begin
  for call in select value from jsonb_array_elements(calls) loop
    perform kernel.set_scope(call->'scope');
    of_county := call->>'county';
    of_id := call->>'id';
    select c.root into of_root from kernel.case c where c.county = of_county and c.id = of_id;
    if call ? 'page' then
      select array_agg(c.id) into ids from kernel.case c where c.county = of_county and c.root = of_root and (c.id = of_id or c.parent = of_id);
      answers := answers || json_build_object(
        'family', (select coalesce(json_agg(to_json(c) order by c.opened_on, c.id), '[]') from kernel.case c
          where c.county = of_county and c.root = of_root),
        'facts', (select coalesce(json_agg(json_build_object('county', f.county, 'case_id', f.case_id, 'kind', f.kind, 'day', f.day, 'at', f.at, 'role', f.role, 'org', f.org, 'on_behalf', f.on_behalf, 'number', f.content->>'number',
            'sealed', exists (select from kernel.log_entry e where e.county = f.county and e.fact = f.id)) order by f.id), '[]')
          from kernel.fact f where f.county = of_county and f.case_id = any (ids)),
        'documents', (select coalesce(json_agg(json_build_object('county', d.county, 'id', d.id, 'kind', d.kind, 'number', d.number, 'org', d.org, 'issued_on', d.issued_on) order by d.issued_on, d.id), '[]')
          from kernel.document d where d.county = of_county and d.case_id = any (ids)),
        'files', (select coalesce(json_agg(json_build_object('id', f.id, 'material', f.material, 'name', f.name, 'media_type', f.media_type, 'size', f.size) order by f.uploaded_at, f.id), '[]')
          from kernel.file f where f.county = of_county and f.case_id = of_root));
      continue;
    end if;
    answers := answers || json_build_object(
      'family', (select coalesce(json_agg(to_json(c) order by c.opened_on, c.id), '[]') from kernel.case c
        where c.county = of_county and c.root = of_root),
      'counters', (select coalesce(json_object_agg(k.series, k.last), '{}') from kernel.counter k
        where k.year = (call->>'year')::int and (k.county, k.series) in (
          select (value->>'county')::char(6), value->>'series' from jsonb_array_elements(coalesce(call->'series', '[]')))));
  end loop;
  return array_to_json(answers);
end $$;
-- Under row-level security an array search may not use its index (it is not leakproof): as the owner, for the caller's own office only.
create function kernel.taking_part(of_org uuid, ended boolean, most integer) returns table (county char(6), id uuid) language sql stable security definer set search_path = pg_catalog set plan_cache_mode = force_custom_plan as $$
  select c.county, c.id from kernel.case c
    where kernel.org() = of_org and c.orgs @> array[of_org] and (case when ended then c.ended_on is not null else c.ended_on is null and c.holder <> of_org end)
    order by c.ended_on desc nulls last, c.due_on, c.id limit most
$$;
grant execute on function kernel.commit(jsonb), kernel.load(jsonb), kernel.taking_part(uuid, boolean, integer) to liren_app;
