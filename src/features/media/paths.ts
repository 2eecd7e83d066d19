/** Where one width and format of a picture is; the content at an address never changes. */
export const picturePath = (id: string, width: number, format: 'webp' | 'jpeg'): string =>
  `/media/${id}/${width}.${format}`
