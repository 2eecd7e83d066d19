import { dayIn } from '../../../platform/days.ts'
import { formats } from '../../../platform/formats.ts'
import { letterhead, type Network } from '../../../platform/network/index.ts'
import { dirOf } from '../../../platform/words.ts'
import { qrDrawing } from '../../../ui/index.ts'
import { type Round, roundInText } from '../../rounds/index.ts'
import { codeInGroups } from '../certificate.ts'
import { certificatePath } from '../paths.ts'
import type { Certificate } from '../queries/certificates.ts'
import { words } from '../words.ts'

/** What the paper says, in finished words: the file, the page and the badge say the same. */
export type Paper = {
  title: string
  author: string
  heading: string
  to: string
  name: string
  what: string
  criteria: string
  issued: string
  check: string
  href: string
  code: string
  qr: string
  qrAlt: string
  lang: string
  dir: 'ltr' | 'rtl'
}

type Written = Pick<Certificate, 'nameWritten' | 'locale' | 'code' | 'askedAt' | 'checkIns' | 'endSurvey'>

export function paperFor(
  { nameWritten, locale, code, askedAt, checkIns, endSurvey }: Written,
  round: Round,
  network: Network,
): Paper {
  const t = words(locale)
  const say = formats(locale, round.zone)
  const href = network.origin + certificatePath(code)
  const heading = t('paper.heading')
  return {
    title: t('paper.title', { name: nameWritten }),
    author: letterhead(locale, network).site.name,
    heading,
    to: t('paper.to'),
    name: nameWritten,
    what: t('paper.what', {
      round: roundInText(locale, round),
      from: say.day(round.startsOn),
      until: say.day(round.endsOn),
    }),
    criteria: t(endSurvey ? 'paper.criteria.survey' : 'paper.criteria', { count: checkIns }),
    issued: t('paper.issued', { day: say.day(dayIn(askedAt, round.zone)) }),
    check: t('paper.check'),
    href,
    code: codeInGroups(code),
    qr: qrDrawing(href),
    qrAlt: t('paper.qr'),
    lang: locale,
    dir: dirOf(locale),
  }
}
