import { signUpPath } from '@/src/domains/automation/newsletter/paths'
import { requestSubscription } from '@/src/domains/automation/newsletter/requestSubscription'
import { SignUpInput } from '@/src/domains/automation/newsletter/schemas'
import { answerOf } from '@/src/domains/automation/newsletter/signUpAnswers'
import { anyone } from '@/src/platform/access'
import { defineEndpoint } from '@/src/platform/http/defineEndpoint'
import { refuseForeignOrigin } from '@/src/platform/http/refuseForeignOrigin'

/** `POST /api/subscribers/sign-ups {email, page?, locale?}`: answers everybody alike, known or not. */
export const createSignUp = defineEndpoint({
  method: 'post',
  path: '/sign-ups',
  allow: anyone,
  body: 'json',
  input: SignUpInput,
  status: 202,
  run: async (req, input) => {
    refuseForeignOrigin(req)
    await requestSubscription(req, input, req.headers.get('x-real-ip') ?? '')
    return { state: 'asked' }
  },
  pageAfter: ({ refusal }) => `${signUpPath}?answer=${answerOf(refusal)}`,
})
