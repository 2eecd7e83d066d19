import { router } from '../../people/index.ts'
import { callRoutes } from './call.tsx'
import { formRoutes } from './form.tsx'
import { ownVoiceRoutes } from './own-voice.tsx'
import { sentRoutes } from './sent.tsx'
import { shortRoutes } from './short.ts'

export const routes = router()
// What was sent comes first: the names of its pages would be taken for pages of the form.
for (const some of [callRoutes, shortRoutes, sentRoutes, ownVoiceRoutes, formRoutes]) routes.route('/', some)
