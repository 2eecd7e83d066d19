import { router } from '../people/index.ts'
import { asking } from './routes/asking.tsx'
import { cap } from './routes/cap.tsx'
import { cleaning } from './routes/cleaning.tsx'
import { imports } from './routes/imports.tsx'
import { list } from './routes/list.tsx'
import { mending } from './routes/mending.tsx'

/** Mounted under /office, behind its gate. */
export const office = router()
office.route('/', imports)
office.route('/', cleaning)
office.route('/', cap)
office.route('/', list)
office.route('/', mending)
office.route('/', asking)
