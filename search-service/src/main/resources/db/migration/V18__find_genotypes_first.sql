-- Of a job whose rows are not counted yet, one seems as good as all: an index that begins with the job is then taken in
-- the primary key's place, and each of a generation's rows read for each of its survivors. What locks most comes first.
drop index if exists individual_by_genotype;
create index if not exists individual_of_genotype on individual (genotype, job);
