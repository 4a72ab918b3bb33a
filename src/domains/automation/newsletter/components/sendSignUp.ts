export interface SignUpOutcome {
  isSent: boolean
  /** What is wrong with the address. */
  issue?: string
  /** What else went wrong. */
  message?: string
}

interface Refusal {
  message: string
  data?: { issues?: { path: string; message: string }[] } | null
}

/** Sends what a sign-up form holds, from its page. */
export async function sendSignUp(action: string, form: FormData): Promise<SignUpOutcome> {
  try {
    const answer = await fetch(action, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(Object.fromEntries(form)),
    })
    if (answer.ok) return { isSent: true }
    const { errors } = (await answer.json()) as { errors?: Refusal[] }
    const issue = errors?.[0]?.data?.issues?.find(({ path }) => path === 'email')?.message
    return issue ? { isSent: false, issue } : { isSent: false, message: errors?.[0]?.message ?? notTaken }
  } catch {
    return { isSent: false, message: notTaken }
  }
}

const notTaken = 'This could not be sent. Try again in a moment.'
