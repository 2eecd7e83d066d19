import * as z from 'zod'
import { job } from '../../platform/jobs.ts'
import { runScenario } from './actions/run.ts'

/** Runs the matching of a scenario that waits; a second time finds it finished. */
export const runMatching = job('scenarios.match', z.object({ scenarioId: z.uuid() }), (app, { scenarioId }) =>
  runScenario(app, scenarioId),
)
