/** Names of fields whose values nobody needs to see, whatever kind of job has them. */
const secretName =
  /secret|token|passw|passphrase|api[-_]?key|private[-_]?key|authorization|cookie|credential|signature|^(hash|salt|otp|pin)$/i

const mask = '••••••'

/** A copy of a job's input or output with secrets blanked, at any depth. */
export function maskSecrets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(maskSecrets)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      secretName.test(name) && inner !== null && inner !== '' ? mask : maskSecrets(inner),
    ]),
  )
}
