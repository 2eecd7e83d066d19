import { router } from '../../../people/index.ts'
import { actRoutes } from './acts.tsx'
import { authorRoutes } from './authors.tsx'
import { citingRoutes } from './citing.tsx'
import { deskRoutes } from './desk.tsx'
import { noteRoutes } from './notes.tsx'
import { pictureRoutes } from './picture.tsx'
import { previewRoutes } from './preview.tsx'
import { textRoutes } from './write.tsx'

export const office = router()

office.route('/', deskRoutes)
office.route('/', authorRoutes)
office.route('/', textRoutes)
office.route('/', pictureRoutes)
office.route('/', citingRoutes)
office.route('/', noteRoutes)
office.route('/', previewRoutes)
office.route('/', actRoutes)
