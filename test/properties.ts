import fc from 'fast-check'

/**
 * Properties are tried on the same examples in every run: whoever changes one thing is not told of a fault of another. New ones
 * are looked for by `bench/properties.ts`, which sets another seed and more of them.
 */
fc.configureGlobal({
  seed: Number(process.env.PROPERTIES_SEED ?? 20160229),
  numRuns: Number(process.env.PROPERTIES_RUNS ?? 100),
})
