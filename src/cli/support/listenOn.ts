/** Opening the port of the site, and knowing beforehand whether it is free. */
import { createServer, type Server } from 'node:net'
import { Refusal } from '@/src/platform/refusal'

/** @returns the port, which the system chooses for 0. @throws Refusal when another program has it. */
export function listenOn(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explain(error, port)))
    server.listen(port, () => {
      const address = server.address()
      resolve(address && typeof address === 'object' ? address.port : port)
    })
  })
}

/** @throws Refusal before the long work, not after it. */
export async function refuseTakenPort(port: number): Promise<void> {
  const server = createServer()
  await listenOn(server, port)
  await new Promise((resolve) => server.close(resolve))
}

function explain(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === 'EADDRINUSE') {
    return new Refusal(
      'PORT_TAKEN',
      `Port ${port} is taken by another program: stop it, or choose another, such as PORT=${port + 1} npm start.`,
    )
  }
  if (error.code === 'EACCES') {
    return new Refusal(
      'PORT_FORBIDDEN',
      `Port ${port} is not allowed for this user: choose one from 1024 up, such as PORT=3000.`,
    )
  }
  return error
}
