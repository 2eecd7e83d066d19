/** Media: pictures with their author, source and licence, written anew by us. */

export { leaveObjects } from './actions/moving.ts'
export { addPicture, changeCredit, dropPicture, forgetCredit, keepImage } from './actions/pictures.ts'
export { type Image, pictureProblem, readImage } from './image.ts'
export {
  type Credit,
  type CreditField,
  missingCredit,
  type Picture,
  saidHere,
} from './media.ts'
export { PictureFields, pictureLabels } from './pages/credit.tsx'
export { creditText, PictureFigure, pictureSource } from './pages/figure.tsx'
export { libraryPath, picturePath } from './paths.ts'
export { mayAddPictures } from './policy.ts'
export { filesKept, pictureColumn, pictureFile, picturesByIds } from './queries/pictures.ts'
export { pictureStore, withPictures } from './queries/store.ts'
export { credit } from './schema.ts'
