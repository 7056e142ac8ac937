-- Claims look at what is ready of each job, and at what runs, whatever was done before.
drop index if exists task_ready;
create index if not exists task_ready on task (job, kind, number) where state = 'READY';
create index if not exists task_running on task (job, kind) where state = 'RUNNING';

-- Room beside rows that change again and again, so that they change in place, without a word to the indexes.
alter table worker set (fillfactor = 30);
alter table generation set (fillfactor = 50);
alter table attempt set (fillfactor = 75);
alter table individual set (fillfactor = 85);

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
