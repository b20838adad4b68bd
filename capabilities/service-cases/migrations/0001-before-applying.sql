-- What has to be known before an application is decided, for many applicants in one round trip: who they are, what is on
-- file of them, which cases they have open. Runs as the system: the action has checked who asks.
create schema service_cases;
grant usage on schema service_cases to liren_app;
create function service_cases.before_applying(calls jsonb) returns jsonb language plpgsql as $$
declare
  call jsonb;
  answers jsonb := '[]';
  who uuid;
begin
  perform kernel.set_scope('{"places":"all"}');
  for call in select value from jsonb_array_elements(calls) loop
    who := call->>'applicant';
    answers := answers || jsonb_build_object(
      'person', (select jsonb_build_object('name', encode(p.name, 'base64'), 'name_masked', p.name_masked, 'id_number', encode(p.id_number, 'base64'), 'phone', encode(p.phone, 'base64'), 'birth', p.birth)
        from kernel.person p where p.county = '140300' and p.id = who),
      'held', (select jsonb_build_object('address', concat_ws('', h.address, h.building, h.unit, h.room), 'place', r.place, 'sex', r.sex, 'birth', r.birth,
          'members', (select count(*) from residents.resident m where m.county = r.county and m.household = r.household and m.ended_on is null))
        from residents.resident r join residents.household h on h.county = r.county and h.id = r.household
        where r.person = who and r.ended_on is null order by r.since desc nulls last, r.id desc limit 1),
      'openCases', (select count(*) from (select from kernel.case c where c.applicant = who and c.subject = call->>'item' and c.ended_on is null and c.parent is null limit 2) o),
      'lapsedOn', (select max(c.ended_on) from kernel.case c where c.applicant = who and c.data->>'lapsedTolerance' = 'true'));
  end loop;
  return answers;
end $$;
grant execute on function service_cases.before_applying(jsonb) to liren_app;
