-- Claims look at what is ready of each job, whatever was done before, and at the worker that has a task in hand.
drop index if exists task_ready;
create index task_ready on task (job, kind, number) where state = 'READY';
create index if not exists worker_in_hand on worker (task) where task is not null;

-- So that a job's status costs the same however much it has measured: how many were born in a generation, and how many
-- of their genotypes were new to the job.
alter table generation add column born integer not null default 0, add column genotypes integer not null default 0;
update generation g set
  born = (select count(*) from individual i where i.job = g.job and i.generation = g.number),
  genotypes = (
    select count(distinct i.genotype) from individual i
    where i.job = g.job and i.generation = g.number
      and not exists (select from individual e
        where e.job = i.job and e.genotype = i.genotype and e.generation < i.generation));
alter table generation alter column born drop default, alter column genotypes drop default;
