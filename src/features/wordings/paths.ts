export const wordingPath = '/office/wording'
/** One email in one language. */
export const emailPath = ({ feature, name }: { feature: string; name: string }, locale: string) =>
  `${wordingPath}/${feature}/${name}/${locale}`
/** The form, with an earlier text of one of its sentences in its field. */
export const revisionPath = (email: { feature: string; name: string }, locale: string, id: string) =>
  `${emailPath(email, locale)}?from=${id}`
