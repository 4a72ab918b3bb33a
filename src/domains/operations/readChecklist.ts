/** The first ten minutes with a new installation: what is done, and where to do the rest. */
import type { PayloadRequest } from 'payload'
import { isAdmin, isEditor } from '@/src/platform/access'
import { asSystem, asUser } from '@/src/platform/authority'
import { env } from '@/src/platform/env'
import { poolOf } from '@/src/platform/payload/poolOf'
import { isFresh, readHeartbeatAge } from '@/src/platform/worker/listWorkers'

export interface ChecklistItem {
  key: string
  label: string
  /** Why, or how, in one sentence. */
  help: string
  isDone: boolean
  /** A path of the panel; none where it is done outside of it. */
  href?: string
}

/** How content that the installation brought is marked. */
const demoImporter = 'demo'
const placeholderEmail = 'admin@example.com'

/** Administrators set the installation up; editors and authors only themselves. */
export async function readChecklist(req: PayloadRequest): Promise<ChecklistItem[]> {
  const [own, installation] = await Promise.all([ownItems(req), isAdmin(req) ? installationItems(req) : []])
  return [...installation, ...own]
}

async function installationItems(req: PayloadRequest): Promise<ChecklistItem[]> {
  const { payload, user } = req
  const [settings, demo, heartbeatAge] = await Promise.all([
    payload.findGlobal({
      slug: 'site-settings',
      depth: 0,
      select: { name: true, logo: true, description: true },
      ...asUser(req),
    }),
    payload.count({
      collection: 'content',
      where: { 'source.importer': { equals: demoImporter } },
      ...asUser(req),
    }),
    readHeartbeatAge(poolOf(req)),
  ])
  const hasDemo = demo.totalDocs > 0
  const { protocol, hostname } = new URL(env.SITE_URL)
  return [
    {
      key: 'account',
      label: 'Make the account yours',
      help: 'Put in your own e-mail address and a password that only you know.',
      isDone: user?.email !== placeholderEmail,
      href: '/account',
    },
    {
      key: 'name',
      label: 'Name the site',
      help: 'Readers see the name above every page, search engines in every result.',
      isDone: !hasDemo && Boolean(settings.name) && settings.name !== 'Masthead',
      href: '/globals/site-settings',
    },
    {
      key: 'logo',
      label: 'Add your logo',
      help: 'It stands in the header and goes out with the feeds.',
      isDone: !hasDemo && Boolean(settings.logo),
      href: '/globals/site-settings',
    },
    {
      key: 'demo',
      label: 'Remove the demo articles',
      help: hasDemo
        ? `${demo.totalDocs} articles came with the installation. Keep them while you look around.`
        : 'Everything here is your own.',
      isDone: !hasDemo,
      href: '/collections/content?where[or][0][and][0][source.importer][equals]=demo',
    },
    {
      key: 'address',
      label: 'Give the site its address',
      help: 'Set SITE_URL to the https address that readers will use, then restart.',
      isDone: protocol === 'https:' && hostname !== 'localhost',
    },
    {
      key: 'mail',
      label: 'Let it send mail',
      help: 'Set SMTP_URL. Until then mail is only kept in the outbox folder.',
      isDone: Boolean(env.SMTP_URL),
    },
    {
      key: 'worker',
      label: 'Keep a worker running',
      help: 'It draws the sizes of pictures and does scheduled work; “npm start” brings one.',
      isDone: isFresh(heartbeatAge),
    },
  ]
}

/** Whatever role the caller has, what they own is looked up for them. */
async function ownItems(req: PayloadRequest): Promise<ChecklistItem[]> {
  const me = { user: { equals: req.user?.id ?? '' } }
  const [profiles, articles] = await Promise.all([
    req.payload.count({ collection: 'profiles', where: me, ...asSystem(req) }),
    req.payload.find({
      collection: 'content',
      where: { and: [me, { title: { exists: true } }, { 'source.importer': { exists: false } }] },
      draft: true,
      depth: 0,
      limit: 1,
      select: {},
      ...asSystem(req),
    }),
  ])
  const items: ChecklistItem[] = [
    {
      key: 'article',
      label: 'Write your first article',
      help: 'It is saved while you write, and nobody reads it before it is published.',
      isDone: articles.totalDocs > 0,
      href: '/collections/content/create',
    },
  ]
  if (isEditor(req))
    items.unshift({
      key: 'profile',
      label: 'Make your byline',
      help: 'A profile with your name and picture, joined to your account.',
      isDone: profiles.totalDocs > 0,
      href: '/collections/profiles/create',
    })
  return items
}
