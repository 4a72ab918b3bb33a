import { withPayload } from '@payloadcms/next/withPayload'
import type { NextConfig } from 'next'

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  typescript: { ignoreBuildErrors: true },
  // One copy for the front and for the API: its parts know each other.
  serverExternalPackages: ['prom-client'],
  experimental: {
    // The panel saves a whole article through one server action.
    serverActions: { bodySizeLimit: '32mb' },
  },
}

export default withPayload(config, { devBundleServerPackages: false })
