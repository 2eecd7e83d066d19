import * as people from '../features/people/jobs.ts'
import * as scenarios from '../features/scenarios/jobs.ts'
import * as topics from '../features/topics/jobs.ts'
import type { Job, Scheduled } from '../platform/jobs.ts'

/** Work for later, by feature. */
export const jobs: Job<never>[] = [people.sendLink as Job<never>, scenarios.runMatching as Job<never>]

/** Work that a clock starts, by feature. */
export const clockwork: Scheduled[] = [people.forgetSignIns, topics.mailTopics]
