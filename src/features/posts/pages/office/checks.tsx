import { formats } from '../../../../platform/formats.ts'
import { type Frame, fieldId } from '../../../../ui/index.ts'
import { type Finding, SUMMARY } from '../../checklist.ts'
import { writePostPath } from '../../paths.ts'
import { words } from '../../words.ts'

/**
 * What is looked at before a post comes out, each line leading to its place.
 *
 * @param postId whose writing page the lines lead to; null on that page itself
 */
export const Checks = (props: { frame: Frame; findings: readonly Finding[]; postId: string | null }) => {
  const { frame, findings, postId } = props
  const t = words(frame.locale)
  const open = findings.filter(({ isFine }) => !isFine)
  const must = open.filter(({ weight }) => weight === 'must').length
  return (
    <section class="checks" aria-labelledby="checks">
      <h2 id="checks">{t('checks.title')}</h2>
      <p>{open.length === 0 ? t('checks.fine') : t('checks.open', { must, should: open.length - must })}</p>
      <ul>
        {open.map((finding) => (
          <li class={finding.weight}>
            <a href={`${postId === null ? '' : writePostPath(postId)}#${fieldId(finding.place)}`}>
              {said(finding, frame.locale)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function said({ check, found = '', weight }: Finding, locale: string): string {
  const t = words(locale)
  const name = check === 'language' ? formats(locale, 'UTC').language(found) : found
  const text = t(`check.${check}`, { found: name, ...SUMMARY })
  return weight === 'must' ? t('check.must', { text }) : text
}
