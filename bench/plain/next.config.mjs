import { withPayload } from '@payloadcms/next/withPayload'

// As Payload's templates ship it.
export default withPayload({ typescript: { ignoreBuildErrors: true } }, { devBundleServerPackages: false })
