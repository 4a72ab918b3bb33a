export { type MigrationState, readMigrationState, refuseForeignState } from './migrationState'
export { applyMigrations, type Migration, rollbackMigrations } from './runMigrations'
