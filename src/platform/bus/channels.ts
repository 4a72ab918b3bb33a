/** What the database's triggers and our own SQL notify; the migrations that make the triggers name them too. */
export const channels = { jobs: 'masthead_jobs', changes: 'masthead_changes' } as const
