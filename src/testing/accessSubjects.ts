/** The documents that the access table names, and how each is changed. */
import type { CollectionSlug } from 'payload'
import { aProfile, aUser } from '@/src/domains/accounts/factories'
import { aNotification, aSubscriber } from '@/src/domains/automation/factories'
import { aFile, aForm, aMedia, aPicture } from '@/src/domains/media/factories'
import {
  aCategory,
  aContactMessage,
  anArticle,
  anImport,
  anImportedComment,
  anImportItem,
  aPage,
  aQuote,
  aRedirect,
  aTag,
} from '@/src/domains/publishing/factories'
import type { Act } from './accessTable'
import { type Actor, requestOf, testPayload } from './harness'

const yesterday = '2026-11-20T00:00:00.000Z'
const unique = () => Math.random().toString(36).slice(2, 12)

export interface Subject {
  slug: CollectionSlug
  make: (ann: Actor, act: Act) => Promise<{ id: string | number }>
  /** A write that shows. */
  change: Record<string, unknown>
}

export const subjects: Record<string, Subject> = {
  'a draft article': {
    slug: 'content',
    make: (ann) => anArticle({ user: ann.id }),
    change: { title: 'Changed' },
  },
  'a published article': {
    slug: 'content',
    make: (ann) => anArticle({ user: ann.id, _status: 'published' }),
    change: { title: 'Changed' },
  },
  'an archived article': {
    slug: 'content',
    make: (ann) => anArticle({ user: ann.id, _status: 'published', archivedAt: yesterday }),
    change: { title: 'Changed' },
  },
  'an article in the trash': {
    slug: 'content',
    make: (ann) => anArticle({ user: ann.id, deletedAt: yesterday }),
    change: { title: 'Changed' },
  },
  'a published article in the trash': {
    slug: 'content',
    make: (ann) => anArticle({ user: ann.id, _status: 'published', deletedAt: yesterday }),
    change: { title: 'Changed' },
  },
  'a draft page': { slug: 'pages', make: () => aPage(), change: { title: 'Changed' } },
  'a published page': {
    slug: 'pages',
    make: () => aPage({ _status: 'published' }),
    change: { title: 'Changed' },
  },
  'a category': { slug: 'categories', make: () => aCategory(), change: { name: 'Changed' } },
  'a category in the trash': {
    slug: 'categories',
    make: () => aCategory({ deletedAt: yesterday }),
    change: { name: 'Changed' },
  },
  'a tag': { slug: 'tags', make: () => aTag(), change: { name: 'Changed' } },
  'a tag in the trash': {
    slug: 'tags',
    make: () => aTag({ deletedAt: yesterday }),
    change: { name: 'Changed' },
  },
  'a market quote': { slug: 'market-quotes', make: () => aQuote(), change: { name: 'Changed' } },
  'a redirect': { slug: 'redirects', make: () => aRedirect(), change: { to: '/changed' } },
  'a message of a visitor': {
    slug: 'contact-messages',
    make: () => aContactMessage(),
    change: { answeredAt: yesterday },
  },
  'a subscriber': {
    slug: 'subscribers',
    make: () => aSubscriber(),
    change: { state: 'active' },
  },
  'an imported comment': {
    slug: 'imported-comments',
    make: () => anImportedComment(),
    change: { text: 'Changed' },
  },
  'an import': { slug: 'imports', make: () => anImport(), change: { name: 'Changed' } },
  'an item of an import': {
    slug: 'import-items',
    make: () => anImportItem(),
    change: { target: 'pages' },
  },
  'a picture': {
    slug: 'media',
    make: (ann) => aMedia({ user: ann.id }),
    change: { alt: 'Changed' },
  },
  'a private file': {
    slug: 'files',
    make: (ann) => aFile({ user: ann.id }),
    change: { purpose: 'changed' },
  },
  'a profile': { slug: 'profiles', make: annsProfile, change: { bio: 'Changed' } },
  'an account': { slug: 'users', make: annsAccount, change: { emailPreferences: { newsletter: true } } },
  'a notification': {
    slug: 'notifications',
    make: (ann) => aNotification({ user: ann.id }),
    change: { readAt: yesterday },
  },
  'a job': {
    slug: 'payload-jobs',
    make: async () =>
      (await testPayload()).jobs.queue({
        task: 'makeRenditions',
        input: { id: 'none' },
        overrideAccess: true,
      }),
    change: { queue: 'changed' },
  },
  'a lock': { slug: 'payload-locked-documents', make: annsLock, change: { globalSlug: 'footer' } },
  'a preference': { slug: 'payload-preferences', make: annsPreference, change: { key: 'changed' } },
  'a migration': {
    slug: 'payload-migrations',
    make: async () =>
      (await testPayload()).create({
        collection: 'payload-migrations',
        data: { name: `test-${unique()}`, batch: 99 },
        depth: 0,
        overrideAccess: true,
      }),
    change: { name: 'changed' },
  },
  'a key-value pair': {
    slug: 'payload-kv',
    make: async () =>
      (await testPayload()).create({
        collection: 'payload-kv',
        data: { key: unique(), data: { a: 1 } },
        depth: 0,
        overrideAccess: true,
      }),
    change: { key: 'changed' },
  },
}

async function annsProfile(ann: Actor) {
  const payload = await testPayload()
  const { docs } = await payload.find({
    collection: 'profiles',
    where: { user: { equals: ann.id } },
    depth: 0,
    overrideAccess: true,
  })
  const [known] = docs
  if (!known) return aProfile({ user: ann.id, username: `ann-${unique()}` })
  return payload.update({
    collection: 'profiles',
    id: known.id,
    data: { bio: null },
    depth: 0,
    overrideAccess: true,
  })
}

/** To be deleted is another's part: Ann plays on. */
async function annsAccount(ann: Actor, act: Act) {
  if (act === 'delete') return aUser()
  const payload = await testPayload()
  return payload.update({
    collection: 'users',
    id: ann.id,
    data: { emailPreferences: { newsletter: false } },
    depth: 0,
    overrideAccess: true,
  })
}

async function annsLock(ann: Actor) {
  const payload = await testPayload()
  return payload.create({
    collection: 'payload-locked-documents',
    data: { globalSlug: 'navigation', user: { relationTo: 'users', value: ann.id } },
    depth: 0,
    overrideAccess: true,
  })
}

async function annsPreference(ann: Actor) {
  const payload = await testPayload()
  return payload.create({
    collection: 'payload-preferences',
    data: { key: unique(), value: { a: 1 }, user: { relationTo: 'users', value: ann.id } },
    depth: 0,
    overrideAccess: true,
    // Payload takes the owner from the caller alone.
    req: await requestOf(ann),
  })
}

/** Bodies of `POST`, each new. A form carries a file. */
export const newcomers: Record<string, { slug: CollectionSlug; body: () => unknown }> = {
  'a draft article': { slug: 'content', body: () => ({ title: `New ${unique()}` }) },
  'a published article': {
    slug: 'content',
    body: () => ({ title: `New ${unique()}`, _status: 'published' }),
  },
  'a page': { slug: 'pages', body: () => ({ title: `New ${unique()}` }) },
  'a published page': { slug: 'pages', body: () => ({ title: `New ${unique()}`, _status: 'published' }) },
  'a category': { slug: 'categories', body: () => ({ name: `New ${unique()}` }) },
  'a tag': { slug: 'tags', body: () => ({ name: `New ${unique()}` }) },
  'a market quote': {
    slug: 'market-quotes',
    body: () => ({ symbol: unique(), name: 'New', price: '1.5', currency: 'USD', asOf: yesterday }),
  },
  'a redirect': { slug: 'redirects', body: () => ({ from: `/${unique()}`, to: '/new' }) },
  'a message of a visitor': {
    slug: 'contact-messages',
    body: () => ({ name: 'Mo', email: 'mo@example.com', message: 'Words', recipient: 'desk@example.com' }),
  },
  'a subscriber': {
    slug: 'subscribers',
    body: () => ({ email: `${unique()}@example.com`, state: 'active', locale: 'en' }),
  },
  'an imported comment': {
    slug: 'imported-comments',
    body: () => ({ importer: 'test', key: unique(), documentKey: 'a-post', text: 'Words' }),
  },
  'an import': {
    slug: 'imports',
    body: async () => ({ name: 'site.json', kind: 'ghost', file: (await aFile()).id }),
  },
  'an item of an import': {
    slug: 'import-items',
    body: async () => ({ import: (await anImport()).id, target: 'content', targetId: unique() }),
  },
  'a picture': {
    slug: 'media',
    body: async () => aForm(await aPicture(), 'new.png', { alt: 'New' }),
  },
  'a private file': {
    slug: 'files',
    body: () => aForm(Buffer.from(unique()), `${unique()}.txt`, { purpose: 'new' }, 'text/plain'),
  },
  'a profile': { slug: 'profiles', body: () => ({ name: 'New', username: `new-${unique()}` }) },
  'an account': {
    slug: 'users',
    body: () => ({ email: `${unique()}@example.com`, password: 'a long enough password' }),
  },
  'a notification': {
    slug: 'notifications',
    body: () => ({ type: 'test', channel: 'in-app', subject: 'New', status: 'sent' }),
  },
  'a job': { slug: 'payload-jobs', body: () => ({ taskSlug: 'makeRenditions', input: { id: 'x' } }) },
  'a migration': { slug: 'payload-migrations', body: () => ({ name: unique(), batch: 100 }) },
  'a key-value pair': { slug: 'payload-kv', body: () => ({ key: unique(), data: {} }) },
}
