-- How a job is served, who paused it, and what it was forked from. The revision counts what changes of these and of the state.
alter table search_job
  add column priority          integer not null default 0 check (priority between -1000 and 1000),
  add column maximum_tasks     integer check (maximum_tasks > 0),
  add column revision          bigint not null default 0,
  add column paused_by         text check (paused_by in ('USER', 'FAILURE')),
  add column origin            uuid references search_job,
  add column origin_generation integer check (origin_generation >= 0),
  add check ((origin is null) = (origin_generation is null));
update search_job set paused_by = 'FAILURE' where state = 'PAUSED';
alter table search_job add check ((state = 'PAUSED') = (paused_by is not null));

-- Failures of a worker count from trusted_at on: its start, its last success, or its last quarantine.
alter table worker
  add column draining          boolean not null default false,
  add column trusted_at        timestamptz not null default clock_timestamp(),
  add column quarantines       integer not null default 0 check (quarantines >= 0),
  add column quarantined_until timestamptz,
  add column quarantine_reason text;
create index if not exists worker_in_hand on worker (task) where task is not null;

-- Where the last attempt failed or was lost; another worker gets the next one, if one is idle.
alter table task add column failed_on text references worker;

create index attempt_blamed on attempt (worker, incarnation, ended_at)
  where state = 'FAILED' and failure_class in ('INFRASTRUCTURE', 'LEASE_EXPIRED');
