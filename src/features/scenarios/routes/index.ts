import { router } from '../../people/index.ts'
import { office as explain } from './explain.tsx'
import { office as lab } from './lab.tsx'
import { office as matching } from './matching.tsx'

export const office = router()
office.route('/', matching)
office.route('/', explain)
office.route('/', lab)
