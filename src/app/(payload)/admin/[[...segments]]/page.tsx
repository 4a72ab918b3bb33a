import { generatePageMetadata, RootPage } from '@payloadcms/next/views'
import { redirect } from 'next/navigation'
import { getPayload } from 'payload'
import config from '@/src/app/payloadConfig'
import { fitListAddress } from '@/src/platform/admin/fitListAddress'
import { importMap } from '../importMap'

interface Args {
  params: Promise<{ segments: string[] }>
  searchParams: Promise<{ [key: string]: string | string[] }>
}

export const generateMetadata = ({ params, searchParams }: Args) =>
  generatePageMetadata({ config, params, searchParams })

export default async function AdminPage({ params, searchParams }: Args) {
  const { segments } = await params
  const payload = await getPayload({ config, importMap })
  const address = fitListAddress(payload, { segments, searchParams: await searchParams })
  if (address) redirect(address)
  return RootPage({ config, params, searchParams, importMap })
}
