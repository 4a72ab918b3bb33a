import { feedRoute } from '@/src/app/(site)/feedRoute'

export const dynamic = 'force-dynamic'
export const GET = feedRoute('category', 'json')
