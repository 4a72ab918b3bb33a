import { makeRenditionsTask } from './makeRenditions'

export const mediaTasks = [makeRenditionsTask]
