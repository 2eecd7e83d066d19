/** Pages: where a network tells of itself, its code of conduct among them. */

export { publishPage } from './actions.ts'
export { compared, type Stretch } from './compare.ts'
export { versionName } from './pages/naming.ts'
export { PageBody } from './pages/public.tsx'
export {
  aboutPath,
  conductPath,
  contactPath,
  guidelinesPath,
  howItWorksPath,
  pagesPath,
  privacyPath,
} from './paths.ts'
export { currentConduct } from './queries.ts'
export { pagesInMarkdown, type ShownPage, shownPage } from './shown.ts'
export { suppliedText } from './supplied.ts'
