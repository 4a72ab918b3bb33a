/** Requests as tests make them: by a client of HTTP, and byte by byte. */
import { request as httpRequest, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http'
import { connect } from 'node:net'

export type Answer = { status: number; headers: IncomingMessage['headers']; text: string }

export function send(
  port: number,
  method: string,
  path: string,
  headers: OutgoingHttpHeaders = {},
  body?: Buffer[],
) {
  return new Promise<Answer>((resolve, reject) => {
    const request = httpRequest({ port, host: '127.0.0.1', method, path, headers }, async (response) => {
      let text = ''
      for await (const chunk of response) text += chunk
      resolve({ status: response.statusCode ?? 0, headers: response.headers, text })
    })
    request.on('error', reject)
    for (const piece of body ?? []) request.write(piece)
    request.end()
  })
}

/** Sends bytes as they are and gives back what comes until the server closes. */
export function sendRaw(port: number, text: string): Promise<string> {
  return new Promise((resolve) => {
    let answer = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(text))
    socket.on('data', (chunk) => {
      answer += chunk
    })
    socket.on('error', () => {})
    socket.on('close', () => resolve(answer))
  })
}

/** The literal code of a refusal. */
export const codeOf = ({ text }: Answer): string => JSON.parse(text).errors[0].code
