import { z } from 'zod'
import { localePattern } from '@/src/platform/fields'

/** Characters of what a form says that are kept. */
export const longestWording = 4_000

/**
 * What a sign-up form sends. `website` is a field that people do not see: who fills it is a machine. `wording` is kept
 * as what the reader agreed to where `seal` says that the site itself showed it.
 */
export const SignUpInput = z.object({
  email: z
    .string('Give your e-mail address.')
    .trim()
    .max(254, 'This is longer than any e-mail address.')
    .pipe(z.email('Give an address that mail can be sent to.'))
    .transform((address) => address.toLowerCase()),
  page: z
    .string()
    .max(300)
    .regex(/^\/(?!\/)[^\s\p{Cc}]*$/u, 'Give a path of this site.')
    .optional(),
  locale: z.string().regex(localePattern, 'Give a language tag such as en or pt-BR.').default('en'),
  // Forms send line ends in a way of their own.
  wording: z
    .string()
    .max(longestWording)
    .default('')
    .transform((text) => text.replaceAll('\r\n', '\n')),
  seal: z.string().max(100).default(''),
  website: z.string().max(2_000).default(''),
})
export type SignUpInput = z.output<typeof SignUpInput>

/** What a link in a mail carries. */
export const LinkInput = z.object({ token: z.string().max(200) })
export type LinkInput = z.output<typeof LinkInput>

/** Which subscribers: a question in the shape that lists take. */
export const SubscribersTableInput = z.object({ where: z.record(z.string(), z.unknown()).default({}) })
export type SubscribersTableInput = z.output<typeof SubscribersTableInput>
