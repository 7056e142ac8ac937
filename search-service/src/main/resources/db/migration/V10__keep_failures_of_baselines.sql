-- What cannot be measured of what was drawn at random fails alone, with its reason.
alter table baseline_subnet add column failure_class text, add column failure_reason text,
  add check ((failure_class is null) = (failure_reason is null));

-- How many subnets were to be drawn, and how many draws that took; the latter is not known of those before.
create table baseline (
  job    uuid primary key references search_job,
  wanted integer not null check (wanted >= 0),
  draws  integer check (draws >= 0)
);

insert into baseline (job, wanted)
select j.id, (select count(distinct i.genotype) from individual i
  where i.job = j.id and i.measurement is not null and (j.latency_protocol is null or i.latency is not null))
from search_job j where exists (select from baseline_subnet b where b.job = j.id);

-- Up to which step the state is an attempt's that its task went on from; absent where it left none. Before, it was not
-- kept which attempt had left the state, so all of such a task are taken to have.
alter table attempt add column checkpoint_step bigint;

update attempt a set checkpoint_step = t.checkpoint_step
from task t where t.id = a.task and t.checkpoint_step is not null and a.state <> 'RUNNING';

-- Who made an artifact.
create index attempt_by_artifact on attempt ((result::jsonb ->> 'artifact')) where state = 'SUCCEEDED';

-- Re-evaluations that were ended with their job have ended then.
update reevaluation r set ended_at = j.ended_at
from search_job j
where j.id = r.job and r.ended_at is null and j.state in ('CANCELLED', 'FAILED')
  and not exists (select from task t where t.job = r.job and t.beside and t.subject like r.number || '/%'
    and t.state in ('READY', 'RUNNING'));
