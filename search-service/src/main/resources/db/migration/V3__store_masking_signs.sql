-- Signs of masked gradients, in the order of their declaration.
alter table measurement add column masking_signs text[] not null default '{}';
alter table measurement alter column masking_signs drop default;

-- Jobs that were submitted before keep their meaning: nobody looks for such signs. Measurements made until
-- now stay under their own protocol, which does not name maskingImages, and belong to their jobs.
update search_job set specification = regexp_replace(specification,
  '"recalibrationBatch":([0-9]+),"seed"', '"recalibrationBatch":\1,"maskingImages":0,"seed"');

-- Tasks that are still to be done, or may be once more after a retry, say in full what was the only choice when they were made.
update task set work = jsonb_set(work::jsonb, '{protocol,maskingImages}', '0')::text
where kind = 'EVALUATE' and state in ('READY', 'RUNNING', 'FAILED');

update task set work = jsonb_set(work::jsonb, '{training}',
  (work::jsonb -> 'training')
  || '{"loss": {"kind": "adversarial-cross-entropy", "labelSmoothing": 0}, "crafting": "batch-statistics",
       "paths": {"policy": {"kind": "uniform"}, "perStep": 1, "perBatch": 1, "source": {"kind": "own"}},
       "weightPerturbation": 0, "averaging": 0}'
  || jsonb_build_object(
       'attack', case work::jsonb #>> '{training,attack,method}'
         when 'fgsm-random-start' then (work::jsonb #> '{training,attack}') || '{"guardInterval": 0}'
         else work::jsonb #> '{training,attack}' end,
       'optimizer', (work::jsonb #> '{training,optimizer}') - 'warmup' || '{"method": "sgd"}',
       'schedule', jsonb_build_object('kind', 'cosine', 'warmup', work::jsonb #> '{training,optimizer,warmup}'),
       'augmentation', (work::jsonb #> '{training,augmentation}') || '{"cutout": 0}'))::text
where kind = 'TRAIN_SUPERNET' and state in ('READY', 'RUNNING', 'FAILED');
