import { Files } from './Files'
import { Media } from './Media'

export const mediaCollections = [Media, Files]
