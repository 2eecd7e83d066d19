/** Where one width and format of a picture is; the content at an address never changes. */
export const picturePath = (id: string, width: number, format: 'avif' | 'webp' | 'jpeg'): string =>
  `/media/${id}/${width}.${format}`

export const libraryPath = '/office/pictures'
export const libraryLackingPath = (lacks: 'alt' | 'credit') => `${libraryPath}?lacks=${lacks}`
export const addPicturePath = `${libraryPath}/add`
export const libraryPicturePath = (id: string) => `${libraryPath}/${id}`
export const describePath = (id: string) => `${libraryPicturePath(id)}/describe`
export const focusPath = (id: string) => `${libraryPicturePath(id)}/focus`
export const replacePath = (id: string) => `${libraryPicturePath(id)}/replace`
