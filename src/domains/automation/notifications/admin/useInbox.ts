'use client'

import { useAuth, useConfig } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'
import { askApi } from '@/src/platform/admin/askApi'

export interface Message {
  id: string
  subject: string
  body?: string | null
  link?: string | null
  readAt?: string | null
  createdAt: string
}

const everyMs = 60_000
const shown = 20

/** The caller's own messages in the panel, newest first; looked for each minute while somebody looks. */
export function useInbox() {
  const { user } = useAuth<{ id: string }>()
  const { config } = useConfig()
  const path = `${config.routes.api}/notifications`
  const [messages, setMessages] = useState<Message[]>([])
  const [unread, setUnread] = useState(0)
  const me = user?.id
  const load = useCallback(async () => {
    if (!me || document.hidden) return
    const mine = { 'where[and][0][user][equals]': me, 'where[and][1][channel][equals]': 'in-app' }
    const list = new URLSearchParams({ ...mine, sort: '-createdAt', depth: '0', limit: String(shown) })
    const count = new URLSearchParams({ ...mine, 'where[and][2][readAt][exists]': 'false' })
    const [newest, { totalDocs }] = await Promise.all([
      askApi<{ docs: Message[] }>(`${path}?${list}&pagination=false`),
      askApi<{ totalDocs: number }>(`${path}/count?${count}`),
    ])
    setMessages(newest.docs)
    setUnread(totalDocs)
  }, [me, path])

  useEffect(() => {
    // A bell that cannot be rung for a moment is tried again; it has nothing to say of that.
    const look = () => void load().catch(() => {})
    look()
    const timer = setInterval(look, everyMs)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [load])

  const markRead = async (which: Message | 'all') => {
    const readAt = new Date().toISOString()
    if (which === 'all') {
      const where = new URLSearchParams({
        'where[and][0][user][equals]': me ?? '',
        'where[and][1][channel][equals]': 'in-app',
        'where[and][2][readAt][exists]': 'false',
        depth: '0',
      })
      await askApi(`${path}?${where}`, { method: 'PATCH', body: { readAt } })
    } else if (!which.readAt) {
      await askApi(`${path}/${which.id}?depth=0`, { method: 'PATCH', body: { readAt } })
    }
    await load()
  }
  return { messages, unread, markRead }
}
