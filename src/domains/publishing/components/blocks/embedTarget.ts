export interface EmbedTarget {
  provider: string
  /** What the frame loads once a reader asks for it. */
  src: string
  /** CSS aspect ratio, or a height in pixels for players of sound. */
  shape: { ratio: string } | { height: number }
}

interface Provider {
  name: string
  hosts: string[]
  /** Origin of the frame. */
  frame: string
  /** Path and query of the frame for an address of the service. */
  path: (url: URL) => string | null
  shape?: EmbedTarget['shape']
}

const video: EmbedTarget['shape'] = { ratio: '16 / 9' }

/** The services whose frames a page may load. Of any other address a link is shown. */
const providers: Provider[] = [
  {
    name: 'YouTube',
    hosts: ['youtube.com', 'm.youtube.com', 'youtu.be', 'youtube-nocookie.com'],
    frame: 'https://www.youtube-nocookie.com',
    path: (url) => {
      const id =
        url.searchParams.get('v') ?? url.pathname.match(/^\/(?:embed\/|shorts\/|live\/)?([\w-]{6,})/)?.[1]
      const start = Number.parseInt(url.searchParams.get('t') ?? url.searchParams.get('start') ?? '', 10)
      const from = start > 0 ? `&start=${start}` : ''
      return id && /^[\w-]+$/.test(id) ? `/embed/${id}?autoplay=1&rel=0${from}` : null
    },
  },
  {
    name: 'Vimeo',
    hosts: ['vimeo.com', 'player.vimeo.com'],
    frame: 'https://player.vimeo.com',
    path: (url) => {
      const id = url.pathname.match(/(\d{5,})/)?.[1]
      return id ? `/video/${id}?dnt=1&autoplay=1` : null
    },
  },
  {
    name: 'Spotify',
    hosts: ['open.spotify.com'],
    frame: 'https://open.spotify.com',
    path: (url) => `/embed${url.pathname.replace(/^\/embed/, '')}`,
    shape: { height: 232 },
  },
  {
    name: 'SoundCloud',
    hosts: ['soundcloud.com'],
    frame: 'https://w.soundcloud.com',
    path: (url) => `/player/?url=${encodeURIComponent(url.href)}&auto_play=true`,
    shape: { height: 166 },
  },
  {
    name: 'CodePen',
    hosts: ['codepen.io'],
    frame: 'https://codepen.io',
    path: (url) => {
      const [, user, id] = url.pathname.match(/^\/([\w-]+)\/(?:pen|embed)\/([\w-]+)/) ?? []
      return user && id ? `/${user}/embed/${id}?default-tab=result` : null
    },
    shape: { height: 480 },
  },
  {
    name: 'CodeSandbox',
    hosts: ['codesandbox.io'],
    frame: 'https://codesandbox.io',
    path: (url) => {
      const id = url.pathname.match(/^\/(?:s|embed)\/([\w-]+)/)?.[1]
      return id ? `/embed/${id}` : null
    },
    shape: { height: 520 },
  },
  {
    name: 'Loom',
    hosts: ['loom.com'],
    frame: 'https://www.loom.com',
    path: (url) => {
      const id = url.pathname.match(/^\/(?:share|embed)\/([\w-]+)/)?.[1]
      return id ? `/embed/${id}?autoplay=1` : null
    },
  },
  {
    name: 'TED',
    hosts: ['ted.com', 'embed.ted.com'],
    frame: 'https://embed.ted.com',
    path: (url) => {
      const talk = url.pathname.match(/^\/talks\/([\w-]+)/)?.[1]
      return talk ? `/talks/${talk}` : null
    },
  },
]

/** What to load for an address of a service on the list, `null` for every other. */
export function embedTarget(address: string): EmbedTarget | null {
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  const host = url.hostname.replace(/^www\./, '')
  const provider = providers.find(({ hosts }) => hosts.includes(host))
  const path = url.protocol === 'https:' ? provider?.path(url) : null
  return provider && path
    ? { provider: provider.name, src: `${provider.frame}${path}`, shape: provider.shape ?? video }
    : null
}

/** Where a page's frames may come from. */
export const embedOrigins = providers.map(({ frame }) => frame)
