-- Subnets of a job's supernet that are measured again under another protocol; numbered per job.
create table reevaluation (
  job             uuid not null references search_job,
  number          integer not null check (number > 0),
  protocol        text not null,
  idempotency_key text,
  request_digest  text,
  created_at      timestamptz not null,
  ended_at        timestamptz,
  primary key (job, number),
  unique (job, idempotency_key)
);

create table reevaluation_subnet (
  job            uuid not null,
  number         integer not null,
  position       integer not null check (position >= 0),
  genotype       text not null,
  measurement    bigint references measurement,
  failure_class  text,
  failure_reason text,
  primary key (job, number, position),
  unique (job, number, genotype),
  foreign key (job, number) references reevaluation,
  check ((failure_class is null) = (failure_reason is null)),
  check (measurement is null or failure_class is null)
);

-- Whether a task is none of its job's course: handed out in any state of the job, and no part of its retry.
alter table task add column beside boolean not null default false;
