// Written by bin/words.mjs from the word files beside it; not for editing.
import acts_ar from './acts.ar.json' with { type: 'json' }
import acts_en from './acts.en.json' with { type: 'json' }
import acts_es from './acts.es.json' with { type: 'json' }
import lab_ar from './lab.ar.json' with { type: 'json' }
import lab_en from './lab.en.json' with { type: 'json' }
import lab_es from './lab.es.json' with { type: 'json' }
import matching_ar from './matching.ar.json' with { type: 'json' }
import matching_en from './matching.en.json' with { type: 'json' }
import matching_es from './matching.es.json' with { type: 'json' }
import pair_ar from './pair.ar.json' with { type: 'json' }
import pair_en from './pair.en.json' with { type: 'json' }
import pair_es from './pair.es.json' with { type: 'json' }
import prices_ar from './prices.ar.json' with { type: 'json' }
import prices_en from './prices.en.json' with { type: 'json' }
import prices_es from './prices.es.json' with { type: 'json' }
import refusals_ar from './refusals.ar.json' with { type: 'json' }
import refusals_en from './refusals.en.json' with { type: 'json' }
import refusals_es from './refusals.es.json' with { type: 'json' }
import reserve_ar from './reserve.ar.json' with { type: 'json' }
import reserve_en from './reserve.en.json' with { type: 'json' }
import reserve_es from './reserve.es.json' with { type: 'json' }
import rules_ar from './rules.ar.json' with { type: 'json' }
import rules_en from './rules.en.json' with { type: 'json' }
import rules_es from './rules.es.json' with { type: 'json' }
import shape_ar from './shape.ar.json' with { type: 'json' }
import shape_en from './shape.en.json' with { type: 'json' }
import shape_es from './shape.es.json' with { type: 'json' }
import telling_ar from './telling.ar.json' with { type: 'json' }
import telling_en from './telling.en.json' with { type: 'json' }
import telling_es from './telling.es.json' with { type: 'json' }

export const en = {
  ...acts_en,
  ...lab_en,
  ...matching_en,
  ...pair_en,
  ...prices_en,
  ...refusals_en,
  ...reserve_en,
  ...rules_en,
  ...shape_en,
  ...telling_en,
}

export const es = {
  ...acts_es,
  ...lab_es,
  ...matching_es,
  ...pair_es,
  ...prices_es,
  ...refusals_es,
  ...reserve_es,
  ...rules_es,
  ...shape_es,
  ...telling_es,
}

export const ar = {
  ...acts_ar,
  ...lab_ar,
  ...matching_ar,
  ...pair_ar,
  ...prices_ar,
  ...refusals_ar,
  ...reserve_ar,
  ...rules_ar,
  ...shape_ar,
  ...telling_ar,
}
