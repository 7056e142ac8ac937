-- The database's clock judges leases; every list that is read has an explicit order.

create table artifact (
  sha256     text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  size       bigint not null check (size >= 0),
  created_at timestamptz not null default clock_timestamp()
);

-- What a trained supernet is good for: its search space in text form, and the data that it has seen.
create table supernet (
  artifact       text primary key references artifact,
  space          text not null,
  dataset        text not null,
  dataset_digest text not null,
  created_at     timestamptz not null default clock_timestamp()
);

create table search_job (
  id                   uuid primary key,
  number               bigint generated always as identity unique,
  name                 text not null,
  state                text not null check (state in ('QUEUED', 'TRAINING_SUPERNET', 'SEARCHING', 'FINALIZING',
                                                      'SUCCEEDED', 'PAUSED', 'CANCELLED', 'FAILED')),
  resume_state         text check (resume_state in ('QUEUED', 'TRAINING_SUPERNET', 'SEARCHING', 'FINALIZING')),
  specification        text not null,
  specification_digest text not null,
  seed                 bigint not null,
  population           integer not null,
  generations          integer not null,
  idempotency_key      text unique,
  request_digest       text,
  supernet             text references artifact,
  dataset_digest       text,
  generation           integer,
  failure_class        text,
  failure_reason       text,
  created_at           timestamptz not null,
  started_at           timestamptz,
  phase_started_at     timestamptz,
  ended_at             timestamptz,
  check ((state = 'PAUSED') = (resume_state is not null))
);

-- Stored once under the key of all that it depends on; never changed.
create table measurement (
  id                  bigint generated always as identity primary key,
  supernet            text not null references artifact,
  genotype            text not null,
  protocol            text not null,
  dataset_digest      text not null,
  numeric_environment text not null,
  images              integer not null check (images > 0),
  clean_correct       integer not null check (clean_correct between 0 and images),
  adversarial_correct integer not null check (adversarial_correct between 0 and clean_correct),
  created_at          timestamptz not null default clock_timestamp(),
  unique (supernet, genotype, protocol, dataset_digest, numeric_environment)
);

create table generation (
  job         uuid not null references search_job,
  number      integer not null check (number >= 0),
  state       text not null check (state in ('MEASURING', 'RANKED')),
  remaining   integer not null check (remaining >= 0),
  hypervolume double precision,
  primary key (job, number)
);

-- Who was born in a generation: drawn or bred there.
create table individual (
  job            uuid not null,
  generation     integer not null,
  position       integer not null,
  genotype       text not null,
  first_parent   text,
  second_parent  text,
  parameters     bigint not null,
  multiply_adds  bigint not null,
  measurement    bigint references measurement,
  primary key (job, generation, position),
  foreign key (job, generation) references generation
);
create index individual_by_genotype on individual (job, genotype);

-- Who lived on at the end of a generation, and how it was ranked there.
create table survivor (
  job             uuid not null,
  generation      integer not null,
  position        integer not null,
  born            integer not null,
  born_position   integer not null,
  rank            integer not null check (rank > 0),
  crowding        double precision not null,
  primary key (job, generation, position),
  foreign key (job, generation) references generation,
  foreign key (job, born, born_position) references individual
);

create table worker (
  id                  text primary key,
  url                 text not null,
  incarnation         uuid not null,
  kinds               text[] not null,
  device              text not null,
  memory_bytes        bigint not null,
  version             text not null,
  numeric_environment text not null,
  registered_at       timestamptz not null,
  seen_at             timestamptz not null,
  unavailable_until   timestamptz not null,
  task                uuid,
  attempt             integer,
  check ((task is null) = (attempt is null))
);

create table task (
  id                  uuid primary key,
  number              bigint generated always as identity unique,
  job                 uuid not null references search_job,
  kind                text not null check (kind in ('TRAIN_SUPERNET', 'EVALUATE')),
  subject             text not null,
  generation          integer,
  work                text not null,
  state               text not null check (state in ('READY', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED')),
  attempts            integer not null default 0,
  failures            integer not null default 0,
  not_before          timestamptz not null default clock_timestamp(),
  checkpoint_artifact text references artifact,
  checkpoint_step     bigint,
  created_at          timestamptz not null default clock_timestamp(),
  unique (job, kind, subject)
);
create index task_ready on task (number) where state = 'READY';

create table attempt (
  task           uuid not null references task,
  number         integer not null check (number > 0),
  worker         text not null references worker,
  incarnation    uuid not null,
  state          text not null check (state in ('RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED')),
  lease_until    timestamptz not null,
  progress       double precision not null default 0,
  opened_at      timestamptz not null default clock_timestamp(),
  ended_at       timestamptz,
  result         text,
  failure_class  text,
  failure_reason text,
  primary key (task, number)
);
create unique index attempt_running_of_task on attempt (task) where state = 'RUNNING';
create unique index attempt_running_of_worker on attempt (worker) where state = 'RUNNING';

create table metric_batch (
  task    uuid not null,
  attempt integer not null,
  number  integer not null check (number > 0),
  primary key (task, attempt, number),
  foreign key (task, attempt) references attempt
);

create table metric (
  task     uuid not null,
  attempt  integer not null,
  batch    integer not null,
  position integer not null,
  name     text not null,
  step     bigint not null,
  value    double precision not null,
  primary key (task, attempt, batch, position),
  foreign key (task, attempt, batch) references metric_batch
);
create index metric_by_step on metric (task, name, step, attempt);
