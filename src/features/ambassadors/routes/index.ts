import { router } from '../../people/index.ts'
import { contactRoutes } from './contacts.tsx'
import { countryRoutes } from './country.tsx'
import { acceptingRoutes, invitingRoutes } from './inviting.tsx'

export const routes = router()
routes.route('/', acceptingRoutes)

export const office = router()
for (const some of [countryRoutes, contactRoutes, invitingRoutes]) office.route('/', some)
