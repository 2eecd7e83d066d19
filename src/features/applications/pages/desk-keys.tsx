import { KeyHints } from '../../../ui/index.ts'
import type { Voice } from './saying.ts'

const letters = { accept: 'a', merge: 'm', 'keep-both': 'b', undo: 'u' } as const

/** Where one goes on in a list once this row is settled: at the next one, by its id. */
export const backToNext = (page: string, next: string | undefined) => (next ? `${page}#${next}` : page)

/** Which keys work on a list of the desk, besides those that walk it. */
export const DeskKeys = ({ keys, voice }: { keys: readonly (keyof typeof letters)[]; voice: Voice }) => {
  const { t } = voice
  return (
    <KeyHints
      keys={[
        { key: 'j', label: t('keys.next') },
        { key: 'k', label: t('keys.previous') },
        ...keys.map((name) => ({ key: letters[name], label: t(`keys.${name}`) })),
      ]}
      everywhere={t('keys.everywhere')}
    />
  )
}
