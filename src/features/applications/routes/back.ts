import { safePath } from '../../../platform/paths.ts'

/** The page a form was sent from, or another one of ours. */
export const backTo = (back: string | undefined, otherwise: string) => (back ? safePath(back) : otherwise)
