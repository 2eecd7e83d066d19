import { publishPage, suppliedText } from '../../features/pages/index.ts'
import { terminal } from '../../features/people/index.ts'
import type { App } from '../../platform/app.ts'
import { locales } from '../../platform/words.ts'

/** The code of conduct that comes along, as of the first day: the clock stands before it was written. */
export async function publishConduct(app: App): Promise<void> {
  const page = 'code-of-conduct'
  for (const locale of locales) {
    const { title, body } = suppliedText(page, locale)
    const edit = { page, locale, title, body, base: 0, isNewVersion: locale === 'en' } as const
    await publishPage(app, terminal, edit)
  }
}
