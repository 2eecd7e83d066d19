/** The signs that we have drawn, in a square of 32. Legible from 16 px, in one colour. */
export const signs = {
  /** Two leaves from one stem, which are also the facing pages of an open book. */
  leaves: [
    'M15.1 29C14 24.4 9.5 22.6 2.6 22.4 1.3 15.5 1.5 9 2.6 3 10 4.6 15.1 9.6 15.1 17.5Z',
    'M16.9 29C18 24.4 22.5 22.6 29.4 22.4 30.7 15.5 30.5 9 29.4 3 22 4.6 16.9 9.6 16.9 17.5Z',
  ],
  book: [
    'M15.1 9.2C11.6 6.6 7.2 5.8 2.2 6.2V25.2C7.2 24.8 11.6 25.6 15.1 28.2Z',
    'M16.9 9.2C20.4 6.6 24.8 5.8 29.8 6.2V25.2C24.8 24.8 20.4 25.6 16.9 28.2Z',
  ],
  bridge: [
    'M2 25V12.6C2 11.4 3.8 11.4 3.8 12.6 6 17.6 10.6 20 16 20S26 17.6 28.2 12.6C28.2 11.4 30 11.4 30 12.6V25H27.6V19.4C24.6 21.9 20.6 23.2 16 23.2S7.4 21.9 4.4 19.4V25Z',
    'M7.6 5.4H10.4V17.2H7.6Z M21.6 5.4H24.4V17.2H21.6Z M14.7 8.6H17.3V17.6H14.7Z',
  ],
  globe: [
    'M16 2.6A13.4 13.4 0 0 0 2.6 14.9H9.2C9.4 9.5 12.2 4.8 16 2.6ZM16 2.6C19.8 4.8 22.6 9.5 22.8 14.9H29.4A13.4 13.4 0 0 0 16 2.6ZM11.7 14.9H20.3C20.1 11.2 18.5 8 16 6 13.5 8 11.9 11.2 11.7 14.9Z',
    'M16 29.4A13.4 13.4 0 0 1 2.6 17.1H9.2C9.4 22.5 12.2 27.2 16 29.4ZM16 29.4C19.8 27.2 22.6 22.5 22.8 17.1H29.4A13.4 13.4 0 0 1 16 29.4ZM11.7 17.1H20.3C20.1 20.8 18.5 24 16 26 13.5 24 11.9 20.8 11.7 17.1Z',
  ],
} as const

type SignName = keyof typeof signs
/** One of ours, or a picture of the network's own. */
export type SignLook = SignName | { src: string }

/** The sign of the network. Decoration beside the name, so hidden from screen readers. */
export const Sign = ({ sign, size }: { sign: SignLook; size: number }) => {
  if (typeof sign !== 'string') return <img class="sign" src={sign.src} alt="" height={size} width={size} />
  return (
    <svg
      class="sign"
      viewBox="0 0 32 32"
      width={size}
      height={size}
      fill="currentColor"
      aria-hidden="true"
      focusable="false"
    >
      {signs[sign].map((d) => (
        <path d={d} />
      ))}
    </svg>
  )
}
