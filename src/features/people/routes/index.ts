import { router } from '../router.ts'
import { confirmRoutes } from './confirm.tsx'
import { meRoutes } from './me.tsx'
import { office } from './office.tsx'
import { secondFactorRoutes } from './second-factor.tsx'
import { signInRoutes } from './sign-in.tsx'
import { takeBackRoutes } from './take-back.tsx'

/** Addresses of people for everyone; those of the office are mounted behind its gate. */
export const routes = router()
routes.route('/', signInRoutes)
routes.route('/', meRoutes)
routes.route('/', secondFactorRoutes)
routes.route('/', confirmRoutes)
routes.route('/', takeBackRoutes)

export { office }
