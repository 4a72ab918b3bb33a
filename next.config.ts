import { withPayload } from '@payloadcms/next/withPayload'
import type { NextConfig } from 'next'

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  typescript: { ignoreBuildErrors: true },
  // The front loads them too: one copy in the process, one Payload, one set of error classes.
  serverExternalPackages: [
    'payload',
    '@payloadcms/db-postgres',
    '@payloadcms/drizzle',
    '@payloadcms/graphql',
    'prom-client',
  ],
  // The front compresses, once for all who ask.
  compress: false,
  // Titles and cards are in the head for everybody: a kept page must not depend on who asked for it first.
  htmlLimitedBots: /.*/,
  experimental: {
    // The panel saves a whole article through one server action.
    serverActions: { bodySizeLimit: '32mb' },
  },
}

export default withPayload(config, { devBundleServerPackages: false })
