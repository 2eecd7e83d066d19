import type { App } from '../../../platform/app.ts'
import { type Email, unsubscribeLink } from '../../../platform/mail/index.ts'
import { newsletterList } from '../../subscribers/index.ts'
import { nobody } from '../../wordings/index.ts'
import { subscriptionsPath } from '../paths.ts'

/** The address at which a subscriber changes how they get the newsletter, or leaves it: with the key that leaves the list. */
export function ownLink(app: Parameters<typeof unsubscribeLink>[0], subscriberId: string): string {
  const token = unsubscribeLink(app, subscriberId, newsletterList).split('/').at(-1) ?? ''
  return app.origin + subscriptionsPath(token)
}

/** An email that was drawn for nobody in particular, to one subscriber: only its own link differs. */
export function forReader(
  app: App,
  drawn: Email,
  { subscriberId, email }: { subscriberId: string; email: string },
): Email {
  const [nobodys, own] = [ownLink(app, nobody), ownLink(app, subscriberId)]
  return {
    ...drawn,
    ...{ to: email, subscriberId, list: newsletterList },
    text: drawn.text.replaceAll(nobodys, own),
    html: drawn.html.replaceAll(nobodys, own),
  }
}
