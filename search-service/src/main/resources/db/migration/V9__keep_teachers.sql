-- Networks of their own that were trained here: of which space and genotype, on which data, and what each reached when
-- its state was selected. A result is the worker's own words.
create table trained_network (
  artifact       text primary key references artifact,
  space          text not null,
  genotype       text not null,
  dataset_digest text not null,
  protocol       text not null,
  trained        text not null
);

insert into trained_network (artifact, space, genotype, dataset_digest, protocol, trained)
select distinct on (n.trained::jsonb ->> 'artifact')
  n.trained::jsonb ->> 'artifact', t.work::jsonb ->> 'space', f.genotype, t.work::jsonb ->> 'datasetDigest',
  t.work::jsonb #>> '{selection,protocol}', n.trained
from finalist_network n
join finalist f on f.job = n.job and f.number = n.finalist
join task t on t.job = n.job and t.kind = 'TRAIN_SUBNET' and t.subject = n.finalist || '/' || lower(n.start)
where n.trained is not null
order by n.trained::jsonb ->> 'artifact', n.job, n.finalist, n.start;

-- Networks that are trained for finalists to learn from; numbered per job.
create table teacher (
  job            uuid not null references search_job,
  number         integer not null check (number > 0),
  settings       text not null,
  trained        text,
  failure_class  text,
  failure_reason text,
  ended_at       timestamptz,
  created_at     timestamptz not null,
  primary key (job, number),
  check ((failure_class is null) = (failure_reason is null)),
  check (trained is null or ended_at is not null)
);

-- Who made an attempt, as it had registered; absent in attempts of workers that are gone.
alter table attempt add column worker_version text, add column device text, add column numeric_environment text;

update attempt a set worker_version = w.version, device = w.device, numeric_environment = w.numeric_environment
from worker w where w.id = a.worker and w.incarnation = a.incarnation;
