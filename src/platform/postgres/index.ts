export { connectDatabase } from './checkDatabase'
export { type OpenDatabase, openDatabase } from './openDatabase'
