import type { Session } from './frame.ts'

/**
 * Says until when the reader is signed in, with a button that makes it longer: in a window of its own, so that nothing
 * typed here is touched. A script keeps it out of sight until the end is near, warns then, and says when it is over.
 */
export const SessionEnd = ({ session }: { session: Session | undefined }) =>
  session ? (
    <session-end
      idle={String(session.idleSeconds)}
      left={String(session.leftSeconds)}
      most={String(session.mostSeconds)}
      soon={session.soon}
      over={session.over}
    >
      <form class="session-end" method="post" action={session.action} target="_blank" rel="noopener">
        <p aria-live="assertive">{session.until}</p>
        <button class="button quiet" type="submit">
          {session.stay}
        </button>
      </form>
    </session-end>
  ) : null
