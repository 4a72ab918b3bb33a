import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import nodemailer from 'nodemailer'
import { v7 as uuidv7 } from 'uuid'
import { env } from '@/src/platform/env'

/** Writes each mail whole into DATA_DIR/outbox as an .eml file, which any mail program opens. */
export function outbox() {
  const transport = nodemailer.createTransport({ streamTransport: true, buffer: true })
  const send = transport.sendMail.bind(transport)
  transport.sendMail = (async (mail: nodemailer.SendMailOptions) => {
    const sent = await send(mail)
    const folder = join(env.DATA_DIR, 'outbox')
    await mkdir(folder, { recursive: true })
    await writeFile(join(folder, `${uuidv7()}.eml`), sent.message as Buffer)
    return sent
  }) as typeof transport.sendMail
  return transport
}
