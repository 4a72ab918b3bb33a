/** Whether a failure concerns the connection, and so every document that would follow. */
export function isDatabaseLost(error: unknown): boolean {
  const { code, message = '' } = error as { code?: string; message?: string }
  return (
    /^(?:ECONN|57P0|08)/.test(code ?? '') ||
    /Connection terminated|timeout exceeded when trying to connect/.test(message)
  )
}
