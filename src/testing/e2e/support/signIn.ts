import { type APIRequestContext, expect, type Page } from '@playwright/test'
import { administrator } from './startSite'

/** Signs in to the panel as people do. */
export async function signIn(page: Page, { email, password } = administrator): Promise<void> {
  await page.goto('/admin/login')
  await page.getByLabel(/e-?mail/i).fill(email)
  await page.locator('input[name=password]').fill(password)
  await page.getByRole('button', { name: /log ?in|sign ?in/i }).click()
  await expect(page).not.toHaveURL(/\/login/)
}

/** A token for REST calls beside the browser; `request` of the test keeps its cookies to itself. */
export async function tokenOf(
  request: APIRequestContext,
  { email, password } = administrator,
): Promise<string> {
  const answer = await request.post('/api/users/login', { data: { email, password } })
  return ((await answer.json()) as { token: string }).token
}
