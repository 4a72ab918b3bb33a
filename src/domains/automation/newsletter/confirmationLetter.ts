/** The mail that asks whether an address wants the newsletter: the same words as text and as HTML. */
import type { Subscriber } from '@/payload-types'
import { env } from '@/src/platform/env'
import { escapeHtml } from '@/src/platform/escapeHtml'
import { confirmPath } from './paths'
import { unconfirmedDays } from './pruneSubscribers'
import { confirmToken, linkDays } from './subscriptionLinks'

interface Letter {
  subject: string
  text: string
  html: string
}

export function confirmationLetter(subscriber: Subscriber, askedAt: Date, siteName: string): Letter {
  const link = `${env.SITE_URL}${confirmPath(confirmToken(subscriber, askedAt))}`
  const subject = `Confirm your subscription to ${siteName}`
  const ask = `Somebody, we hope it was you, asked for the newsletter of ${siteName} at this address. Confirm it, and the newsletter comes to you.`
  const still = `The link works for ${linkDays} days. Did you not ask for it? Then do nothing: you get no newsletter, and we forget the address after ${unconfirmedDays} days.`
  return {
    subject,
    text: `${ask}\n\nConfirm here:\n${link}\n\n${still}\n\n${siteName}\n${env.SITE_URL}\n`,
    html: htmlOf({ subject, ask, link, still, siteName }),
  }
}

/** Styles stand in the elements: many mail programs read no others. */
function htmlOf(words: Record<'subject' | 'ask' | 'link' | 'still' | 'siteName', string>): string {
  const { subject, ask, link, still, siteName } = Object.fromEntries(
    Object.entries(words).map(([name, text]) => [name, escapeHtml(text)]),
  ) as typeof words
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${subject}</title>
</head>
<body style="margin:0;padding:32px 20px;font-family:Georgia,'Times New Roman',serif;font-size:17px;line-height:1.55">
<div style="max-width:520px;margin:0 auto">
<p style="margin:0 0 28px;font-size:22px;font-weight:bold">${siteName}</p>
<p style="margin:0 0 28px">${ask}</p>
<p style="margin:0 0 28px"><a href="${link}" style="display:inline-block;padding:13px 24px;border:1px solid #8a8780;border-radius:6px;background:#1c1b19;color:#ffffff;font-family:Arial,sans-serif;font-size:16px;font-weight:bold;text-decoration:none">Confirm the subscription</a></p>
<p style="margin:0 0 28px;font-size:14px">${still}</p>
<p style="margin:0 0 28px;font-size:14px">The button does not work? Open this address:<br><a href="${link}" style="word-break:break-all">${link}</a></p>
<p style="margin:0;padding-top:16px;border-top:1px solid #8a8780;font-size:13px"><a href="${escapeHtml(env.SITE_URL)}">${siteName}</a></p>
</div>
</body>
</html>
`
}
