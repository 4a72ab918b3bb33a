/** The sign of life that the active worker leaves. */
export const heartbeatKey = 'worker:heartbeat'

export const heartbeatEverySeconds = 10

/** Three missed beats and a little more. */
export const heartbeatMaxAgeSeconds = 40
