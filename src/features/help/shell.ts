import type { Feature } from '../people/index.ts'
import { chapterFor } from './chapters.ts'
import { chapterPath, helpPath } from './paths.ts'
import { routes } from './routes.tsx'
import { words } from './words.ts'

export const shell: Feature = {
  name: 'help',
  routes,
  help: (path) => {
    const chapter = chapterFor(path)
    return chapter && chapterPath(chapter)
  },
  nav: {
    footer: [{ href: helpPath, label: (locale) => words(locale)('nav.help'), may: () => true, place: 9 }],
  },
}
