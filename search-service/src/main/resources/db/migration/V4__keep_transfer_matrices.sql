-- How adversarial images of each of some subnets carry over to the others; numbered per job.
create table transfer_matrix (
  job             uuid not null references search_job,
  number          integer not null check (number > 0),
  work            text not null,
  idempotency_key text,
  request_digest  text,
  result          text,
  failure_class   text,
  failure_reason  text,
  created_at      timestamptz not null,
  ended_at        timestamptz,
  primary key (job, number),
  unique (job, idempotency_key),
  check ((failure_class is null) = (failure_reason is null)),
  check (result is null or failure_class is null)
);

alter table task drop constraint task_kind_check;
alter table task add constraint task_kind_check
  check (kind in ('TRAIN_SUPERNET', 'EVALUATE', 'TRANSFER_MATRIX'));
