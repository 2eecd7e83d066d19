import type { Feature } from '../people/index.ts'
import { ownData } from './own-data.ts'
import { feedsPath, frontPath } from './paths.ts'
import { findPosts } from './queries/public.ts'
import { routes } from './routes/index.tsx'
import { words } from './words.ts'

export const shell: Feature = {
  name: 'posts',
  ownData,
  routes,
  search: findPosts,
  nav: {
    main: [{ href: frontPath, label: (locale) => words(locale)('nav.posts'), may: () => true, place: 10 }],
    footer: [{ href: feedsPath, label: (locale) => words(locale)('nav.feeds'), may: () => true, place: 10 }],
  },
}
