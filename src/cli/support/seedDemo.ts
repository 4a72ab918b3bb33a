import type { Payload } from 'payload'

/** Loaded late: the demo brings the importer along, and most starts need neither. */
export async function seedDemo(
  payload: Payload,
  tell?: (step: string) => void,
  options?: { isForced?: boolean },
): Promise<void> {
  const demo = await import('@/src/domains/publishing/demo')
  await demo.seedDemo(payload, tell, options)
}

/** @returns how many documents of each collection were deleted. */
export async function removeDemo(payload: Payload): Promise<Record<string, number>> {
  const demo = await import('@/src/domains/publishing/demo')
  return demo.removeDemo(payload)
}
