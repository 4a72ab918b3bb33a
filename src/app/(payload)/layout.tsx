import '@payloadcms/next/css'
import { handleServerFunctions, RootLayout } from '@payloadcms/next/layouts'
import { headers } from 'next/headers'
import { getPayload, type ServerFunctionClient } from 'payload'
import type { ReactNode } from 'react'
import config from '@/src/app/payloadConfig'
import { tellUnderstood } from '@/src/platform/http/tellUnderstood'
import { importMap } from './admin/importMap'
import './custom.css'

const serverFunction: ServerFunctionClient = async (args) => {
  'use server'
  try {
    return await handleServerFunctions({ ...args, config, importMap })
  } catch (error) {
    // Payload throws at what strangers make up as at what breaks.
    if (await isSignedIn()) tellUnderstood()
    throw error
  }
}

async function isSignedIn(): Promise<boolean> {
  const payload = await getPayload({ config })
  const { user } = await payload.auth({ headers: await headers() })
  return user !== null
}

export default function PayloadLayout({ children }: { children: ReactNode }) {
  tellUnderstood()
  return (
    <RootLayout config={config} importMap={importMap} serverFunction={serverFunction}>
      {children}
    </RootLayout>
  )
}
