/** Where each user's wish not to see the first steps is kept. */
export const checklistPreference = 'first-steps'
