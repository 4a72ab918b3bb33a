/** Holds the moment that a member of staff looks ahead to. */
export const lookAheadCookie = 'masthead-look-ahead'
