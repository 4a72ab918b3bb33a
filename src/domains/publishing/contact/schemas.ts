import { z } from 'zod'

/** What a contact form sends. `website` is a field that people do not see: who fills it is a machine. */
export const ContactMessageInput = z.object({
  page: z.uuid({ error: 'This form belongs to no page.' }),
  block: z.string().max(64),
  name: z.string().trim().min(1, 'Tell us your name.').max(120, 'Keep your name below 120 characters.'),
  email: z.string().trim().max(254).pipe(z.email('Give an address that an answer can be sent to.')),
  message: z
    .string()
    .trim()
    .min(1, 'Write your message.')
    .max(5_000, 'Keep your message below 5,000 characters.'),
  website: z.string().max(2_000).default(''),
})
export type ContactMessageInput = z.output<typeof ContactMessageInput>
