-- Members of a job's last front that become networks of their own; numbered per job.
create table finalist (
  job        uuid not null references search_job,
  number     integer not null check (number > 0),
  genotype   text not null,
  reason     text not null,
  settings   text not null,
  created_at timestamptz not null,
  primary key (job, number)
);

-- A finalist that was trained from one start, and what became of it. A result is the worker's own words.
create table finalist_network (
  job            uuid not null,
  finalist       integer not null,
  start          text not null check (start in ('SCRATCH', 'SUPERNET')),
  trained        text,
  validated      text,
  exported       text,
  failure_class  text,
  failure_reason text,
  ended_at       timestamptz,
  primary key (job, finalist, start),
  foreign key (job, finalist) references finalist,
  check ((failure_class is null) = (failure_reason is null)),
  check (validated is null or trained is not null),
  check (exported is null or validated is not null)
);

alter table task drop constraint task_kind_check;
alter table task add constraint task_kind_check
  check (kind in ('TRAIN_SUPERNET', 'EVALUATE', 'TRANSFER_MATRIX', 'TRAIN_SUBNET', 'VALIDATE', 'EXPORT'));
