import type { SiteSetting } from '@/payload-types'
import { NewsletterSignUp } from '@/src/domains/automation/newsletter/components/NewsletterSignUp'
import { isSignUpOpen } from '@/src/domains/automation/newsletter/isSignUpOpen'
import type { SignUpSlot } from '@/src/domains/publishing/components/richText/context'

/** What makes the sign-up forms of a page, where the site has a newsletter to sign up for. */
export function signUpSlot(settings: SiteSetting, page: string, locale: string): SignUpSlot | undefined {
  if (!isSignUpOpen(settings)) return undefined
  return (words) => <NewsletterSignUp page={page} locale={locale} words={words} />
}
