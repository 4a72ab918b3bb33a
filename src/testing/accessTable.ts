/**
 * Who may do what, written by hand from SPEC and never derived from the predicates. Each line names all who may;
 * everybody else of the cast must be refused. Documents belong to Ann. Dan was an editor and is disabled.
 */
export const everyone = 'nobody mia ann bob eve ada dan'
const signedIn = 'mia ann bob eve ada'
const staff = 'ann bob eve ada'
const editors = 'eve ada'
const noOne = ''

export type Act = 'read' | 'update' | 'publish' | 'trash' | 'delete' | 'versions'

export const documents: Record<string, Partial<Record<Act, string>>> = {
  'a draft article': {
    read: 'ann eve ada',
    update: 'ann eve ada',
    publish: editors,
    trash: 'ann eve ada',
    delete: 'ann eve ada',
    versions: 'ann eve ada',
  },
  'a published article': {
    read: everyone,
    update: editors,
    trash: editors,
    delete: editors,
    versions: 'ann eve ada',
  },
  'an archived article': { read: 'ann eve ada', update: editors, delete: editors },
  'an article in the trash': { read: 'ann eve ada', update: 'ann eve ada', delete: 'ann eve ada' },
  'a published article in the trash': { read: 'ann eve ada', update: editors, delete: editors },
  'a draft page': {
    read: editors,
    update: editors,
    publish: editors,
    trash: editors,
    delete: editors,
    versions: editors,
  },
  'a published page': { read: everyone, update: editors, delete: editors, versions: editors },
  'a category': { read: everyone, update: editors, trash: editors, delete: editors },
  'a category in the trash': { read: editors, update: editors, delete: editors },
  'a tag': { read: everyone, update: editors, trash: editors, delete: editors },
  'a tag in the trash': { read: editors, update: editors, delete: editors },
  'a market quote': { read: everyone, update: editors, delete: editors },
  'a redirect': { read: everyone, update: editors, delete: editors },
  'a message of a visitor': { read: editors, update: editors, delete: editors },
  'a subscriber': { read: editors, update: noOne, delete: editors },
  'an imported comment': { read: editors, update: noOne, delete: 'ada' },
  'an import': { read: editors, update: noOne, delete: 'ada' },
  'an item of an import': { read: noOne, update: noOne, delete: noOne },
  'a picture': { read: everyone, update: 'ann eve ada', delete: 'ann eve ada' },
  'a private file': { read: 'ann ada', update: 'ann ada', delete: 'ann ada' },
  'a profile': { read: everyone, update: 'ann eve ada', delete: editors },
  'an account': { read: 'ann ada', update: 'ann ada', delete: 'ada' },
  'a notification': { read: 'ann ada', update: 'ann', delete: 'ann ada' },
  'a job': { read: 'ada', update: noOne, delete: noOne },
  'a lock': { read: staff, update: staff, delete: staff },
  'a preference': { read: 'ann', update: 'ann', delete: 'ann' },
  'a migration': { read: noOne, update: noOne, delete: noOne },
  'a key-value pair': { read: noOne, update: noOne, delete: noOne },
}

/** Making a new document; `published` at once where that is a right of its own. */
export const creation: Record<string, string> = {
  'a draft article': staff,
  'a published article': editors,
  'a page': editors,
  'a published page': editors,
  'a category': editors,
  'a tag': staff,
  'a market quote': editors,
  'a redirect': editors,
  'a message of a visitor': noOne,
  'a subscriber': noOne,
  'an imported comment': noOne,
  'an import': editors,
  'an item of an import': noOne,
  'a picture': staff,
  'a private file': staff,
  'a profile': staff,
  'an account': 'ada',
  'a notification': noOne,
  'a job': noOne,
  'a migration': noOne,
  'a key-value pair': noOne,
}

export const globals: Record<string, { read: string; update: string }> = {
  'site-settings': { read: everyone, update: 'ada' },
  navigation: { read: everyone, update: editors },
  footer: { read: everyone, update: editors },
  'seo-defaults': { read: everyone, update: editors },
  maintenance: { read: everyone, update: 'ada' },
}

/** Addresses that are neither documents nor globals. A refusal is any answer of 400 or more. */
export const addresses: Record<string, string> = {
  'GET /jobs': 'ada',
  'GET /jobs/summary': 'ada',
  'POST /jobs/retries': 'ada',
  'GET /metrics': 'ada',
  'GET /payload-jobs/run?queue=none': 'ada',
  'GET /payload-jobs/handle-schedules': noOne,
  'POST /users/first-register': noOne,
  'POST /users/unlock': 'ada',
  'GET /users': signedIn,
  'GET /access': everyone,
  'GET /content/count': everyone,
  'GET /pages/versions': editors,
  'GET /content/versions': staff,
  'GET /payload-jobs': 'ada',
  'GET /notifications': signedIn,
  'GET /schedule': staff,
  'GET /subscribers/table': editors,
  'GET /payload-migrations': noOne,
  'GET /payload-kv': noOne,
}
