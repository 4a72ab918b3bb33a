import { Answer } from '../cache/Answer'
import type { ContentPolicy } from './contentPolicy'
import { laterScripts } from './laterScripts'
import { policyHeader } from './secureHeaders'

/** What is kept of an answer: a page with its scripts at the end, under a policy that holds for everybody. */
export function keptPage(policy: ContentPolicy) {
  return (answer: Answer): Answer => {
    const { status, headers, body } = answer
    const type = headers.find(([name]) => name === 'content-type')?.[1]
    if (!String(type).startsWith('text/html')) return answer
    const html = laterScripts(body.toString('utf8'))
    const others = headers.filter(([name]) => name !== policyHeader)
    return new Answer(status, [...others, [policyHeader, policy.keeping(html)]], Buffer.from(html))
  }
}
