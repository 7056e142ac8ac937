-- What a job draws at random after its last generation, to be measured beside what it has searched; in the order of drawing.
create table baseline_subnet (
  job           uuid not null references search_job,
  position      integer not null check (position >= 0),
  genotype      text not null,
  parameters    bigint not null,
  multiply_adds bigint not null,
  measurement   bigint references measurement,
  primary key (job, position),
  unique (job, genotype)
);

-- Jobs that were submitted before keep their meaning, and the digest of what they say: nothing was drawn beside their searches.
update search_job set specification = regexp_replace(specification,
  '"mutationProbability":([^,}]+)\}', '"mutationProbability":\1,"baseline":"none"}');
update search_job set specification_digest = encode(sha256(convert_to(
  regexp_replace(specification, '^\{"name":"([^"\\]|\\.)*",', '{'), 'UTF8')), 'hex');

-- A measured subnet that is trained on its own for a short time; numbered per job, from the lowest estimate. A result is the worker's own words.
create table probe (
  job            uuid not null references search_job,
  number         integer not null check (number > 0),
  genotype       text not null,
  trained        text,
  measured       text,
  failure_class  text,
  failure_reason text,
  ended_at       timestamptz,
  primary key (job, number),
  unique (job, genotype),
  check ((failure_class is null) = (failure_reason is null)),
  check (measured is null or trained is not null)
);
