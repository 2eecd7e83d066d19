export const arrivalsPath = '/office/arrivals'
export const uploadPath = `${arrivalsPath}/upload`
/** A file that was sent, and what would become of it. */
export const sentPath = (id: string) => `${arrivalsPath}/files/${id}`
export const decidePath = (id: string) => `${sentPath(id)}/decide`
export const startPath = (id: string) => `${sentPath(id)}/start`
export const progressPath = (id: string) => `${sentPath(id)}/progress`
/** What became of everything. */
export const reportPath = (id: string) => `${arrivalsPath}/${id}`
