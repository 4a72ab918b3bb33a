/** The sign of life that the active worker leaves. */
export const heartbeatKey = 'worker:heartbeat'

export const heartbeatEverySeconds = 10
