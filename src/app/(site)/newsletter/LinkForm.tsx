import { Button } from '@/src/components/Button'

interface LinkFormProps {
  action: string
  token: string
  label: string
}

/** One button: mail programs look at links before their users do, so that opening one must not change anything. */
export function LinkForm({ action, token, label }: LinkFormProps) {
  return (
    <form action={action} method="post">
      <input type="hidden" name="token" value={token} />
      <Button type="submit" variant="accent">
        {label}
      </Button>
    </form>
  )
}
