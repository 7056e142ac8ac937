-- One database belongs to one store of artifacts, and the other way round.
create table artifact_store (
  singleton   boolean primary key default true check (singleton),
  identity    uuid not null,
  database    uuid not null default gen_random_uuid(),
  recorded_at timestamptz not null default clock_timestamp()
);

-- On its way in, there, or on its way out. Its age is that of the last upload or announcement.
alter table artifact add column state text not null default 'STORED'
  check (state in ('ARRIVING', 'STORED', 'LEAVING'));
alter table artifact alter column state drop default;
alter table artifact add column touched_at timestamptz;
update artifact set touched_at = created_at;
alter table artifact alter column touched_at set not null;
alter table artifact alter column touched_at set default clock_timestamp();
alter table artifact add column left_at timestamptz check (left_at is null or state = 'LEAVING');
alter table artifact add column damaged_at timestamptz;
create index artifact_by_touch on artifact (touched_at);

-- A task that is done may name a checkpoint that is gone. The one before the last is kept where the last is damaged.
alter table task drop constraint task_checkpoint_artifact_fkey;
alter table task add column previous_checkpoint_artifact text;
alter table task add column previous_checkpoint_step bigint;

-- What attempts took that are deleted for their age, and who made them: the report still tells it.
create table past_attempts (
  job     uuid not null references search_job,
  kind    text not null,
  began   timestamptz not null,
  ended   timestamptz not null,
  seconds numeric not null check (seconds >= 0),
  primary key (job, kind)
);
create table past_maker (
  job                 uuid not null references search_job,
  kind                text not null,
  version             text not null,
  device              text not null,
  numeric_environment text not null,
  began               timestamptz not null,
  primary key (job, kind, version, device, numeric_environment)
);
create index attempt_by_end on attempt (ended_at) where ended_at is not null;

alter table search_job add column metrics_deleted_at timestamptz;
