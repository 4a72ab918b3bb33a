import { z } from 'zod'

export const importActs = ['check', 'import', 'undo'] as const
export type ImportAct = (typeof importActs)[number]

export const StartRunInput = z.object({ id: z.uuid(), act: z.enum(importActs) })
export type StartRunInput = z.output<typeof StartRunInput>

/** What whoever uploads may choose. */
export const ImportOptions = z
  .object({
    status: z.enum(['source', 'publish', 'draft']).default('source'),
    overwrite: z.boolean().default(false),
    siteUrl: z.url({ protocol: /^https?$/ }).optional(),
    locale: z
      .string()
      .regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/)
      .optional(),
  })
  .partial()
export type ImportOptions = z.output<typeof ImportOptions>
