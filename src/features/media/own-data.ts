import { ownTables } from '../../platform/own-tables.ts'

export const ownData = ownTables({
  media: {
    stays: 'a licence asks to name who made a picture',
    columns: {
      public: ['alt', 'focusX', 'focusY', 'height', 'licence', 'width'],
      internal: ['id', 'replacedBy', 'sha256', 'uploadedAt'],
      sensitive: ['author', 'caption', 'source'],
      actor: ['uploadedBy'],
    },
  },
  mediaObject: { columns: { internal: ['id', 'sha256', 'size', 'unneededSince', 'leftAloneSince'] } },
  mediaFile: {
    columns: { public: ['bytes', 'format', 'height', 'width'], internal: ['mediaId', 'objectId'] },
  },
})
